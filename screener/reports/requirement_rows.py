"""Findings -> rows: what was asked, what was found, for how long, and the best quote.

The quote has a column of its own where the console is wide, else a line under its row. Columns are
as wide as their longest cell, within limits, so that short names don't drown in white.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from screener.model.requirement import Importance
from screener.model.screening import Finding, Status
from screener.reports.pen import GAP, MARGIN, STATUS_STYLES, Column, Pen, widest
from screener.reports.wording import IMPORTANCES, STATUSES, asked, date_words, found, requirement_name, short_range

_WIDE = 130  # from here on quotes have a column, and statuses stand in words beside their signs
_LAST_COLUMNS = ("found", "months", "last used")


class _Layout(NamedTuple):
    columns: tuple[Column, ...]
    wide: bool
    quote: int | None  # width of the quotes' column; None: they go under their rows


def requirement_lines(findings: Sequence[Finding], pen: Pen) -> Iterator[Text]:
    """The rows of every finding, must-haves first."""
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
        for finding in group:
            yield from _row(finding, layout, pen)


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
        line.append_text(pen.text("best quote", "dim"))
    line.rstrip()
    return line


def _row(finding: Finding, layout: _Layout, pen: Pen) -> Iterator[Text]:
    cells = _cells(finding, layout.wide, pen)
    best = finding.evidence[0] if finding.evidence else None
    if layout.quote:
        quote = pen.quote(best, layout.quote) if best else Text()
        yield from pen.row([*cells, quote], [*layout.columns, Column(layout.quote)])
        return
    yield from pen.row(cells, layout.columns)
    if best:
        indent = MARGIN + layout.columns[0].width + GAP
        yield from pen.row([pen.quote(best, pen.width - indent - MARGIN)], [Column(pen.width - indent)], indent)


def _cells(finding: Finding, wide: bool, pen: Pen) -> list[Text]:
    status = finding.status
    style = _style(finding)
    name = pen.short(requirement_name(finding.requirement), 100, "bold")
    wanted = pen.short(asked(finding.requirement), 100, "dim")
    return [
        pen.sign(status, STATUSES[status] if wide else "", style),
        pen.join([name, wanted], "  "),
        pen.text(found(finding), "" if status is Status.MET else style),
        pen.text(short_range(finding.months)),
        pen.text(date_words(finding.last_used) if finding.last_used else "", "dim"),
    ]


def _style(finding: Finding) -> str:
    """Red is for what decides: a nice-to-have that is missing is no alarm."""
    decides = finding.requirement.importance is Importance.MUST
    return STATUS_STYLES[finding.status] if decides or finding.status is not Status.NOT_MET else "dim"


def _layout(findings: Sequence[Finding], pen: Pen) -> _Layout:
    wide = pen.width >= _WIDE
    columns = zip(*(_cells(finding, wide, pen) for finding in findings), strict=True)
    limits = ((9, 9), (12, 26), (16, 26), (6, 13), (9, 9)) if wide else ((1, 1), (20, 26), (14, 60), (6, 13), (9, 9))
    widths = [max(widest(cells, most), least) for cells, (least, most) in zip(columns, limits, strict=True)]
    room = pen.width - 2 * MARGIN - sum(widths) - GAP * len(widths)
    lacking = -(room + GAP)
    for index, least in ((2, 10), (1, 17)):  # what was found wraps best, then names
        taken = max(min(lacking, widths[index] - least), 0)
        widths[index], lacking = widths[index] - taken, lacking - taken
    return _Layout(tuple(Column(width) for width in widths), wide, room if wide else None)
