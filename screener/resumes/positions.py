"""The experience sections -> positions, and which lines belong to which.

Each section is cut into blocks (`position_blocks`), and each block is asked what it is: a job of some
kind, an employer above the roles held there, or a degree that strayed in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from screener.model.document import ReadingWarning
from screener.model.period import Period, Precision, total_months
from screener.model.resume import Position, PositionKind, Section, Span
from screener.resumes.date_warnings import date_warnings, one_date_only, outside_experience
from screener.resumes.dates import Calendar
from screener.resumes.education import find_degree
from screener.resumes.header import Header
from screener.resumes.header_words import find_client, has_title_word
from screener.resumes.position_blocks import Block, Group
from screener.resumes.sections import SectionLine
from screener.resumes.stray_jobs import find_continued, find_unnamed
from screener.resumes.style import Looks

_WITHOUT_HEADING = {None, Section.OTHER, Section.SUMMARY}  # "Career summary" may head the jobs themselves


_FEWEST_HALVES = 3  # single months of jobs that show that their other dates stand elsewhere


class FoundPositions(NamedTuple):
    """`owner` gives the position of a line, `names` the spans of employers' names, both by the
    line's index among all lines of the document."""

    positions: tuple[Position, ...]
    owner: dict[int, int]
    names: dict[int, tuple[Span, ...]]
    warnings: tuple[ReadingWarning, ...]


def find_positions(
    lines: Sequence[SectionLine], wrapped: Sequence[bool], looks: Looks, calendar: Calendar
) -> FoundPositions:
    """All positions of a resume in reading order."""
    positions: list[Position] = []
    halves: dict[int, str] = {}
    owner: dict[int, int] = {}
    names: dict[int, tuple[Span, ...]] = {}
    warnings: list[ReadingWarning] = []
    groups = _groups(lines)
    is_named = any(lines[group[0]].section is Section.EXPERIENCE for group in groups)
    for group in groups:
        reader = Group(lines, group, wrapped, looks, calendar)
        employer: str | None = None
        blocks = reader.blocks()
        for number, (start, end, block) in enumerate(blocks):
            header = reader.header(block)
            if _is_none(reader, block, header, is_named=is_named):
                continue
            if _is_umbrella(reader, block, header, [later[2] for later in blocks[number + 1 :]]):
                employer = header.employer
                continue
            position = _position(reader, block, header, employer)
            employer = position.employer
            for at in range(start, end):
                owner[group[at]] = len(positions)
            for at, span in _names(reader, block, header, end):
                names[group[at]] = (*names.get(group[at], ()), span)
            halves |= {len(positions): quote for quote in _single_month(block, position, calendar)}
            positions.append(position)
            further = block.anchor.further if block.anchor else ()
            positions += [replace(position, period=period, again=True) for period in further]
            warnings += date_warnings(block.anchor, position, calendar, _behind(reader, block))
    warnings += _without_halves(positions, halves)
    doubtful = list(_doubtful(lines, wrapped, looks, calendar)) if is_named else []
    positions += [position for position, _ in doubtful]
    warnings += [warning for _, warning in doubtful]
    return FoundPositions(tuple(positions), owner, names, tuple(warnings))


def _is_none(group: Group, block: Block, header: Header, *, is_named: bool) -> bool:
    """Whether a block is no position: a degree, or anything but a whole job outside the sections of experience."""
    return _is_degree(group, block, header) or (
        is_named and not group.has_heading and not _is_job(group, block, header)
    )


def _without_halves(positions: list[Position], halves: dict[int, str]) -> Iterator[ReadingWarning]:
    """Takes single months off the positions, where these are many: each is half of a range that was torn."""
    if len(halves) < _FEWEST_HALVES or 2 * len(halves) < sum(one.period is not None for one in positions):
        return
    for at, quote in halves.items():
        yield one_date_only(quote, positions[at])
        positions[at] = replace(positions[at], period=None)


def _doubtful(
    lines: Sequence[SectionLine], wrapped: Sequence[bool], looks: Looks, calendar: Calendar
) -> Iterator[tuple[Position, ReadingWarning]]:
    """Jobs by their looks below headings that no vocabulary has: their months may count, so they aren't left out."""
    for group in find_unnamed(lines):
        reader = Group(lines, group, wrapped, looks, calendar)
        for _, _, block in reader.blocks():
            header = reader.header(block)
            if _is_job(reader, block, header):
                found = replace(_position(reader, block, header, None), period=None)
                yield found, outside_experience(block.anchor, found)


def _is_job(group: Group, block: Block, header: Header) -> bool:
    """Whether a header has all that a job's has: a range of dates, a title and an employer."""
    if block.anchor is None or header.employer is None or header.kind is not None:
        return False
    return has_title_word(header.title or "") and not _is_degree(group, block, header)


def _single_month(block: Block, position: Position, calendar: Calendar) -> list[str]:
    """The date of a job that has a single month for it; several have that only where their other dates are lost."""
    anchor = block.anchor
    if anchor is None or anchor.further or position.kind not in {PositionKind.WORK, PositionKind.FREELANCE}:
        return []
    is_month = anchor.period.start == anchor.period.end and anchor.period.start.precision is Precision.MONTH
    return [anchor.quote] if is_month and all(dated.single for dated in calendar.periods(anchor.quote)) else []


def _behind(group: Group, block: Block) -> str:
    """What follows a position's dates on their line."""
    if block.anchor is None:
        return ""
    at, (_, end) = block.anchor.spans[-1]
    return group.lines[at].text[end:]


def _groups(lines: Sequence[SectionLine]) -> list[list[int]]:
    """The lines of each experience section; the lines outside other sections where there is no such section."""
    groups: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.section in {Section.EXPERIENCE, Section.VOLUNTEERING} and not line.is_heading:
            groups.setdefault(line.under, []).append(at)
    if any(lines[group[0]].section is Section.EXPERIENCE for group in groups.values()):
        return [*groups.values(), *find_continued(lines)]
    for at, line in enumerate(lines):
        if line.section in _WITHOUT_HEADING and not line.is_heading and find_degree(line.line.text) is None:
            groups.setdefault(line.under, []).append(at)
    return list(groups.values())


def _names(group: Group, block: Block, header: Header, end: int) -> Iterator[tuple[int, Span]]:
    """Where the employer's and clients' names stand, up to the end of the position."""
    if header.employer_piece is not None:
        yield header.employer_piece.line, header.employer_piece.span
    for at in range(block.start, end):
        client = find_client(group.lines[at].text)
        if client is not None:
            yield at, client


def _is_degree(group: Group, block: Block, header: Header) -> bool:
    """A degree under a heading that isn't known: "BSc Informatics, Test University, 2013 – 2017"."""
    if has_title_word(header.title or ""):
        return False
    lines = group.lines[block.start : max(block.header_end, block.start + 1)]
    return any(find_degree(line.text, strict=True) is not None for line in lines)


def _is_umbrella(group: Group, block: Block, header: Header, later: Sequence[Block]) -> bool:
    """ "Acme, 2016 – Present" right above the roles held there: an employer, not one more job.

    Only where the roles below name no employer of their own and fill the time, so that no month is lost.
    """
    if block.anchor is None or not later or block.header_end < later[0].start or has_title_word(header.title or ""):
        return False
    below = group.header(later[0])
    if below.title is None or below.employer is not None or below.kind is PositionKind.BREAK:
        return False
    around = block.anchor.period
    roles = [role.anchor.period for role in later if role.anchor and _holds(around, role.anchor.period)]
    as_of = group.calendar.as_of
    return total_months(roles, as_of).high >= total_months([around], as_of).low


def _position(group: Group, block: Block, header: Header, employer: str | None) -> Position:
    line = group.lines[block.start]
    section_line = group.section_lines[block.start]
    kind = header.kind or section_line.kind or PositionKind.WORK
    if section_line.section is Section.VOLUNTEERING:
        kind = PositionKind.VOLUNTEER
    period = block.anchor.period if block.anchor else None
    if period is not None and kind is PositionKind.WORK and _is_one_season(period):
        kind = PositionKind.INTERNSHIP  # only students date a job by a summer
    if kind not in (PositionKind.FREELANCE, PositionKind.BREAK) and header.title is not None:
        employer = header.employer or employer  # several roles under one employer
    else:
        employer = header.employer
    return Position(header.title, employer, kind, period, line.page, line.number)


def _holds(around: Period, within: Period) -> bool:
    return around.start.first <= within.start.last and within.end.first <= around.end.last


def _is_one_season(period: Period) -> bool:
    return period.start == period.end and period.start.precision is Precision.SEASON
