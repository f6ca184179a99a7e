"""A key that is needed isn't there.

A role needs a `title`, a skill with settings needs its `name`, `experience` its `years`, an example its
`name` and what to `expect`.

Bad:

    skills: {must: [Node.js]}

Good:

    title: Backend Engineer
    skills: {must: [Node.js]}
"""

SEVERITY = "error"
