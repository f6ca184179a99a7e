"""Pages, fonts, fields and files of unusual but valid (or broken and still shown) structure."""

import re
import zlib

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import PdfBuilder, make_pdf, text

BOTH = text("upper", 72, 700) + text("lower", 72, 100)
LINES = text("Jane Example", 72, 700) + text("Software Engineer", 72, 680) + text("Python and Django", 72, 660)
WORDS = "Jane Example\nSoftware Engineer\nPython and Django"


def parse(data: bytes) -> Document:
    return extract(data, "sha", Limits())


def make_page(media: str, program: str = BOTH, page: str = "", content: tuple[bytes, str] | None = None) -> bytes:
    builder = PdfBuilder()
    builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    builder.add(
        f"<< /Type /Page /Parent 4 0 R {media} /Contents 3 0 R /Resources << /Font << /F1 1 0 R >> >> {page} >>"
    )
    builder.stream(*(content or (program.encode(), "")))
    builder.add("<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    return builder.bytes(builder.add("<< /Type /Catalog /Pages 4 0 R >>"))


@pytest.mark.parametrize("media", ["[612 792 0 0]", "[0 792 612 0]", "[0 0 0 0]", "[0 0 612]"])
def test_a_page_with_a_strange_size_is_read(media: str) -> None:
    assert parse(make_page(f"/MediaBox {media}")).text == "upper\nlower"


@pytest.mark.parametrize(
    ("crop", "words"),
    [
        ("[0 600 612 792]", "upper"),
        ("[612 792 0 600]", "upper"),
        ("[-100 -100 612 300]", "lower"),
        ("[1000 1000 1200 1200]", "upper\nlower"),
        ("[0 0 0 0]", "upper\nlower"),
    ],
)
def test_only_what_a_page_is_cropped_to_shows(crop: str, words: str) -> None:
    assert parse(make_page(f"/MediaBox [0 0 612 792] /CropBox {crop}")).text == words


@pytest.mark.parametrize("turn", [0, 90])
def test_the_unit_of_a_page_may_be_larger_than_a_point(turn: int) -> None:
    program = "BT /F1 1 Tf 7 70 Td (upper) Tj 0 -50 Td (lower) Tj ET"
    document = parse(make_page("/MediaBox [0 0 61 79]", program, f"/UserUnit 10 /Rotate {turn}"))
    assert [(line.text, line.size) for line in document.lines] == [("upper", 10.0), ("lower", 10.0)]


LENGTH = re.compile(rb"/Length \d{3}")


@pytest.mark.parametrize("written", [b"/Length 020", b"/Length 999", b"/Length -01", b" " * 11])
def test_a_stream_ends_where_it_says_so_even_if_its_length_is_wrong(written: bytes) -> None:
    data = make_page("/MediaBox [0 0 612 792]", LINES)
    assert parse(LENGTH.sub(written, data)).text == WORDS


def test_the_last_version_of_a_file_without_a_table_is_read() -> None:
    data = make_page("/MediaBox [0 0 612 792]", LINES)
    program = text("New Name", 72, 700).encode()
    later = b"3 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(program), program)
    later += b"trailer\n<< /Size 9 /Root 5 0 R >>\nstartxref\n7\n%%EOF\n"
    assert parse(re.sub(rb"startxref\s+\d+", b"startxref\n7", data) + later).text == "New Name"


@pytest.mark.parametrize(
    ("pack", "entries"),
    [
        (bytes, "/Filter /Crypt /DecodeParms << /Name /Identity >>"),
        (zlib.compress, "/Filter [/Crypt /FlateDecode] /DecodeParms [<< /Name /Identity >> null]"),
    ],
)
def test_a_stream_may_say_that_it_is_not_encrypted(pack: type, entries: str) -> None:
    content = (pack(LINES.encode()), entries)
    assert parse(make_page("/MediaBox [0 0 612 792]", content=content)).text == WORDS


def stream(data: str) -> str:
    return f"<< /Length {len(data)} >>\nstream\n{data}\nendstream"


def read_font(entries: str, show: str, *extra: str) -> str:
    resources = "/Font << /F3 3 0 R >>"
    font = f"<< /Type /Font {entries} >>"
    return parse(make_pdf(f"BT /F3 10 Tf 72 700 Td {show} Tj ET", resources=resources, extra=[font, *extra])).text


MAP = "begincmap 1 begincodespacerange <00> <ff> endcodespacerange {} endcmap"
WIDE = (
    "/Subtype /Type0 /BaseFont /Some /Encoding {} /ToUnicode 4 0 R /DescendantFonts [<< /Type /Font /Subtype "
    "/CIDFontType0 /BaseFont /Some /CIDSystemInfo << /Registry (Adobe) /Ordering ({}) /Supplement 0 >> >>]"
)


def test_a_map_to_characters_may_write_them_in_one_byte() -> None:
    font = "/Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R"
    cmap = MAP.format("3 beginbfchar <41> <4a> <42> <61> <43> <6e> endbfchar")
    assert read_font(font, "(ABC)", stream(cmap)) == "Jan"


@pytest.mark.parametrize(
    ("codes", "texts", "show"),
    [
        (
            "1 begincidrange <41> <43> 865 endcidrange",
            "1 beginbfrange <41> <43> <0061> endbfrange",
            "(ABC)",
        ),
        (
            "2 begincidrange <41> <42> 7 <8041> <8043> 68 endcidrange",
            "2 beginbfchar <41> <0061> <42> <0062> endbfchar 1 beginbfrange <8041> <8043> <0063> endbfrange",
            "<41428041>",
        ),
        (
            "2 begincidchar <0041> 9 <0042> 8 endcidchar 1 begincidchar <0043> 5 endcidchar",
            "1 beginbfrange <0041> <0043> <0061> endbfrange",
            "<004100420043>",
        ),
        ("/Identity-H usecmap", "1 beginbfrange <0041> <0043> <0061> endbfrange", "<004100420043>"),
    ],
)
def test_a_font_may_bring_its_own_map_from_codes_to_glyphs(codes: str, texts: str, show: str) -> None:
    maps = stream(MAP.format(texts)), stream(MAP.format(codes))
    assert read_font(WIDE.format("5 0 R", "Identity"), show, *maps) == "abc"


def test_texts_of_codes_are_texts_of_codes_where_the_glyphs_have_other_numbers() -> None:
    maps = stream(MAP.format("2 beginbfchar <93fa> <0061> <41> <0062> endbfchar"))
    assert read_font(WIDE.format("/90ms-RKSJ-H", "Japan1"), "<93FA41>", maps) == "ab"


def field(entries: str) -> str:
    return f"<< /Type /Annot /Subtype /Widget /Rect [100 600 300 620] {entries} >>"


EMPTY = "<< /Subtype /Form /BBox [0 0 200 20] /Length 11 >>\nstream\n/Tx BMC EMC\nendstream"


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("/FT /Tx /V 4 0 R", "a long value"),
        ("/FT /Ch /V (b) /Opt [[(a) (Alpha)] [(b) (Beta)]]", "Beta"),
        ("/FT /Ch /V [(a) (c)] /Opt [[(a) (Alpha)] (c)]", "Alpha\nc"),
        ("/FT /Tx /V (Jane) /AP << /N 3 0 R >>", "Jane"),
    ],
)
def test_fields_show_what_viewers_show_in_them(entries: str, words: str) -> None:
    data = make_pdf(
        text("Name", 72, 700),
        annotations=field(entries),
        extra=[EMPTY, stream("a long value")],
        catalog="/AcroForm << /NeedAppearances true /Fields [] >>",
    )
    assert parse(data).text == f"Name\n{words}"


def test_a_field_that_is_drawn_empty_is_empty() -> None:
    data = make_pdf(text("Name", 72, 700), annotations=field("/FT /Tx /V (Jane) /AP << /N 3 0 R >>"), extra=[EMPTY])
    assert parse(data).text == "Name"
