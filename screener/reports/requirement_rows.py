"""Findings -> rows: what was asked, what was found, for how long, and the best quotes.

Quotes have a column of their own where the console is wide, else lines under their row; a gate's may take two.
Columns are as wide as their longest cell, within limits, so that short names don't drown in white. What isn't a
gate and wasn't found at all needs no row: such requirements are named together.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.text import Text

from screener.model.requirement import Importance
from screener.model.resume import Evidence, Resume
from screener.model.screening import Finding, Screening, Status
from screener.reports.pen import GAP, MARGIN, Column, Pen, widest
from screener.reports.styles import STATUS_STYLES
from screener.reports.wording import IMPORTANCES, STATUSES, asked, date_words, found, found_months, requirement_name

_WIDE = 130  # from here on quotes have a column, and statuses stand in words beside their signs
_VERY_WIDE = 170  # from here on a gate has two quotes
_SIGN = 1
_LAST_COLUMNS = ("found", "months", "last used")


class _Layout(NamedTuple):
    columns: tuple[Column, ...]
    wide: bool
    quote: int | None  # width of the quotes' column; None: they go under their rows


def requirement_lines(screening: Screening, pen: Pen) -> Iterator[Text]:
    """The rows of every finding, must-haves first."""
    findings = screening.findings
    if not findings:
        return
    layout = _layout(findings, pen)
    first = True
    for importance in Importance:
        group = [finding for finding in findings if finding.requirement.importance is importance]
        if not group:
            continue
        if not first:
            yield Text()
        yield _title(importance, group, layout, pen, headings=first)
        first = False
        missing = _missing(group)
        for finding in group:
            if finding not in missing:
                yield from _row(finding, screening.resume, layout, pen)
        yield from _missing_lines(missing, pen)


def _missing(group: Sequence[Finding]) -> list[Finding]:
    """What isn't a gate and of which there is nothing to show but its name; a single one keeps its row."""
    missing = [
        finding
        for finding in group
        if finding.status is Status.NOT_MET
        and finding.requirement.importance is not Importance.MUST
        and finding.months is None
        and not finding.evidence
    ]
    return missing if len(missing) > 1 else []


def _missing_lines(missing: Sequence[Finding], pen: Pen) -> Iterator[Text]:
    by_reason = sorted(missing, key=lambda finding: (finding.reason != "not found", finding.reason))
    for reason, group in groupby(by_reason, lambda finding: finding.reason):
        names = ", ".join(_name(finding) for finding in group)
        sign = pen.sign(Status.NOT_MET, style="dim")
        words = pen.line(pen.text(f"{reason or STATUSES[Status.NOT_MET]}: ", "dim"), pen.whole(names))
        room = min(pen.width - MARGIN - _SIGN - GAP - MARGIN, 130)
        yield from pen.row([sign, words], [Column(_SIGN), Column(room)])


def _title(importance: Importance, group: list[Finding], layout: _Layout, pen: Pen, *, headings: bool) -> Text:
    met = sum(finding.status is Status.MET for finding in group)
    line = pen.line(MARGIN, pen.text(IMPORTANCES[importance], "bold"), 2, pen.text(f"{met} of {len(group)} met", "dim"))
    if not headings:
        return line
    ahead = layout.columns[:-3]
    line.append(" " * max(MARGIN + sum(column.width + GAP for column in ahead) - line.cell_len, 1))
    for words, column in zip(_LAST_COLUMNS, layout.columns[-3:], strict=True):
        line.append_text(pen.text(words.ljust(column.width + GAP), "dim"))
    if layout.quote:
        line.append_text(pen.text("best quotes" if pen.width >= _VERY_WIDE else "best quote", "dim"))
    line.rstrip()
    return line


def _row(finding: Finding, resume: Resume, layout: _Layout, pen: Pen) -> Iterator[Text]:
    cells = _cells(finding, layout.wide, pen)
    indent = MARGIN + layout.columns[0].width + GAP
    quotes = _quotes(finding, resume, layout.quote or pen.width - indent - MARGIN, pen)
    if layout.quote:
        yield from pen.row([*cells, Text("\n").join(quotes)], [*layout.columns, Column(layout.quote)])
        return
    yield from pen.row(cells, layout.columns)
    for quote in quotes:
        yield pen.line(indent, quote)


def _quotes(finding: Finding, resume: Resume, width: int, pen: Pen) -> list[Text]:
    """The best quote, or two; the last one says how many more there are."""
    quotes = list({(item.page, item.line, item.quote): item for item in reversed(finding.evidence)}.values())[::-1]
    is_gate = finding.requirement.importance is Importance.MUST
    shown = quotes[: 2 if is_gate and pen.width >= _VERY_WIDE else 1]
    more = len(quotes) - len(shown)
    pen.has_cut |= more > 0
    lines: list[Text] = []
    for number, quote in enumerate(shown, start=1):
        rest = f" (+{more})" if more and number == len(shown) else ""
        places = [f"{place}{rest}" for place in _places(quote, resume)]
        lines += pen.quote(quote, width, places, 2 if is_gate else 1)
    return lines


def _places(evidence: Evidence, resume: Resume) -> tuple[str, ...]:
    """Where in the career that is, and the page; then the page alone."""
    page, number = f"page {evidence.page}", evidence.position
    if number is None or number >= len(resume.positions):
        return (page,)
    position = resume.positions[number]
    name = position.employer or position.title
    return (f"{page}, {name}", page) if name else (page,)


def _name(finding: Finding) -> str:
    wanted = asked(finding.requirement)
    return f"{requirement_name(finding.requirement)}{f' ({wanted})' if wanted else ''}"


def _cells(finding: Finding, wide: bool, pen: Pen) -> list[Text]:
    status = finding.status
    style = _style(finding)
    name = pen.short(requirement_name(finding.requirement), 100, "bold")
    wanted = pen.short(asked(finding.requirement), 100, "dim")
    return [
        pen.sign(status, STATUSES[status] if wide else "", style),
        pen.join([name, wanted], "  "),
        pen.text(found(finding), "" if status is Status.MET else style),
        pen.text(found_months(finding)),
        pen.text(date_words(finding.last_used) if finding.last_used else "", "dim"),
    ]


def _style(finding: Finding) -> str:
    """Red is for what decides: a nice-to-have that is missing is no alarm."""
    decides = finding.requirement.importance is Importance.MUST
    return STATUS_STYLES[finding.status] if decides or finding.status is not Status.NOT_MET else "dim"


def _layout(findings: Sequence[Finding], pen: Pen) -> _Layout:
    wide = pen.width >= _WIDE
    columns = zip(*(_cells(finding, wide, pen) for finding in findings), strict=True)
    names = (12, 26 + (pen.width - _WIDE) // 6)
    limits = ((9, 9), names, (16, 26), (6, 13), (9, 9)) if wide else ((1, 1), (20, 26), (14, 60), (6, 13), (9, 9))
    widths = [max(widest(cells, most), least) for cells, (least, most) in zip(columns, limits, strict=True)]
    room = pen.width - 2 * MARGIN - sum(widths) - GAP * len(widths)
    lacking = -(room + GAP)
    for index, least in ((2, 10), (1, 17)):  # what was found wraps best, then names
        taken = max(min(lacking, widths[index] - least), 0)
        widths[index], lacking = widths[index] - taken, lacking - taken
    return _Layout(tuple(Column(width) for width in widths), wide, room if wide else None)
