"""One alternative of an `any` makes the others, or another requirement, pointless.

An alternative that is a gate of its own decides the `any` before anybody reads it, and an alternative
that implies another one (every Azure service is Azure) adds nothing beside it. Remove what can't
change a verdict, so that the role says what it means.

Bad:

    title: Backend Engineer
    skills:
      must:
        - MongoDB
        - any: [MongoDB, PostgreSQL]

Bad:

    title: Backend Engineer
    skills:
      should:
        - any: [Azure, Azure Functions]

Good:

    title: Backend Engineer
    skills:
      must:
        - Node.js
        - any: [MongoDB, PostgreSQL]
"""

from collections.abc import Iterator

from screener.model.requirement import AnyRequirement, Importance, SkillRequirement
from screener.roles.implications import implied_by
from screener.roles.linted import Finding, LintedRole, Placed
from screener.roles.problems import quoted

SEVERITY = "warning"


def check(role: LintedRole) -> Iterator[Finding]:
    gates = {
        placed.requirement.skill: placed.name_node.line
        for placed in role.placed
        if isinstance(placed.requirement, SkillRequirement) and placed.requirement.importance is Importance.MUST
    }
    for placed in role.placed:
        if isinstance(placed.requirement, AnyRequirement):
            for entry in placed.entries:
                yield from _of_entry(entry, placed, gates)


def _of_entry(entry: Placed, placed: Placed, gates: dict[str | None, int]) -> Iterator[Finding]:
    requirement = entry.requirement
    if not isinstance(requirement, SkillRequirement) or requirement.skill is None:
        return
    if requirement.skill in gates:
        line = gates[requirement.skill]
        message = f"{quoted(requirement.name)} is a gate in line {line}, so the alternatives don't matter; remove one"
        yield Finding(entry.name_node, message)
    if requirement.months is not None:
        return  # years of the narrower skill say something of their own
    others = [other.requirement for other in placed.entries if other is not entry]
    for other in others:
        plain = isinstance(other, SkillRequirement) and other.months is None
        if plain and isinstance(other, SkillRequirement) and other.skill in implied_by(requirement.skill):
            message = (
                f"{quoted(requirement.name)} counts as {quoted(other.name)} anyway; remove it from the alternatives"
            )
            yield Finding(entry.name_node, message)
