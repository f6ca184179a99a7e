"""The layouts a resume is drawn in: a table of which draws what, and for whom."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.generator.layouts import docx, pdf, plain_text
from tests.generator.layouts.fonts import pick_font
from tests.generator.sheet import Sheet

Draw = Callable[[Sheet, Path, int], None]  # the last argument is the seed, for small choices


class Layout(NamedTuple):
    """`labels`: whether dates stand in a column of their own (True), beside or above (False), or either (None)."""

    name: str
    suffix: str
    draw: Draw
    labels: bool | None = False
    weight: float = 1.0

    def can_show(self, language: str) -> bool:
        return self.suffix != ".pdf" or pick_font(language, 0) is not None


LAYOUTS = (
    Layout("text", ".txt", partial(plain_text.draw, width=0), None, 3),
    Layout("text, wrapped", ".txt", partial(plain_text.draw, width=92), None, 1.5),
    Layout("pdf, one column", ".pdf", partial(pdf.draw, form=pdf.Form()), None, 3),
    Layout("pdf, sidebar left", ".pdf", partial(pdf.draw, form=pdf.Form(sidebar="left"))),
    Layout("pdf, sidebar right", ".pdf", partial(pdf.draw, form=pdf.Form(sidebar="right"))),
    Layout("pdf, dark sidebar", ".pdf", partial(pdf.draw, form=pdf.Form(sidebar="left", dark=True))),
    Layout("pdf, header band", ".pdf", partial(pdf.draw, form=pdf.Form(band=True)), None),
    Layout("pdf, label column", ".pdf", partial(pdf.draw, form=pdf.Form(label_width=150)), True),
    Layout("pdf, timeline", ".pdf", partial(pdf.draw, form=pdf.Form(label_width=150, dots=True)), True),
    Layout("pdf, table", ".pdf", partial(pdf.draw, form=pdf.Form(label_width=150, grid=True)), True),
    Layout("docx, paragraphs", ".docx", partial(docx.draw, form=docx.Form()), None, 2),
    Layout("docx, header", ".docx", partial(docx.draw, form=docx.Form(header=True)), None),
    Layout("docx, table of jobs", ".docx", partial(docx.draw, form=docx.Form(table=True)), True),
    Layout("docx, sidebar table", ".docx", partial(docx.draw, form=docx.Form(sidebar=True))),
)
