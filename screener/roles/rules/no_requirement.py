"""The role asks for nothing.

Without any requirement everybody would be a fit.

Bad:

    title: Backend Engineer

Good:

    title: Backend Engineer
    experience: {years: 5}
"""

SEVERITY = "error"
