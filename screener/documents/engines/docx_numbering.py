"""numbering.xml -> the levels of lists that print neither bullet nor number, so that their items are no bullets."""

from screener.documents.engines.docx_xml import VAL, Element, W, parse_xml


def find_unmarked_levels(numbering: bytes | None) -> set[tuple[str, str]]:
    """(list, level) pairs that print neither bullet nor number."""
    if numbering is None:
        return set()
    root = parse_xml(numbering, "numbering.xml")
    bare: dict[str, list[str]] = {}
    for abstract in root.iter(W + "abstractNum"):
        levels = [level.get(W + "ilvl", "0") for level in abstract.iter(W + "lvl") if _is_unmarked(level)]
        bare[abstract.get(W + "abstractNumId", "")] = levels
    unmarked: set[tuple[str, str]] = set()
    for item in root.iter(W + "num"):
        abstract_id = item.find(W + "abstractNumId")
        levels = bare.get(abstract_id.get(VAL, ""), []) if abstract_id is not None else []
        unmarked.update((item.get(W + "numId", ""), level) for level in levels)
    return unmarked


def _is_unmarked(level: Element) -> bool:
    kind, text = level.find(W + "numFmt"), level.find(W + "lvlText")
    if kind is not None and kind.get(VAL) == "none":
        return True
    has_picture = level.find(W + "lvlPicBulletId") is not None
    return text is not None and not text.get(VAL, "").strip() and not has_picture
