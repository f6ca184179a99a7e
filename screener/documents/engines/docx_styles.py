"""Style, numbering and direct formatting -> how a run and a paragraph look, as far as reading needs it.

Properties are kept as small dictionaries of what is said at each level; a level that says nothing
inherits. A run asks, in this order, the document's defaults, its paragraph's style, its own style
and its own properties. Style ids are translated in every language ("berschrift1"), the names of
built-in styles are not, so headings are told by name or by outline level, along the basedOn chain.
Not handled: toggles that cancel each other, conditional formatting of tables.
"""

from collections.abc import Callable
from dataclasses import dataclass

from screener.documents.engines.docx_numbering import find_unmarked_levels
from screener.documents.engines.docx_xml import VAL, Element, W, is_on, number, parse_xml

Properties = dict[str, str]
Reader = Callable[[Element], tuple[str, str | None]]

UNKNOWN = "unknown"  # a colour that depends on more than is looked at
_HALF_POINTS = 2
_DEFAULT_SIZE = "20"  # half points; what Word assumes when no part says otherwise
_BODY_LEVEL = 9  # outline levels 0 to 8 are headings
_SYMBOL_FONTS = ("wingdings", "webdings")
_HIGHLIGHTS = {"white": "FFFFFF", "black": "000000", "none": ""}
# Nine tenths of the usual styles part, and never asked for: 8 ms of parsing.
_UNUSED = ((b'<w:style w:type="table"', b"</w:style>"), (b"<w:latentStyles", b"</w:latentStyles>"))


@dataclass(frozen=True, slots=True)
class RunLook:
    size: float  # points
    bold: bool
    hidden: bool
    color: str  # six hex digits, "auto" or UNKNOWN
    background: str  # six hex digits, UNKNOWN, or "" when what lies beneath shows through
    symbols: bool  # a font of pictures: its letters aren't letters


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    heading: bool
    listed: bool
    background: str
    breaks_page: bool


class Styles:
    """What styles.xml and numbering.xml say; each style is resolved once."""

    def __init__(self, styles: bytes | None, numbering: bytes | None) -> None:
        self._data = styles
        self._elements: dict[str, Element] = {}
        self._default_runs: Properties = {"size": _DEFAULT_SIZE}
        self._default_style = ""
        self._runs: dict[str, Properties] = {}
        self._paragraphs: dict[str, Properties] = {}
        self._looks: dict[tuple[str, tuple[tuple[str, str], ...]], RunLook] = {}
        self._shaded_tables: set[str] | None = None
        self._unmarked = find_unmarked_levels(numbering)
        if styles is not None:
            self._load(parse_xml(_without_unused(styles), "styles.xml"))

    def run_look(self, paragraph_style: str, properties: Element | None) -> RunLook:
        """How a run looks in a paragraph of a style ("" for the default style)."""
        own = run_properties(properties)
        key = (paragraph_style, tuple(own.items()))
        look = self._looks.get(key)
        if look is None:
            style = paragraph_style if paragraph_style in self._elements else self._default_style
            inherited = {**self._default_runs, **self._style_runs(style)}
            look = _run_look({**inherited, **self._style_runs(own.get("style", "")), **own})
            self._looks[key] = look
        return look

    def paragraph_look(self, properties: Element | None) -> ParagraphLook:
        """How a paragraph looks, from its pPr."""
        own = _paragraph_properties(properties)
        style = own.get("style", "")
        merged = {**self._style_paragraphs(style if style in self._elements else self._default_style), **own}
        heading = "heading" in merged if "level" not in merged else number(merged["level"], 9) < _BODY_LEVEL
        return ParagraphLook(
            heading=heading,
            listed=not heading and self._is_listed(merged),
            background=merged.get("background", ""),
            breaks_page=merged.get("page") == "on",
        )

    def is_shaded_table(self, style: str) -> bool:
        """Whether a table style, or what it builds on, colours anything. Asked for white text only."""
        if self._shaded_tables is None:
            self._shaded_tables = _find_shaded_tables(self._data)
        return style in self._shaded_tables

    def _load(self, root: Element) -> None:
        for style in root.iter(W + "style"):
            style_id = style.get(W + "styleId", "")
            self._elements.setdefault(style_id, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default", "0") in {"1", "true", "on"}:
                self._default_style = style_id
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default_runs |= run_properties(defaults)

    def _chain(self, style: str) -> list[Element]:
        """A style and what it builds on, the most general first."""
        chain: list[Element] = []
        seen: set[str] = set()
        while style and style not in seen and (element := self._elements.get(style)) is not None:
            seen.add(style)
            chain.append(element)
            base = element.find(W + "basedOn")
            style = base.get(VAL, "") if base is not None else ""
        return chain[::-1]

    def _style_runs(self, style: str) -> Properties:
        if style not in self._runs:
            merged: Properties = {}
            for element in self._chain(style):
                merged |= run_properties(element.find(W + "rPr"))
            merged.pop("style", None)
            self._runs[style] = merged
        return self._runs[style]

    def _style_paragraphs(self, style: str) -> Properties:
        if style not in self._paragraphs:
            merged: Properties = {}
            for element in self._chain(style):
                name = element.find(W + "name")
                if name is not None and "heading" in name.get(VAL, "").lower():
                    merged["heading"] = "on"
                merged |= _paragraph_properties(element.find(W + "pPr"))
            self._paragraphs[style] = merged
        return self._paragraphs[style]

    def _is_listed(self, properties: Properties) -> bool:
        list_id = properties.get("list", "0")
        return list_id != "0" and (list_id, properties.get("list level", "0")) not in self._unmarked


def run_properties(element: Element | None) -> Properties:
    """What an rPr says itself."""
    found: Properties = {}
    for child in element if element is not None else ():
        if reader := _RUN_READERS.get(child.tag):
            name, value = reader(child)
            if value is not None:
                found[name] = value
    return found


def shading(element: Element) -> str:
    """The colour of a w:shd: hex digits, UNKNOWN for patterns, "" for none."""
    pattern = element.get(VAL, "clear")
    fill = element.get(W + ("color" if pattern == "solid" else "fill"), "auto")
    if pattern not in {"clear", "nil", "solid"}:
        return UNKNOWN
    if pattern == "nil" or fill == "auto":
        return "" if not element.get(W + "themeFill") else UNKNOWN
    return fill.upper()


def _run_look(properties: Properties) -> RunLook:
    font = properties.get("font", "").lower()
    return RunLook(
        size=_points(properties["size"]),
        bold=properties.get("bold") == "on",
        hidden=properties.get("hidden") == "on",
        color=properties.get("color", "auto"),
        background=properties.get("highlight") or properties.get("background", ""),
        symbols=font.startswith(_SYMBOL_FONTS),
    )


def _points(size: str) -> float:
    try:
        points = float(size.removesuffix("pt"))
    except ValueError:
        return 10.0
    return points if size.endswith("pt") else points / _HALF_POINTS


def _switch(name: str) -> Reader:
    return lambda element: (name, "on" if is_on(element) else "off")


def _value(name: str) -> Reader:
    return lambda element: (name, element.get(VAL))


def _color(element: Element) -> tuple[str, str | None]:
    value = element.get(VAL, "auto")
    if value == "auto" and element.get(W + "themeColor"):
        return "color", UNKNOWN
    return "color", value.upper() if value != "auto" else value


def _highlight(element: Element) -> tuple[str, str | None]:
    return "highlight", _HIGHLIGHTS.get(element.get(VAL, "none"), UNKNOWN)


def _font(element: Element) -> tuple[str, str | None]:
    return "font", element.get(W + "ascii") or element.get(W + "hAnsi")


_RUN_READERS: dict[str, Reader] = {
    W + "b": _switch("bold"),
    W + "vanish": _switch("hidden"),
    W + "specVanish": _switch("hidden"),
    W + "sz": _value("size"),
    W + "rStyle": _value("style"),
    W + "color": _color,
    W + "highlight": _highlight,
    W + "rFonts": _font,
    W + "shd": lambda element: ("background", shading(element)),
}


def _paragraph_properties(element: Element | None) -> Properties:
    found: Properties = {}
    for child in element if element is not None else ():
        tag = child.tag
        if tag == W + "pStyle":
            found["style"] = child.get(VAL, "")
        elif tag == W + "numPr":
            found |= _list_properties(child)
        elif tag == W + "outlineLvl":
            found["level"] = child.get(VAL, "9")
        elif tag == W + "shd":
            found["background"] = shading(child)
        elif tag == W + "pageBreakBefore":
            found["page"] = "on" if is_on(child) else "off"
    return found


def _list_properties(element: Element) -> Properties:
    found: Properties = {}
    list_id, level = element.find(W + "numId"), element.find(W + "ilvl")
    if list_id is not None:
        found["list"] = list_id.get(VAL, "0")
    if level is not None:
        found["list level"] = level.get(VAL, "0")
    return found


def _find_shaded_tables(styles: bytes | None) -> set[str]:
    shaded: set[str] = set()
    if styles is None:
        return shaded
    bases: dict[str, str] = {}
    for style in parse_xml(styles, "styles.xml").iter(W + "style"):
        style_id, base = style.get(W + "styleId", ""), style.find(W + "basedOn")
        bases[style_id] = base.get(VAL, "") if base is not None else ""
        if any(shading(element) not in {"", "FFFFFF"} for element in style.iter(W + "shd")):
            shaded.add(style_id)
    return {style for style in bases if _builds_on(style, bases, shaded)}


def _builds_on(style: str, bases: dict[str, str], shaded: set[str]) -> bool:
    for _ in range(20):
        if style in shaded:
            return True
        style = bases.get(style, "")
    return False


def _without_unused(data: bytes) -> bytes:
    """The styles without what isn't asked for; all of them where markup could mislead the cut."""
    if b"<!--" in data or b"<![CDATA[" in data:
        return data
    for opening, closing in _UNUSED:
        kept, position = [], 0
        while (start := data.find(opening, position)) >= 0 and (end := data.find(closing, start)) >= 0:
            if data.find(b"/>", start, data.find(b">", start) + 1) >= 0 or data.find(b"</w:style>", start, end) >= 0:
                return data
            kept.append(data[position:start])
            position = end + len(closing)
        data = b"".join([*kept, data[position:]])
    return data
