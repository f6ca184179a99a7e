"""A tag that roles don't use.

Tags such as `!!python/object` ask a YAML reader to make something else than text, lists and mappings;
a role never needs one.

Bad:

    title: !!binary Tm9kZQ==
    skills: {must: [Node.js]}

Good:

    title: Backend Engineer
    skills: {must: [Node.js]}
"""

SEVERITY = "error"
