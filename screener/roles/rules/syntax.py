"""The file isn't YAML.

A quote or a bracket is open, a tab indents, or text with ': ' in it lacks its quotes. Nothing behind
this place can be read, so mend it first.

Bad:

    title: Backend: Engineer

Good:

    title: "Backend: Engineer"
    skills: {must: [Node.js]}
"""

SEVERITY = "error"
