"""What is wrong with a role file, as values: where, what, which rule, and the remedy in the same line."""

from collections.abc import Iterable
from typing import NamedTuple

from screener.errors import RoleError

MOST_SHOWN = 100  # a file that was never a role shouldn't fill a terminal
LONGEST_QUOTE = 40
SEVERITIES = ("error", "warning", "note")


class Problem(NamedTuple):
    """One problem at a place in the file; line and column count from 1, 0 is the file as a whole."""

    line: int
    column: int
    message: str
    rule: str
    severity: str = "error"

    def text(self, file: str) -> str:
        place = f"{file}:{self.line}:{self.column}" if self.line else file
        return f"{place}: {self.severity}: {self.message} ({self.rule})"


class RefusedRole(RoleError):
    """A role file that can't be used, with its problems as values, in the order of its lines."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.found = in_order(problems)
        super().__init__(tuple(problem.text(file) for problem in self.found))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By line, each once; of very many only the first of the gravest, and one that counts the rest."""
    ordered = sorted(set(problems))
    shown = sorted(sorted(ordered, key=lambda one: SEVERITIES.index(one.severity))[:MOST_SHOWN])
    rest = [one for one in ordered if one not in set(shown)] if len(ordered) > MOST_SHOWN else []
    if not rest:
        return tuple(ordered)
    worst = min((one.severity for one in rest), key=SEVERITIES.index)
    message = f"{len(rest)} more problems; mend the ones above first"
    return (*shown, Problem(0, 0, message, "too-many", worst))


def quoted(text: str) -> str:
    """A word of the file as a message shows it: short, on one line, without control characters."""
    short = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return "'" + "".join(c if c.isprintable() else "�" for c in short) + "'"


def closest(word: str, known: Iterable[str], *, cutoff: float = 0.7) -> str | None:
    """The known word that was probably meant."""
    if len(word) > LONGEST_QUOTE:
        return None  # comparing costs the product of the lengths
    import difflib

    match = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=cutoff)
    return match[0] if match else None
