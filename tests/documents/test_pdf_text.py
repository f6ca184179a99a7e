"""From glyphs to words: gaps, letter-spacing, accents, bullets and overprints."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from tests.documents.pdf_fixtures import make_pdf, text


def lines(program: str, **options: object) -> list[str]:
    document = extract(make_pdf(program, **options), "sha", Limits())  # type: ignore[arg-type]
    return [line.text for line in document.lines]


def shown(operands: str, *, before: str = "") -> list[str]:
    return lines(f"BT /F1 10 Tf 72 700 Td {before} {operands} TJ ET")


@pytest.mark.parametrize(
    ("operands", "words"),
    [
        ("[(Back) -20 (end)]", "Backend"),
        ("[(Back) 80 (end)]", "Backend"),
        ("[(Backend) -250 (Engineer)]", "Backend Engineer"),
        ("[(Backend) -165 (Engineer)]", "Backend Engineer"),
        ("[(Backend ) -30 (Engineer)]", "Backend Engineer"),
        ("[(S) -200 (K) -200 (I) -200 (L) -200 (L) -200 (S)]", "SKILLS"),
        ("[(W) -200 (O) -200 (R) -200 (K) -500 (L) -200 (I) -200 (F) -200 (E)]", "WORK LIFE"),
        ("[(S K I L L S)]", "SKILLS"),
        ("[(W O R K  L I F E)]", "WORK LIFE"),
        ("[(C, R, Go)]", "C, R, Go"),
        ("[(A B)]", "A B"),
    ],
)
def test_gaps_make_words(operands: str, words: str) -> None:
    assert shown(operands) == [words]


def test_letter_spacing_by_the_spacing_operator_is_no_word_gap() -> None:
    assert shown("[(SKILLS AND TOOLS)]", before="3 Tc") == ["SKILLS AND TOOLS"]


def test_letters_shown_one_by_one_are_words() -> None:
    widths = {"f": 2.78, "u": 5.56, "l": 2.22, " ": 2.78, "t": 2.78}
    program, x = "", 72.0
    for letter in "full full":
        program += text(letter, x, 700)
        x += widths[letter]
    assert lines(program) == ["full full"]


@pytest.mark.parametrize("offset", [0.0, 0.3])
def test_text_painted_twice_counts_once(offset: float) -> None:
    assert lines(text("Experience", 72, 700) + text("Experience", 72 + offset, 700)) == ["Experience"]


def test_words_that_repeat_stay() -> None:
    assert lines(text("very", 72, 700) + text("very", 95, 700)) == ["very very"]


@pytest.mark.parametrize(
    ("operands", "word"),
    [
        (r"[(Jos) (\264) 333 (e)]", "José"),
        (r"[(M) (\250) 380 (uller)]", "Müller"),
        (r"[(don't \(\264\))]", "don't (´)"),
        (r"[(\223Advanced\224)]", "“Advanced”"),
    ],
)
def test_accents_are_composed_where_they_stand_over_a_letter(operands: str, word: str) -> None:
    assert shown(operands) == [word]


def test_a_raised_accent_joins_its_capital() -> None:
    program = text("GARC", 72, 700) + text("\xb4", 101.5, 702) + text("I", 101.6, 700) + text("A", 104.4, 700)
    assert lines(program) == ["GARCÍA"]


def test_superscripts_stay_in_their_line() -> None:
    program = text("the 10", 72, 700) + text("th", 98, 704, size=6) + text(" of May", 104, 700)
    assert lines(program) == ["the 10th of May"]


@pytest.mark.parametrize("glyph", [r"\225", r"\177"])
def test_bullets_are_taken_off_the_text(glyph: str) -> None:
    data = make_pdf(
        f"BT /F1 10 Tf 72 700 Td ({glyph} Built services) Tj ET" + text("•", 72, 680) + text("Ran teams", 90, 680)
    )
    document = extract(data, "sha", Limits())
    assert [(line.text, line.bullet) for line in document.lines] == [("Built services", True), ("Ran teams", True)]
    assert document.lines[1].cells[0].x0 == 90.0


def test_drawn_bullets_count_where_they_line_up() -> None:
    squares = "".join(f"76 {y} 3 3 re f " for y in (702, 682)) + "300 702 3 3 re f "
    data = make_pdf(squares + text("Built services", 90, 700) + text("Ran teams", 90, 680) + text("Rating", 90, 660))
    document = extract(data, "sha", Limits())
    assert [(line.text, line.bullet) for line in document.lines] == [
        ("Built services", True),
        ("Ran teams", True),
        ("Rating", False),
    ]


def test_bitmap_fonts_are_read_by_the_numbers_in_their_glyph_names() -> None:
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -2 8 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 0 /LastChar 127 "
        f"/Widths [{' '.join(['6'] * 128)}] /CharProcs << >> "
        "/Encoding << /Type /Encoding /Differences [72 /a72 105 /a105 123 /a123] >> >>"
    )
    program = "BT /F3 10 Tf 72 700 Td <48697b> Tj ET"
    assert lines(program, resources="/Font << /F3 3 0 R >>", extra=[font]) == ["Hi–"]


def test_icons_are_dropped_and_private_letters_leave_a_gap() -> None:
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        "2 beginbfchar <41> <e00d> <42> <f0e0> endbfchar endcmap"
    )
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>"
    stream = f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream"
    program = "BT /F3 10 Tf 72 700 Td (B Pune) Tj 0 -20 Td (zorAt) Tj ET"
    assert lines(program, resources="/Font << /F3 3 0 R >>", extra=[font, stream]) == ["Pune", "zor\ufffdt"]
