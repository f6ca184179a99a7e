"""Annotations that show text on a page (filled-in form fields, free text) -> that text, where it stands.

An annotation is drawn by its appearance, as viewers do; one without an appearance shows its value
in its rectangle. Buttons, passwords and what viewers hide are left out.
"""

import re
from collections.abc import Sequence
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from screener.documents.engines.pdf_canvas import bounds
from screener.documents.engines.pdf_interpreter import Interpreter, form_box, form_matrix, numbers_in
from screener.documents.engines.pdf_pen import multiply
from screener.documents.page import Box

_MOST = 500  # of one page
_HIDDEN = 1 << 1 | 1 << 5  # never shown, not shown on screens
_PASSWORD = 1 << 13
_DEEPEST = 8  # fields within fields
_LONGEST = 20_000  # characters of one value
_SIZE = re.compile(rb"([\d.]{1,9})\s{1,9}Tf")
_SIZES = (4.0, 12.0)  # points, where the file leaves the size to the viewer
_LETTER = 0.5  # em, roughly, of a letter nobody has measured


def draw_fields(annotations: Sequence[Any], run: Interpreter) -> None:
    """Draws the annotations of a page; `run` has the page's own matrix."""
    for reference in annotations[:_MOST]:
        annotation = dict_value(reference)
        if _is_shown(annotation, run) and (box := _rectangle(annotation)) is not None:
            appearance = _appearance(annotation)
            if appearance is not None:
                _draw(appearance, box, run)
            elif not _is_password(annotation):
                _write(annotation, box, run)


def _is_shown(annotation: dict[str, Any], run: Interpreter) -> bool:
    """Whether this is an annotation that shows text of its own."""
    flags = resolve1(annotation.get("F"))
    if (isinstance(flags, int) and flags & _HIDDEN) or run.reader.layers.is_off(annotation.get("OC")):
        return False
    kind = _name(annotation.get("Subtype"))
    return kind == "FreeText" or (kind == "Widget" and _name(_inherited(annotation, "FT")) in {"Tx", "Ch"})


def _is_password(annotation: dict[str, Any]) -> bool:
    flags = _inherited(annotation, "Ff")
    return isinstance(flags, int) and bool(flags & _PASSWORD)


def _inherited(annotation: dict[str, Any], key: str) -> Any:
    """An entry of a field, or of the fields that it belongs to."""
    field = annotation
    for _ in range(_DEEPEST):
        if key in field:
            return resolve1(field[key])
        field = dict_value(field.get("Parent"))
    return None


def _rectangle(annotation: dict[str, Any]) -> tuple[float, float, float, float] | None:
    corners = numbers_in(annotation.get("Rect"))
    if len(corners) != 4:
        return None
    x0, y0, x1, y1 = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _appearance(annotation: dict[str, Any]) -> PDFStream | None:
    normal = resolve1(dict_value(annotation.get("AP")).get("N"))
    if isinstance(normal, dict):
        normal = resolve1(normal.get(_name(annotation.get("AS"))))
    return normal if isinstance(normal, PDFStream) else None


def _draw(form: PDFStream, rectangle: tuple[float, float, float, float], run: Interpreter) -> None:
    """Draws an appearance so that its box fills the annotation's."""
    box = form_box(form, form_matrix(form))
    if box is None or box.x1 <= box.x0 or box.bottom <= box.top:
        return
    x0, y0, x1, y1 = rectangle
    across, down = (x1 - x0) / (box.x1 - box.x0), (y1 - y0) / (box.bottom - box.top)
    fit = (across, 0.0, 0.0, down, x0 - across * box.x0, y0 - down * box.top)
    run.draw_form(form, multiply(fit, run.state.ctm))


def _write(annotation: dict[str, Any], rectangle: tuple[float, float, float, float], run: Interpreter) -> None:
    """Writes a value into its rectangle, line below line."""
    key = "Contents" if _name(annotation.get("Subtype")) == "FreeText" else "V"
    lines = _lines(_inherited(annotation, key))
    box = bounds((("m", *rectangle[:2]), ("l", *rectangle[2:])), run.state.ctm)
    if not lines or box is None:
        return
    height = (box.bottom - box.top) / len(lines)
    size = _size(annotation) or min(max(0.8 * height, _SIZES[0]), _SIZES[1])
    step = min(height, 1.2 * size)
    for at, line in enumerate(lines):
        _write_line(line, box, box.top + at * step + 0.5 * (step + 0.7 * size), size, run)


def _write_line(line: str, box: Box, baseline: float, size: float, run: Interpreter) -> None:
    if line.strip():
        width = min(_LETTER * size * len(line), box.x1 - box.x0)
        run.canvas.order += 2  # on its own: nothing goes on here
        run.canvas.add(line, box.x0, box.x0 + width, (baseline, size, False, 0), run.paint())
        run.reader.take(len(line))


def _lines(value: Any) -> list[str]:
    """The lines of a value; several chosen values stand below each other."""
    values = [resolve1(part) for part in list_value(value)] if isinstance(value, list) else [value]
    texts = [decode_text(part[: 2 * _LONGEST]) for part in values if isinstance(part, bytes)]
    return "\n".join(texts)[:_LONGEST].replace("\r\n", "\n").replace("\r", "\n").split("\n") if texts else []


def _size(annotation: dict[str, Any]) -> float:
    """The size that the file asks for; 0 when it leaves it to the viewer."""
    appearance = _inherited(annotation, "DA")
    match = _SIZE.search(appearance) if isinstance(appearance, bytes) else None
    return float(match[1]) if match and match[1].count(b".") < 2 and match[1] != b"." else 0.0


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
