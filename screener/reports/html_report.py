"""A Report -> one HTML page that needs nothing but itself.

The template, style, script and colours are files in the folder `html`. Whatever comes from a resume passes
through `_shown` (control characters and the like become visible escapes) and then through Jinja's escaping;
nothing from a resume ever reaches the style or the script. A content-security policy in the page allows exactly
this style and this script, by their hashes, and no request at all.
"""

import re
import tomllib
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple, TextIO

from jinja2 import BaseLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from screener.model.report import Report
from screener.model.screening import Status, Verdict
from screener.reports import DEFAULT_VIEW, ViewOptions, write_utf8
from screener.reports.html.cards import BRIEF, FULL, TERSE, Band, Card, Detail
from screener.reports.html.page import page_of
from screener.reports.safe_text import visible

HEAVIEST = 7_900_000  # bytes of a page: about what a browser opens in a second
_LONGEST = 2000  # characters of any one text of a resume; what is cut is counted
_YEARS = 60  # a timeline of more has no lines between its years
_SIGNS = {
    Status.MET: "✓",
    Status.NOT_MET: "✗",
    Status.UNKNOWN: "?",
    Verdict.FIT: "✓",
    Verdict.REVIEW: "?",
    Verdict.NO_FIT: "✗",
    Verdict.UNREADABLE: "∅",
}
# Where the page changes its shape: candidates whose details are printed unasked, columns of a matrix that needn't fill
# the screen, and columns that can hold words on paper.
_SIZES = {"most_on_paper": 30, "few_columns": 6, "columns_on_paper": 12}
_PLAIN = re.compile('[ !"$-9;-~]*')  # nothing that `visible` changes
_POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


class Cards(NamedTuple):
    """The candidates as HTML; how many are shown in full, and how many with quotes."""

    texts: list[Markup]
    in_full: int
    with_quotes: int


def write(report: Report, stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:  # noqa: ARG001
    """Write the page, whole whatever the view is; the same report gives the same bytes."""
    page = page_of(report)
    style, script = _style(page.band), _text("script.js")
    around = partial(
        _template("page.html.j2").render,
        page=page,
        report=report,
        policy=_POLICY.format(style=_digest(style), script=_digest(script)),
        style=Markup(style),
        script=Markup(script),
        signs=_SIGNS,
        **_SIZES,
    )
    empty = around(cards=[], in_full=0, with_quotes=0)
    cards = _cards(page.cards, HEAVIEST - _size(empty))
    write_utf8(stream, around(cards=cards.texts, in_full=cards.in_full, with_quotes=cards.with_quotes))


def _cards(cards: Sequence[Card], room: int) -> Cards:
    """The candidates in as much detail as there is room for, counted in bytes.

    All in full, else all briefly and the best of them in full, else the last ones without quotes and timelines.
    """
    full = list(_rendered(cards, FULL, room))
    if len(full) == len(cards):
        return Cards(full, len(cards), len(cards))
    texts = list(_rendered(cards, BRIEF))
    room -= sum(map(_size, texts))
    in_full, with_quotes = 0, len(texts)
    while in_full < len(full) and (more := _size(full[in_full]) - _size(texts[in_full])) <= room:
        texts[in_full], room, in_full = full[in_full], room - more, in_full + 1
    while room < 0 and with_quotes:
        with_quotes -= 1
        (terse,) = _rendered(cards[with_quotes : with_quotes + 1], TERSE)
        texts[with_quotes], room = terse, room + _size(texts[with_quotes]) - _size(terse)
    return Cards(texts, in_full, with_quotes)


def _rendered(cards: Sequence[Card], detail: Detail, room: int | None = None) -> Iterator[Markup]:
    """The candidates, or as many of them as there is room for."""
    template = _template("card.html.j2")
    for card in cards:
        text = Markup(template.render(card=card._replace(detail=detail), signs=_SIGNS))
        if room is not None:
            room -= _size(text)
            if room < 0:
                return
        yield text


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def palette() -> Mapping[str, Any]:
    """The colours by scheme, and which of them are read on which."""
    return tomllib.loads(_text("palette.toml"))


def _style(band: Band) -> str:
    """The style sheet with its colours, the band of experience that is asked, and the years of a timeline."""
    colours = palette()
    asked = (band.low * 100 / band.end, min(band.above * 100 / band.end, 100))
    scheme = "@media screen and (prefers-color-scheme:dark){" + _properties(colours["dark"]) + "}\n"
    years = "".join(f".y{count}{{--years:{count}}}" for count in range(1, _YEARS + 1))
    place = f":root{{--band-from:{asked[0]:.4g}%;--band-to:{asked[1]:.4g}%}}\n"
    return _properties(colours["light"]) + "\n" + scheme + _text("style.css") + place + years + "\n"


def _properties(colours: Mapping[str, str]) -> str:
    return ":root{" + ";".join(f"--{name}:{colour}" for name, colour in colours.items()) + "}"


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=BaseLoader(),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    source = "\n".join(line.lstrip() for line in _text(name).splitlines())  # indentation is a fifth of a page
    return environment.from_string(source + "\n")


def _shown(value: object) -> object:
    """A text as it is shown: on one line, nothing in it that acts, and of bearable length."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    if len(value) <= _LONGEST and _PLAIN.fullmatch(value):
        return value
    cut = len(value) - _LONGEST
    return visible(value) if cut <= 0 else f"{visible(value[:_LONGEST])}… ({cut} more characters)"


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _text(name: str) -> str:
    return files("screener.reports").joinpath("html", name).read_text(encoding="utf-8")
