"""The operators of a page's program: what each does to the interpreter.

Operators that take only numbers are listed with how many; they are called with just as many.
"""

# All operators are called alike, whether or not they have a use for their operands.
# ruff: noqa: ARG001

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from screener.documents.engines.pdf_actual_text import find_actual_text
from screener.documents.engines.pdf_areas import clip, fill_path, paint_shading, set_pattern, stroke_path
from screener.documents.engines.pdf_colours import set_colour, set_device_colour, set_space
from screener.documents.engines.pdf_mixing import mix
from screener.documents.engines.pdf_pen import multiply
from screener.documents.engines.pdf_pictures import draw_inline_picture, draw_picture
from screener.documents.engines.pdf_program import IMAGE, LETTERS, PATH

if TYPE_CHECKING:
    from screener.documents.engines.pdf_interpreter import Interpreter

Handler = Callable[["Interpreter", bytes, list[Any]], None]

_CLEAR = 0.05  # opacity of what paints nothing
_FILLING = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_STROKING = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})


def _save(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.save()


def _restore(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.restore()


def _transform(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    a, b, c, d, e, f = operands
    run.state.ctm = multiply((a, b, c, d, e, f), run.state.ctm)
    run.pen.lift()


def _set_by_name(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    """Takes what reading needs from a dictionary of settings: font, line width, and how paint mixes."""
    settings = dict_value(run.resource("ExtGState", _name(operands)))
    mix(run, settings)
    font = list_value(settings.get("Font")) if "Font" in settings else []
    if len(font) == 2:
        size = resolve1(font[1])
        run.state.face = run.load_font(font[0])
        run.state.font_size = float(size) if isinstance(size, (int, float)) else run.state.font_size
        run.pen.lift()


def _begin_text(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.state.begin_text()
    run.pen.lift()


def _set_font(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    if len(operands) < 2 or not isinstance(operands[-1], float):
        run.doubts += 1
        return
    face = run.font(operands[-2])
    if face.is_coloured or (run.state.face is not None and run.state.face.is_coloured):
        run.repaint()
    run.state.face = face
    run.state.font_size = operands[-1]
    run.pen.lift()


def _set_text_number(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    attribute, factor = _TEXT_NUMBERS[operator]
    setattr(run.state, attribute, operands[0] * factor)
    run.pen.lift()


_TEXT_NUMBERS = {
    b"Tc": ("char_spacing", 1.0),
    b"Tw": ("word_spacing", 1.0),
    b"Tz": ("scaling", 0.01),
    b"TL": ("leading", -1.0),
    b"Ts": ("rise", 1.0),
}


def _set_render_mode(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.state.render_mode = int(operands[0])
    run.repaint()


def _set_text_matrix(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    a, b, c, d, e, f = operands
    state = run.state
    if state.turn != (a, b, c, d):
        state.turn = (a, b, c, d)
        run.pen.lift()
    state.e, state.f, state.x = e, f, 0.0


def _move(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.state.next_line(operands[0], operands[1])


def _move_and_set_leading(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.state.next_line(operands[0], operands[1])
    run.state.leading = operands[1]


def _next_line(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.state.next_line(0.0, run.state.leading)


def _show(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    if operator == b"'":
        run.state.next_line(0.0, run.state.leading)
    string = operands[-1] if operands else None
    if isinstance(string, bytes):
        run.pen.show_string(run.state, string, run.paint())
        run.reader.count(run.pen)
    else:
        run.doubts += 1


def _show_on_next_line(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    spacings = operands[-3:-1]
    if len(spacings) == 2 and all(isinstance(spacing, float) for spacing in spacings):
        run.state.word_spacing, run.state.char_spacing = spacings
        run.pen.lift()
    _show(run, b"'", operands)


def _show_pieces(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    pieces = operands[-1] if operands else None
    if isinstance(pieces, bytes):
        pieces = [pieces]
    if isinstance(pieces, list):
        run.pen.show_pieces(run.state, pieces, run.paint())
        run.reader.count(run.pen)
    else:
        run.doubts += 1


def _show_letters(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.pen.show_letters(run.state, operands[-1], run.paint())
    run.reader.count(run.pen)


def _add_piece(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.path.add_piece(operands[0])


def _add_points(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.path.add_points(operator, operands)


def _add_box(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    x, y, width, height = operands
    run.path.add_box(x, y, width, height)


def _paint_path(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    state, path = run.state, run.path
    if path and not run.off and state.opacity >= _CLEAR:
        box = path.bounds(state.ctm)
        if box is not None:
            run.canvas.mark(box)
            if operator in _FILLING:
                fill_path(run, operator, box)
            if operator in _STROKING:
                stroke_path(run, box)
    path.clear()


def _end_path(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.path.clear()


def _clip(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    clip(run, operator)


def _paint_shading(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    if not run.off:
        paint_shading(run, run.resource("Shading", _name(operands)))


def _set_device_colour(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    set_device_colour(run.state, operator, operands)
    run.repaint()


def _set_colour(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.doubts += not set_colour(run.state, operator, operands)
    if operator in {b"sc", b"scn"} and run.state.fill_space.name == "Pattern":
        set_pattern(run, run.resource("Pattern", _name(operands)))
    run.repaint()


def _set_space(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    space = run.space(_name(operands))
    if space is not None:
        set_space(run.state, operator, space)
        run.repaint()


def _draw(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    stream = resolve1(run.resource("XObject", _name(operands)))
    if not isinstance(stream, PDFStream):
        return
    subtype = resolve1(stream.get("Subtype"))
    kind = subtype.name if isinstance(subtype, PSLiteral) else ""
    if kind == "Form" and "BBox" in stream:
        run.draw_form(stream, run.state.ctm)
    elif kind == "Image" and {"Width", "Height"} <= stream.attrs.keys():
        draw_picture(run, stream)


def _draw_inline(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    if b"W" in operands[0] and b"H" in operands[0]:
        draw_inline_picture(run, operands[0])


def _set_line_width(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.state.line_width = operands[0]


def _begin_tag(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    tag = operands[0] if operands else None
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, str):
        properties = run.resource("Properties", properties)
    off = tag == "OC" and run.reader.layers.is_off(properties)
    run.begin_tag(off=off, actual=find_actual_text(properties, run.canvas) if properties else None)


def _end_tag(run: "Interpreter", operator: bytes, operands: list[Any]) -> None:
    run.end_tag()


def _name(operands: list[Any]) -> str:
    return operands[-1] if operands and isinstance(operands[-1], str) else ""


_NUMERIC: dict[bytes, tuple[int, Handler]] = {
    b"q": (0, _save),
    b"Q": (0, _restore),
    b"cm": (6, _transform),
    b"BT": (0, _begin_text),
    b"Tr": (1, _set_render_mode),
    b"w": (1, _set_line_width),
    b"Td": (2, _move),
    b"TD": (2, _move_and_set_leading),
    b"Tm": (6, _set_text_matrix),
    b"T*": (0, _next_line),
    b"re": (4, _add_box),
    b"n": (0, _end_path),
    **dict.fromkeys((b"W", b"W*"), (0, _clip)),
    **dict.fromkeys((b"g", b"G"), (1, _set_device_colour)),
    **dict.fromkeys((b"rg", b"RG"), (3, _set_device_colour)),
    **dict.fromkeys((b"k", b"K"), (4, _set_device_colour)),
    b"EMC": (0, _end_tag),
    **dict.fromkeys((b"m", b"l"), (2, _add_points)),
    **dict.fromkeys((b"v", b"y"), (4, _add_points)),
    b"c": (6, _add_points),
    **dict.fromkeys((b"S", b"s", *_FILLING), (0, _paint_path)),
    **dict.fromkeys(_TEXT_NUMBERS, (1, _set_text_number)),
}
_OTHER: dict[bytes, Handler] = {
    LETTERS: _show_letters,
    PATH: _add_piece,
    IMAGE: _draw_inline,
    b"gs": _set_by_name,
    b"Tf": _set_font,
    b"Tj": _show,
    b"'": _show,
    b'"': _show_on_next_line,
    b"TJ": _show_pieces,
    b"sh": _paint_shading,
    b"Do": _draw,
    b"BMC": _begin_tag,
    b"BDC": _begin_tag,
    **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), _set_colour),
    **dict.fromkeys((b"cs", b"CS"), _set_space),
}
# What reading has no use for: the end of text, closing a path, lines, marked points, compatibility, glyph widths.
_WITHOUT_OPERANDS = (b"ET", b"h", b"BX", b"EX")
IGNORED = frozenset({*_WITHOUT_OPERANDS, b"J", b"j", b"M", b"d", b"ri", b"i", b"MP", b"DP", b"d0", b"d1"})
HANDLERS: dict[bytes, Handler] = {**_OTHER, **{operator: handler for operator, (_, handler) in _NUMERIC.items()}}
ARITIES: dict[bytes, int] = {
    **dict.fromkeys(_WITHOUT_OPERANDS, 0),
    **{operator: arity for operator, (arity, _) in _NUMERIC.items()},
}
