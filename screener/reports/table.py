"""Several Outcomes -> the ranked table: best verdict first, a column of signs for every gate.

Gates have names as long as they like and columns as narrow as a sign: their names hang like flags above the
columns, so that a role with ten gates still fits in 80 columns. Experience is a bar whose band lies in the same
cells of every row. What has no room beside a candidate goes under them, before anything is cut.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from screener.model.report import Report
from screener.model.requirement import Importance, Requirement
from screener.model.screening import Finding, Outcome, Screening, Verdict
from screener.reports.bars import Scale
from screener.reports.experience import Band, band_of, bar, table_scale
from screener.reports.gate_table import gate_lines
from screener.reports.pen import GAP, MARGIN, Column, Pen, widest
from screener.reports.ranking import ranked, shared_folder, unreadable, within
from screener.reports.styles import REACH_GLYPHS, VERDICT_SIGNS, VERDICT_STYLES
from screener.reports.wording import VERDICTS, asked, counted, day_words, requirement_name, short_range, summary

_REASON_COLUMN = 30  # the narrowest that is worth having; else reasons go under their rows
_REASON_LINES = 4  # at most; then it is cut
_NARROWEST_NAME, _NAME, _NARROWEST_FLAG = 9, 20, 6
_FILE = 24
_SCORE = 5
_FEWEST_BAR, _USUAL_BAR, _WIDE_BAR = 8, 10, 20
_VERY_WIDE = 170
_RIGHT = (0, 2)  # the columns of numbers


class _Row(NamedTuple):
    rank: int
    outcome: Outcome
    screening: Screening


class _Layout(NamedTuple):
    columns: tuple[Column, ...]  # rank, candidate, score, experience, bar when there is one, gates
    gates: tuple[Requirement, ...]
    more_gates: int  # that have no room
    band: Band | None
    scale: Scale | None  # None: no bar
    file: int  # width of the column of files; 0: they go under their rows, with the reasons
    reason: int
    folder: str  # that all files lie in; not repeated in every row


def table_lines(report: Report, pen: Pen, top: int | None = None) -> Iterator[Text]:
    """The whole table, line by line; `top` cuts the candidates, never the summary."""
    rows = [_Row(rank, *judged) for rank, judged in enumerate(ranked(report.outcomes), start=1)]
    shown = rows if top is None else rows[:top]
    folder = shared_folder(report.outcomes)
    yield Text()
    yield from pen.paragraph(_run(report, folder, pen))
    yield from pen.paragraph(_tally(report, pen))
    if shown:
        layout = _layout(report, shown, folder, pen)
        yield Text()
        yield from _flags(layout, pen)
        if layout.more_gates:
            yield from pen.paragraph(pen.text(f"without {counted(layout.more_gates, 'more gate')}: no room", "dim"))
        for verdict in Verdict:
            group = [row for row in shown if row.screening.verdict is verdict]
            of_all = sum(row.screening.verdict is verdict for row in rows)
            yield from _group(verdict, group, layout, pen, of_all=of_all)
    yield from _unreadable(report.outcomes, folder, pen)
    yield from gate_lines(report, pen)
    yield Text()
    if len(shown) < len(rows):
        yield from pen.paragraph(pen.text(f"the first {len(shown)} of {len(rows)} are shown", "dim"))
    if pen.has_cut:
        yield from pen.paragraph(pen.text("… marks what is cut; “screen FILE” shows a candidate in detail", "dim"))
    if not report.complete:
        yield from pen.paragraph(pen.text("stopped before the last file", "caution"))
    yield from pen.paragraph(pen.text(summary(report)))
    yield Text()


def _run(report: Report, folder: str, pen: Pen) -> Text:
    parts = [pen.text(report.role.title, "bold"), pen.text(f"as of {day_words(report.as_of)}", "dim")]
    if folder:
        parts.append(pen.line(pen.text("in ", "dim"), pen.path(f"{folder}/", pen.width - MARGIN, "dim")))
    return pen.join(parts, " · ")


def _tally(report: Report, pen: Pen) -> Text:
    """ "✓ 3 fit   ? 1 review   ✗ 2 no fit"."""
    results = [outcome.result for outcome in report.outcomes]
    verdicts = Counter(one.verdict if isinstance(one, Screening) else Verdict.UNREADABLE for one in results)
    return pen.join(
        [
            pen.text(f"{VERDICT_SIGNS[verdict]} {verdicts[verdict]} {VERDICTS[verdict]}", VERDICT_STYLES[verdict])
            for verdict in Verdict
            if verdicts[verdict]
        ],
        "   ",
    )


def _flags(layout: _Layout, pen: Pen) -> Iterator[Text]:
    """The gates' names above their columns, and the other headings on the last line.

    They hang to the right; where a name has no room there and more at the left, all of them hang to the left.
    """
    before = layout.columns[:-1]
    start = MARGIN + sum(column.width + GAP for column in before)
    words = ("", "candidate", "score", "experience", f"{REACH_GLYPHS[True][0] * 2} asked")[: len(before)]
    headings = pen.row([pen.text(word, "dim") for word in words], before)[0]
    flags = [pen.text(_gate_words(gate)) for gate in layout.gates]
    rooms = [pen.width - start - 2 * number - 2 - MARGIN for number in range(len(flags))]
    to_the_left = any(flag.cell_len > room for flag, room in zip(flags, rooms, strict=True)) and rooms[-1] < start
    if to_the_left:
        yield from _flags_to_the_left(flags, start, pen)
        yield pen.line(headings, start - headings.cell_len, pen.text(" ".join("│" * len(flags)), "dim"))
        return
    if not flags:
        yield headings
    for number, (gate, room) in enumerate(zip(layout.gates, rooms, strict=True)):
        line = headings if number == len(flags) - 1 else Text(no_wrap=True, end="")
        stems = pen.text("│ " * number + "┌ ", "dim")
        yield pen.line(line, start - line.cell_len, stems, pen.short(_gate_words(gate), room))


def _flags_to_the_left(flags: Sequence[Text], start: int, pen: Pen) -> Iterator[Text]:
    for number in reversed(range(len(flags))):
        at = start + 2 * number
        flag = pen.short(flags[number].plain, at - MARGIN - 1)
        stems = pen.text(" ┐" + " │" * (len(flags) - 1 - number), "dim")
        yield pen.line(at - 1 - flag.cell_len, flag, stems)


def _gate_words(gate: Requirement) -> str:
    return ", ".join(filter(None, (requirement_name(gate), asked(gate))))


def _group(verdict: Verdict, rows: list[_Row], layout: _Layout, pen: Pen, *, of_all: int) -> Iterator[Text]:
    if not rows:
        return
    badge = pen.badge(verdict, VERDICTS[verdict])
    yield Text()
    count = str(of_all) if len(rows) == of_all else f"{len(rows)} of {of_all}"
    yield pen.line(MARGIN, badge, 2, pen.text(count, "dim"))
    for row in rows:
        yield from _row(row, layout, pen)


def _row(row: _Row, layout: _Layout, pen: Pen) -> Iterator[Text]:
    name, file = _name(row, layout.folder), within(row.outcome.file, layout.folder)
    cells = _cells(row, name, layout, pen)
    if layout.file:
        words, months = _reason(row, layout.folder), pen.text(_months_of_gates(row.screening), "dim")
        reason = pen.short(words, layout.reason * _REASON_LINES - 8)
        if not words and months.cell_len <= layout.reason:
            reason = months
        cells += [pen.path(file, layout.file, "dim"), reason]
        yield from pen.row(cells, [*layout.columns, Column(layout.file), Column(layout.reason)])
        return
    yield from pen.row(cells, layout.columns)
    indent = MARGIN + layout.columns[0].width + GAP
    room = pen.width - indent - MARGIN
    under = [] if file == name else [pen.path(file, room, "dim")]
    under += [pen.short(_reason(row, layout.folder), room * _REASON_LINES - 8)]
    if any(under):
        yield from pen.row([pen.join(under, "  ")], [Column(room)], indent)


def _cells(row: _Row, name: str, layout: _Layout, pen: Pen) -> list[Text]:
    experience = row.screening.experience
    cells = [
        pen.text(str(row.rank), "dim"),
        pen.short(name, layout.columns[1].width, "bold"),
        pen.text(str(row.screening.score)),
        pen.text(short_range(experience)),
    ]
    if layout.band and layout.scale:
        cells.append(bar(experience, layout.band, layout.scale, pen))
    return [*cells, _signs(row.screening.findings, layout.gates, pen)]


def _name(row: _Row, folder: str) -> str:
    return row.screening.resume.candidate.name or within(row.outcome.file, folder)


def _reason(row: _Row, folder: str) -> str:
    duplicate, note = row.outcome.duplicate_of, row.outcome.duplicate_note
    parts = [f"same candidate as {within(duplicate, folder)}{f' ({note})' if note else ''}"] if duplicate else []
    return "; ".join([*parts, *_together(row.screening.reasons)])


def _together(reasons: Sequence[str]) -> Iterator[str]:
    """ "NestJS: not found" and "MongoDB: not found" as one: "not found: NestJS, MongoDB"."""
    names: dict[str, list[str]] = {}
    for reason in reasons:
        name, _, why = reason.rpartition(": ")
        names.setdefault(why, []).append(name)
    for why, of in names.items():
        parts = (why, ", ".join(of)) if len(of) > 1 else (of[0], why)
        yield ": ".join(filter(None, parts))


def _months_of_gates(screening: Screening) -> str:
    """ "Node.js 5y 10m, MongoDB 3y": what there is to say of who meets them all."""
    gates = (one for one in screening.findings if one.requirement.importance is Importance.MUST)
    skills = [one for one in gates if one.months and one.requirement.kind != "experience"]
    return ", ".join(f"{requirement_name(one.requirement)} {short_range(one.months)}" for one in skills)


def _signs(findings: Sequence[Finding], gates: Sequence[Requirement], pen: Pen) -> Text:
    status = {finding.requirement: finding.status for finding in findings}
    return Text(" ").join(pen.sign(status[gate]) if gate in status else Text(" ") for gate in gates)


def _layout(report: Report, rows: list[_Row], folder: str, pen: Pen) -> _Layout:
    gates = [item for item in report.role.requirements if item.importance is Importance.MUST]
    rank = len(str(rows[-1].rank))
    experience = max(widest([pen.text(short_range(row.screening.experience)) for row in rows], 15), len("experience"))
    room = pen.width - 2 * MARGIN - rank - _SCORE - experience - 4 * GAP  # for candidates, a bar and gates
    shown = tuple(gates[: max((room - _NARROWEST_NAME - _NARROWEST_FLAG) // 2, 1)])
    signs = max(2 * len(shown) - 1, 1)
    name = max(widest([pen.text(_name(row, folder)) for row in rows], 28), _NARROWEST_NAME)
    file = max(widest([pen.text(within(row.outcome.file, folder)) for row in rows], _FILE), 8)
    band = band_of(report.role)
    cells = _bar_cells(room - signs - _NARROWEST_FLAG - min(name, _NAME) - GAP, pen) if band else 0
    if cells:
        room -= cells + GAP
    name = min(name, max(room - 2 * len(shown) - _NARROWEST_FLAG, _NARROWEST_NAME))
    reason = room - name - signs - file - 2 * GAP
    if reason < _REASON_COLUMN:
        file = reason = 0
    widths = (rank, name, _SCORE, experience, *([cells] if cells else []), signs)
    columns = tuple(Column(width, number in _RIGHT) for number, width in enumerate(widths))
    scale = table_scale(band, cells) if band and cells else None
    return _Layout(columns, shown, len(gates) - len(shown), band, scale, file, reason, folder)


def _bar_cells(room: int, pen: Pen) -> int:
    return 0 if room < _FEWEST_BAR else min(room, _WIDE_BAR if pen.width >= _VERY_WIDE else _USUAL_BAR)


def _unreadable(outcomes: Sequence[Outcome], folder: str, pen: Pen) -> Iterator[Text]:
    """Files without a verdict, apart from the candidates, with the cause and the remedy."""
    failed = unreadable(outcomes)
    if not failed:
        return
    badge = pen.badge(Verdict.UNREADABLE, VERDICTS[Verdict.UNREADABLE])
    yield Text()
    yield pen.line(MARGIN, badge, 2, pen.text(str(len(failed)), "dim"))
    names = [pen.path(within(outcome.file, folder), max(pen.width // 3, 12), "bold") for outcome, _ in failed]
    name_width = widest(names, pen.width // 3)
    columns = [Column(name_width), Column(pen.width - 2 * MARGIN - name_width - GAP)]
    for name, (_, result) in zip(names, failed, strict=True):
        yield from pen.row([name, pen.text(result.message)], columns)
