"""Several Outcomes -> the ranked table: best verdict first, a column of signs for every gate.

Gates have names as long as they like and columns as narrow as a sign: their names hang like flags
above the columns, so that a role with ten gates still fits in 80 columns.
"""

from collections.abc import Iterator, Sequence
from posixpath import commonpath, dirname
from typing import NamedTuple

from rich.text import Text

from screener.model.report import Report
from screener.model.requirement import Importance, Requirement
from screener.model.screening import Finding, Outcome, Screening, Unreadable, Verdict
from screener.reports.gate_table import gate_lines
from screener.reports.pen import GAP, MARGIN, Column, Pen, widest
from screener.reports.wording import VERDICTS, asked, counted, day_words, requirement_name, short_range, summary

_REASON_COLUMN = 36  # the narrowest that is worth having; else reasons go under their rows
_REASON_LINES = 2
_NARROWEST_NAME, _NARROWEST_FLAG = 9, 6
_SCORE = 5
_RIGHT = (0, 2)  # the columns of numbers


class _Row(NamedTuple):
    rank: int
    outcome: Outcome
    screening: Screening


class _Layout(NamedTuple):
    columns: tuple[Column, ...]  # rank, candidate, score, experience, gates
    gates: tuple[Requirement, ...]
    more_gates: int  # that have no room
    file: int  # width of the column of files; 0: they go under their rows, with the reasons
    reason: int
    folder: str  # that all files lie in; not repeated in every row


def table_lines(report: Report, pen: Pen, top: int | None = None) -> Iterator[Text]:
    """The whole table, line by line; `top` cuts the candidates, never the summary."""
    rows = _ranked(report.outcomes)
    shown = rows if top is None else rows[:top]
    folder = _folder(report.outcomes)
    yield Text()
    yield from pen.paragraph(_run(report, folder, pen))
    if shown:
        layout = _layout(report, shown, folder, pen)
        yield Text()
        yield from _flags(layout, pen)
        if layout.more_gates:
            yield from pen.paragraph(pen.text(f"without {counted(layout.more_gates, 'more gate')}: no room", "dim"))
        for verdict in Verdict:
            group = [row for row in shown if row.screening.verdict is verdict]
            yield from _group(verdict, group, layout, pen)
    yield from _unreadable(report.outcomes, folder, pen)
    yield from gate_lines(report, pen)
    yield Text()
    if len(shown) < len(rows):
        yield from pen.paragraph(pen.text(f"the first {len(shown)} of {len(rows)} are shown", "dim"))
    if not report.complete:
        yield from pen.paragraph(pen.text("stopped before the last file", "yellow"))
    yield from pen.paragraph(pen.text(summary(report)))
    yield Text()


def _ranked(outcomes: Sequence[Outcome]) -> list[_Row]:
    order = list(Verdict)
    judged = [(item, item.result) for item in outcomes if isinstance(item.result, Screening)]
    judged.sort(key=lambda pair: (order.index(pair[1].verdict), -pair[1].score, pair[0].file))
    return [_Row(rank, outcome, screening) for rank, (outcome, screening) in enumerate(judged, start=1)]


def _run(report: Report, folder: str, pen: Pen) -> Text:
    parts = [pen.short(report.role.title, 60, "bold"), pen.text(f"as of {day_words(report.as_of)}", "dim")]
    if folder:
        parts.append(pen.line(pen.text("in ", "dim"), pen.path(f"{folder}/", 60, "dim")))
    return pen.join(parts, " · ")


def _flags(layout: _Layout, pen: Pen) -> Iterator[Text]:
    """The gates' names above their columns, and the other headings on the last line."""
    before = layout.columns[:-1]
    start = MARGIN + sum(column.width + GAP for column in before)
    headings = pen.row([pen.text(words, "dim") for words in ("", "candidate", "score", "experience")], before)[0]
    if not layout.gates:
        yield headings
    for number, gate in enumerate(layout.gates):
        last = number == len(layout.gates) - 1
        line = headings if last else Text(no_wrap=True, end="")
        stems = pen.text("│ " * number + "┌ ", "dim")
        words = ", ".join(filter(None, (requirement_name(gate), asked(gate))))
        room = pen.width - start - stems.cell_len - MARGIN
        yield pen.line(line, start - line.cell_len, stems, pen.short(words, room))


def _group(verdict: Verdict, rows: list[_Row], layout: _Layout, pen: Pen) -> Iterator[Text]:
    if not rows:
        return
    badge = pen.badge(verdict, VERDICTS[verdict])
    yield Text()
    yield pen.line(MARGIN, badge, 2, pen.text(str(len(rows)), "dim"))
    for row in rows:
        yield from _row(row, layout, pen)


def _row(row: _Row, layout: _Layout, pen: Pen) -> Iterator[Text]:
    screening = row.screening
    name = _name(row, layout.folder)
    candidate = layout.columns[1].width
    cells = [
        pen.text(str(row.rank), "dim"),
        pen.short(name, candidate, "bold"),
        pen.text(str(screening.score)),
        pen.text(short_range(screening.experience)),
        _signs(screening.findings, layout.gates, pen),
    ]
    file = _within(row.outcome.file, layout.folder)
    reason = _reason(row, layout.folder)
    if layout.file:
        cells += [pen.short(reason, layout.reason * _REASON_LINES - 8), pen.path(file, layout.file, "dim")]
        columns = [*layout.columns, Column(layout.reason), Column(layout.file)]
        yield from pen.row(cells, columns)
        return
    yield from pen.row(cells, layout.columns)
    indent = MARGIN + layout.columns[0].width + GAP
    room = pen.width - indent - MARGIN
    under = [] if file == name else [pen.path(file, room, "dim")]
    under += [pen.short(reason, room * _REASON_LINES - 8)]
    if any(under):
        yield from pen.row([pen.join(under, "  ")], [Column(room)], indent)


def _name(row: _Row, folder: str) -> str:
    return row.screening.resume.candidate.name or _within(row.outcome.file, folder)


def _reason(row: _Row, folder: str) -> str:
    duplicate, note = row.outcome.duplicate_of, row.outcome.duplicate_note
    parts = [f"same candidate as {_within(duplicate, folder)}{f' ({note})' if note else ''}"] if duplicate else []
    return "; ".join([*parts, *row.screening.reasons])


def _signs(findings: Sequence[Finding], gates: Sequence[Requirement], pen: Pen) -> Text:
    status = {finding.requirement: finding.status for finding in findings}
    return Text(" ").join(pen.sign(status[gate]) if gate in status else Text(" ") for gate in gates)


def _layout(report: Report, rows: list[_Row], folder: str, pen: Pen) -> _Layout:
    gates = [item for item in report.role.requirements if item.importance is Importance.MUST]
    rank = len(str(rows[-1].rank))
    experience = max(widest([pen.text(short_range(row.screening.experience)) for row in rows], 15), len("experience"))
    room = pen.width - 2 * MARGIN - rank - _SCORE - experience - 4 * GAP  # for candidates and gates
    shown = tuple(gates[: max((room - _NARROWEST_NAME - _NARROWEST_FLAG) // 2, 1)])
    name = widest([pen.text(_name(row, folder)) for row in rows], min(28, room - 2 * len(shown) - _NARROWEST_FLAG))
    widths = (rank, max(name, _NARROWEST_NAME), _SCORE, experience, max(2 * len(shown) - 1, 1))
    columns = tuple(Column(width, number in _RIGHT) for number, width in enumerate(widths))
    file = max(widest([pen.text(_within(row.outcome.file, folder)) for row in rows], 28), 8)
    reason = room - widths[1] - widths[4] - file - 2 * GAP
    if reason < _REASON_COLUMN:
        file = reason = 0
    return _Layout(columns, shown, len(gates) - len(shown), file, reason, folder)


def _unreadable(outcomes: Sequence[Outcome], folder: str, pen: Pen) -> Iterator[Text]:
    """Files without a verdict, apart from the candidates, with the cause and the remedy."""
    failed = [(item, item.result) for item in outcomes if isinstance(item.result, Unreadable)]
    if not failed:
        return
    badge = pen.badge(Verdict.UNREADABLE, VERDICTS[Verdict.UNREADABLE])
    yield Text()
    yield pen.line(MARGIN, badge, 2, pen.text(str(len(failed)), "dim"))
    names = [pen.path(_within(outcome.file, folder), max(pen.width // 3, 12), "bold") for outcome, _ in failed]
    name_width = widest(names, pen.width // 3)
    columns = [Column(name_width), Column(pen.width - 2 * MARGIN - name_width - GAP)]
    for name, (_, result) in zip(names, failed, strict=True):
        yield from pen.row([name, pen.text(result.message)], columns)


def _folder(outcomes: Sequence[Outcome]) -> str:
    """The folder that all files lie in, when there is one worth naming."""
    folders = [dirname(outcome.file) for outcome in outcomes]
    if len(folders) < 2 or not all(folders) or len({folder.startswith("/") for folder in folders}) > 1:
        return ""
    return commonpath(folders).rstrip("/")


def _within(file: str, folder: str) -> str:
    return file[len(folder) + 1 :] if folder and file.startswith(folder + "/") else file
