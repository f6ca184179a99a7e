"""The bytes of an HTML page -> the lines that a person sees of it.

Only what is shown counts: scripts, styles, comments and elements that are hidden in the page itself are
left out, list items become bullets, and headings stay headings. Nothing is fetched, so what a style
sheet hides is read. Tags are cut out first and only then handed to the library's parser one by one,
because it takes quadratic time for some broken pages.
"""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from screener.documents.engines.plain_text import decode_text
from screener.roles.drafting.lines import PostingLine, looks_like_heading

_UNSEEN = re.compile(r"<!--|<(script|style|template|noscript|svg|math|iframe|object|select|textarea)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")  # each beginning is looked at up to the next sign only
_BREAKS = frozenset((
    "p", "div", "br", "tr", "section", "article", "main", "aside", "header", "footer", "ul", "ol", "dl", "dt", "dd",
    "table", "tbody", "thead", "hr", "form", "fieldset", "blockquote", "pre", "address", "figure", "figcaption",
    "details", "summary", "option", "button", "label", "body", "h1", "h2", "h3", "h4", "h5", "h6", "li",
))  # fmt: skip
_BOLD = frozenset(("b", "strong"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))  # fmt: skip
_SKIPPED = frozenset(("head", "nav", "button", "form"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_LONGEST_TAG = 4000  # characters of a tag that are looked at; pictures can be written inside one
_DEEPEST = 1000  # elements; what is nested deeper is taken as text of the last one


def read_html(data: bytes, most_characters: int) -> tuple[PostingLine, ...]:
    """The visible lines, up to so many characters."""
    page = _Page()
    for tag, text in _pieces(_without_unseen(decode_text(data))):
        if page.character_count >= most_characters:
            break
        page.take(tag, text)
    page.end_line()
    return tuple(page.lines)


def _without_unseen(text: str) -> str:
    """Without elements whose content isn't text of the page; one that isn't closed ends the page, as in a browser."""
    kept: list[str] = []
    start = 0
    while opening := _UNSEEN.search(text, start):
        kept.append(text[start : opening.start()])
        name = opening[1]
        closing = re.compile(rf"</{name}\b[^<>]{{0,100}}>" if name else "-->", re.IGNORECASE).search(
            text, opening.end()
        )
        if closing is None:
            return "".join(kept)
        start = closing.end()
        kept.append(" ")
    kept.append(text[start:])
    return "".join(kept)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Each tag with the text after it."""
    tag, start = "", 0
    for match in _TAG.finditer(text):
        yield tag, text[start : match.start()]
        tag, start = match[0], match.end()
    yield tag, text[start:]


class _Page(HTMLParser):
    """Lines as they come about; `take` is given one tag and the text behind it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[PostingLine] = []
        self.character_count = 0
        self._words: list[str] = []
        self._open: list[tuple[str, bool]] = []  # name, and whether it hides what is in it
        self._hidden = 0
        self._is_bullet = False
        self._heading = False
        self._bold = 0  # elements that are open
        self._is_bold = True  # all of the line so far

    def take(self, tag: str, text: str) -> None:
        if tag:
            self.feed(tag if len(tag) <= _LONGEST_TAG else tag[:_LONGEST_TAG].rpartition(" ")[0] + ">")
            if self.rawdata:  # a tag that the library waits for more of
                self.reset()
        if not self._hidden and text:
            self.character_count += len(text)
            self._words.append(html.unescape(text))
            self._is_bold = self._is_bold and (self._bold > 0 or not text.strip(" :\n\t"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.end_line()
        elif tag in {"td", "th"}:
            self._words.append(" | " if "".join(self._words).strip() else "")
        self._is_bullet = self._is_bullet or tag == "li"
        self._heading = self._heading or tag in _HEADINGS
        if tag not in _VOID and len(self._open) < _DEEPEST:
            hides = tag in _SKIPPED or _is_hidden(dict(attrs))
            self._open.append((tag, hides))
            self._hidden += hides
            self._bold += tag in _BOLD

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.end_line()
        if tag == "li" or tag in _HEADINGS:
            self._heading = self._is_bullet = False
        if any(name == tag for name, _ in self._open[-50:]):
            while self._open:
                name, hides = self._open.pop()
                self._hidden -= hides
                self._bold -= name in _BOLD
                if name == tag:
                    break

    def end_line(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        if text:
            is_bold = self._is_bold and not self._is_bullet and looks_like_heading(text)
            self.lines.append(PostingLine(text, self._is_bullet, self._heading or is_bold))
            self._is_bullet = self._heading = False
        self._is_bold = True


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
