"""Archives that lie, parts that attack, and files of another kind: one clear error each, and soon."""

import contextlib
import io
import random
import struct
import zipfile
import zlib

import pytest
from docx_fixtures import (
    HEAD,
    NAMESPACES,
    archive,
    content_types,
    docx,
    members,
    paragraph,
    part,
    read,
    relationships,
    shown,
)

from screener.documents.engines.docx_package import open_package
from screener.documents.limits import Limits
from screener.errors import Damaged, DocumentError, EmptyFile, Encrypted, NotAResumeFormat, NoTextLayer, TooLarge

ADA = paragraph("Ada Example")
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(500)
PLAIN = docx(ADA)
OFFICE = "application/vnd.openxmlformats-officedocument."


def with_document(data: bytes) -> bytes:
    return archive({**members(ADA), "word/document.xml": data})


def with_doctype(name: str) -> bytes:
    items = members(ADA)
    data = items[name] or b""
    entities = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    return archive({**items, name: data.replace(HEAD.encode(), HEAD.encode() + entities)})


def with_flag(data: bytes, flag: int) -> bytes:
    """The same archive with a general purpose flag set on all members."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            changed[at + offset] |= flag
            at = data.find(signature, at + 4)
    return bytes(changed)


def with_two_documents() -> bytes:
    buffer = io.BytesIO(PLAIN)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(buffer, "a") as target:
        target.writestr("word/document.xml", part("document", f"<w:body>{paragraph('Eve')}</w:body>"))
    return buffer.getvalue()


def with_size(data: bytes, name: str, size: int) -> bytes:
    """The same archive, whose directory claims another size for a member."""
    at = data.find(name.encode(), data.find(b"PK\x01\x02"))
    return data[: at - 46 + 24] + struct.pack("<I", size) + data[at - 46 + 28 :]


def overlapping() -> bytes:
    """Two entries of the directory that share one body."""
    directory = PLAIN.index(b"PK\x01\x02")
    end = PLAIN.index(b"PK\x05\x06")
    entry = PLAIN[directory : PLAIN.index(b"PK\x01\x02", directory + 4)]
    twin = entry.replace(b"[Content_Types].xml", b"[Content_Types].xmm")
    counts = struct.pack("<HHII", 5, 5, end - directory + len(twin), directory)
    return PLAIN[:end] + twin + PLAIN[end : end + 8] + counts + PLAIN[end + 20 :]


BAD_FILES = [
    pytest.param(b"", EmptyFile, "is empty", id="empty"),
    pytest.param(PLAIN[:400], Damaged, "cut-off", id="cut off"),
    pytest.param(b"PK\x05\x06" + bytes(18), Damaged, "empty archive", id="no members"),
    pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), Encrypted, "password", id="encrypted"),
    pytest.param(OLE + "WordDocument".encode("utf-16-le"), NotAResumeFormat, r"\.doc\)", id="old Word"),
    pytest.param(OLE + "Workbook".encode("utf-16-le"), NotAResumeFormat, "Excel", id="old Excel"),
    pytest.param(b"%PDF-1.7", NotAResumeFormat, "not a DOCX", id="PDF"),
    pytest.param(with_flag(PLAIN, 1), Encrypted, "password", id="encrypted members"),
    pytest.param(PLAIN.replace(b"\x14\0\0\0\x08\0", b"\x14\0\0\0\x63\0"), Damaged, "method 99", id="unknown method"),
    pytest.param(with_size(PLAIN, "word/document.xml", 5), Damaged, "checksum", id="another size"),
    pytest.param(overlapping(), Damaged, "overlap", id="overlapping members"),
    pytest.param(archive({**members(ADA), "[Content_Types].xml": None}), Damaged, "content types", id="no types"),
    pytest.param(archive({**members(ADA), "_rels/.rels": None}), Damaged, "missing", id="no relationships"),
    pytest.param(archive({**members(ADA), "word/document.xml": None}), Damaged, "missing", id="no text part"),
    pytest.param(with_document(b"<w:document>"), Damaged, "not valid XML", id="broken XML"),
    pytest.param(with_document(part("document", "")), Damaged, "text is missing", id="no body"),
    pytest.param(with_document(part("workbook", "")), NotAResumeFormat, "no Word document", id="another root"),
    pytest.param(with_doctype("word/document.xml"), Damaged, "entities", id="entities in the text"),
    pytest.param(with_doctype("[Content_Types].xml"), Damaged, "entities", id="entities in the types"),
    pytest.param(with_doctype("_rels/.rels"), Damaged, "entities", id="entities in relationships"),
    pytest.param(
        with_document(f'{HEAD.replace("UTF-8", "UTF-16")}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")),
        Damaged,
        "entities",
        id="entities in UTF-16",
    ),
    pytest.param(
        archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), NotAResumeFormat, r"\.odt", id="ODT"
    ),
    pytest.param(archive({"Index/Document.iwa": b"x"}), NotAResumeFormat, "Pages", id="Pages"),
    pytest.param(archive({"ada.pdf": b"%PDF"}), NotAResumeFormat, "ZIP archive", id="ZIP"),
    pytest.param(
        archive({**members(ADA), "[Content_Types].xml": content_types(OFFICE + "spreadsheetml.sheet.main+xml")}),
        NotAResumeFormat,
        "Excel",
        id="Excel",
    ),
    pytest.param(docx("<w:p/>"), NoTextLayer, "no text", id="no text"),
    pytest.param(
        with_document(part("document", "<w:ins>" * 300 + "</w:ins>" * 300)), TooLarge, "too deep", id="deep XML"
    ),
    pytest.param(docx(*[ADA] * 60_000), TooLarge, "document.xml takes more than a quarter of 8 MB", id="a large part"),
    pytest.param(
        archive({**members(ADA), **{f"x/{index}": b"" for index in range(5_001)}}), TooLarge, "5,000", id="many members"
    ),
    pytest.param(
        docx(ADA, related=(("image", "a.png"),) * 10_001), TooLarge, "10,000 relationships", id="many relationships"
    ),
]


@pytest.mark.parametrize(("data", "error", "message"), BAD_FILES)
def test_each_bad_file_has_one_clear_error(data: bytes, error: type[DocumentError], message: str) -> None:
    with pytest.raises(error, match=message) as raised:
        read(data, Limits(inflated_bytes=8_000_000))
    assert type(raised.value) is error
    text = str(raised.value)
    assert "\n" not in text
    assert "; " in text, "what is wrong; what to do"


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(Damaged, match="two parts of one name"):
        read(with_two_documents())


def test_a_part_that_unpacks_to_more_than_it_says_is_stopped_at_the_limit() -> None:
    bomb = with_size(docx(ADA, styles=b" " * 9_000_000), "word/styles.xml", 500)
    with pytest.raises(TooLarge, match=r"styles.xml takes more than a quarter of 8 MB.*--max-inflated-mb"):
        read(bomb, Limits(inflated_bytes=8_000_000))


def test_parts_that_are_too_much_together_name_the_limit_as_it_was_given() -> None:
    styles = bytes(random.Random(7).choices(b"abcdefgh", k=900_000))
    parts = {f"word/header{number}.xml": styles for number in range(5)}
    package = open_package(archive({**members(ADA), **parts}), Limits(inflated_bytes=4_000_000))
    for name in list(parts)[:4]:
        package.read(name)
    with pytest.raises(TooLarge, match=r"^unpacks to more than 4 MB, the most that is read; .*--max-inflated-mb$"):
        package.read("word/header4.xml")


def test_a_part_that_repeats_itself_beyond_reason_is_refused() -> None:
    with pytest.raises(TooLarge, match="times its size"):
        read(docx(ADA, styles=b" " * 11_000_000))


def test_a_wrong_checksum_is_said_so_for_the_part_that_has_it() -> None:
    stored = archive(members(ADA), zipfile.ZIP_STORED)
    with pytest.raises(Damaged, match=r"checksum of word/document\.xml"):
        read(stored.replace(b"Ada Example", b"Eve Example"))


@pytest.mark.parametrize("name", ["../word/document.xml", "..\\word\\document.xml", "C:/word/document.xml"])
def test_a_member_with_a_path_of_its_own_is_never_taken_for_the_text(name: str) -> None:
    assert shown(read(archive({**members(ADA), name: part("document", f"<w:body>{paragraph('Eve')}</w:body>")}))) == [
        "Ada Example"
    ]


def test_a_member_that_only_differs_by_a_slash_is_a_second_one() -> None:
    with pytest.raises(Damaged, match="two parts of one name"):
        read(archive({**members(ADA), "/word/document.xml": part("document", "")}))


def test_an_archive_within_is_not_opened_and_said_so() -> None:
    data = docx(ADA, '<w:altChunk r:id="rId1"/>', related=(("aFChunk", "chunk.xml"),), chunk=PLAIN)
    document = read(data)
    assert shown(document) == ["Ada Example"]
    assert [(one.code, "was not read" in one.message) for one in document.warnings] == [("embedded-document", True)]


def test_a_related_part_that_is_missing_leaves_the_text_as_it_is() -> None:
    related = (("header", "header1.xml"), ("styles", "styles.xml"), ("footnotes", "footnotes.xml"))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    assert shown(read(docx(ADA, section, related=related))) == ["Ada Example"]


def test_a_content_type_that_says_nothing_or_lies_about_a_picture_is_no_matter() -> None:
    for kind in ("", "image/png"):
        data = archive({**members(ADA), "[Content_Types].xml": content_types(kind)})
        assert shown(read(data)) == ["Ada Example"], kind


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"#!junk\n" * 20 + PLAIN, id="bytes before the archive"),
        pytest.param(archive(members(ADA), zipfile.ZIP_STORED), id="stored"),
        pytest.param(archive(members(ADA), zipfile.ZIP_BZIP2), id="bzip2"),
        pytest.param(
            archive({**members(ADA), "_rels/.rels": relationships(("officeDocument", "/word/document.xml"))}),
            id="an absolute target",
        ),
        pytest.param(
            archive({name.replace("word/d", "Word/D"): data for name, data in members(ADA).items()}), id="other case"
        ),
        pytest.param(
            with_document(
                f"{HEAD.replace('UTF-8', 'UTF-16')}<w:document {NAMESPACES}><w:body>{ADA}</w:body></w:document>".encode(
                    "utf-16"
                )
            ),
            id="UTF-16",
        ),
        pytest.param(
            archive(
                {**members(ADA), "[Content_Types].xml": content_types(OFFICE + "wordprocessingml.template.main+xml")}
            ),
            id="template",
        ),
        pytest.param(docx(ADA, related=(("image", "../../../../etc/passwd"), ("x", "document.xml"))), id="odd targets"),
    ],
)
def test_odd_but_legitimate_files_are_read(data: bytes) -> None:
    document = read(data)
    assert (shown(document), document.warnings, document.media_type) == (["Ada Example"], (), "docx")


def test_a_large_neighbour_that_nobody_asks_for_does_no_harm() -> None:
    picture = docx(ADA, related=(("image", "picture.xml"),), picture=b"a" * 3_000_000)
    assert shown(read(picture, Limits(inflated_bytes=8_000_000))) == ["Ada Example"]


def test_a_document_with_macros_is_read_and_said_so() -> None:
    macros = content_types("application/vnd.ms-word.document.macroEnabled.main+xml")
    document = read(archive({**members(ADA), "[Content_Types].xml": macros}))
    assert shown(document) == ["Ada Example"]
    assert [warning.code for warning in document.warnings] == ["macros"]


def test_a_document_of_python_docx_is_read() -> None:
    import docx as python_docx

    made = python_docx.Document()
    made.add_heading("Skills", level=1)
    made.add_paragraph("Node.js", style="List Bullet")
    buffer = io.BytesIO()
    made.save(buffer)
    document = read(buffer.getvalue())
    assert [(line.text, line.heading, line.bullet) for line in document.lines] == [
        ("Skills", True, False),
        ("Node.js", False, True),
    ]


def test_flipped_bytes_raise_nothing_but_document_errors() -> None:
    chance = random.Random(7)
    stored = archive(members(ADA), zipfile.ZIP_STORED)
    body = part("document", f"<w:body>{ADA * 3}</w:body>")
    for _ in range(300):
        outer, inner = bytearray(chance.choice((PLAIN, stored))), bytearray(body)
        outer[chance.randrange(len(outer))] = chance.randrange(256)
        inner[chance.randrange(len(inner))] = chance.randrange(256)
        for data in (bytes(outer), with_document(bytes(inner))):
            with contextlib.suppress(DocumentError):
                read(data)


def test_the_same_bytes_give_the_same_document() -> None:
    assert read(PLAIN) == read(PLAIN)
    assert zlib.crc32(repr(read(PLAIN)).encode()) == zlib.crc32(repr(read(PLAIN)).encode())
