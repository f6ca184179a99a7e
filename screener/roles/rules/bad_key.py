"""A key isn't one word.

A list or a mapping stands where the name of a setting belongs, mostly after a bracket that was put in
the wrong place.

Bad:

    title: Backend Engineer
    ? [must, should]
    : [Node.js]

Good:

    title: Backend Engineer
    skills: {must: [Node.js]}
"""

SEVERITY = "error"
