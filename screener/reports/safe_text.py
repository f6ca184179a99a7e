"""Any text -> text that is inert: what a terminal would obey is shown instead of sent.

Names of files and words of resumes are hostile: an escape sequence recolours or rewrites the
screen, a bidi control reverses a line, a zero-width character hides one. All of them are shown as
escapes (`\\x1b`, `\\u202e`). Nothing else is touched here; markup is Rich's and is never parsed.
"""

import re
import unicodedata

from screener.model.path_order import surrogate_escape

# C0, DEL, C1; soft hyphen; bidi marks, embeddings and isolates; zero-width and line separators; byte
# order mark, interlinear marks; tags (they spell hidden ASCII); lone surrogates.
# Joiners (U+200C, U+200D) stay: names in several scripts are misspelt without them.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
# Lines of a log that a CI service would obey, wherever they are wrapped: "::error::", "##[error]", "##vso[task…]",
# "##teamcity[…]", "travis_fold:start:x", "section_start:1:x". The first character of each is shown as an escape.
_COMMAND = re.compile(
    r"(?<!\S):(?=:(?:add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|notice|remove-matcher|save-state"
    r"|set-env|set-output|stop-commands|warning)\b)|#(?=#[a-z]*\[)|t(?=ravis_(?:fold|time):)|s(?=ection_(?:start|end):)",
    re.IGNORECASE,
)
_OF_A_COMMAND = ("::", "##", "travis_", "section_")  # in lower case
# Hebrew, Arabic and their like; everything that a terminal may turn round.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_WHITESPACE = re.compile(r"[\t\n\v\f\r\x85]+")

# What stands in for our own signs, and for punctuation that resumes are full of.
_PLAIN = str.maketrans(
    {
        "✓": "+", "✗": "x", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
        "·": "-", "•": "*", "\u2011": "-", "\u00a0": " ", "━": "=", "╺": "=", "╸": "=", "─": "-",
        "╶": "-", "╴": "-", "╍": "~", "┌": ".", "│": "|", "┐": ".",
        "└": "'", "┘": "'", "├": "+", "┤": "+", "╌": "-", "┄": "_", "┊": "|", "↳": ">", "→": ">", "×": "x",
        "÷": "/", "≈": "~", "═": "*", "∙": ".", "█": "#", "▌": "#", "▐": "#", "▒": "%", "░": ":", "∅": "!",
    }
)  # fmt: skip


def visible(text: str) -> str:
    """The text on one line, with everything that isn't shown as itself written as an escape."""
    text = _WHITESPACE.sub(" ", text)
    lower = text.lower()
    if any(part in lower for part in _OF_A_COMMAND):
        text = _COMMAND.sub(_escape, text)
    return UNSAFE.sub(_escape, text) if UNSAFE.search(text) else text


def is_right_to_left(text: str) -> bool:
    """Whether some of the text is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def plain(text: str, encoding: str) -> str:
    """The text in signs that any terminal draws; what the encoding lacks loses its accents or is escaped."""
    text = text.translate(_PLAIN)
    if text.isascii() or _fits(text, encoding):
        return text
    return "".join(character if _fits(character, encoding) else _nearest(character) for character in text)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return surrogate_escape(character)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _nearest(character: str) -> str:
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    return bare or character.encode("ascii", "backslashreplace").decode("ascii")
