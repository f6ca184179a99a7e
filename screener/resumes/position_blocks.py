"""The lines of one experience section -> blocks: where each position's header begins and ends.

Dates are the anchors: every position that can be counted has one. The first anchor of a section
shows how its author writes: how many header lines stand above the date; the others are read in the
same way, so that the last line of one job isn't taken for the title of the next. Header-like lines
without a date, in the look of the other titles, are undated positions.

Not handled: jobs set side by side in one band.
"""

from collections.abc import Sequence
from typing import NamedTuple

from screener.model.document import Line
from screener.model.resume import PositionKind, Section
from screener.resumes.anchor import HEADER_WORDS, Anchor
from screener.resumes.anchors import find_anchors
from screener.resumes.dates import Calendar
from screener.resumes.header import Header, Piece, cut_into_pieces, is_beside_the_point, read_header
from screener.resumes.header_words import (
    ends_in_abbreviation,
    has_employer_word,
    has_title_word,
    is_label,
    is_name_like,
    kind_of,
    tells_deed,
)
from screener.resumes.sections import SectionLine
from screener.resumes.style import Looks, look_of
from screener.vocabulary.headings import heading_section, is_environment, is_within_position

_LINES_ABOVE = 3
_LINES_BELOW = 2  # of the date, while the title or the employer is missing
_SHORT = 5  # words of a label, or behind one
_DETAILS = 6  # lines such as "Hours per week: 40" between the date and the title


class Block(NamedTuple):
    """A position's lines within its group: the header from `start` up to `header_end`."""

    start: int
    header_end: int
    anchor: Anchor | None


class Group:
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

    def blocks(self) -> list[tuple[int, int, Block]]:
        """(first line, line behind the last, block) of each position, in order."""
        starts = self._dated_blocks()
        starts += self._undated_blocks(starts)
        starts.sort(key=lambda block: block.start)
        ends = [*(block.start for block in starts[1:]), len(self.lines)]
        return [(block.start, end, block) for block, end in zip(starts, ends, strict=False)]

    def _dated_blocks(self) -> list[Block]:
        blocks: list[Block] = []
        habit: tuple[bool, int] | None = None  # of the first anchor: alone on its line, header lines above
        free_from = 0
        for number, anchor in enumerate(self.anchors):
            above = self._header_above(anchor.at, free_from)
            is_telling = (
                above or not anchor.alone or number + 1 == len(self.anchors) or self._stands_above_title(anchor)
            )
            if habit is None and is_telling:
                habit = (anchor.alone, len(above))
            elif habit is not None and habit[0] == anchor.alone:
                above = self._as_usual(anchor, above, habit[1])
            start = above[0] if above else anchor.at
            limit = self.anchors[number + 1].at if number + 1 < len(self.anchors) else len(self.lines)
            header_end = self._header_end(start, anchor, limit, habit[1] if habit else 0)
            blocks.append(Block(start, header_end, anchor))
            free_from = header_end
        return blocks

    def _stands_above_title(self, anchor: Anchor) -> bool:
        below = max(index for index, _ in anchor.spans) + 1
        return below < len(self.lines) and self._is_header_line(below) and self._names_title(below)

    def _as_usual(self, anchor: Anchor, above: list[int], usual: int) -> list[int]:
        """As many of the lines above a date as its author usually has there; more where only these name a title."""
        kept = above[max(0, len(above) - usual) :]
        below = max(index for index, _ in anchor.spans) + 1
        beside = [anchor.at, *([below] if below < len(self.lines) and self._is_header_line(below) else [])]
        if any(self._names_title(at) for at in (*kept, *beside)):
            return kept
        titles = [at for at in above if self._names_title(at)]
        return above[above.index(titles[-1]) :] if titles else kept

    def _header_end(self, start: int, anchor: Anchor, limit: int, lines_above: int) -> int:
        """The line behind the header: lines below the date belong to it while a title or an employer is missing."""
        begin = end = max(index for index, _ in anchor.spans) + 1
        while end < limit and end - begin < _LINES_BELOW and self._is_header_line(end):
            header = self.header(Block(start, end, anchor))
            if self._is_complete(header) and (has_title_word(header.title or "") or not self._names_title(end)):
                break
            if header.kind is PositionKind.BREAK:  # nobody employs people for a break
                break
            end += 1
        end = max(end, self._behind_details(Block(start, end, anchor), begin, limit))
        if end == limit < len(self.lines):  # nothing but headers up to the next date, which needs its own
            given = max(begin, limit - lines_above)
            kept = self.header(Block(start, given, anchor))
            if kept.title is not None or kept.employer is not None:
                end = given
        return end

    def _behind_details(self, block: Block, begin: int, limit: int) -> int:
        """The line behind a title that stands below "Hours per week: 40" and the like; 0 where there is none."""
        at = begin
        while at < min(limit, begin + _DETAILS) and self._is_detail(at):
            at += 1
        if at in (begin, limit) or not (self._is_header_line(at) and self._names_title(at)):
            return 0
        return 0 if has_title_word(self.header(block).title or "") else at + 1

    def _is_detail(self, at: int) -> bool:
        """ "Salary: $98,400 per year", "40 hrs/week": a label with a few words or a number behind it."""
        line = self.lines[at]
        label, colon, rest = line.text.partition(": ")
        if line.bullet or not line.cells:
            return False
        is_labelled = bool(colon and rest) and max(len(label.split()), len(rest.split())) <= _SHORT
        return is_labelled or is_beside_the_point(line)

    def _names_title(self, at: int) -> bool:
        text = self.lines[at].text
        return has_title_word(text) or kind_of(text) is not None

    def _is_complete(self, header: Header) -> bool:
        return header.title is not None and header.employer is not None

    def _header_above(self, at: int, free_from: int) -> list[int]:
        found: list[int] = []
        for above in range(at - 1, max(free_from, at - _LINES_ABOVE) - 1, -1):
            if not (self._is_header_line(above) or self._goes_on_below(above, at)) or self._starts_body(above + 1, at):
                break
            found.insert(0, above)
        return found

    def _goes_on_below(self, above: int, anchor: int) -> bool:
        """ "Engineer, Acme Ltd," with the dates on a line of their own."""
        text = self.lines[above].text
        return above + 1 == anchor and text.endswith(",") and self._names_title(above) and self._is_short_name(text)

    def _is_short_name(self, text: str) -> bool:
        return len(text.split()) <= HEADER_WORDS and is_name_like(text) and not tells_deed(text)

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
        if len(line.cells) > 1 and all(is_label(cell.text) for cell in line.cells):  # the head of a table
            return False
        if not self._is_short_name(text) or is_within_position(text) or is_environment(text.partition(":")[0]):
            return False
        return has_title_word(text) or self.looks.stands_out(line) or len(words) <= 8

    def _undated_blocks(self, dated: Sequence[Block]) -> list[Block]:
        if not self.has_heading:
            return []
        if not dated:
            return self._undated_only()
        titles = {look_of(self.lines[block.start]) for block in dated if self.looks.stands_out(self.lines[block.start])}
        found: list[Block] = []
        begins = [block.header_end + (not self._is_complete(self.header(block))) for block in dated]
        ends = [*(block.start for block in dated[1:]), len(self.lines)]
        # Above the first date one more line must follow, or it is that date's own header.
        for begin, end in zip([0, *begins], [dated[0].start - 1, *ends], strict=True):
            for at in range(begin, end):
                if self._is_undated_header(at, titles) and not (found and found[-1].header_end == at):
                    found.append(Block(at, at + 1, None))
        return found

    def _undated_only(self) -> list[Block]:
        found = []
        for at, line in enumerate(self.lines):
            if (self._is_header_line(at) and has_title_word(line.text)) or self._is_earlier_career(line):
                found.append(Block(at, at + 1, None))
        return found

    def _is_undated_header(self, at: int, titles: set[tuple[float, bool, bool, bool]]) -> bool:
        """In the look of the other titles; or a title with an employer behind bullets, or with one that is sure."""
        line = self.lines[at]
        if self._is_earlier_career(line):
            return True
        if not self._is_header_line(at) or not has_title_word(line.text):
            return False
        if titles:
            return look_of(line) in titles
        pieces = cut_into_pieces(line, at, ())
        is_sure = any(has_employer_word(piece.text) and not has_title_word(piece.text) for piece in pieces)
        return len(pieces) >= 2 and (at == 0 or self.lines[at - 1].bullet or is_sure)

    def _is_earlier_career(self, line: Line) -> bool:
        """ "Early career: Acme, Globex": jobs without dates behind a heading in the line."""
        label, colon, rest = line.text.partition(":")
        return bool(colon and rest) and not line.bullet and heading_section(label) is Section.EXPERIENCE

    # ---- what a header says

    def header(self, block: Block) -> Header:
        """What the lines of a block's header say."""
        pieces: list[Piece] = []
        for at in range(block.start, max(block.header_end, block.start + 1)):
            taken = [span for index, span in block.anchor.spans if index == at] if block.anchor else []
            pieces += cut_into_pieces(self.lines[at], at, taken)
        if block.anchor is None and self._is_earlier_career(self.lines[block.start]):
            rest = pieces[1:] or pieces
            return Header(None, ", ".join(piece.text for piece in rest), rest[0], None)
        return read_header(pieces)
