"""Everything is a must.

With every requirement a gate, one word that is missing on a page ends an application, and the score
can't order those who are left. Decide what the work can't be started without, and write the rest under
`should` and `nice`.

Bad:

    title: Backend Engineer
    experience: {years: 5}
    skills:
      must: [Node.js, NestJS, MongoDB, PostgreSQL]

Good:

    title: Backend Engineer
    experience: {years: 5}
    skills:
      must: [Node.js]
      should: [NestJS, MongoDB, PostgreSQL]
"""

from collections.abc import Iterator

from screener.model.requirement import Importance
from screener.roles.linted import Finding, LintedRole

SEVERITY = "warning"

_FEW = 3  # a role of so few lines may well be all gates


def check(role: LintedRole) -> Iterator[Finding]:
    requirements = role.role.requirements
    if len(requirements) > _FEW and all(one.importance is Importance.MUST for one in requirements):
        message = f"all {len(requirements)} requirements are gates; move what can be learned to 'should' or 'nice'"
        yield Finding(role.find("skills", "must") or role.root, message)
