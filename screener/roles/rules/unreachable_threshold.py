"""A threshold that nobody can reach.

Forty-five years of experience are longer than nearly every working life, and a score has no more than
100 points. Such a number is a slip (months instead of years, say) or refuses everybody.

Bad:

    title: Backend Engineer
    experience: {years: 60}

Bad:

    title: Backend Engineer
    skills:
      must: [Node.js]
    examples:
      - {name: ada, text: "Node.js", expect: {score: "> 100"}}

Good:

    title: Backend Engineer
    experience: {years: 6}
"""

from collections.abc import Iterator

from screener.roles.linted import Finding, LintedRole
from screener.roles.nodes import ListNode, MapNode, Node, Scalar

SEVERITY = "warning"

_LONGEST_CAREER = 45  # years


def check(role: LintedRole) -> Iterator[Finding]:
    for placed in role.single():
        months = getattr(placed.requirement, "months", None) or 0
        if months > _LONGEST_CAREER * 12:
            message = f"{months / 12:g} years are more than a working life; write years, not months, or fewer of them"
            yield Finding(placed.find("years") or placed.node, message)
    for score in _expected_scores(role.find("examples")):
        sign, number = score.text.rstrip("0123456789. "), score.text.lstrip("<>= ")
        if float(number) > 100 or (sign == ">" and float(number) == 100):
            yield Finding(score, "a score has at most 100 points; lower the bound")


def _expected_scores(examples: Node | None) -> Iterator[Scalar]:
    for example in examples.items if isinstance(examples, ListNode) else ():
        expected = example.find("expect") if isinstance(example, MapNode) else None
        score = expected.find("score") if isinstance(expected, MapNode) else None
        if isinstance(score, Scalar):
            yield score
