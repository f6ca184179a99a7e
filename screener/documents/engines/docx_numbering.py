"""numbering.xml -> the levels of lists that print neither bullet nor number, and those that print words."""

import re
from typing import NamedTuple

from screener.documents.engines.docx_xml import VAL, Element, W, parse_xml

_PLACE = re.compile(r"%\d")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 100  # characters of a label

Level = tuple[str, str]  # list and level


class Label(NamedTuple):
    """Words that are printed before each item, without their numbers."""

    text: str
    level: Element  # with the look of the label


class Lists(NamedTuple):
    unmarked: set[Level]  # print neither bullet nor number
    labels: dict[Level, Label]


def read_lists(numbering: bytes | None) -> Lists:
    """What the lists of a document print before their items, as far as it matters."""
    lists = Lists(set(), {})
    if numbering is None:
        return lists
    root = parse_xml(numbering, "numbering.xml")
    abstract: dict[str, list[tuple[str, str | None, Element]]] = {}
    for item in root.iter(W + "abstractNum"):
        levels = [(level.get(W + "ilvl", "0"), _label(level), level) for level in item.iter(W + "lvl")]
        abstract[item.get(W + "abstractNumId", "")] = [entry for entry in levels if entry[1] != ""]
    for item in root.iter(W + "num"):
        abstract_id = item.find(W + "abstractNumId")
        for level, label, element in abstract.get(abstract_id.get(VAL, ""), []) if abstract_id is not None else []:
            key = (item.get(W + "numId", ""), level)
            if label is None:
                lists.unmarked.add(key)
            else:
                lists.labels[key] = Label(label, element)
    return lists


def _label(level: Element) -> str | None:
    """The words in a level's label; "" for a bullet or a number, None for nothing at all."""
    if _is_unmarked(level):
        return None
    kind, text = level.find(W + "numFmt"), level.find(W + "lvlText")
    if text is None or kind is None or kind.get(VAL) == "bullet":
        return ""
    label = _PLACE.sub("", text.get(VAL, "")[:_LONGEST]).strip()
    return label if _WORD.search(label) else ""


def _is_unmarked(level: Element) -> bool:
    kind, text = level.find(W + "numFmt"), level.find(W + "lvlText")
    if kind is not None and kind.get(VAL) == "none":
        return True
    has_picture = level.find(W + "lvlPicBulletId") is not None
    return text is not None and not text.get(VAL, "").strip() and not has_picture
