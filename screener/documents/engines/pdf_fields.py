"""Annotations that show text on a page (filled-in form fields, free text) -> that text, where it stands.

An annotation is drawn by its appearance, as viewers do; one without an appearance shows its value
in its rectangle. So are stamps and shapes, because they may cover text. Text that viewers hide is
marked; buttons, passwords and what is only laid over text to highlight it are left out.
"""

import re
from collections.abc import Sequence
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from screener.documents.engines.pdf_canvas import Area, bounds
from screener.documents.engines.pdf_interpreter import Interpreter, form_box, form_matrix, numbers_in
from screener.documents.engines.pdf_pen import multiply
from screener.documents.page import Box, Mixing

Corners = tuple[float, float, float, float]

_MOST = 500  # of one page
_DRAWN = frozenset({"Stamp", "Square", "Circle", "Polygon", "Redact", "Watermark"})  # by their appearance alone
_FIELDS = frozenset({"Tx", "Ch", "Sig"})
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
        kind = _name(annotation.get("Subtype"))
        box = _rectangle(annotation)
        if box is None or not (kind in _DRAWN or _has_text(kind, annotation)):
            continue
        flags = resolve1(annotation.get("F"))
        run.is_note = isinstance(flags, int) and bool(flags & _HIDDEN)
        is_off = run.is_note or run.reader.layers.is_off(annotation.get("OC"))
        run.off += is_off
        run.repaint()
        _show(annotation, kind, box, run)
        run.off -= is_off
        run.is_note = False


def _has_text(kind: str, annotation: dict[str, Any]) -> bool:
    """Whether this is an annotation that shows text of its own."""
    return kind == "FreeText" or (kind == "Widget" and _name(_inherited(annotation, "FT")) in _FIELDS)


def _show(annotation: dict[str, Any], kind: str, box: Corners, run: Interpreter) -> None:
    appearance = _appearance(annotation)
    before = len(run.canvas.runs)
    if appearance is not None:
        _draw(appearance, box, run)
    # Viewers draw fields anew where the file asks for it; here that is done for those that show nothing yet.
    is_drawn = appearance is not None and not (
        kind == "Widget" and run.reader.redraws_fields and len(run.canvas.runs) == before
    )
    if kind == "Square" and not is_drawn:
        _fill(annotation, box, run)
    elif kind not in _DRAWN and not is_drawn and not _is_password(annotation):
        _write(annotation, box, run)


def _fill(annotation: dict[str, Any], box: Corners, run: Interpreter) -> None:
    """Fills the box of an annotation with its colour, as viewers do."""
    parts = numbers_in(annotation.get("IC"))
    opacity = (numbers_in([annotation.get("CA")]) or [1.0])[0]
    around = bounds((("m", *box[:2]), ("l", *box[2:])), run.state.ctm)
    if len(parts) == 3 and around is not None and not run.off:
        colour = (parts[0], parts[1], parts[2])
        run.canvas.fill(around, Area(colour, exact=True, mixing=Mixing(opacity)))


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


def _rectangle(annotation: dict[str, Any]) -> Corners | None:
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


def _draw(form: PDFStream, rectangle: Corners, run: Interpreter) -> None:
    """Draws an appearance so that its box fills the annotation's."""
    box = form_box(form, form_matrix(form))
    if box is None or box.x1 <= box.x0 or box.bottom <= box.top:
        return
    x0, y0, x1, y1 = rectangle
    across, down = (x1 - x0) / (box.x1 - box.x0), (y1 - y0) / (box.bottom - box.top)
    fit = (across, 0.0, 0.0, down, x0 - across * box.x0, y0 - down * box.top)
    run.draw_form(form, multiply(fit, run.state.ctm))


def _write(annotation: dict[str, Any], rectangle: Corners, run: Interpreter) -> None:
    """Writes a value into its rectangle, line below line."""
    is_note = _name(annotation.get("Subtype")) == "FreeText"
    lines = _lines(resolve1(annotation.get("Contents")) if is_note else _chosen(annotation))
    box = bounds((("m", *rectangle[:2]), ("l", *rectangle[2:])), run.state.ctm)
    if not lines or box is None:
        return
    height = (box.bottom - box.top) / len(lines)
    size = _size(annotation) or min(max(0.8 * height, _SIZES[0]), _SIZES[1])
    step = min(height, 1.2 * size)
    for at, line in enumerate(lines):
        _write_line(line, box, box.top + at * step + 0.5 * (step + 0.7 * size), size, run)


def _chosen(annotation: dict[str, Any]) -> list[Any]:
    """The values of a field, each as its option is called where there are options."""
    value = _inherited(annotation, "V")
    values = [resolve1(part) for part in value] if isinstance(value, list) else [value]
    names: dict[bytes, Any] = {}
    for option in list_value(_inherited(annotation, "Opt")):
        pair = [resolve1(part) for part in list_value(option)] if isinstance(resolve1(option), list) else []
        if len(pair) == 2 and isinstance(pair[0], bytes):
            names[pair[0]] = pair[1]
    return [names.get(part, part) if isinstance(part, bytes) else part for part in values]


def _write_line(line: str, box: Box, baseline: float, size: float, run: Interpreter) -> None:
    if line.strip():
        width = min(_LETTER * size * len(line), box.x1 - box.x0)
        run.canvas.order += 2  # on its own: nothing goes on here
        run.canvas.add(line, box.x0, box.x0 + width, (baseline, size, False, 0), run.paint())
        run.reader.take(len(line))


def _lines(value: Any) -> list[str]:
    """The lines of a value; several chosen values stand below each other."""
    values = value if isinstance(value, list) else [value]
    values = [part.get_data() if isinstance(part, PDFStream) else part for part in values]
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
