"""A key that means nothing here.

It would have no effect, and a misspelt `skils` would make everybody a fit. The message says which key
was probably meant, or where it belongs. At the top level, keys that begin with `x-` are ignored: a
place for anchors.

Bad:

    title: Backend Engineer
    skils: {must: [Node.js]}
    experience: {years: 5}

Good:

    title: Backend Engineer
    x-owner: platform team
    skills: {must: [Node.js]}
"""

SEVERITY = "error"
