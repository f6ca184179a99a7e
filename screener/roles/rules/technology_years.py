"""More years of a technology are asked than it exists.

Nobody has ten years of something that came out five years ago; its own authors would be no fit. The
year of the first public release is compared with the day of the check (`--as-of`).

Bad:

    title: Backend Engineer
    skills:
      must:
        - {name: FastAPI, years: 30}

Good:

    title: Backend Engineer
    skills:
      must:
        - {name: FastAPI, years: 2}
"""

from collections.abc import Iterator

from screener.model.requirement import SkillRequirement
from screener.roles.linted import Finding, LintedRole
from screener.roles.problems import quoted
from screener.roles.word_lists import load_years

SEVERITY = "warning"


def check(role: LintedRole) -> Iterator[Finding]:
    asking = [placed for placed in role.single() if getattr(placed.requirement, "months", None)]
    released = load_years("first_releases") if asking else {}
    for placed in asking:
        requirement = placed.requirement
        if not isinstance(requirement, SkillRequirement) or requirement.skill not in released:
            continue
        year = released[requirement.skill]
        possible = role.today.year - year + 1  # who began in its first January
        years = (requirement.months or 0) / 12
        if years > possible:
            message = (
                f"{years:g} years of {quoted(requirement.name)} are more than anybody has: "
                f"it was first released in {year}; ask for fewer"
            )
            yield Finding(placed.find("years") or placed.node, message)
