"""Two to four Outcomes -> a terminal: side by side, what tells them apart first, a row for each requirement.

Columns are equally wide and words wrap in them, so that four candidates fit in 80 columns. What is the same in all
of them, to the month, needs no row of its own: it is named below, together.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

from rich.text import Text

from screener.model.report import Report
from screener.model.requirement import Importance, Requirement
from screener.model.resume import Grade
from screener.model.screening import Finding, Outcome, Screening, Status, Unreadable
from screener.reports.experience import band_of, bar, table_scale
from screener.reports.pen import GAP, MARGIN, Column, Pen, open_console
from screener.reports.styles import REACH_GLYPHS, STATUS_STYLES
from screener.reports.wording import (
    IMPORTANCES,
    STATUSES,
    VERDICTS,
    asked,
    counted,
    date_words,
    day_words,
    found_months,
    requirement_name,
    short_range,
)

LEAST, MOST = 2, 4
_NARROWEST_LABEL, _WIDEST_LABEL = 16, 30
_NAME_LINES = 3
_ONE_LINE = 38  # cells
_MOST_BAR = 20  # cells
_GRADES = {
    Grade.USED: "used",
    Grade.PROJECT: "project",
    Grade.CERTIFIED: "certified",
    Grade.LISTED: "only listed",
    Grade.MENTIONED: "only mentioned",
}


class _Side(NamedTuple):
    outcome: Outcome
    screening: Screening


def check_count(outcomes: Sequence[Outcome]) -> str | None:
    """What keeps these candidates from being compared, with the remedy; None when nothing does."""
    if not LEAST <= len(outcomes) <= MOST:
        return f"{counted(len(outcomes), 'candidate')} can't be compared; name {LEAST} to {MOST} of them"
    readable = len(sides_of(outcomes))
    if readable < LEAST:
        file, cause = next((item.file, item.result) for item in outcomes if isinstance(item.result, Unreadable))
        rest = "" if len(outcomes) == LEAST else f"; {counted(readable, 'candidate')} can't be compared"
        return f"{file}: {cause.message}{rest}"
    return None


def write_comparison(report: Report, outcomes: Sequence[Outcome], stream: TextIO) -> None:
    """Print on the stream, in colour and as wide as it is when it is a terminal."""
    pen = Pen(open_console(stream))
    pen.print(comparison_lines(report, sides_of(outcomes), pen))
    stream.flush()


def sides_of(outcomes: Sequence[Outcome]) -> list[_Side]:
    """Those that can be compared, in their order."""
    return [_Side(item, item.result) for item in outcomes if isinstance(item.result, Screening)]


def comparison_lines(report: Report, sides: Sequence[_Side], pen: Pen) -> Iterator[Text]:
    """The whole comparison, line by line."""
    requirements = report.role.requirements
    columns = _columns(requirements, len(sides), pen)
    found = {requirement: [_finding(side, requirement) for side in sides] for requirement in requirements}
    apart = [item for item in requirements if len({_standing(finding) for finding in found[item]}) > 1]
    alike = [item for item in requirements if len({_shown(finding) for finding in found[item]}) == 1]
    yield Text()
    yield from pen.paragraph(_run(report, pen))
    yield Text()
    yield from _head(sides, columns, pen)
    yield Text()
    words = ", ".join(map(requirement_name, apart)) or "nothing: every requirement has the same answer"
    yield from pen.paragraph(pen.line(pen.text("What tells them apart: ", "bold"), pen.whole(words)))
    for importance in Importance:
        group = [item for item in requirements if item.importance is importance and item not in alike]
        if group:
            yield Text()
            yield pen.line(MARGIN, pen.text(IMPORTANCES[importance], "bold"))
        for requirement in group:
            yield from _row(requirement, found[requirement], columns, pen, is_apart=requirement in apart)
    yield from _alike([(item, found[item][0]) for item in alike], pen)
    if pen.has_cut:
        yield from (Text(), *pen.paragraph(pen.text("… marks what is cut; “screen FILE” shows one in detail", "dim")))
    yield Text()


def _alike(same: Sequence[tuple[Requirement, Finding | None]], pen: Pen) -> Iterator[Text]:
    """The requirements to which all candidates have the same answer, by that answer."""
    if not same:
        return
    yield Text()
    yield from pen.paragraph(pen.text("The same in all of them", "bold"))
    groups: dict[str, list[tuple[Requirement, Finding | None]]] = {}
    for requirement, finding in sorted(same, key=lambda pair: _order(pair[1])):
        groups.setdefault(_cell(finding, _ONE_LINE, pen).plain, []).append((requirement, finding))
    for group in groups.values():
        names = ", ".join(
            f"{requirement_name(item)}{' (must)' if item.importance is Importance.MUST else ''}" for item, _ in group
        )
        yield from pen.paragraph(pen.line(_cell(group[0][1], _ONE_LINE, pen), pen.text(": ", "dim"), pen.whole(names)))


def _order(finding: Finding | None) -> int:
    return list(Status).index(finding.status) if finding else len(Status)


def _run(report: Report, pen: Pen) -> Text:
    day = pen.text(f"as of {day_words(report.as_of)}", "dim")
    return pen.join([pen.short(report.role.title, 60, "bold"), day], " · ")


def _head(sides: Sequence[_Side], columns: Sequence[Column], pen: Pen) -> Iterator[Text]:
    width = columns[1].width
    names = [
        pen.short(side.screening.resume.candidate.name or side.outcome.file, width * _NAME_LINES - 8, "bold")
        for side in sides
    ]
    yield from pen.row([Text(), *names], columns)
    if any(side.screening.resume.candidate.name for side in sides):  # without names, the files stand there already
        files = [pen.path(side.outcome.file, width, "dim") for side in sides]
        yield from pen.row([Text(), *files], columns)
    badges = [pen.badge(side.screening.verdict, VERDICTS[side.screening.verdict]) for side in sides]
    yield from pen.row([pen.text("Verdict"), *badges], columns)
    scores = [pen.text(str(side.screening.score)) for side in sides]
    yield from pen.row([pen.text("Score"), *scores], columns)
    gates = [_gates(side.screening, pen) for side in sides]
    yield from pen.row([pen.text("Gates met"), *gates], columns)
    yield from _experience(sides, columns, pen)
    yield from pen.row([pen.text("Would fit with"), *(_change(side.screening, pen) for side in sides)], columns)
    for label, count in (("Warnings", _warnings), ("Hidden text", _hidden)):
        counts = [count(side.screening) for side in sides]
        if any(counts):
            yield from pen.row(
                [pen.text(label), *(pen.text(str(number) if number else "none") for number in counts)], columns
            )


def _experience(sides: Sequence[_Side], columns: Sequence[Column], pen: Pen) -> Iterator[Text]:
    """The months, and under them a bar against the band that is asked; the same scale in every column."""
    months = [side.screening.experience for side in sides]
    yield from pen.row([pen.text("Experience"), *(pen.text(short_range(one)) for one in months)], columns)
    band = band_of(sides[0].screening.role)
    if band:
        scale = table_scale(band, min(columns[-1].width, _MOST_BAR))
        label = pen.text(f"{REACH_GLYPHS[True][0] * 2} asked", "dim")
        yield from pen.row([label, *(bar(one, band, scale, pen) for one in months)], columns)


def _gates(screening: Screening, pen: Pen) -> Text:
    gates = [item for item in screening.findings if item.requirement.importance is Importance.MUST]
    return pen.text(f"{sum(gate.status is Status.MET for gate in gates)} of {len(gates)}" if gates else "none asked")


def _row(
    requirement: Requirement, findings: Sequence[Finding | None], columns: Sequence[Column], pen: Pen, *, is_apart: bool
) -> Iterator[Text]:
    name = pen.short(requirement_name(requirement), 100, "bold" if is_apart else "dim")
    wanted = pen.short(asked(requirement), 100, "dim")
    cells = [_cell(finding, columns[-1].width, pen) for finding in findings]
    yield from pen.row([pen.join([name, wanted], " "), *cells], columns)


def _cell(finding: Finding | None, width: int, pen: Pen) -> Text:
    """On one line where there is room, else a line for each thing there is to say."""
    if finding is None:
        return pen.text("not asked", "dim")
    decides = finding.requirement.importance is Importance.MUST
    style = STATUS_STYLES[finding.status] if decides or finding.status is not Status.NOT_MET else "dim"
    parts = [pen.sign(finding.status, _found(finding), style)]
    if months := found_months(finding):
        parts.append(pen.text(months))
    if finding.last_used and not _is_each_said(finding):
        parts.append(pen.text(f"to {date_words(finding.last_used)}", "dim"))
    if width >= _ONE_LINE:
        return pen.join(parts, ", ")
    if len(parts) > 2 and sum(part.cell_len for part in parts[1:]) + 4 <= width:
        parts[1:] = [pen.join(parts[1:], ", ")]
    indent = 2 if all(part.cell_len <= width - 2 for part in parts[1:]) else 1
    lines = [line for part in parts[1:] for line in pen.wrap(part, width - indent)]
    first = [parts[0]] if parts[0].cell_len <= width else pen.wrap(parts[0], width - indent)
    return Text("\n" + " " * indent).join([*first, *lines])


def _found(finding: Finding) -> str:
    """The grade; where there is none, what the requirement came to, or what was found instead."""
    if finding.requirement.kind in ("education", "experience"):
        is_said = finding.requirement.kind == "education" and finding.evidence
        return finding.reason if is_said else STATUSES[finding.status]
    return _GRADES[finding.grade] if finding.grade and not _is_each_said(finding) else finding.reason


def _is_each_said(finding: Finding) -> bool:
    """Whether the reason says of each alternative what was found and for how long."""
    return bool(finding.alternatives) and finding.status is not Status.MET


def _standing(finding: Finding | None) -> tuple[Status, Grade | None] | None:
    """What has to be the same for two candidates to be called alike: months alone tell nobody apart."""
    return (finding.status, finding.grade) if finding else None


def _shown(finding: Finding | None) -> tuple[object, ...] | None:
    """All that a cell says."""
    return (*(_standing(finding) or ()), finding.reason, finding.months, finding.last_used) if finding else None


def _finding(side: _Side, requirement: Requirement) -> Finding | None:
    return next((item for item in side.screening.findings if item.requirement == requirement), None)


def _change(screening: Screening, pen: Pen) -> Text:
    return pen.text(screening.would_fit_with) if screening.would_fit_with else pen.text("nothing more", "dim")


def _warnings(screening: Screening) -> int:
    return len(screening.warnings)


def _hidden(screening: Screening) -> int:
    return len(screening.resume.hidden)


def _columns(requirements: Sequence[Requirement], count: int, pen: Pen) -> list[Column]:
    longest = max((len(requirement_name(item)) for item in requirements), default=0)
    label = min(max(longest, _NARROWEST_LABEL), _WIDEST_LABEL, pen.width * 22 // 100)
    width = (pen.width - 2 * MARGIN - label - count * GAP) // count
    return [Column(label), *[Column(width)] * count]
