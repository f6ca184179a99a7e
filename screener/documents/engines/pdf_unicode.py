"""The map of a font from codes to characters ("ToUnicode") -> a dict, where it is written as nearly all are.

The PDF library reads such maps token by token, which takes longer than reading the page. Maps with
anything but plain entries in hexadecimal digits are left to the library.
"""

import re
from binascii import unhexlify

_MARK = re.compile(rb"(begin|end)(bfchar|bfrange|cidchar|cidrange)\b|usecmap|endcmap")
_HEX = rb"<((?:[\da-fA-F]{2})++)>"
_CHARACTER = re.compile(_HEX + rb"\s*+<((?:[\da-fA-F]{2})*+)>")
_RANGE = re.compile(
    _HEX + rb"\s*+" + _HEX + rb"\s*+(?:<((?:[\da-fA-F]{2})++)>|\[((?:\s*+<(?:[\da-fA-F]{2})*+>)*+)\s*+\])"
)
_ITEM = re.compile(rb"<([\da-fA-F]*+)>")
_MOST_CODES = 65_536  # codes have two bytes
_SURROGATES = 0xD800  # where the characters of two bytes that mean something by themselves end
_HARD_SPACE = 0xA0


def read_map(program: bytes) -> dict[int, str] | None:
    """Code -> text; None when the map isn't plain."""
    texts: dict[int, str] = {}
    sections = _sections(program)
    for kind, entries in sections:
        read = _READERS.get(kind)
        if read is None or not read(entries, texts):
            return None
    return texts if sections else None


def _sections(program: bytes) -> list[tuple[bytes, bytes]]:
    """The kinds and entries of all sections; a kind that can't be read stands for what isn't plain."""
    found: list[tuple[bytes, bytes]] = []
    marks = list(_MARK.finditer(program))
    if marks and marks[-1][0] == b"endcmap":
        del marks[-1]
    for begin, end in zip(marks[::2], marks[1::2], strict=False):
        fit = (begin[1], end[1], begin[2]) == (b"begin", b"end", end[2])
        found.append((begin[2] if fit else b"", program[begin.end() : end.start()]))
    return found if len(marks) % 2 == 0 else []


def _read_characters(entries: bytes, texts: dict[int, str]) -> bool:
    """Adds "<code> <text>" entries; whether there was nothing else."""
    found = _CHARACTER.findall(entries)
    if 2 * len(found) != entries.count(b"<") or _rest(entries):
        return False
    if any(len(code) > 8 for code, _ in found):
        return False
    codes = [int(code, 16) for code, _ in found]
    characters = b"".join([text for _, text in found])
    if all(len(text) == 4 for _, text in found) and _set_all(texts, codes, unhexlify(characters)):
        return True
    for code, (_, text) in zip(codes, found, strict=True):
        _set(texts, code, unhexlify(text))
    return True


def _read_ranges(entries: bytes, texts: dict[int, str]) -> bool:
    """Adds "<first> <last> <text>" and "<first> <last> [<text> …]" entries; whether there was nothing else."""
    found = _RANGE.findall(entries)
    written = sum(2 + (1 if text else items.count(b"<")) for _, _, text, items in found)
    if written != entries.count(b"<") or _rest(entries):
        return False
    for first, last, text, items in found:
        if len(first) != len(last) or len(first) > 8:
            return False
        start = int(first, 16)
        count = min(int(last, 16) - start + 1, _MOST_CODES)
        if text:
            _set_range(texts, start, count, unhexlify(text))
        else:
            for code, item in zip(range(start, start + count), _ITEM.findall(items), strict=False):
                _set(texts, code, unhexlify(item))
    return True


def _rest(entries: bytes) -> bytes:
    """What is left of entries without digits, brackets and blanks."""
    return entries.translate(None, b"0123456789abcdefABCDEF<>[] \t\r\n\f\0")


def _set_range(texts: dict[int, str], start: int, count: int, first: bytes) -> None:
    """Characters that follow each other; only the last four bytes count on."""
    tail = first[-4:]
    base, width = int.from_bytes(tail), len(tail)
    if width == len(first) == 2 and base + count <= _SURROGATES and not base <= _HARD_SPACE < base + count:
        texts.update(zip(range(start, start + count), map(chr, range(base, base + count)), strict=True))
        return
    for at in range(min(count, (1 << 32) - base)):
        _set(texts, start + at, first[:-4] + (base + at).to_bytes(4)[-width:])


def _set_all(texts: dict[int, str], codes: list[int], characters: bytes) -> bool:
    """Sets one character of two bytes for each code, where all are plain; whether they are."""
    text = characters.decode("utf-16-be", "ignore")
    if len(text) != len(codes) or chr(_HARD_SPACE) in text:
        return False
    texts.update(zip(codes, text, strict=True))
    return True


def _set(texts: dict[int, str], code: int, text: bytes) -> None:
    character = text.decode("utf-16-be" if len(text) > 1 else "latin-1", "ignore")
    if character == chr(_HARD_SPACE) and texts.get(code) == " ":  # some fonts have both kinds of space in one code
        return
    texts[code] = character


_READERS = {b"bfchar": _read_characters, b"bfrange": _read_ranges}
