"""Two requirements ask for the same skill.

One line of a resume would count twice, and a gate could be repeated as a wish. The vocabulary knows
that Postgres is PostgreSQL and NodeJS is Node.js, so other spellings are found, too. Keep the stricter
of the two; if either of several skills is enough, write them as one `any`.

Bad:

    title: Backend Engineer
    skills:
      must: [PostgreSQL]
      nice: [Postgres]

Good:

    title: Backend Engineer
    skills:
      must: [PostgreSQL]
      nice: [Redis]
"""

from collections.abc import Iterable, Iterator

from screener.model.requirement import SkillRequirement
from screener.roles.linted import Finding, LintedRole, Placed
from screener.roles.problems import quoted

SEVERITY = "warning"


def check(role: LintedRole) -> Iterator[Finding]:
    yield from _repeated(placed for placed in role.placed if not placed.entries)
    for placed in role.placed:
        yield from _repeated(placed.entries)  # an alternative may well be a wish of its own elsewhere


def _repeated(together: Iterable[Placed]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for placed in together:
        requirement = placed.requirement
        if not isinstance(requirement, SkillRequirement):
            continue
        key = (requirement.skill or requirement.name).casefold()
        if key in first:
            message = f"{quoted(requirement.name)} is asked for in line {first[key]} already; keep one of the two"
            yield Finding(placed.name_node, message)
        first.setdefault(key, placed.name_node.line)
