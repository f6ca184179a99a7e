"""A weight changes nothing.

A weight for an importance that no requirement uses, or on a requirement that would have it anyway,
reads as a decision and is none. A wish of weight 0 changes no score and no verdict: remove it.

Bad:

    title: Backend Engineer
    skills:
      must: [Node.js]
    weights: {nice: 2}

Bad:

    title: Backend Engineer
    skills:
      must:
        - {name: Node.js, weight: 3}

Bad:

    title: Backend Engineer
    skills:
      must: [Node.js]
      nice:
        - {name: Git, weight: 0}

Good:

    title: Backend Engineer
    skills:
      must:
        - {name: Node.js, weight: 5}
      nice: [Git]
    weights: {nice: 2}
"""

from collections.abc import Iterator

from screener.model.requirement import Importance
from screener.roles.linted import Finding, LintedRole
from screener.roles.load import default_weights
from screener.roles.nodes import Scalar
from screener.roles.problems import quoted
from screener.roles.scalars import read_weight

SEVERITY = "warning"


def check(role: LintedRole) -> Iterator[Finding]:
    weights = default_weights()
    own = {importance: role.find("weights", importance) for importance in Importance}
    weights |= {importance: read_weight(node) for importance, node in own.items() if isinstance(node, Scalar)}
    for importance, node in own.items():
        if node is not None and not _is_used(role, importance):
            message = (
                f"no requirement takes its weight from '{importance}'; remove the line, or the weights of its entries"
            )
            yield Finding(node, message)
        elif node is not None and not weights[importance] and importance is not Importance.MUST:
            yield Finding(node, f"'{importance}' of weight 0 changes nothing; remove its requirements, or weigh them")
    for placed in role.placed:
        weight = placed.find("weight")
        requirement = placed.requirement
        if weight is not None and not requirement.weight and requirement.importance is not Importance.MUST:
            message = f"{quoted(requirement.name)} of weight 0 changes nothing; remove it, or give it a weight"
            yield Finding(weight, message)
        elif weight is not None and requirement.weight == weights[requirement.importance]:
            message = f"{requirement.weight} is the weight of every '{requirement.importance}'; remove it"
            yield Finding(weight, message)


def _is_used(role: LintedRole, importance: Importance) -> bool:
    return any(placed.requirement.importance is importance and placed.find("weight") is None for placed in role.placed)
