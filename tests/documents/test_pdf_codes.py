"""Fonts that aren't in the file, whose codes are characters: marks between dates are read, too."""

from io import BytesIO

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits


@pytest.mark.parametrize("font", ["STSong-Light", "HeiseiKakuGo-W5"])
@pytest.mark.parametrize("mark", ["\u301c", "\u2014", "\u2015", "\u2022"], ids=["wave", "dash", "bar", "bullet"])
def test_marks_between_dates_are_read(font: str, mark: str) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(font))
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setFont(font, 10)
    canvas.drawString(60, 700, f"2019-06{mark}2021-05")
    canvas.save()
    line = extract(buffer.getvalue(), "0" * 64, Limits()).lines[0]
    assert line.text.replace(" ", "") == f"2019-06{mark}2021-05"
