"""A gate is implied by another gate.

By definition NestJS is Node.js and Azure Functions are Azure: who has the one has the other, so the
wider gate never decides anything. It still weighs in the score, which may be meant.

Bad:

    title: Backend Engineer
    skills:
      must: [Node.js, NestJS]

Good:

    title: Backend Engineer
    skills:
      must: [NestJS]
      should: [Node.js]
"""

from collections.abc import Iterator

from screener.model.requirement import Importance, SkillRequirement
from screener.model.resume import Grade
from screener.roles.implications import implied_by
from screener.roles.linted import Finding, LintedRole
from screener.roles.problems import quoted

SEVERITY = "note"


def check(role: LintedRole) -> Iterator[Finding]:
    gates = [
        (placed, placed.requirement)
        for placed in role.placed
        if isinstance(placed.requirement, SkillRequirement) and placed.requirement.importance is Importance.MUST
    ]
    for placed, wide in gates:
        if wide.months is not None or wide.grade is not Grade.LISTED:
            continue  # it asks for more than the name
        narrow = next((gate for _, gate in gates if gate.skill and wide.skill in implied_by(gate.skill)), None)
        if narrow:
            message = f"gate {quoted(wide.name)} is implied by gate {quoted(narrow.name)}; one of the two is enough"
            yield Finding(placed.name_node, message)
