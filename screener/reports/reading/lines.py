"""A Reading -> its lines as read, each with what it was understood as, and names for where they stand.

Understanding may take a line apart (a heading in front of a job, two jobs side by side, "Skills: …"
inside running text). Its parts carry the line's page and number, which is how they are found again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from screener.model.document import CELL_GAP, Document, Line
from screener.model.reading import Reading
from screener.model.resume import Grade, Resume, ResumeLine, Section

_A_TO_Z = 26


class ReadLine(NamedTuple):
    """A line of the document and the parts that were understood, one as a rule."""

    line: Line
    parts: tuple[ResumeLine, ...]

    @property
    def is_taken_apart(self) -> bool:
        return len(self.parts) > 1


class Row(NamedTuple):
    """What is shown on one row: a line, or a part of one that belongs elsewhere than its other parts."""

    line: Line
    cells: tuple[tuple[str, bool], ...]  # text, and whether it is bold
    section: Section | None
    position: int | None
    is_heading: bool
    is_bullet: bool
    continues: bool


def read_lines(reading: Reading) -> Iterator[ReadLine]:
    """The lines in reading order."""
    parts: dict[tuple[int, int], list[ResumeLine]] = defaultdict(list)
    for part in reading.resume.lines:
        parts[part.page, part.line].append(part)
    for line in reading.document.lines:
        yield ReadLine(line, tuple(parts[line.page, line.number]))


def rows_of(found: ReadLine) -> Iterator[Row]:
    """One row where everything on the line belongs together, else one for each part."""
    line, parts = found
    if len({(part.section, part.position) for part in parts}) > 1:
        for at, part in enumerate(parts):
            cells = tuple((text, line.bold) for text in part.text.split(CELL_GAP) if text)
            yield _row(line, cells, part)._replace(is_bullet=line.bullet and at == 0)
        return
    cells = tuple((cell.text, cell.bold) for cell in line.cells)
    yield _row(line, cells, parts[0]) if parts else Row(line, cells, None, None, False, line.bullet, False)


def region_names(lines: Iterable[Line]) -> Mapping[int, str]:
    """What people call a region: a sidebar stands beside the main text, a footer or a text box doesn't."""
    lines = list(lines)
    main = [(line.page, line.top, line.bottom) for line in lines if line.region == 0]
    names = {0: "main text"}
    for region in sorted({line.region for line in lines} - {0}):
        extents = _extents(line for line in lines if line.region == region)
        beside = any(
            page in extents and top < extents[page][1] and bottom > extents[page][0] for page, top, bottom in main
        )
        names[region] = f"sidebar {region}" if beside else f"region {region}"
    return names


def named_skills(resume: Resume) -> list[tuple[str, Grade]]:
    """Skills that the page names, with the best grade of that; what others imply isn't among them."""
    named = ((item.skill, [found.grade for found in item.evidence if not found.implied_by]) for item in resume.skills)
    best = [
        (skill, min((grade for grade in grades if grade), key=lambda grade: grade.rank))
        for skill, grades in named
        if any(grades)
    ]
    return sorted(best, key=lambda item: (item[0].casefold(), item[0]))


def letters(position: int) -> str:
    """A, B, … Z, AA, AB, …: a mark for a position that can't be taken for a line's number."""
    text = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, _A_TO_Z)
        text = chr(ord("A") + letter) + text
    return text


def format_name(document: Document) -> str:
    """As people call it: PDF, DOCX, text."""
    return document.media_type if document.media_type == "text" else document.media_type.upper()


def _row(line: Line, cells: tuple[tuple[str, bool], ...], part: ResumeLine) -> Row:
    return Row(line, cells, part.section, part.position, part.is_heading, line.bullet, part.continues)


def _extents(lines: Iterable[Line]) -> dict[int, tuple[float, float]]:
    """From where to where on each page the lines reach."""
    extents: dict[int, tuple[float, float]] = {}
    for line in lines:
        top, bottom = extents.get(line.page, (line.top, line.bottom))
        extents[line.page] = min(top, line.top), max(bottom, line.bottom)
    return extents
