"""A comment silences a rule that says nothing here.

What it was for is mended, or it stands on another line than the problem: write it at the end of the
line that the message names, or alone on the line above.

Bad:

    title: Backend Engineer
    skills: {must: [Node.js]} # screener: ignore no-gate - the score alone orders

Good:

    title: Backend Engineer
    skills: {nice: [Node.js]} # screener: ignore no-gate - the score alone orders
"""

SEVERITY = "note"
