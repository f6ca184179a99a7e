"""A value of another kind than belongs here.

YAML guesses: NO is false, 1.10 is 1.1, 01234 is octal, and nothing is null. Here a word that it would
take for something else is refused until it stands in quotes. A list where a word belongs, and the
reverse, is the other cause.

Bad:

    title: Backend Engineer
    skills: {must: [NO]}

Good:

    title: Backend Engineer
    skills: {must: ["NO"]}
"""

SEVERITY = "error"
