"""Field marks (begin, code, separator, result, end) -> whether text is shown, and where links lead.

A field's code and what stands within it are instructions, its result is what a person sees. Fields
nest, and one may begin in a paragraph and end in another, as tables of contents do: so those of a
part are kept beside it. A field that never ends hides nothing.
"""

import re

from screener.documents.engines.docx_xml import VAL, Element, W, number

_WORDS = re.compile(r'"[^"]*"|[^\s"]+')
_LONGEST_INSTRUCTION = 4_000
_MOST_OPEN = 100
_SHOWN_BY_CODE = {"MACROBUTTON", "GOTOBUTTON"}


class _Field:
    def __init__(self, is_whole: bool) -> None:
        self.instruction = ""
        self.in_code = True
        self.is_whole = is_whole  # it has an end
        self.link_of: object = None  # the reader that opened its link


class Fields:
    """The open fields of a part's text, or of a text box's."""

    def __init__(self, container: Element) -> None:
        self._container = container
        self._open: list[_Field] = []
        self._whole: set[Element] | None = None

    @property
    def in_code(self) -> bool:
        """Whether what comes now is part of an instruction."""
        return any(field.in_code and field.is_whole for field in self._open)

    def begin(self, mark: Element) -> None:
        if self._whole is None:
            self._whole = _whole_fields(self._container)
        if len(self._open) < _MOST_OPEN:
            self._open.append(_Field(mark in self._whole))

    def add(self, instruction: str) -> None:
        if self._open and self._open[-1].in_code and len(self._open[-1].instruction) < _LONGEST_INSTRUCTION:
            self._open[-1].instruction += instruction

    def separate(self, reader: object) -> str:
        """The result begins; its address when it is a link."""
        if not self._open or not self._open[-1].in_code:
            return ""
        field = self._open[-1]
        field.in_code = False
        address = find_address(field.instruction)
        field.link_of = reader if address else None
        return address

    def end(self, reader: object) -> tuple[bool, str]:
        """Whether a link of this reader ends here, and what a field without a result shows."""
        if not self._open:
            return False, ""
        field = self._open.pop()
        return field.link_of is reader, _shown_by_code(field.instruction) if field.in_code else ""


def find_address(instruction: str) -> str:
    """The address of a HYPERLINK field; "" when the field is another or leads within the document."""
    words = _WORDS.findall(instruction[:_LONGEST_INSTRUCTION])
    if not words or words[0].upper() != "HYPERLINK":
        return ""
    skip = False
    for word in words[1:]:
        if word.startswith("\\"):
            skip = word[1:2] in {"l", "o", "t"}
        elif skip:
            skip = False
        else:
            return str(word).strip('"')
    return ""


def chosen_entry(mark: Element) -> str:
    """What a drop-down list of a form shows; its choice is a number, not text."""
    choices = mark.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.findall(W + "listEntry")]
    found = choices.find(W + "result")
    found = choices.find(W + "default") if found is None else found
    index = number(found.get(VAL)) if found is not None else 0
    return entries[index] if 0 <= index < len(entries) else ""


def _shown_by_code(instruction: str) -> str:
    words = instruction.split(None, 2)
    return words[2].strip() if len(words) == 3 and words[0].upper() in _SHOWN_BY_CODE else ""


def _whole_fields(container: Element) -> set[Element]:
    """The marks that begin a field which ends."""
    whole: set[Element] = set()
    waiting: list[Element] = []
    for mark in container.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            waiting.append(mark)
        elif kind == "end" and waiting:
            whole.add(waiting.pop())
    return whole
