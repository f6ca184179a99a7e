"""The bytes of a job posting -> its lines, whatever the format.

PDF, DOCX and text are read as resumes are; HTML by the small reader beside this. Markdown's emphasis
and links are taken off, and wrapped lines are joined: a posting is read by sentences.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.documents.formats import find_format
from screener.documents.limits import Limits
from screener.documents.read import parse_document, read_bytes, sha256_of
from screener.errors import DocumentError
from screener.model.document import Document, Line
from screener.resumes.wrapping import find_wrapped, is_unfinished

_REMEDIES = {
    "empty-file": "is empty; give a file with the posting's text",
    "no-text-layer": "has no text; save the posting as text, or as a PDF whose text can be selected",
    "unmapped-fonts": "has text that can't be copied; save the posting as text or HTML",
    "not-a-resume-format": "is not in a format that postings are read in; save it as text, HTML, PDF or DOCX",
    "damaged": "is damaged; save the posting again as text, HTML, PDF or DOCX",
    "encrypted": "is protected by a password; save the posting without it",
}
_TOO_LONG = "is longer than any posting; save the posting alone as text"
_EMPHASIS = re.compile(r"(\*\*|__|`|~~)")
_SINGLE_EMPHASIS = re.compile(r"(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,2000}\)")
_QUOTE_MARK = re.compile(r"^(?:>\s*)+")
_OTHER_BULLET = re.compile(r"^(?:o|[-–—*+•·‣▪●○✓✔➤➢►→✅☑]|\(?\d{1,2}[.)])\s+(?=\S)")
_TABLE_RULE = re.compile(r"[|\s:-]+")
_SENTENCE_END = (".", "!", "?", ":", ";")
_MOST_CHARACTERS = 200_000  # fifty times a long posting
_CUT = frozenset(("page-limit", "character-limit"))
_LONGEST_HEADING = 70
_ALL_BOLD = re.compile(r"(?:\*\*|__)[^*_]{2,80}(?:\*\*|__):?")
_WIDE = 60  # characters; text is wrapped at this width or beyond


class PostingLine(NamedTuple):
    """A paragraph, a list item or a heading; `is_heading` when the format itself says so."""

    text: str
    is_bullet: bool = False
    is_heading: bool = False


class UnreadablePosting(DocumentError):
    """A posting that gives no text; the message ends with the remedy."""


def read_posting(file: str, limits: Limits) -> tuple[PostingLine, ...]:
    """The lines of a file. Raises UnreadablePosting, its message without the file's name."""
    try:
        return posting_lines(read_bytes(file, limits), file, limits)
    except UnreadablePosting:
        raise
    except DocumentError as error:
        raise _refusal(error) from error


def posting_lines(data: bytes, file: str, limits: Limits) -> tuple[PostingLine, ...]:
    """The lines in `data`; the name tells only what the content leaves open."""
    if not data.strip():
        raise UnreadablePosting(_REMEDIES["empty-file"])
    if _is_html(data, file):
        from screener.roles.drafting.html_lines import read_html

        lines = read_html(data, limits.characters)
        if not lines:
            raise UnreadablePosting(_REMEDIES["no-text-layer"])
    else:
        try:
            name = file if find_format(data) != "text" else "posting.txt"
            lines = tuple(_lines_of(parse_document(data, name, sha256=sha256_of(data), limits=limits)))
        except DocumentError as error:
            raise _refusal(error) from error
    if sum(len(line.text) for line in lines) > _MOST_CHARACTERS:
        raise UnreadablePosting(_TOO_LONG)
    return tuple(line for line in map(_cleaned, lines) if line.text)


def _refusal(error: DocumentError) -> UnreadablePosting:
    return UnreadablePosting(_REMEDIES.get(error.code, str(error)))


def _is_html(data: bytes, file: str) -> bool:
    found = find_format(data)
    if found == "html":
        return not data[:200].lstrip().lower().startswith(b"mime-version:")
    is_named = file.lower().endswith((".html", ".htm", ".xhtml"))
    return is_named and found in {"text", "xml"}


def _lines_of(document: Document) -> Iterator[PostingLine]:
    """Paragraphs, from lines that may be wrapped."""
    if any(warning.code in _CUT for warning in document.warnings):
        raise UnreadablePosting(_TOO_LONG)
    lines = document.lines
    all_bold = all(line.bold for line in lines)
    wrapped = _find_wrapped_text(lines) if document.media_type == "text" else find_wrapped(lines)
    begun: PostingLine | None = None
    for line, continues in zip(lines, wrapped, strict=True):
        if begun is not None and continues:
            begun = begun._replace(text=f"{begun.text} {line.text}")
            continue
        if begun is not None:
            yield begun
        begun = PostingLine(line.text, line.bullet, line.heading or _is_bold_heading(line, is_all=all_bold))
    if begun is not None:
        yield begun


def _is_bold_heading(line: Line, *, is_all: bool) -> bool:
    """A short line in bold type where the rest isn't."""
    return line.bold and not is_all and not line.bullet and looks_like_heading(line.text)


def looks_like_heading(text: str) -> bool:
    """Whether a line set apart by its look is short, and no sentence."""
    return len(text) <= _LONGEST_HEADING and not text.endswith((".", ",", ";", "!"))


def _find_wrapped_text(lines: Sequence[Line]) -> list[bool]:
    """For each line of a plain text, whether it continues the one before.

    In a paragraph several lines come near its width, and the next word would not have fitted; a list
    without bullets has lines of all lengths.
    """
    wrapped: list[bool] = []
    block: list[Line] = []
    for line in [*lines, None]:
        if block and (line is None or line.paragraph_start or line.bullet or line.heading or block[0].heading):
            wrapped += _wrapped_in(block)
            block = []
        if line is not None:
            block.append(line)
    return wrapped


def _wrapped_in(block: Sequence[Line]) -> list[bool]:
    texts = [line.text for line in block]
    width = max(map(len, texts))
    is_set = width >= _WIDE and (sum(len(text) > width - 15 for text in texts) >= 2 or block[0].bullet)
    found = [False]
    for before, text in itertools.pairwise(texts):
        is_full = is_set and len(before) + 1 + len(text.split(" ", 1)[0]) > width
        reads_on = text[:1].islower() or is_unfinished(before)
        is_long = len(before) >= _WIDE or block[0].bullet
        found.append(
            (not before.endswith(_SENTENCE_END) and (is_full or (reads_on and is_long)))
            or (is_full and not before.endswith(":"))
        )
    return found


def _cleaned(line: PostingLine) -> PostingLine:
    """Without Markdown's marks and what isn't printed; a bullet that the format didn't tell is one, too."""
    text = "".join(character if character.isprintable() else " " for character in line.text)
    is_bold = bool(_ALL_BOLD.fullmatch(text.strip())) and not line.is_bullet and looks_like_heading(text.strip("*_ "))
    is_row = "|" in text and line.text.lstrip().startswith("|")
    if is_row:
        text = "" if _TABLE_RULE.fullmatch(text) else text.strip(" |")
    text = _LINK.sub(r"\1", _EMPHASIS.sub("", _QUOTE_MARK.sub("", text)))
    text = " ".join(_SINGLE_EMPHASIS.sub("", text).split())
    bullet = None if line.is_heading else _OTHER_BULLET.match(text)
    if bullet:
        return PostingLine(text[bullet.end() :], is_bullet=True)
    return PostingLine(text, line.is_bullet or is_row, line.is_heading or is_bold)
