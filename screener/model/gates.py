"""What gates cost: how many candidates each keeps out."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from screener.model.screening import Status

_Gate = TypeVar("_Gate", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Cost:
    """How many candidates are no fit because of a gate: `alone`, as the only one, and with others, too."""

    alone: int
    in_all: int


def count_costs(gates: Sequence[_Gate], candidates: Iterable[Mapping[_Gate, Status]]) -> dict[_Gate, Cost]:
    """What each gate costs; a candidate is the statuses that were found for gates."""
    failed = [[gate for gate in gates if found.get(gate) is Status.NOT_MET] for found in candidates]
    alone = Counter(failures[0] for failures in failed if len(failures) == 1)
    in_all = Counter(gate for failures in failed for gate in failures)
    return {gate: Cost(alone[gate], in_all[gate]) for gate in gates}
