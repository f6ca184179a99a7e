"""The file says nothing.

It has no text, or only comments. A role is at least a title and one requirement.

Bad:

    # to be written

Good:

    title: Backend Engineer
    skills: {must: [Node.js]}
"""

SEVERITY = "error"
