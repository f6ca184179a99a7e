"""Diagrams (SmartArt) and charts -> the words in them, which a person reads as part of the page."""

from screener.documents.engines.docx_package import Package
from screener.documents.engines.docx_parts import Part
from screener.documents.engines.docx_xml import Element, local_name, parse_xml
from screener.errors import DocumentError

_MOST = 500  # texts of one picture


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
    """Titles, and the names of series and categories; their values are no words."""
    texts: list[str] = []
    for item in root.iter():
        name = local_name(item)
        if name == "p":
            texts.append(_drawn_text(item))
        elif name == "strCache":
            texts += [point.text or "" for point in item.iter() if local_name(point) == "v"]
    return list(dict.fromkeys(texts))


def _drawn_text(paragraph: Element) -> str:
    return "".join(item.text or "" for item in paragraph.iter() if local_name(item) == "t")
