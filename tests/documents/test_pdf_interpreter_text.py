"""Where our interpreter reads more than the PDF library's own: fields, vertical text, meaningless glyphs."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import form, make_pdf, text
from tests.documents.pdf_readings import painted, read_by_ours, read_by_theirs

CMAP = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange {} endcmap"


def read(program: str, **options: object) -> Document:
    return extract(make_pdf(program, **options), "sha", Limits())  # type: ignore[arg-type]


def stream(data: str) -> str:
    return f"<< /Length {len(data)} >>\nstream\n{data}\nendstream"


def font(cmap: str, entries: str = "/Subtype /Type1 /BaseFont /Helvetica") -> dict[str, object]:
    """A font /F3 with this map from codes to characters."""
    body = f"<< /Type /Font {entries} /ToUnicode 4 0 R >>"
    return {"resources": "/Font << /F3 3 0 R >>", "extra": [body, stream(CMAP.format(cmap))]}


def test_the_double_quote_goes_to_the_next_line_with_its_spacings() -> None:
    document = read('BT /F1 10 Tf 14 TL 72 700 Td (one) Tj 20 0 (two words) " ET')
    assert [line.text.split() for line in document.lines] == [["one"], ["two", "words"]]


def test_a_backslash_before_an_ordinary_character_is_left_out() -> None:
    assert read(r"BT /F1 10 Tf 72 700 Td (a\-b) Tj ET").text == "a-b"


def test_forms_inherit_the_font() -> None:
    document = read(
        "BT /F1 10 Tf ET /X Do", resources="/XObject << /X 3 0 R >>", extra=[form("BT 72 600 Td (inherited) Tj ET")]
    )
    assert document.text == "inherited"


def test_graphics_settings_may_set_the_font() -> None:
    document = read("/GS gs BT 72 700 Td (Jane Example) Tj ET", resources="/ExtGState << /GS << /Font [2 0 R 18] >> >>")
    assert (document.lines[0].size, document.lines[0].bold) == (18.0, True)


@pytest.mark.parametrize(
    ("cmap", "words"),
    [
        ("1 beginbfchar <41> <004a> endbfchar", "JBC"),
        ("2 beginbfchar <41> <00660069> <43> <d83dde00> endbfchar", "fiB\U0001f600"),
        ("1 beginbfrange <41> <43> <0061> endbfrange", "abc"),
        ("1 beginbfrange <41> <43> [<0078> <0079> <007a>] endbfrange", "xyz"),
        ("1 beginbfrange\n<41> <42> <0061>\nendbfrange 1 beginbfchar <43><0063> endbfchar", "abc"),
        ("1 begincidrange <41> <43> 97 endcidrange", "ABC"),
        ("1 beginbfchar % comment\n<41> <004a> endbfchar", "JBC"),
        ("1 beginbfchar <41> /J endbfchar", "ABC"),
        ("2 beginbfchar <41> <0020> <41> <00a0> endbfchar", "BC"),
    ],
)
def test_maps_to_characters_are_read_as_the_library_reads_them(cmap: str, words: str) -> None:
    program = "BT /F3 10 Tf 72 700 Td (ABC) Tj ET"
    options = font(cmap)
    data = make_pdf(program, **options)  # type: ignore[arg-type]
    assert [painted(page) for page in read_by_ours(data)[0]] == [painted(page) for page in read_by_theirs(data)]
    assert extract(data, "sha", Limits()).text == words


CID = (
    "/Subtype /Type0 /BaseFont /Some /Encoding /Identity-{} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 "
    "/BaseFont /Some /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/DW 600 /W [65 [500 700] 70 90 450] >>]"
)


def test_wide_codes_are_read_with_their_widths() -> None:
    data = make_pdf(
        "BT /F3 10 Tf 72 700 Td <004100420043> Tj [<0041> -200 <0048>] TJ ET",
        **font("1 beginbfrange <0041> <0060> <0061> endbfrange", CID.format("H")),  # type: ignore[arg-type]
    )
    assert [painted(page) for page in read_by_ours(data)[0]] == [painted(page) for page in read_by_theirs(data)]
    assert extract(data, "sha", Limits()).text == "abca h"


def test_text_from_top_to_bottom_is_one_line_along_the_side() -> None:
    data = make_pdf(
        "BT /F3 10 Tf 72 700 Td <004100420043> Tj ET " + text("Jane Example, engineer", 72, 720),
        **font("1 beginbfrange <0041> <0060> <0061> endbfrange", CID.format("V")),  # type: ignore[arg-type]
    )
    (page,), doubts = read_by_ours(data)
    run = next(run for run in page.runs if run.angle)
    assert (run.text, run.angle, doubts) == ("abc", 90, 0)
    assert (run.x0, run.x1) == pytest.approx((92, 122))
    assert "abc" in [line.text for line in extract(data, "sha", Limits()).lines]


def test_bitmap_fonts_are_measured_by_their_own_matrix() -> None:
    bitmap = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -2 8 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /LastChar 66 "
        "/Widths [6 7] /CharProcs << /A 4 0 R /B 4 0 R >> /Encoding << /Type /Encoding /Differences [65 /A /B] >> >>"
    )
    data = make_pdf(
        "BT /F3 10 Tf 72 700 Td (AB) Tj ET",
        resources="/Font << /F3 3 0 R >>",
        extra=[bitmap, stream("6 0 0 -2 6 9 d1 0 0 5 5 re f 6 0 d0")],
    )
    (page,), _ = read_by_ours(data)
    assert painted(page) == painted(read_by_theirs(data)[0])
    assert (page.runs[0].text, page.runs[0].x1) == ("AB", pytest.approx(85))


def span(actual: str, glyphs: str) -> str:
    return f"BT /F3 10 Tf 72 700 Td /Span << /ActualText {actual} >> BDC ({glyphs}) Tj EMC ET"


@pytest.mark.parametrize(
    ("actual", "glyphs", "words", "warned"),
    [
        ("(fi)", "A", "fi", False),
        ("<FEFF00660069>", "A", "fi", False),
        ("(effi)", "eA", "effi", False),
        ("(ffo)", "eA", "e\ufffd", False),
        ("(engineer)", "engineer", "engineer", False),
        ("(  )", "engineer", "engineer", False),
        ("(director)", "engineer", "engineer", True),
    ],
)
def test_a_text_that_marked_content_stands_for_only_replaces_what_has_no_meaning(
    actual: str, glyphs: str, words: str, warned: bool
) -> None:
    document = read(span(actual, glyphs) + text("Jane Example", 72, 600), **font("1 beginbfchar <41> <fffd> endbfchar"))
    assert document.lines[0].text == words
    assert [warning.code for warning in document.warnings] == ["actual-text"] * warned


def widget(entries: str, kind: str = "/Widget /FT /Tx") -> str:
    return f"<< /Type /Annot /Subtype {kind} /Rect [100 600 300 620] {entries} >>"


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (widget("/V (Jane Example)"), "Jane Example"),
        (widget("/V <FEFF004A00610063006B> /DA (/Helv 9 Tf)"), "Jack"),
        (widget("/V [(Python) (Go)]", "/Widget /FT /Ch"), "Python\nGo"),
        (widget("/Contents (A note)", "/FreeText"), "A note"),
        (widget("/V (old) /AP << /N 3 0 R >>"), "drawn"),
        (widget("/AP << /N << /On 3 0 R /Off 9 0 R >> >> /AS /On"), "drawn"),
        (widget("/Parent << /V (inherited) /FT /Tx >>", "/Widget"), "inherited"),
        (widget("/V (secret) /Ff 8192"), ""),
        (widget("/V (hidden) /F 2"), ""),
        (widget("/V (not on screens) /F 32"), ""),
        (widget("/V /Yes", "/Widget /FT /Btn"), ""),
        (widget("/Contents (popup)", "/Text"), ""),
    ],
)
def test_fields_and_free_text_are_read_where_they_stand(annotation: str, words: str) -> None:
    program = "BT /F1 10 Tf 2 2 Td (drawn) Tj ET"
    head = f"<< /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 1 0 R >> >> /Length {len(program)} >>"
    drawing = f"{head}\nstream\n{program}\nendstream"
    document = read(text("Name", 72, 700), annotations=annotation, extra=[drawing])
    assert document.text == "\n".join(filter(None, ["Name", words]))
    assert all(100 <= cell.x0 <= 110 for line in document.lines[1:] for cell in line.cells)


def test_an_appearance_fills_its_rectangle() -> None:
    drawing = form(
        "BT /F1 100 Tf 200 0 Td (drawn) Tj ET", "/Matrix [0.5 0 0 0.5 0 0] /Resources << /Font << /F1 1 0 R >> >>"
    )
    document = read("", annotations=widget("/AP << /N 3 0 R >>"), extra=[drawing])
    cell = document.lines[0].cells[0]
    assert cell.x0 == pytest.approx(100 + 200 * 200 / 600, abs=0.1)
    assert document.lines[0].bottom == pytest.approx(792 - 600 + 0.2 * 100 * 20 / 700, abs=0.5)
