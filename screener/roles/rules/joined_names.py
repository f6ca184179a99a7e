"""Several skills, or a skill and its years, stand in one name.

"MongoDB or PostgreSQL" is looked for as it is written, and no resume says just that: as a gate it
would refuse everybody. Write an entry for each skill, `any: [A, B]` where either is enough, and
`{name: A, years: 3}` for years of it.

Bad:

    title: Backend Engineer
    skills:
      must:
        - MongoDB or PostgreSQL

Bad:

    title: Backend Engineer
    skills:
      must:
        - Node.js (3+ years)

Good:

    title: Backend Engineer
    skills:
      must:
        - any: [MongoDB, PostgreSQL]
        - {name: Node.js, years: 3}
        - CI/CD
"""

import re
from collections.abc import Iterator

from screener.model.requirement import SkillRequirement
from screener.roles.linted import Finding, LintedRole
from screener.roles.problems import quoted
from screener.vocabulary import find_skill

SEVERITY = "warning"

_YEARS = re.compile(r"(?P<years>[0-9]{1,2})\s?\+?\s*(?:-\s?[0-9]{1,2}\s*)?(?:years?|yrs?|jahre?n?|ans|años)\b", re.I)
_BETWEEN = re.compile(r"\s*[,/&;|]\s*|\s+(?:and|or|und|oder|et|ou|y|o|e)\s+", re.I)
_EITHER = re.compile(r"/|\|| (?:or|oder|ou|o) ", re.I)
_AROUND_YEARS = re.compile(r"^[\s():,-]+|[\s():,-]+$|\b(?:of|experience|with|mit|Erfahrung)\b", re.I)


def check(role: LintedRole) -> Iterator[Finding]:
    for placed in role.single():
        requirement = placed.requirement
        if isinstance(requirement, SkillRequirement) and requirement.skill is None and not requirement.aliases:
            remedy = remedy_of(requirement.name)
            if remedy:
                message = f"{quoted(requirement.name)} is looked for as one name; write {remedy}"
                yield Finding(placed.name_node, message)


def remedy_of(name: str) -> str | None:
    """What to write instead of a name that isn't one; None for any other."""
    return _of_years(name) or _of_several(name)


def _of_years(name: str) -> str | None:
    match = _YEARS.search(name)
    if match is None:
        return None
    skill = _AROUND_YEARS.sub("", _AROUND_YEARS.sub("", name[: match.start()] + " " + name[match.end() :])).strip()
    return f"{{name: {skill}, years: {int(match['years'])}}}" if find_skill(skill) else None


def _of_several(name: str) -> str | None:
    parts = [part for part in _BETWEEN.split(name) if part.strip()]
    if len(parts) < 2 or not all(find_skill(part) for part in parts):
        return None
    listed = ", ".join(parts)
    return f"any: [{listed}]" if _EITHER.search(name) else f"an entry each for {listed}"
