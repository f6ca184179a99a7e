"""A value of the right kind that can't be used.

A word that isn't one of those that are known here, a number out of bounds, a range that runs backwards,
a day that no calendar has. The message names what is possible.

Bad:

    title: Backend Engineer
    experience: {years: 6-5}

Good:

    title: Backend Engineer
    experience: {years: 5-6}
"""

SEVERITY = "error"
