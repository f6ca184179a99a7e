"""A document as it is stored -> as a person sees it, with warnings where its letters deceive.

The last step of reading, the same for all formats, on lines that know their page and number:
1. text spelt in characters that draw nothing is set apart as hidden text;
2. letters that are stored backwards and turned round are put in the order in which they are seen
   (in a PDF they stand where they are painted already);
3. unseen characters inside words go; letters of formulas and ornament become plain ones;
4. letters of other scripts in Latin words stay, because a quote is what the file says; matching
   reads them as what they look like.
Each kind gives one warning, at its first word, with the number of words. None changes a verdict.

Precision comes before completeness: what honest programs and writers leave in words (hyphenation,
ligatures kept apart, broken addresses, all joiners of other scripts) is passed over, and so is a wrong
letter where the file is partly written in that script, because there it is a slip of the keyboard.

Not handled: a font whose letters are drawn as others, a PDF that maps what it draws to another
word. Only a look at the page tells those.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from screener.documents.characters import has_unseen, may_deceive
from screener.documents.styled import read_styled
from screener.documents.unseen import drop_unseen, find_broken_words, take_secrets, turn
from screener.errors import NoTextLayer
from screener.model.document import Document, HiddenText, Line, ReadingWarning
from screener.vocabulary.lookalikes import find_disguised_words, is_telling, looks_same

_CAUSE = "invisible characters"
_NO_TEXT = "has no text that a person can see; ask for it with its text"
_FEWEST = 10  # letters that only one script has: the file is partly written in it
_LONGEST_SHOWN = 40
_MESSAGES = {
    "deceptive-letters": "letters of another alphabet that look Latin ({letter}) were read as they look; "
    "compare with the page",
    "invisible-characters": "invisible characters inside were left out; compare with the page",
    "bidi-controls": "letters stored backwards, which control characters turn round, were read as they are shown; "
    "compare with the page",
    "styled-letters": "letters meant for formulas or ornament were read as plain letters",
}


def see_through(document: Document) -> Document:
    """The document as a person sees it. Raises NoTextLayer when that is nothing."""
    suspects = frozenset(line for line in document.lines if may_deceive(line.text))
    set_apart = _without_unseen(document)
    if not suspects:
        return set_apart
    seeing = _Seeing(is_painted=document.media_type == "pdf")
    lines = tuple(seeing.read(document.lines, suspects))
    if not lines:
        raise NoTextLayer(_NO_TEXT)
    return replace(
        set_apart,
        lines=lines,
        hidden=(*set_apart.hidden, *dict.fromkeys(seeing.hidden)),
        warnings=(*set_apart.warnings, *seeing.warnings(lines)),
    )


def _without_unseen(document: Document) -> Document:
    """The document without unseen characters in hidden text and links; what they spell is shown."""
    if any(has_unseen(item.text) for item in document.hidden):
        hidden = tuple(replace(item, text=_spelt_out(item.text)) for item in document.hidden)
        document = replace(document, hidden=hidden)
    if any(has_unseen(link.text) for link in document.links):
        document = replace(document, links=tuple(replace(link, text=drop_unseen(link.text)) for link in document.links))
    return document


def _spelt_out(text: str) -> str:
    shown, secret = take_secrets(text)
    return " ".join(f"{drop_unseen(shown)} {secret}".split())


class _Seeing:
    """Reads lines, and remembers what in them deceives: the words of each kind, with their page and line."""

    def __init__(self, *, is_painted: bool) -> None:
        self._is_painted = is_painted
        self._found: dict[str, list[tuple[str, int, int]]] = {code: [] for code in _MESSAGES}
        self.hidden: list[HiddenText] = []

    def read(self, lines: tuple[Line, ...], suspects: frozenset[Line]) -> Iterator[Line]:
        """The lines as seen; those of which nothing is seen go, and the lines after them move up."""
        gone: dict[int, int] = {}
        for line in lines:
            number = line.number - gone.get(line.page, 0)
            seen = line if line not in suspects else self._read_line(line, number)
            if not seen.cells:
                gone[line.page] = gone.get(line.page, 0) + 1
                continue
            yield seen if seen.number == number else replace(seen, number=number)

    def warnings(self, lines: tuple[Line, ...]) -> Iterator[ReadingWarning]:
        """One warning for each kind that was found."""
        for code, found in self._found.items():
            if code == "deceptive-letters" and found:
                found = _without_slips(found, lines)  # noqa: PLW2901
            if found:
                word, page, line = found[0]
                message = f"{_name(word, len(found))}: {_MESSAGES[code].format(letter=_describe(word))}"
                yield ReadingWarning(code, message, page, line)

    def _read_line(self, line: Line, number: int) -> Line:
        texts = [self._read_text(cell.text, line.page, number) for cell in line.cells]
        cells = tuple(replace(cell, text=text) for cell, text in zip(line.cells, texts, strict=True) if text)
        return line if cells == line.cells else replace(line, cells=cells)

    def _read_text(self, text: str, page: int, number: int) -> str:
        text, secret = take_secrets(text)
        if any(map(str.isalnum, secret)):
            self.hidden.append(HiddenText(secret, _CAUSE, page))
        stretches: tuple[str, ...] = ()
        if not self._is_painted:
            text, stretches = turn(text)
        broken = find_broken_words(text)
        plain, styled = read_styled(drop_unseen(text))
        words = {
            "deceptive-letters": find_disguised_words(plain),
            "invisible-characters": broken,
            "bidi-controls": [stretch for stretch in stretches if sum(map(str.isalpha, stretch)) > 1],
            "styled-letters": styled,
        }
        for code, found in words.items():
            self._found[code] += [(word, page, number) for word in found]
        return " ".join(plain.split())


def _without_slips(found: list[tuple[str, int, int]], lines: tuple[Line, ...]) -> list[tuple[str, int, int]]:
    """The disguised words whose letters aren't of a script that the file is partly written in."""
    counts: dict[str, int] = {}
    for line in lines:
        for letter in line.text if not line.text.isascii() else "":
            if is_telling(letter):
                script = _script(letter)
                counts[script] = counts.get(script, 0) + 1
    return [item for item in found if counts.get(_script(_disguised_letter(item[0])), 0) < _FEWEST]


def _name(word: str, count: int) -> str:
    others = f" and {count - 1} more {'word' if count == 2 else 'words'}" if count > 1 else ""
    return f"“{word[:_LONGEST_SHOWN]}”{others}"


def _describe(word: str) -> str:
    letter = _disguised_letter(word)
    return f"{_script(letter)} {letter}" if letter else ""


def _disguised_letter(word: str) -> str:
    return next((letter for letter in word if looks_same(letter)), "")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ", 1)[0].capitalize() if letter else ""
