"""A comment that silences a rule doesn't say which, or why, or can't silence it.

Whoever reads the role later must learn why the rule doesn't apply here. What a file can't be read with
(an unknown key, a wrong type) can't be silenced: mend it.

Bad:

    title: Backend Engineer
    skills: {nice: [Node.js]} # screener: ignore no-gate

Bad:

    title: Backend Engineer
    skills: {nice: [Node.js]} # screener: ignore no-gates - the score alone orders an open pool

Good:

    title: Backend Engineer
    skills: {nice: [Node.js]} # screener: ignore no-gate - the score alone orders an open pool
"""

SEVERITY = "warning"
