"""A comment that silences a rule doesn't say which, or why.

Whoever reads the role later must learn why the rule doesn't apply here.

Bad:

    title: Backend Engineer
    skills: {nice: [Node.js]} # screener: ignore no-gate

Good:

    title: Backend Engineer
    skills: {nice: [Node.js]} # screener: ignore no-gate - the score alone orders an open pool
"""

SEVERITY = "warning"
