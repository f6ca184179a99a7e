"""Diagrams (SmartArt) and charts -> the words in them, which a person reads as part of the page.

Not handled: the colours of their letters.
"""

from screener.documents.engines.docx_package import Package
from screener.documents.engines.docx_parts import Part
from screener.documents.engines.docx_xml import Element, local_name, parse_xml
from screener.errors import DocumentError

_MOST = 500  # texts of one picture
_NAMES = {"strCache", "strLit"}
_AXES = {"catAx", "dateAx", "serAx"}
_OFF = {"0", "false"}


def read_graphic(kind: str, relationship_id: str, part: Part, package: Package) -> list[str]:
    """The words of a diagram or chart, in its order; none when its part is missing or broken."""
    relationship = part.relationships.get(relationship_id)
    if relationship is None or relationship.external:
        return []
    try:
        data = package.read(relationship.target)
        root = parse_xml(data, relationship.target) if data is not None else None
    except DocumentError:  # a picture that can't be read leaves the text as it is
        return []
    if root is None:
        return []
    texts = _diagram(root) if kind == "diagram" else _chart(root)
    return [text for text in texts if text.strip()][:_MOST]


def _diagram(root: Element) -> list[str]:
    return [_drawn_text(item) for item in root.iter() if local_name(item) == "p"]


def _chart(root: Element) -> list[str]:
    """Titles, and the names of series and categories where they are shown; their values are no words."""
    texts: list[str] = []
    has_categories = _shows_categories(root)
    for item in root.iter():
        name = local_name(item)
        if name == "p":
            texts.append(_drawn_text(item))
        elif name in _NAMES and (has_categories or not _is_of_category(item)):
            texts += [point.text or "" for point in item.iter() if local_name(point) == "v"]
    return list(dict.fromkeys(texts))


def _shows_categories(root: Element) -> bool:
    """False where every axis of names is taken away, and neither a legend nor labels could show them."""
    axes = 0
    for item in root.iter():
        name = local_name(item)
        if name == "legend" or (name == "showCatName" and item.get("val", "1") not in _OFF):
            return True
        if name in _AXES:
            axes += 1
            if not any(local_name(child) == "delete" and child.get("val", "1") not in _OFF for child in item):
                return True
    return axes == 0


def _is_of_category(names: Element) -> bool:
    return any(local_name(parent) == "cat" for parent in names.iterancestors())


def _drawn_text(paragraph: Element) -> str:
    return "".join(item.text or "" for item in paragraph.iter() if local_name(item) == "t")
