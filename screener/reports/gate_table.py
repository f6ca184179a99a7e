"""What gates cost -> the lines under the ranked table: numbers, and the questions that would settle the unknown."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from screener.model.report import Report
from screener.reports.gates import Gate, gates_of
from screener.reports.pen import GAP, MARGIN, Column, Pen, widest
from screener.reports.wording import asked, requirement_name

_HEADS = ("alone", "in all", "one away", "unknown")
_NUMBER = 8  # a column of numbers
_INDENT = 2 * MARGIN


def gate_lines(report: Report, pen: Pen) -> Iterator[Text]:
    """Nothing where every candidate meets every gate."""
    gates = [gate for gate in gates_of(report) if gate.cost.in_all or gate.unknown]
    if not gates:
        return
    yield Text()
    aside = pen.text("no fit by it alone, and in all; one away: all else is met; unknown: no other gate says no", "dim")
    yield from pen.paragraph(pen.join([pen.text("What gates cost", "bold"), aside], "  "))
    yield from _numbers(gates, pen)
    yield from _questions(gates, pen)


def _numbers(gates: Sequence[Gate], pen: Pen) -> Iterator[Text]:
    room = pen.width - _INDENT - MARGIN - len(_HEADS) * (_NUMBER + GAP)
    names = [pen.short(_name(gate), max(room, 6)) for gate in gates]
    columns = [Column(widest(names, room)), *(Column(_NUMBER, right=True) for _ in _HEADS)]
    yield from pen.row([Text(), *(pen.text(head, "dim") for head in _HEADS)], columns, _INDENT)
    for name, gate in zip(names, gates, strict=True):
        numbers = (gate.cost.alone, gate.cost.in_all, gate.one_away, gate.unknown)
        cells = [pen.text(str(number), "" if number else "dim") for number in numbers]
        yield from pen.row([name, *cells], columns, _INDENT)


def _questions(gates: Sequence[Gate], pen: Pen) -> Iterator[Text]:
    """For each gate the most frequent question; the others stand with their candidates. The same one stands once."""
    names: dict[tuple[str, int, int], list[str]] = {}
    for gate in gates:
        if gate.questions:
            question, count = gate.questions[0]
            rest = sum(number for _, number in gate.questions) - count
            names.setdefault((question, count, rest), []).append(requirement_name(gate.requirement))
    if names:
        yield from pen.paragraph(pen.text("What to ask where it is unknown", "bold"))
    for (question, count, rest), of in names.items():
        words = f"{question}{f' ({count} candidates)' if count > 1 else ''}"
        more = f"and other questions for {rest} more" if rest else ""
        parts = [pen.whole(f"{', '.join(of)}:"), pen.text(words), pen.text(more, "dim")]
        yield from pen.paragraph(pen.join(parts, " "), _INDENT)


def _name(gate: Gate) -> str:
    return ", ".join(filter(None, (requirement_name(gate.requirement), asked(gate.requirement))))
