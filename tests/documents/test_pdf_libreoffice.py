"""What LibreOffice makes of a page: leaders to tab stops, glyphs from other fonts, right-to-left text."""

from itertools import pairwise
from pathlib import Path

import pytest

from screener.documents.bidi import in_reading_order
from screener.documents.leaders import without_leaders
from screener.documents.page import Paint, Run
from screener.documents.read import read_document

FOLDER = Path(__file__).parent / "made_by"


@pytest.mark.parametrize("what", ["tab-leaders", "right-to-left"])
def test_a_page_is_read_as_it_looks(what: str) -> None:
    document = read_document(FOLDER / f"libreoffice-{what}.pdf")
    assert document.text == (FOLDER / f"libreoffice-{what}.txt").read_text("utf-8").rstrip("\n")
    assert document.hidden == ()


def run(text: str) -> Run:
    paint = Paint((0.0, 0.0, 0.0), 1.0, 0, None, switched_off=False)
    return Run(text, 72.0, 540.0, 700.0, 10.0, bold=False, angle=0, order=1, paint=paint)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Engineer" + "." * 80 + "2019", ["Engineer", "2019"]),
        ("Engineer " + ". " * 40 + "London . . . . . . . . 2019", ["Engineer ", "London ", "2019"]),
        ("Engineer" + "_" * 40, ["Engineer"]),
        ("and so on... and on", ["and so on... and on"]),
        ("a .... b", ["a .... b"]),
    ],
)
def test_leaders_are_gaps(line: str, cells: list[str]) -> None:
    parts = without_leaders([run(line)])
    assert [part.text for part in parts] == cells
    assert parts[0].x0 == 72
    assert all(before.x1 <= after.x0 for before, after in pairwise(parts))
    assert parts[-1].x1 == pytest.approx(540) or line.endswith("_")


@pytest.mark.parametrize(
    ("painted", "read"),
    [
        ("Jane Example", "Jane Example"),
        ("הנכות סדנהמ ,םלוע םולש", "שלום עולם, מהנדס תוכנה"),
        ("ةكرش يف تايجمرب سدنهم", "مهندس برمجيات في شركة"),
        ("2019 תנשב Google Cloud ב יתדבע", "עבדתי ב Google Cloud בשנת 2019"),
        ("I speak הבוט תירבע well", "I speak עברית טובה well"),
        ("(דיינ) 555-0142 :ןופלט", "טלפון: 555-0142 (נייד)"),
        (")דיינ( 555-0142 :ןופלט", "טלפון: 555-0142 (נייד)"),
    ],
)
def test_right_to_left_text_is_read_from_its_first_letter(painted: str, read: str) -> None:
    assert in_reading_order(painted) == read
