"""Colours as a DOCX names them (hex, highlight, theme with tint or shade) -> six hex digits.

A colour of the theme wins over the value written beside it, as in Word: that value is only what the
theme gave when the file was last saved. What can't be told is UNKNOWN, and UNKNOWN is never taken
for the colour of anything.
"""

import colorsys
import re
from collections.abc import Callable
from functools import lru_cache

from screener.documents.engines.docx_xml import VAL, Element, W

UNKNOWN = "unknown"  # a colour that depends on more than is looked at
PAPER = "FFFFFF"
_SAME = 8  # of 255, in each channel: what no eye tells apart
_HEX = re.compile(r"[0-9A-F]{6}")
_HIGHLIGHTS = {
    "none": "", "white": "FFFFFF", "black": "000000", "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF",
    "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_SHORT_NAMES = {
    "background1": "bg1", "text1": "tx1", "background2": "bg2", "text2": "tx2", "dark1": "dk1", "light1": "lt1",
    "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_USUAL_MAPPING = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_THEME_COLOUR = re.compile(
    rb'<a:(dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink)>\s*<a:(?:srgbClr\s+val|sysClr\s[^>]*?lastClr)="([0-9A-Fa-f]{6})"'
)
_MAPPING = re.compile(rb"<w:clrSchemeMapping\s([^>]*)>")
_MAPPED = re.compile(rb'w:(bg1|t1|bg2|t2)="(\w+)"')


class Theme:
    """The colours of a document's theme; the parts are asked for when a colour first needs them."""

    def __init__(self, load: Callable[[str], bytes | None]) -> None:
        self._load = load
        self._colours: dict[str, str] | None = None

    def resolve(self, colour: str) -> str:
        """What a colour comes to: hex digits, "auto", UNKNOWN or ""."""
        if not colour.startswith("theme "):
            return colour
        _, name, tint, shade, value = colour.split(" ")
        found = self.find(name)
        if not found:
            return value if _HEX.fullmatch(value) else UNKNOWN
        return _with_tint(found, tint, shade)

    def find(self, name: str) -> str:
        """The colour of a name such as accent1, background1 or bg1; "" when the theme has none."""
        if self._colours is None:
            self._colours = self._read()
        return self._colours.get(_SHORT_NAMES.get(name, name), "")

    def _read(self) -> dict[str, str]:
        theme = self._load("theme") or b""
        colours = {name.decode(): value.decode().upper() for name, value in _THEME_COLOUR.findall(theme[:200_000])}
        mapping = dict(_USUAL_MAPPING)
        if stated := _MAPPING.search(self._load("settings") or b""):
            for name, target in _MAPPED.findall(stated.group(1)):
                own = name.decode().replace("t1", "tx1").replace("t2", "tx2")
                mapping[own] = _SHORT_NAMES.get(target.decode(), target.decode())
        return colours | {name: colours[target] for name, target in mapping.items() if target in colours}


def text_colour(element: Element, attribute: str = VAL) -> str:
    """The colour of a w:color, not yet resolved."""
    value = element.get(attribute, "auto")
    return _named(element, "theme", "Color", value) or (value.upper() if value != "auto" else value)


def shading(element: Element) -> str:
    """The colour of a w:shd, not yet resolved: UNKNOWN for patterns, "" for none."""
    pattern = element.get(VAL, "clear")
    if pattern not in {"clear", "nil", "solid"}:
        return UNKNOWN
    if pattern == "nil":
        return ""
    is_solid = pattern == "solid"
    value = element.get(W + ("color" if is_solid else "fill"), "auto")
    named = _named(element, "theme" if is_solid else "themeFill", "Color" if is_solid else "", value)
    if named:
        return named
    if value == "auto":
        return "000000" if is_solid else ""
    return value.upper()


def highlight(element: Element) -> str:
    """The colour of a w:highlight; "" for none."""
    return _HIGHLIGHTS.get(element.get(VAL, "none"), UNKNOWN)


@lru_cache(maxsize=2_000)
def is_same_colour(color: str, background: str) -> bool:
    """Whether letters of a colour can't be seen on a background; "auto" stands out from anything, UNKNOWN might."""
    if not _HEX.fullmatch(color) or not _HEX.fullmatch(background):
        return False
    pairs = zip(bytes.fromhex(color), bytes.fromhex(background), strict=True)
    return all(abs(one - other) <= _SAME for one, other in pairs)


def _named(element: Element, prefix: str, suffix: str, value: str) -> str:
    """A colour of the theme as "theme NAME TINT SHADE VALUE"; "" when the element names none."""
    name = element.get(f"{W}{prefix}{suffix}", "")
    if not name or name == "none":
        return ""
    tint, shade = element.get(f"{W}{prefix}Tint", ""), element.get(f"{W}{prefix}Shade", "")
    words = (name, tint, shade, value.upper())
    return "theme " + " ".join(word.replace(" ", "") or "-" for word in words)


def _with_tint(colour: str, tint: str, shade: str) -> str:
    """Lighter by a tint, darker by a shade; each says how much of the colour is left, in two hex digits."""
    red, green, blue = bytes.fromhex(colour)
    hue, light, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    if (left := _part(shade)) is not None:
        light *= left
    if (left := _part(tint)) is not None:
        light = light * left + 1 - left
    return "".join(f"{round(one * 255):02X}" for one in colorsys.hls_to_rgb(hue, light, saturation))


def _part(digits: str) -> float | None:
    try:
        return min(int(digits, 16), 255) / 255
    except ValueError:
        return None
