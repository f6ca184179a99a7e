"""The lines of the experience sections -> positions, and which lines belong to which.

Dates are the anchors: every position that can be counted has one. The first anchor of a section
shows how its author writes: how many header lines stand above the date; the others are read in the
same way, so that the last line of one job isn't taken for the title of the next. Header-like lines
without a date, in the look of the other titles, are undated positions.

Not handled: jobs set side by side in one band.
"""

from collections.abc import Sequence
from typing import NamedTuple

from screener.model.document import Line, ReadingWarning
from screener.model.period import Period, Precision, total_months
from screener.model.resume import Position, PositionKind, Section, Span
from screener.resumes.anchors import HEADER_WORDS, Anchor, find_anchors
from screener.resumes.date_warnings import date_warnings
from screener.resumes.dates import Calendar
from screener.resumes.education import find_degree
from screener.resumes.header import (
    Header,
    Piece,
    cut_into_pieces,
    ends_in_abbreviation,
    has_title_word,
    is_name_like,
    kind_of,
    read_header,
    tells_deed,
)
from screener.resumes.sections import SectionLine
from screener.resumes.style import Looks, look_of
from screener.vocabulary.headings import heading_section, is_environment, is_within_position

_LINES_ABOVE = 3
_LINES_BELOW = 2  # of the date, while the title or the employer is missing


class FoundPositions(NamedTuple):
    """`owner` gives the position of a line, `names` the spans of employers' names, both by the
    line's index among all lines of the document."""

    positions: tuple[Position, ...]
    owner: dict[int, int]
    names: dict[int, tuple[Span, ...]]
    warnings: tuple[ReadingWarning, ...]


class _Block(NamedTuple):
    """A position's lines within its group: header from `start`, body up to `end`."""

    start: int
    header_end: int
    anchor: Anchor | None


def find_positions(
    lines: Sequence[SectionLine], wrapped: Sequence[bool], looks: Looks, calendar: Calendar
) -> FoundPositions:
    """All positions of a resume in reading order."""
    positions: list[Position] = []
    owner: dict[int, int] = {}
    names: dict[int, tuple[Span, ...]] = {}
    warnings: list[ReadingWarning] = []
    for group in _groups(lines):
        reader = _Group(lines, group, wrapped, looks, calendar)
        employer: str | None = None
        blocks = reader.blocks()
        for number, (start, end, block) in enumerate(blocks):
            header = reader.header(block)
            if reader.is_degree(block, header):
                continue
            if reader.is_umbrella(block, header, [later[2] for later in blocks[number + 1 :]]):
                employer = header.employer
                continue
            position = reader.position(block, header, employer)
            employer = position.employer
            for at in range(start, end):
                owner[group[at]] = len(positions)
            if header.employer_piece is not None:
                at = group[header.employer_piece.line]
                names[at] = (*names.get(at, ()), header.employer_piece.span)
            positions.append(position)
            warnings += date_warnings(block.anchor, position, calendar)
    return FoundPositions(tuple(positions), owner, names, tuple(warnings))


def _groups(lines: Sequence[SectionLine]) -> list[list[int]]:
    """The lines of each experience section; all lines without a section where there is no such section."""
    groups: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.section in {Section.EXPERIENCE, Section.VOLUNTEERING} and not line.is_heading:
            groups.setdefault(line.under, []).append(at)
    if any(lines[group[0]].section is Section.EXPERIENCE for group in groups.values()):
        return list(groups.values())
    for at, line in enumerate(lines):
        if line.section in {None, Section.OTHER} and not line.is_heading and find_degree(line.line.text) is None:
            groups.setdefault(line.under, []).append(at)
    return list(groups.values())


class _Group:
    """One experience section."""

    def __init__(
        self,
        lines: Sequence[SectionLine],
        group: Sequence[int],
        wrapped: Sequence[bool],
        looks: Looks,
        calendar: Calendar,
    ) -> None:
        self.section_lines = [lines[at] for at in group]
        self.lines = [lines[at].line for at in group]
        self.wrapped = [wrapped[at] for at in group]
        self.looks = looks
        self.calendar = calendar
        self.has_heading = bool(group) and self.section_lines[0].section in {Section.EXPERIENCE, Section.VOLUNTEERING}
        self.anchors = find_anchors(self.lines, self.wrapped, calendar, under_heading=self.has_heading)

    # ---- blocks

    def blocks(self) -> list[tuple[int, int, _Block]]:
        """(first line, line behind the last, block) of each position, in order."""
        starts = self._dated_blocks()
        starts += self._undated_blocks(starts)
        starts.sort(key=lambda block: block.start)
        ends = [*(block.start for block in starts[1:]), len(self.lines)]
        return [(block.start, end, block) for block, end in zip(starts, ends, strict=False)]

    def _dated_blocks(self) -> list[_Block]:
        blocks: list[_Block] = []
        habit: tuple[bool, int] | None = None  # of the first anchor: alone on its line, header lines above
        free_from = 0
        for number, anchor in enumerate(self.anchors):
            above = self._header_above(anchor.at, free_from)
            if habit is None and (above or not anchor.alone or number + 1 == len(self.anchors)):
                habit = (anchor.alone, len(above))
            elif habit is not None and habit[0] == anchor.alone:
                above = above[max(0, len(above) - habit[1]) :]
            start = above[0] if above else anchor.at
            limit = self.anchors[number + 1].at if number + 1 < len(self.anchors) else len(self.lines)
            header_end = self._header_end(start, anchor, limit, habit[1] if habit else 0)
            blocks.append(_Block(start, header_end, anchor))
            free_from = header_end
        return blocks

    def _header_end(self, start: int, anchor: Anchor, limit: int, lines_above: int) -> int:
        """The line behind the header: lines below the date belong to it while a title or an employer is missing."""
        begin = end = max(index for index, _ in anchor.spans) + 1
        while end < limit and end - begin < _LINES_BELOW and self._is_header_line(end):
            header = self.header(_Block(start, end, anchor))
            if self._is_complete(header) and (has_title_word(header.title or "") or not self._names_title(end)):
                break
            end += 1
        if end == limit < len(self.lines):  # nothing but headers up to the next date, which needs its own
            end = max(begin, limit - lines_above)
        return end

    def _names_title(self, at: int) -> bool:
        text = self.lines[at].text
        return has_title_word(text) or kind_of(text) is not None

    def _is_complete(self, header: Header) -> bool:
        return header.title is not None and header.employer is not None

    def _header_above(self, at: int, free_from: int) -> list[int]:
        found: list[int] = []
        for above in range(at - 1, max(free_from, at - _LINES_ABOVE) - 1, -1):
            if not self._is_header_line(above) or self._starts_body(above + 1, at):
                break
            found.insert(0, above)
        return found

    def _starts_body(self, at: int, anchor: int) -> bool:
        return at < anchor and self.wrapped[at]

    def _is_header_line(self, at: int) -> bool:
        line = self.lines[at]
        text = line.text
        if line.bullet or not line.cells or self.wrapped[at] or text.endswith((":", ";", ",")):
            return False
        if text.endswith(".") and not ends_in_abbreviation(text):
            return False
        words = text.split()
        if len(words) > HEADER_WORDS or not is_name_like(text):
            return False
        if is_within_position(text) or tells_deed(text) or is_environment(text.partition(":")[0]):
            return False
        return has_title_word(text) or self.looks.stands_out(line) or len(words) <= 8

    def _undated_blocks(self, dated: Sequence[_Block]) -> list[_Block]:
        if not self.has_heading:
            return []
        if not dated:
            return self._undated_only()
        titles = {look_of(self.lines[block.start]) for block in dated if self.looks.stands_out(self.lines[block.start])}
        found: list[_Block] = []
        ends = [block.start for block in dated[1:]] + [len(self.lines)]
        for block, end in zip(dated, ends, strict=True):
            for at in range(block.header_end + 1, end):
                if self._is_undated_header(at, titles) and not (found and found[-1].header_end == at):
                    found.append(_Block(at, at + 1, None))
        return found

    def _undated_only(self) -> list[_Block]:
        found = []
        for at, line in enumerate(self.lines):
            if (self._is_header_line(at) and has_title_word(line.text)) or self._is_earlier_career(line):
                found.append(_Block(at, at + 1, None))
        return found

    def _is_undated_header(self, at: int, titles: set[tuple[float, bool, bool, bool]]) -> bool:
        """In the look of the other titles, or a title with an employer behind the bullets of another job."""
        line = self.lines[at]
        if self._is_earlier_career(line):
            return True
        if not self._is_header_line(at) or not has_title_word(line.text):
            return False
        if titles:
            return look_of(line) in titles
        pieces = cut_into_pieces(line, at, ())
        return self.lines[at - 1].bullet and len(pieces) >= 2

    def _is_earlier_career(self, line: Line) -> bool:
        """ "Early career: Acme, Globex": jobs without dates behind a heading in the line."""
        label, colon, rest = line.text.partition(":")
        return bool(colon and rest) and not line.bullet and heading_section(label) is Section.EXPERIENCE

    # ---- what a header says

    def header(self, block: _Block) -> Header:
        pieces: list[Piece] = []
        for at in range(block.start, max(block.header_end, block.start + 1)):
            taken = [span for index, span in block.anchor.spans if index == at] if block.anchor else []
            pieces += cut_into_pieces(self.lines[at], at, taken)
        if block.anchor is None and self._is_earlier_career(self.lines[block.start]):
            rest = pieces[1:] or pieces
            return Header(None, ", ".join(piece.text for piece in rest), rest[0], None)
        return read_header(pieces)

    def is_degree(self, block: _Block, header: Header) -> bool:
        """A degree under a heading that isn't known: "BSc Informatics, Test University, 2013 – 2017"."""
        if has_title_word(header.title or ""):
            return False
        lines = self.lines[block.start : max(block.header_end, block.start + 1)]
        return any(find_degree(line.text, strict=True) is not None for line in lines)

    def is_umbrella(self, block: _Block, header: Header, later: Sequence[_Block]) -> bool:
        """ "Acme, 2016 – Present" right above the roles held there: an employer, not one more job.

        Only where the roles below name no employer of their own and fill the time, so that no month is lost.
        """
        if block.anchor is None or not later or block.header_end < later[0].start or has_title_word(header.title or ""):
            return False
        below = self.header(later[0])
        if below.title is None or below.employer is not None:
            return False
        around = block.anchor.period
        roles = [role.anchor.period for role in later if role.anchor and _holds(around, role.anchor.period)]
        as_of = self.calendar.as_of
        return total_months(roles, as_of).high >= total_months([around], as_of).low

    def position(self, block: _Block, header: Header, employer: str | None) -> Position:
        line = self.lines[block.start]
        section_line = self.section_lines[block.start]
        kind = header.kind or section_line.kind or PositionKind.WORK
        if section_line.section is Section.VOLUNTEERING:
            kind = PositionKind.VOLUNTEER
        period = block.anchor.period if block.anchor else None
        if period is not None and kind is PositionKind.WORK and _is_one_season(period):
            kind = PositionKind.INTERNSHIP  # only students date a job by a summer
        if kind is not PositionKind.FREELANCE and header.title is not None:
            employer = header.employer or employer  # several roles under one employer
        else:
            employer = header.employer
        return Position(header.title, employer, kind, period, line.page, line.number)


def _holds(around: Period, within: Period) -> bool:
    return around.start.first <= within.start.last and within.end.first <= around.end.last


def _is_one_season(period: Period) -> bool:
    return period.start == period.end and period.start.precision is Precision.SEASON
