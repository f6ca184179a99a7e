"""Strings that want to be more than text, drawn by a seed: as many as one asks for, the same ones each time.

`HOSTILE_STRINGS=10000 pytest tests/reports/test_hostile_mass.py` sends so many through every format; without the
variable a few go through, which takes seconds.
"""

import os
import unicodedata
from collections.abc import Iterator
from random import Random

COUNT = int(os.environ.get("HOSTILE_STRINGS", "300"))

_PARTS = (
    # what a terminal, a log or a reader of logs obeys
    "\x1b[31m", "\x1b[2J", "\x1b]8;;http://example.com\x07", "\x1bP", "\x9b2J", "\r", "\n", "\t", "\x00", "\x07",
    "\x08", "\x7f", "\x85", "\x0b", "\x0c", "::error::x", "::set-output name=a::b", "##[error]x",
    "##vso[task.complete]", "##teamcity[buildStop]", "travis_fold:start:x", "section_start:1:x", "::group::x",
    "##[command]x", "::add-mask::x", "Section_End:1:x",
    # what isn't seen, or turns what is seen around
    "\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b", "\u2060", "\ufeff", "\u00ad",
    "\u2028", "\u2029", "\ufff9", "\U000e0041", "\U000e0001", "\udce9", "\ud83d", "\udc00", "\ufffe", "\uffff",
    # what a spreadsheet calculates or fetches
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", ";=1", ' ;"=1', "＝1", "'=1", "=HYPERLINK(0)",
    '"', '""', ",", ";", "_x0041_", "_x000D_", "\\\\server\\share", "//server/share", "file:///etc/passwd", "C:\\a",
    # what a browser parses
    "<script>alert(1)</script>", "</script>", "</style>", "</title>", "<!--", "-->", "<svg onload=alert(1)>", "]]>",
    "<img src=x onerror=alert(1)>", "<plaintext>", "<q>", "</bdi></td></table>", '" onclick="alert(1)', "' x='", "&lt;",
    "&#60;", "&amp", "javascript:alert(1)", "data:text/html,x", "<base href=http://example.com>", "<b ", "<", ">", "&",
    # what a template or markup obeys
    "{{7*7}}", "{% raw %}", "{#", "${7*7}", "%s", "%(a)s", "{0}", "[/b]", "[bold]", "[link=x]", ":smile:", "a[/]b",
    # what Markdown obeys
    "[x](http://example.com)", "![x](http://example.com/x.png)", "[x]: http://example.com", "http://example.com",
    "www.example.com", "a@example.com", "@team", "#1", "owner/name#1", "**b**", "__b__", "_i_", "~~s~~", "`c`", "```",
    "| a | b |", "|", "\\", "\\|", "$x$", "# h", "- x", "> q", "1. x", "***", "---", "[^1]", "- [ ] x", "<https://a.b>",
    # what is only difficult
    "…", "“", "陳", "é", "e\u0301", "☺\ufe0f", "👩\u200d💻", "می\u200cخواهم", "שלום", "नमस्ते", "../", "..\\", "/",
    " " * 9, "word " * 40, "x" * 90, "a.zip/b.pdf", ".pdf", "-", "None", "null", "true", "0x10", "1e9", "007",
    "2026-11-22",
)  # fmt: skip


def hostile_strings(count: int = COUNT, seed: int = 20261122) -> list[str]:
    """So many different strings; the parts by themselves come first."""
    return list(_distinct(count, Random(seed)))


def _distinct(count: int, draw: Random) -> Iterator[str]:
    seen: set[str] = set()
    parts = iter(_PARTS)
    while len(seen) < count:
        text = next(parts, None) or _joined(draw)
        if text not in seen:
            seen.add(text)
            yield text


def _joined(draw: Random) -> str:
    """One to six pieces, now and then with a letter between them: some codes act only between words."""
    pieces = [_character(draw) if draw.random() < 0.3 else draw.choice(_PARTS) for _ in range(draw.randint(1, 6))]
    return draw.choice(("", "", " ", "a")).join(pieces)


def _character(draw: Random) -> str:
    """Any character that Unicode has, from the first planes most often."""
    while True:
        character = chr(draw.choice((draw.randrange(0x100), draw.randrange(0x3000), draw.randrange(0x110000))))
        if unicodedata.category(character) != "Cn" or draw.random() < 0.05:
            return character
