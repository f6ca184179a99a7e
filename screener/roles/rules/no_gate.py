"""Nothing is a must.

Without a gate every resume that can be read is a fit, however little of the role it shows; only the
score tells candidates apart.

Bad:

    title: Backend Engineer
    skills:
      nice: [Node.js]

Good:

    title: Backend Engineer
    skills:
      must: [Node.js]
"""

from collections.abc import Iterator

from screener.model.requirement import Importance
from screener.roles.linted import Finding, LintedRole

SEVERITY = "warning"


def check(role: LintedRole) -> Iterator[Finding]:
    if not any(requirement.importance is Importance.MUST for requirement in role.role.requirements):
        message = "no requirement is a gate, so everybody is a fit; write what can't be missing under 'must'"
        yield Finding(role.find("skills") or role.root, message)
