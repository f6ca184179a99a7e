"""Style, numbering and direct formatting -> how a run and a paragraph look, as far as reading needs it.

Properties are kept as small dictionaries of what is said at each level; a level that says nothing
inherits. A run asks, in this order, the document's defaults, the style of its table, its paragraph's
style, its own style and its own properties; switches of two styles cancel each other. Style ids are
translated in every language ("berschrift1"), the names of built-in styles are not, so headings are
told by name or by outline level, along the basedOn chain.
"""

from typing import NamedTuple

from screener.documents.engines.docx_colours import UNKNOWN, Theme
from screener.documents.engines.docx_numbering import Label, read_lists
from screener.documents.engines.docx_properties import (
    TRANSPARENT,
    Properties,
    is_switched_on,
    paragraph_properties,
    run_properties,
)
from screener.documents.engines.docx_table_styles import TableStyles
from screener.documents.engines.docx_xml import VAL, Element, W, number, parse_xml

_HALF_POINTS, _TWIPS = 2, 20  # a point
_DEFAULT_SIZE = "20"  # half points; what Word assumes when no part says otherwise
_BODY_LEVEL = 9  # outline levels 0 to 8 are headings
_TINY = 2.0  # points
_SMALL_CAP = 0.65  # of the size of letters that are raised or lowered
_FARTHEST = 400.0  # points above or below the line
_NARROWEST = 5  # percent of a letter's width
_CONDENSED = 0.8  # em that each letter is moved over the one before
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "zapfdingbats", "zapf dingbats", "marlett", "mt extra")
# Nine tenths of the usual styles part, and rarely asked for: 8 ms of parsing.
_UNUSED = ((b'<w:style w:type="table"', b"</w:style>"), (b"<w:latentStyles", b"</w:latentStyles>"))


class RunLook(NamedTuple):
    size: float  # points
    bold: bool
    cause: str  # why nobody sees it, whatever lies beneath; mostly ""
    hidden: bool  # what is anchored in it isn't shown either
    color: str  # six hex digits, "auto" or UNKNOWN
    background: str  # six hex digits, UNKNOWN, or "" when what lies beneath shows through
    symbols: bool  # a font of pictures: its letters aren't letters


class ParagraphLook(NamedTuple):
    heading: bool = False
    listed: bool = False
    background: str = ""
    breaks_page: bool = False
    line_height: float = 0.0  # points; 0 when it grows with the letters
    left: float = 0.0  # points from the margin
    right: float = 0.0
    first: float = 0.0  # of the first line, from `left`
    starts_left: bool = True
    style: str = ""
    is_framed: bool = False
    ends_section: bool = False
    tabs: tuple[float, ...] = ()  # stops, in points
    label: Label | None = None  # words that its list prints before it


Pairs = tuple[tuple[str, str], ...]


class Styles:
    """What styles.xml and numbering.xml say; each style is resolved once."""

    def __init__(self, styles: bytes | None, numbering: bytes | None, theme: Theme) -> None:
        self.theme = theme
        self.tables = TableStyles(styles, theme)
        self._elements: dict[str, Element] = {}
        self._default_runs: Properties = {"size": _DEFAULT_SIZE}
        self._default_paragraphs: Properties = {}
        self._default_style = ""
        self._runs: dict[str, Properties] = {}
        self._paragraphs: dict[str, Properties] = {}
        self._looks: dict[tuple[str, Pairs, Pairs], RunLook] = {}
        self._paragraph_looks: dict[Pairs, ParagraphLook] = {}
        self._lists = read_lists(numbering)
        if styles is not None:
            self._load(parse_xml(_without_unused(styles), "styles.xml"))

    def run_look(self, paragraph_style: str, properties: Element | None, table: Pairs = ()) -> RunLook:
        """How a run looks in a paragraph of a style ("" for the default style), in a table that says more."""
        own = run_properties(properties)
        key = (paragraph_style, tuple(own.items()), table)
        look = self._looks.get(key)
        if look is None:
            style = paragraph_style if paragraph_style in self._elements else self._default_style
            character = self._style_runs(own.get("style", ""))
            inherited = {**self._default_runs, **dict(table), **self._style_runs(style)}
            merged = {**inherited, **character, **_cancelled(self._style_runs(style), character), **own}
            look = self._looks[key] = _run_look(merged, self.theme)
        return look

    def paragraph_look(self, properties: Element | None) -> ParagraphLook:
        """How a paragraph looks, from its pPr."""
        own = paragraph_properties(properties)
        key = tuple(own.items())
        look = self._paragraph_looks.get(key)
        if look is None:
            look = self._paragraph_looks[key] = self._paragraph_look(own)
        return look

    def _paragraph_look(self, own: Properties) -> ParagraphLook:
        style = own.get("style", "")
        style = style if style in self._elements else self._default_style
        merged = {**self._default_paragraphs, **self._style_paragraphs(style), **own}
        heading = "heading" in merged if "level" not in merged else number(merged["level"], 9) < _BODY_LEVEL
        return ParagraphLook(
            heading,
            not heading and self._is_listed(merged),
            self.theme.resolve(merged.get("background", "")),
            is_switched_on(merged, "page"),
            number(merged.get("line")) / _TWIPS if merged.get("line rule") == "exact" else 0.0,
            number(merged.get("left")) / _TWIPS,
            number(merged.get("right")) / _TWIPS,
            (-number(merged["hanging"]) if "hanging" in merged else number(merged.get("first line"))) / _TWIPS,
            merged.get("alignment", "left") in {"left", "start", "both"},
            own.get("style", ""),
            "frame" in own,
            "section" in own,
            tuple(sorted(number(stop) / _TWIPS for stop in merged.get("tabs", "").split())),
            self._lists.labels.get((merged.get("list", "0"), merged.get("list level", "0"))),
        )

    def resolve(self, colour: str) -> str:
        """What a colour comes to, those of the theme included."""
        return self.theme.resolve(colour)

    def _load(self, root: Element) -> None:
        for style in root.iter(W + "style"):
            style_id = style.get(W + "styleId", "")
            self._elements.setdefault(style_id, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default", "0") in {"1", "true", "on"}:
                self._default_style = style_id
        self._default_runs |= run_properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._default_paragraphs = paragraph_properties(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))

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
                merged |= paragraph_properties(element.find(W + "pPr"))
            self._paragraphs[style] = merged
        return self._paragraphs[style]

    def _is_listed(self, properties: Properties) -> bool:
        level = (properties.get("list", "0"), properties.get("list level", "0"))
        return level[0] != "0" and level not in self._lists.unmarked


def _cancelled(paragraph: Properties, character: Properties) -> Properties:
    """Switches that both the style of the paragraph and that of the run turn on, which turns them off."""
    both = (name for name in ("hidden", "bold") if is_switched_on(paragraph, name) and is_switched_on(character, name))
    return dict.fromkeys(both, "off")


def _run_look(properties: Properties, theme: Theme) -> RunLook:
    is_complex = is_switched_on(properties, "complex")
    size = _points(properties.get("complex size" if is_complex else "size", properties["size"]))
    hidden = is_switched_on(properties, "hidden")
    return RunLook(
        size,
        is_switched_on(properties, "complex bold" if is_complex else "bold"),
        "hidden text attribute" if hidden else _shrunk(properties, size),
        hidden,
        _ink(properties, theme),
        theme.resolve(properties.get("highlight") or properties.get("background", "")),
        properties.get("font", "").lower().startswith(_SYMBOL_FONTS),
    )


def _shrunk(properties: Properties, size: float) -> str:
    """Why nothing can be made out of letters of this shape; mostly ""."""
    if size * (_SMALL_CAP if properties.get("raised") in {"superscript", "subscript"} else 1) <= _TINY:
        return "smaller than 2 pt"
    if abs(number(properties.get("position"))) / _HALF_POINTS > _FARTHEST:
        return "outside the page"
    is_narrow = 0 < number(properties.get("width", "100").rstrip("%"), 100) <= _NARROWEST
    if is_narrow or 0 < number(properties.get("fit")) <= _TWIPS:
        return "squeezed to nothing"
    if number(properties.get("spacing")) / _TWIPS < -_CONDENSED * size:
        return "letters on top of each other"
    outline = properties.get("outline", TRANSPARENT)
    return "transparent" if properties.get("fill") == TRANSPARENT == outline else ""


def _ink(properties: Properties, theme: Theme) -> str:
    """The colour of the letters; UNKNOWN where an outline or a shadow makes them stand out."""
    if properties.get("outline", TRANSPARENT) != TRANSPARENT or is_switched_on(properties, "relief"):
        return UNKNOWN
    fill = properties.get("fill", "")
    return UNKNOWN if fill == "painted" else fill or theme.resolve(properties.get("color", "auto"))


def _points(size: str) -> float:
    try:
        points = float(size.removesuffix("pt"))
    except ValueError:
        return 10.0
    return points if size.endswith("pt") else points / _HALF_POINTS


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
