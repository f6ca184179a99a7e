"""A skill isn't in the built-in vocabulary.

It works all the same: its name and its aliases are matched as they are written. But nothing else is
known of it: no other spellings, nothing that implies it, nothing that tells it from a common word.
Check the spelling, and list the spellings that resumes use under `aliases`.

Bad:

    title: Backend Engineer
    skills:
      must: [Zorkmid Framework]

Good:

    title: Backend Engineer
    skills:
      must:
        - Node.js
        - {name: Zorkmid Framework, aliases: [Zorkmid, ZMF 2]}
"""

from collections.abc import Iterator

from screener.model.requirement import SkillRequirement
from screener.roles.linted import Finding, LintedRole
from screener.roles.problems import closest, quoted
from screener.roles.rules.joined_names import remedy_of
from screener.vocabulary import load

SEVERITY = "note"


def check(role: LintedRole) -> Iterator[Finding]:
    for placed in role.single():
        requirement = placed.requirement
        if isinstance(requirement, SkillRequirement) and requirement.skill is None and not requirement.aliases:
            if remedy_of(requirement.name):
                continue  # joined-names says what to do
            yield Finding(
                placed.name_node,
                f"skill {quoted(requirement.name)} is not in the vocabulary; {_remedy(requirement.name)}",
            )


def _remedy(name: str) -> str:
    names = {known.lower(): known for known in load("skills")["names"]}
    meant = closest(name, names)
    if meant:
        return f"did you mean {quoted(names[meant])}?"
    return "it is matched as written, so list other spellings under 'aliases'"
