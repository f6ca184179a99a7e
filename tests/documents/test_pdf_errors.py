"""PDFs that can't be read, or only in part: each says so."""

import zlib

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.errors import Damaged, DocumentError, Encrypted, NoTextLayer, TooLarge, UnmappedFonts
from screener.model.document import Document
from tests.documents.pdf_fixtures import IMAGE, PdfBuilder, form, make_pdf, text

GOOD = make_pdf(text("Jane Example", 72, 720))


def read(data: bytes) -> Document:
    return extract(data, "sha", Limits())


def with_stream(data: bytes, entries: str) -> bytes:
    """A page whose program is this stream."""
    builder = PdfBuilder()
    builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    builder.stream(data, entries)
    builder.add(
        "<< /Type /Page /Parent 4 0 R /MediaBox [0 0 612 792] /Contents 2 0 R /Resources << /Font << /F1 1 0 R >> >> >>"
    )
    builder.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    return builder.bytes(builder.add("<< /Type /Catalog /Pages 4 0 R >>"))


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        pytest.param(b"%PDF-1.7\n", Damaged, "damaged", id="nothing but a header"),
        pytest.param(b"%PDF-1.7\n" + bytes(5000), Damaged, "damaged", id="zeros"),
        pytest.param(GOOD[: len(GOOD) // 4], Damaged, "damaged", id="cut off early"),
        pytest.param(make_pdf(), Damaged, "damaged", id="no pages"),
        pytest.param(make_pdf(""), NoTextLayer, "shows no text", id="an empty page"),
        pytest.param(with_stream(b"not deflated at all", "/Filter /FlateDecode"), Damaged, "damaged", id="undecodable"),
        pytest.param(with_stream(b"abc", "/Filter /Unheard"), Damaged, "damaged", id="unknown filter"),
        pytest.param(
            make_pdf("q 600 0 0 780 0 0 cm /I Do Q", resources="/XObject << /I 3 0 R >>", extra=[IMAGE]),
            NoTextLayer,
            "scan",
            id="a picture of a page",
        ),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, error: type[DocumentError], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        read(data)
    assert "\n" not in str(caught.value)
    assert ";" in str(caught.value)  # the remedy


def test_text_that_nobody_can_see_is_no_text() -> None:
    with pytest.raises(NoTextLayer):
        read(make_pdf("1 1 1 rg " + text("Jane Example", 72, 720)))


def test_fonts_without_meaning_are_named() -> None:
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Secret /Encoding /Identity-H /DescendantFonts [ << /Type /Font "
        "/Subtype /CIDFontType0 /BaseFont /Secret "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >> ] >>"
    )
    data = make_pdf(
        "BT /F3 10 Tf 72 720 Td <000100020003000400050006> Tj ET", resources="/Font << /F3 3 0 R >>", extra=[font]
    )
    with pytest.raises(UnmappedFonts, match="DOCX"):
        read(data)


def test_an_unknown_encryption_is_a_password() -> None:
    data = GOOD.replace(b"/Size", b"/Encrypt << /Filter /Somebody /V 99 >> /Size")
    with pytest.raises(Encrypted, match="save it without one"):
        read(data)


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    builder = PdfBuilder()
    builder.stream(bytes(3_000_000), deflate=True)
    builder.add("<< /Type /Page /Parent 3 0 R /MediaBox [0 0 612 792] /Contents 1 0 R >>")
    builder.add("<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    data = builder.bytes(builder.add("<< /Type /Catalog /Pages 3 0 R >>"))
    with pytest.raises(TooLarge, match=r"more than 1 MB.*--max-inflated-mb"):
        extract(data, "sha", Limits(inflated_bytes=1_000_000))


def test_a_damaged_page_costs_only_itself_and_is_named() -> None:
    broken = form("broken!", "/Filter /FlateDecode")
    data = make_pdf(
        text("Jane Example", 72, 720),
        text("second", 72, 720) + "/X Do",
        resources="/XObject << /X 3 0 R >>",
        extra=[broken],
    )
    document = read(data)
    assert document.text == "Jane Example\nsecond"
    assert [(warning.code, warning.page) for warning in document.warnings] == [("damaged", 2)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD.replace(b"startxref\n", b"startxref\n9"), id="table elsewhere"),
        pytest.param(GOOD[: GOOD.index(b"xref\n0")], id="table lost"),
        pytest.param(GOOD[: GOOD.index(b"startxref")], id="end lost"),
        pytest.param(GOOD.replace(b"/Length ", b"/Length 3 %"), id="wrong length"),
    ],
)
def test_a_file_without_a_usable_table_is_rebuilt(data: bytes) -> None:
    assert read(data).text == "Jane Example"


def test_what_comes_before_a_broken_byte_is_kept() -> None:
    words = "".join(text(f"line {n} of many that never repeat {n * n}", 72, 760 - n) for n in range(0, 600, 12))
    packed = bytearray(zlib.compress(words.encode()))
    packed[len(packed) * 3 // 4 :] = b"\xff" * (len(packed) // 4)
    document = read(with_stream(bytes(packed), "/Filter /FlateDecode"))
    assert document.lines[0].text == "line 0 of many that never repeat 0"
    assert [warning.code for warning in document.warnings] == ["damaged"]


def test_forms_that_draw_each_other_end() -> None:
    objects = "/Resources << /XObject << /X 3 0 R /Y 4 0 R >> >>"
    data = make_pdf(
        text("Jane Example", 72, 720) + "/X Do",
        resources="/XObject << /X 3 0 R >>",
        extra=[form("/Y Do /Y Do", objects), form("/X Do /X Do", objects)],
    )
    assert read(data).text == "Jane Example"
