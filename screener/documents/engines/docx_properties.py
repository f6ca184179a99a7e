"""An rPr or pPr -> a small dictionary of what it says itself, as far as reading needs it."""

from collections.abc import Callable

from screener.documents.engines.docx_colours import highlight, is_same_colour, shading, text_colour
from screener.documents.engines.docx_xml import OFF, VAL, Element, M, W, local_name, number

Properties = dict[str, str]
Reader = Callable[[Element], tuple[str, str | None]]

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
TRANSPARENT = "transparent"  # a fill that leaves no ink
_PAINTED = "painted"  # a fill in more than one colour, or one that isn't known
_NEARLY_ALL = 97_000  # thousandths of a percent of transparency


def run_properties(element: Element | None) -> Properties:
    """What an rPr says itself."""
    found: Properties = {}
    for child in element if element is not None else ():
        tag = child.tag
        if name := _PLAIN.get(tag):
            found[name] = child.get(VAL, "")
        elif reader := _RUN_READERS.get(tag):
            name, value = reader(child)
            if value is not None:
                found[name] = value
    return found


def paragraph_properties(element: Element | None) -> Properties:
    """What a pPr says itself."""
    found: Properties = {}
    for child in element if element is not None else ():
        tag = child.tag
        if name := _PLAIN_OF_PARAGRAPH.get(tag):
            found[name] = child.get(VAL, "")
        elif names := _ATTRIBUTES.get(tag):
            for attribute, name in names:
                if (value := child.get(attribute)) is not None:
                    found[name] = value
        elif reader := _PARAGRAPH_READERS.get(tag):
            found |= reader(child)
    return found


def is_switched_on(properties: Properties, name: str) -> bool:
    """Whether a switch is there and doesn't say otherwise."""
    return properties.get(name, "off").lower() not in OFF


def _font(element: Element) -> tuple[str, str | None]:
    return "font", element.get(W + "ascii") or element.get(W + "hAnsi")


def _ink(name: str) -> Reader:
    """The fill of Word's text effects, which wins over the plain colour."""

    def read(element: Element) -> tuple[str, str | None]:
        inner = element.find(W14 + "solidFill") if local_name(element) == "textOutline" else element
        paint = next(iter(inner), None) if inner is not None else None
        if paint is not None and local_name(paint) == "solidFill":
            paint = next(iter(paint), None)
        if paint is None or local_name(paint) == "noFill":
            return name, TRANSPARENT
        alpha = paint.find(W14 + "alpha")
        if alpha is not None and number(alpha.get(W14 + "val")) >= _NEARLY_ALL:
            return name, TRANSPARENT
        if local_name(paint) == "gradFill":
            return name, _gradient_colour(paint)
        return name, _plain_colour(paint)

    return read


def _plain_colour(paint: Element | None) -> str:
    is_plain = paint is not None and local_name(paint) == "srgbClr" and not len(paint)
    return paint.get(W14 + "val", "").upper() if paint is not None and is_plain else _PAINTED


def _gradient_colour(gradient: Element) -> str:
    """The colour of a gradient whose stops no eye tells apart."""
    colours = [_plain_colour(next(iter(stop), None)) for stop in gradient.iterfind(f"{W14}gsLst/{W14}gs")]
    return colours[0] if colours and all(is_same_colour(colours[0], one) for one in colours) else _PAINTED


def phantom_cause(run: Element) -> str:
    """Why nobody sees a part of a formula: it may be there for its width alone."""
    shows = (show for phantom in run.iterancestors(M + "phant") for show in phantom.iterfind(f"{M}phantPr/{M}show"))
    return "hidden text attribute" if any(show.get(M + "val", "1").lower() in OFF for show in shows) else ""


# Values that are kept as they are: most of what runs say, and read for each of them.
_PLAIN = {
    W + "b": "bold",
    W + "bCs": "complex bold",
    W + "vanish": "hidden",
    W + "specVanish": "hidden",
    W + "rtl": "complex",
    W + "cs": "complex",
    W + "emboss": "relief",
    W + "imprint": "relief",
    W + "shadow": "relief",
    W + "sz": "size",
    W + "szCs": "complex size",
    W + "w": "width",
    W + "spacing": "spacing",
    W + "fitText": "fit",
    W + "vertAlign": "raised",
    W + "position": "position",
    W + "rStyle": "style",
}
_RUN_READERS: dict[str, Reader] = {
    W + "color": lambda element: ("color", text_colour(element)),
    W + "highlight": lambda element: ("highlight", highlight(element)),
    W + "rFonts": _font,
    W + "shd": lambda element: ("background", shading(element)),
    W14 + "textFill": _ink("fill"),
    W14 + "textOutline": _ink("outline"),
}


def _list_properties(element: Element) -> Properties:
    found: Properties = {}
    list_id, level = element.find(W + "numId"), element.find(W + "ilvl")
    if list_id is not None:
        found["list"] = list_id.get(VAL, "0")
    if level is not None:
        found["list level"] = level.get(VAL, "0")
    return found


def _tab_stops(element: Element) -> Properties:
    """The stops at which text begins."""
    stops = (stop.get(W + "pos", "0") for stop in element if stop.get(VAL, "left") in {"left", "start", "num"})
    return {"tabs": " ".join(stops)}


_PLAIN_OF_PARAGRAPH = {
    W + "pStyle": "style",
    W + "outlineLvl": "level",
    W + "pageBreakBefore": "page",
    W + "jc": "alignment",
    W + "sectPr": "section",
    W + "framePr": "frame",
}
_ATTRIBUTES = {
    W + "spacing": ((W + "line", "line"), (W + "lineRule", "line rule")),
    W + "ind": (
        *((W + name, "left") for name in ("left", "start")),
        *((W + name, "right") for name in ("right", "end")),
        (W + "firstLine", "first line"),
        (W + "hanging", "hanging"),
    ),
}
_PARAGRAPH_READERS: dict[str, Callable[[Element], Properties]] = {
    W + "numPr": _list_properties,
    W + "shd": lambda element: {"background": shading(element)},
    W + "tabs": _tab_stops,
}
