"""Which lines of a DOCX look like headings, by their words or by their type."""

from screener.documents.engines.docx_reading import DraftLine
from screener.vocabulary.headings import heading_section, is_within_position

_LONGEST = 40  # characters of a heading
_LARGER = 1.1  # times: what an eye notices


def is_short(line: DraftLine) -> bool:
    """One cell of a few words, without digits: it may be a heading, it is no period."""
    text = line.text
    return len(line.cells) == 1 and len(text) <= _LONGEST and not line.bullet and not any(map(str.isdigit, text))


def names_section(line: DraftLine, *, within_position: bool = False) -> bool:
    """Whether a line is nothing but the name of a section ("Work Experience", "SKILLS & TOOLS").

    Names that also occur within a position ("Highlights") count only when `within_position` is set.
    """
    if not is_short(line):
        return False
    return heading_section(line.text) is not None and (within_position or not is_within_position(line.text))


def looks_like_heading(lines: list[DraftLine], index: int) -> bool:
    """Whether a line is set like the heading of what follows it: its style, capitals, weight or size."""
    line = lines[index]
    if line.heading:
        return True
    if not is_short(line) or index + 1 == len(lines):
        return False
    following = lines[index + 1]
    return is_in_capitals(line) or (line.bold and not following.bold) or is_larger(line, following)


def is_in_capitals(line: DraftLine) -> bool:
    """A short line in capitals, longer than an abbreviation."""
    text = line.text
    return text.isupper() and is_short(line) and sum(map(str.isalpha, text)) >= 5


def is_larger(line: DraftLine, other: DraftLine) -> bool:
    return line.size >= _LARGER * other.size > 0
