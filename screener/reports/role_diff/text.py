"""What becomes of candidates when a role changes -> what people read: who moves and why, then the numbers."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from rich.text import Text

from screener.model.gates import Cost
from screener.model.role_diff import Compared, Move, RoleDiff
from screener.model.screening import Verdict
from screener.reports.pen import GAP, MARGIN, Column, Pen, open_console, widest
from screener.reports.role_diff.listing import INDENT, Listing
from screener.reports.role_diff.wording import cause_words, change_lines
from screener.reports.wording import VERDICTS, counted, day_words

_NUMBER = 7  # a column of numbers
_JUDGED = (Verdict.FIT, Verdict.REVIEW, Verdict.NO_FIT)


def write(diff: RoleDiff, stream: TextIO) -> None:
    """Print on the stream, in colour and as wide as it is when it is a terminal."""
    pen = Pen(open_console(stream))
    blocks = (
        _header(diff, pen),
        _changes(diff, pen),
        _moves(diff, pen),
        _counts(diff, pen),
        _gates(diff, pen),
        _scores(diff, pen),
        _unreadable(diff, pen),
    )
    for block in blocks:
        lines = list(block)
        pen.print([*lines, Text()] if lines else [])
    stream.flush()


def _header(diff: RoleDiff, pen: Pen) -> Iterator[Text]:
    yield Text()
    for label, role in (("old", diff.old), ("new", diff.new)):
        parts = [pen.text(role.title, "bold"), pen.path(role.file, pen.width // 2, "dim")]
        yield from pen.row(
            [pen.text(label, "dim"), pen.join(parts, " · ")], [Column(3), Column(pen.width - 3 * MARGIN)]
        )
    facts = [f"{counted(len(diff.candidates) - diff.duplicates, 'candidate')} as of {day_words(diff.as_of)}"]
    facts += [f"{counted(diff.duplicates, 'more file')} of the same"] if diff.duplicates else []
    facts += [f"{diff.skipped} skipped"] if diff.skipped else []
    facts += [] if diff.complete else ["stopped before the last file"]
    yield from pen.paragraph(pen.text(" · ".join(facts), "dim"))


def _title(words: str, pen: Pen, aside: str = "") -> Text:
    return pen.line(MARGIN, pen.join([pen.text(words, "bold"), pen.text(aside, "dim")], "  "))


def _changes(diff: RoleDiff, pen: Pen) -> Iterator[Text]:
    lines = list(change_lines(diff))
    yield _title("What the role asks" if lines else "The roles ask the same", pen)
    styles = {"+": "met", "-": "not met", "~": "unknown"}
    for sign, words in lines:
        columns = [Column(1), Column(pen.width - INDENT - GAP - 1)]
        yield from pen.row([pen.text(sign, styles[sign]), pen.text(words)], columns, INDENT)


def _moves(diff: RoleDiff, pen: Pen) -> Iterator[Text]:
    if not diff.moves:
        yield _title("Nobody moves between verdicts", pen)
        return
    yield _title("Who moves", pen, f"{len(diff.moves)} of {len(diff.candidates) - diff.duplicates}")
    listing = Listing([move.candidate for move in diff.moves], diff, pen)
    for (old, new), moves in groupby(diff.moves, key=lambda move: _verdicts(move.candidate)):
        group = list(moves)
        badges = [pen.badge(old, VERDICTS[old]), pen.text("→"), pen.badge(new, VERDICTS[new])]
        yield Text()
        yield pen.line(MARGIN, pen.join([*badges, pen.text(str(len(group)), "dim")], " "))
        yield from _tally(group, pen)
        for move in group:
            words = "; ".join(map(cause_words, move.causes))
            yield from listing.row(move.candidate, words)


def _verdicts(candidate: Compared) -> tuple[Verdict, Verdict]:
    return candidate.old.verdict, candidate.new.verdict


def _tally(moves: list[Move], pen: Pen) -> Iterator[Text]:
    """Which requirements moved how many, most first; for one candidate the row says it."""
    tally = Counter(getattr(cause, "name", "another reason") for move in moves for cause in move.causes)
    if len(moves) > 1:
        words = ", ".join(f"{name} {count}" for name, count in sorted(tally.items(), key=lambda one: (-one[1], one[0])))
        yield from pen.paragraph(pen.text(f"moved by {words}", "dim"), INDENT)


def _counts(diff: RoleDiff, pen: Pen) -> Iterator[Text]:
    yield _title("Verdicts", pen, "old in rows, new in columns")
    columns = [Column(10), *[Column(_NUMBER, right=True) for _ in range(len(_JUDGED) + 1)]]
    heads = ["", *[VERDICTS[verdict] for verdict in _JUDGED], "all"]
    yield from pen.row([pen.text(head, "dim") for head in heads], columns, INDENT)
    for old in _JUDGED:
        numbers = [diff.counts.get((old, new), 0) for new in _JUDGED]
        cells = [
            _number(number, pen, "bold" if new is not old else "") for new, number in zip(_JUDGED, numbers, strict=True)
        ]
        yield from pen.row([pen.text(VERDICTS[old]), *cells, _number(sum(numbers), pen, "dim")], columns, INDENT)
    sums = [sum(count for (_, after), count in diff.counts.items() if after is new) for new in _JUDGED]
    cells = [_number(number, pen, "dim") for number in (*sums, sum(sums))]
    yield from pen.row([pen.text("all", "dim"), *cells], columns, INDENT)


def _number(number: int, pen: Pen, style: str = "") -> Text:
    return pen.text(str(number), style if number else "dim")


def _gates(diff: RoleDiff, pen: Pen) -> Iterator[Text]:
    if not diff.gates:
        return
    yield _title("What gates cost", pen, "no fit by this gate alone, and in all, with others")
    width = widest([pen.text(gate.name) for gate in diff.gates], pen.width - INDENT - 4 * (_NUMBER + GAP) - GAP)
    columns = [Column(max(width, 4)), *[Column(_NUMBER, right=True) for _ in range(4)]]
    for heads in (("", "old", "", "new", ""), ("gate", "alone", "in all", "alone", "in all")):
        yield from pen.row([pen.text(head, "dim") for head in heads], columns, INDENT)
    for gate in diff.gates:
        cells = [cell for cost in (gate.old, gate.new) for cell in _cost(cost, pen)]
        yield from pen.row([pen.short(gate.name, columns[0].width), *cells], columns, INDENT)


def _cost(cost: Cost | None, pen: Pen) -> list[Text]:
    if cost is None:
        return [pen.text("–", "dim"), pen.text("–", "dim")]
    return [_number(cost.alone, pen, "bold"), _number(cost.in_all, pen)]


def _scores(diff: RoleDiff, pen: Pen) -> Iterator[Text]:
    if not diff.scores:
        return
    shown = [change for change in diff.scores if change.old_rank != change.new_rank]
    yield _title("Order", pen, "of those who keep their verdict: old → new place among them, and score")
    listing = Listing([change.candidate for change in shown], diff, pen)
    for change in shown:
        candidate = change.candidate
        place = f"{VERDICTS[candidate.new.verdict]} {change.old_rank} → {change.new_rank}"
        by = candidate.new.score - candidate.old.score
        words = f"{place}, score {candidate.old.score} → {candidate.new.score} ({by:+})"
        yield from listing.row(candidate, words)
    rest = len(diff.scores) - len(shown)
    if rest:
        words = f"{counted(rest, 'more score' if shown else 'score')} changed without changing the order"
        yield from pen.paragraph(pen.text(f"{words}; --format json has them", "dim"), INDENT)


def _unreadable(diff: RoleDiff, pen: Pen) -> Iterator[Text]:
    if not diff.unreadable:
        return
    badge = pen.badge(Verdict.UNREADABLE, VERDICTS[Verdict.UNREADABLE])
    yield pen.line(MARGIN, badge, 1, pen.text(str(len(diff.unreadable)), "dim"))
    names = [pen.path(one.file, pen.width // 3, "bold") for one in diff.unreadable]
    width = widest(names, pen.width // 3)
    for name, one in zip(names, diff.unreadable, strict=True):
        columns = [Column(width), Column(pen.width - INDENT - width - GAP)]
        yield from pen.row([name, pen.text(one.cause.message)], columns, INDENT)
