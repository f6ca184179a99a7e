"""The bytes of an XML part -> its tree, without entities, DTDs, network or unbounded depth; tag names of Word's XML."""

import re

from docx.oxml.parser import element_class_lookup
from lxml import etree

from screener.errors import Damaged, DocumentError, TooLarge

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = W + "val"

# "Strict Open XML" differs in its namespaces; read as if it were saved the usual way.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
)
_MOST_TAGS = 1_000_000  # twenty times those of a long resume; more would take the time of a thousand
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_WORD = "http://schemas.microsoft.com/office/word/"
_SHAPES = ("Shape", "Group", "Canvas", "Ink", "Drawing")
_EXTENSIONS = ("2010/wordml", "2012/wordml", "2015/wordml/symex", "2016/wordml/cid", "2018/wordml", "2018/wordml/cex",
               "2020/wordml/sdtdatahash", "2023/wordml/word16du")  # fmt: skip
_UNDERSTOOD = {*(f"{_WORD}2010/wordprocessing{name}" for name in _SHAPES), *(_WORD + name for name in _EXTENSIONS)}
_ALWAYS_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/drawing/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)
OFF = {"0", "false", "off", "none"}


def parse_xml(data: bytes, part: str) -> Element:
    """The root of a part. Raises Damaged or TooLarge, with the part's name."""
    data = as_utf8(data, part)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _declares_entities(part)
    if data.count(b"<") > _MOST_TAGS:
        raise TooLarge(f"holds more than {_MOST_TAGS:,} tags in {part}; save it as PDF")
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    parser.set_element_class_lookup(element_class_lookup)  # python-docx's elements, with stricter settings
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _explain(error, part) from error
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hid it from the search above
        raise _declares_entities(part)
    return root


def is_on(element: Element) -> bool:
    """Whether a switch such as w:b is on; it is, when it is there and doesn't say otherwise."""
    return element.get(VAL, "1").lower() not in OFF


def number(text: str | None, default: int = 0) -> int:
    """A whole number that a file claims, kept within reason; the default when it is none."""
    try:
        return max(-1_000_000, min(1_000_000, int(float(text or default))))
    except (ValueError, OverflowError):
        return default


def local_name(element: Element) -> str:
    """The name of a tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def alternative(element: Element) -> Element | None:
    """The one branch of mc:AlternateContent that is shown: the first whose needs Word understands."""
    for child in element:
        if child.tag == MC + "Choice" and all(map(_is_understood, _needs(child))):
            return child
    return element.find(MC + "Fallback")


def _needs(choice: Element) -> list[str]:
    return [choice.nsmap.get(prefix, "") or "" for prefix in choice.get("Requires", "").split()]


def _is_understood(namespace: str) -> bool:
    return namespace in _UNDERSTOOD or namespace.startswith(_ALWAYS_UNDERSTOOD)


def as_utf8(data: bytes, part: str) -> bytes:
    """A part in UTF-8, where it was saved in UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data.startswith((b"<\x00", b"\x00<")):
        encoding = "utf-16-le" if data[0] else "utf-16-be"
    else:
        return data
    try:
        return _DECLARATION.sub("", data.decode(encoding), count=1).encode()
    except UnicodeError as error:
        raise Damaged(f"is damaged: the characters of {part} can't be read; save it again as .docx or PDF") from error


def _declares_entities(part: str) -> DocumentError:
    return Damaged(f"declares entities in {part}, as Word never does; save it again as .docx or PDF")


def _explain(error: Exception, part: str) -> DocumentError:
    text = str(error)
    if "XML_PARSE_HUGE" in text or "huge" in text.lower() or "Excessive depth" in text:
        return TooLarge(f"is nested too deeply or has too long a text in {part}; save it as PDF")
    return Damaged(f"is damaged: {part} is not valid XML; ask for it again, or save it again as .docx or PDF")
