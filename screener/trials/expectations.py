"""What an example expects and how its resume was judged -> where the two differ.

Each key of `expect` is compared by itself, so that everything that differs is told at once. Names must be
those of requirements or of other examples: an expectation about a name that isn't there would hold for
ever, or never, and is a fault of the example.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, cast

from screener.model.requirement import AnyRequirement, Requirement
from screener.model.role import RoleExample
from screener.model.screening import Finding, Screening, Status, Unreadable, Verdict
from screener.model.trial import Difference
from screener.roles.problems import closest, quoted

Result = Screening | Unreadable
Others = Mapping[str, Sequence[Result | None]]  # of all examples by name; None for one that could not be screened

_ORDER = tuple(Verdict)


class Comparison(NamedTuple):
    """What differs, and what can't be compared at all."""

    differences: tuple[Difference, ...]
    faults: tuple[str, ...]


def compare(example: RoleExample, result: Result, others: Others) -> Comparison:
    """Everything that is wrong with an example; why a resume is unreadable is said once."""
    found = list(_compared(example, result, others))
    differences = [item for item in found if isinstance(item, Difference)]
    if isinstance(result, Unreadable):
        differences[1:] = [replace(difference, reason="") for difference in differences[1:]]
    return Comparison(tuple(differences), tuple(item for item in found if isinstance(item, str)))


def expectations(example: RoleExample) -> dict[str, object]:
    """`expect` as a mapping, also where it is a verdict alone."""
    return {"verdict": example.expect} if isinstance(example.expect, str) else example.expect


def names_of(example: RoleExample, part: str) -> list[str]:
    """The requirements that are named under met, not_met or unknown."""
    return cast(list[str], expectations(example).get(part, []))


def _compared(example: RoleExample, result: Result, others: Others) -> Iterator[Difference | str]:
    expected = expectations(example)
    if not any(expected.values()):
        yield "'expect' says nothing; write a verdict, or what must be met"
    if "verdict" in expected:
        yield from _verdict(Verdict(cast(str, expected["verdict"])), result)
    for status in Status:
        for name in names_of(example, status):
            yield from _status(name, status, result)
    if "score" in expected:
        yield from _score(cast(str, expected["score"]), result)
    if "above" in expected:
        yield from _above(cast(str, expected["above"]), example.name, result, others)


def _verdict(expected: Verdict, result: Result) -> Iterator[Difference]:
    got = Verdict.UNREADABLE if isinstance(result, Unreadable) else result.verdict
    if got is not expected:
        yield Difference("verdict", None, expected, got, _why(result))


def _why(result: Result) -> str:
    if isinstance(result, Unreadable):
        return result.message
    return "; ".join(result.reasons) or "every gate is met"


def _status(name: str, expected: Status, result: Result) -> Iterator[Difference | str]:
    if isinstance(result, Unreadable):
        yield Difference(expected, name, expected, "unreadable", result.message)
        return
    named = [finding for finding in result.findings if finding.requirement.name == name]
    if not named:
        yield _unknown_name(name, [finding.requirement for finding in result.findings], expected)
    for finding in named:
        if finding.status is not expected:
            yield Difference(expected, name, expected, finding.status, _reason(finding))


def _reason(finding: Finding) -> str:
    """Met findings say why, too: the quote is what the role's owner didn't think of."""
    if finding.status is not Status.MET or not finding.evidence:
        return finding.reason
    return f'{finding.reason}, found as "{finding.evidence[0].matched}"'


def _unknown_name(name: str, requirements: Iterable[Requirement], part: str) -> str:
    requirements = tuple(requirements)
    for requirement in requirements:
        if isinstance(requirement, AnyRequirement) and name in (entry.name for entry in requirement.entries):
            remedy = f"it is one way to meet {quoted(requirement.name)}: write that"
            break
    else:
        names = [requirement.name for requirement in requirements]
        remedy = _did_you_mean(name, names)
    return f"'{part}' names {quoted(name)}, which is no requirement of this role; {remedy}"


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    folded = {other.casefold(): other for other in known}
    meant = closest(name.casefold(), folded)
    if meant:
        return f"did you mean {quoted(folded[meant])}?"
    return f"write one of: {', '.join(folded.values())}"


def _score(expected: str, result: Result) -> Iterator[Difference]:
    if isinstance(result, Unreadable):
        yield Difference("score", None, expected, "unreadable", result.message)
    elif not holds(expected, result.score):
        yield Difference("score", None, expected, str(result.score))


def bound_of(expected: str) -> tuple[str, Decimal]:
    """The comparison, = where none is written, and the number of a score bound."""
    number = expected.lstrip("<>= ")
    return expected[: len(expected) - len(number)].strip() or "=", Decimal(number)


def holds(expected: str, score: Decimal) -> bool:
    """Whether a score is what a bound asks for: 75.2, ">= 40"."""
    sign, number = bound_of(expected)
    return {
        ">=": score >= number,
        "<=": score <= number,
        ">": score > number,
        "<": score < number,
    }.get(sign, score == number)


def _above(name: str, own: str, result: Result, others: Others) -> Iterator[Difference | str]:
    if name == own:
        yield "'above' names the example itself; name another one"
    elif name not in others:
        yield f"'above' names {quoted(name)}, which is no example of this role; {_example_names(name, own, others)}"
    elif len(others[name]) > 1:
        yield f"'above' names {quoted(name)}, as {len(others[name])} examples are called; name each differently"
    elif (other := others[name][0]) is None:
        yield f"{quoted(name)}, which it must rank above, could not be screened; see there"
    elif isinstance(other, Unreadable):
        yield f"{quoted(name)}, which it must rank above, is unreadable and has no rank; name another example"
    elif isinstance(result, Unreadable):
        yield Difference("above", None, name, "unreadable", result.message)
    elif _rank(result) >= _rank(other):
        reason = f"{quoted(name)} is {_standing(other)}"
        yield Difference("above", None, name, _standing(result), reason)


def _example_names(name: str, own: str, others: Iterable[str]) -> str:
    known = [other for other in others if other != own]
    return _did_you_mean(name, known) if known else "add that example, or remove the key"


def _rank(screening: Screening) -> tuple[int, Decimal]:
    """As tables sort: the verdict first, then the score."""
    return _ORDER.index(screening.verdict), -screening.score


def _standing(screening: Screening) -> str:
    return f"{screening.verdict.replace('_', ' ')} with {screening.score}"
