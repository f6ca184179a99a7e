"""More years of a skill are asked than of experience.

Months of a skill are counted in positions, so nobody can have more of them than of experience: the
role asks for more than its own `experience` says.

Bad:

    title: Backend Engineer
    experience: {years: 3-5}
    skills:
      must:
        - {name: Node.js, years: 6}

Good:

    title: Backend Engineer
    experience: {years: 3-5}
    skills:
      must:
        - {name: Node.js, years: 2}
"""

from collections.abc import Iterator

from screener.model.requirement import ExperienceRequirement, SkillRequirement
from screener.roles.linted import Finding, LintedRole
from screener.roles.problems import quoted

SEVERITY = "warning"


def check(role: LintedRole) -> Iterator[Finding]:
    asked = next((one.requirement for one in role.placed if isinstance(one.requirement, ExperienceRequirement)), None)
    if asked is None:
        return
    for placed in role.single():
        requirement = placed.requirement
        if isinstance(requirement, SkillRequirement) and (requirement.months or 0) > asked.months:
            years, most = (requirement.months or 0) / 12, asked.months / 12
            message = (
                f"{years:g} years of {quoted(requirement.name)} are more than the {most:g} years of experience asked; "
                "lower them, or raise 'experience'"
            )
            yield Finding(placed.find("years") or placed.node, message)
