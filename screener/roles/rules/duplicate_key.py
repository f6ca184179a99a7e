"""The same key stands twice in one mapping.

YAML would keep the last and drop the first without a word, so half of a role could be gone. Merge the
two, or remove one.

Bad:

    title: Backend Engineer
    skills: {must: [Node.js]}
    skills: {nice: [Git]}

Good:

    title: Backend Engineer
    skills: {must: [Node.js], nice: [Git]}
"""

SEVERITY = "error"
