"""One spelling belongs to two requirements.

A line that holds it would be evidence for both, and a reader of the report couldn't tell which was
meant. Give the spelling to one of them; where either skill is enough, write an `any`.

Bad:

    title: Cloud Engineer
    skills:
      must:
        - {name: Cloud platforms, aliases: [Azure]}
      nice: [Microsoft Azure]

Good:

    title: Cloud Engineer
    skills:
      must:
        - {name: Cloud platforms, aliases: [hyperscaler]}
      nice: [Microsoft Azure]
"""

from collections.abc import Iterator, Sequence

from screener.model.requirement import SkillRequirement
from screener.roles.linted import Finding, LintedRole, Placed
from screener.roles.problems import quoted
from screener.vocabulary import find_skill
from screener.vocabulary.tokens import spelling_key

SEVERITY = "warning"


def check(role: LintedRole) -> Iterator[Finding]:
    for kinds in (("skill", "any"), ("certification",)):  # a certificate is evidence for a skill, and that is meant
        yield from _shared([one for one in role.single() if one.requirement.kind in kinds])


def _shared(together: Sequence[Placed]) -> Iterator[Finding]:
    owners = {key: placed for placed in reversed(together) for key in _own_keys(placed)}
    for placed in together:
        for alias in placed.aliases():
            owner = owners.setdefault(_key(alias.text), placed)
            if owner.node is not placed.node:
                name, line = quoted(owner.requirement.name), owner.name_node.line
                message = f"alias {quoted(alias.text)} belongs to {name} in line {line}, too; keep it in one of the two"
                yield Finding(alias, message)


def _own_keys(placed: Placed) -> Iterator[str]:
    yield _key(placed.requirement.name)
    if isinstance(placed.requirement, SkillRequirement) and placed.requirement.skill:
        yield spelling_key(placed.requirement.skill)


def _key(name: str) -> str:
    return spelling_key(find_skill(name) or name)
