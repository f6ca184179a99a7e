"""Paragraphs, in every wrapping that word processors put around them."""

import pytest
from docx_fixtures import (
    RELATIONSHIPS,
    W,
    archive,
    bullet,
    docx,
    members,
    paragraph,
    part,
    read,
    read_blocks,
    run,
    shown,
    table,
    text_box,
)

from screener.documents.limits import Limits
from screener.model.document import Link

STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mein"><w:name w:val="Mein Stil"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Abschnitt"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
)
WRAPPED = [
    pytest.param("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", id="content control"),
    pytest.param("<w:ins>{}</w:ins>", id="insertion"),
    pytest.param("<w:moveTo>{}</w:moveTo>", id="moved here"),
    pytest.param("<w:smartTag>{}</w:smartTag>", id="smart tag"),
    pytest.param("<w:customXml>{}</w:customXml>", id="custom XML"),
    pytest.param("<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback/></mc:AlternateContent>", id="choice"),
    pytest.param("<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>", id="fallback alone"),
]


@pytest.mark.parametrize("wrapping", WRAPPED)
def test_wrapped_runs_and_paragraphs_are_read(wrapping: str) -> None:
    document = read_blocks(
        paragraph(run("Ada "), wrapping.format(run("Example"))), wrapping.format(paragraph("Engineer"))
    )
    assert shown(document) == ["Ada Example", "Engineer"]


def test_paragraphs_tables_and_text_boxes_are_read_in_document_order() -> None:
    body = (
        paragraph("Ada Example"),
        table("<w:tr><w:tc>" + paragraph("Engineer") + "</w:tc></w:tr>"),
        paragraph(run("Anchor"), text_box(paragraph("In the box"))),
        paragraph("After the box"),
    )
    assert shown(read_blocks(*body)) == ["Ada Example", "Engineer", "Anchor", "In the box", "After the box"]


def test_a_text_box_is_read_once_of_its_two_renderings() -> None:
    assert shown(read_blocks(paragraph(text_box(paragraph("Skills: Node.js"))))) == ["Skills: Node.js"]


def test_a_text_box_of_old_word_is_read() -> None:
    box = f"<v:textbox><w:txbxContent>{paragraph('Ada')}</w:txbxContent></v:textbox>"
    assert shown(read_blocks(paragraph(f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"))) == ["Ada"]


def test_a_text_box_that_begins_with_the_name_of_a_section_is_a_sidebar() -> None:
    body = (paragraph("Ada"), paragraph(text_box(paragraph("Skills"), paragraph("Node.js"))), paragraph("Engineer"))
    assert shown(read_blocks(*body)) == ["Ada", "[1] Skills", "[1] Node.js", "Engineer"]


def test_a_tab_and_a_run_of_spaces_set_cells_apart() -> None:
    body = (paragraph("Acme\tJan 2020 – Mar 2021"), paragraph("Beta      2019"), paragraph("Two  spaces don't"))
    assert shown(read_blocks(*body)) == ["Acme | Jan 2020 – Mar 2021", "Beta | 2019", "Two spaces don't"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a@example.com   |   555-0100", "a@example.com | 555-0100", id="a bar only separates"),
        pytest.param("Jan 2020   –   Present", "Jan 2020 – Present", id="a dash joins"),
        pytest.param("Acme\tJan 2020 –\t2021", "Acme | Jan 2020 – 2021", id="a dash at the end joins"),
    ],
)
def test_separators_with_gaps_around_them(text: str, expected: str) -> None:
    assert shown(read_blocks(paragraph(text))) == [expected]


@pytest.mark.parametrize("break_", ["<w:br/>", "<w:cr/>", '<w:br w:type="textWrapping"/>', '<w:br w:type="column"/>'])
def test_a_line_break_splits_a_paragraph(break_: str) -> None:
    document = read_blocks(paragraph(run("Acme"), f"<w:r>{break_}</w:r>", run("Engineer")))
    assert [(line.text, line.paragraph_start) for line in document.lines] == [("Acme", True), ("Engineer", False)]


def test_explicit_page_breaks_are_counted() -> None:
    body = (
        paragraph(run("one"), '<w:r><w:br w:type="page"/></w:r>', run("two")),
        paragraph("three", properties="<w:pageBreakBefore/>"),
        paragraph("still three", properties="<w:sectPr/>"),
        paragraph("four", properties="<w:sectPr/>"),
        paragraph("still four"),
        '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
    )
    document = read_blocks(*body)
    assert [(line.page, line.number) for line in document.lines] == [(1, 1), (2, 1), (3, 1), (3, 2), (4, 1), (4, 2)]
    assert document.page_count == 4


def test_bullets_of_lists_and_bullets_that_were_typed() -> None:
    body = (
        bullet("listed"),
        "• typed",
        "\uf0b7 of Symbol",
        "•\twith a tab",
        paragraph("styled", style="Liste"),
        "none",
    )
    document = read_blocks(*body, styles=STYLES)
    assert shown(document) == ["• listed", "• typed", "• of Symbol", "• with a tab", "• styled", "none"]


def test_a_symbol_of_wingdings_is_a_bullet_and_an_icon_is_nothing() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
    icon = run("(", properties='<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    document = read_blocks(paragraph(sign, run(" Node.js")), paragraph(icon, run(" 555-0100")))
    assert shown(document) == ["• Node.js", "555-0100"]


def test_lists_without_a_mark_are_no_bullets() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    )
    none = paragraph("taken out", properties='<w:numPr><w:numId w:val="0"/></w:numPr>', style="Liste")
    assert shown(read_blocks(bullet("plain"), none, styles=STYLES, numbering=numbering)) == ["plain", "taken out"]


@pytest.mark.parametrize("style", ["berschrift1", "Mein", "Level"])
def test_headings_are_told_by_name_or_level_through_what_styles_build_on(style: str) -> None:
    assert read_blocks(paragraph("Erfahrung", style=style), styles=STYLES).lines[0].heading


def test_an_outline_level_of_the_paragraph_itself_counts() -> None:
    document = read_blocks(
        paragraph("Skills", properties='<w:outlineLvl w:val="0"/>'),
        paragraph("x", properties='<w:outlineLvl w:val="9"/>'),
    )
    assert [line.heading for line in document.lines] == [True, False]


def test_size_and_weight_come_from_run_style_and_defaults() -> None:
    body = (
        paragraph("default"),
        paragraph("styled", style="Mein"),
        paragraph(run("by style", properties='<w:rStyle w:val="Fett"/>')),
        paragraph(run("undone", properties='<w:b w:val="0"/>', size=8), style="Mein"),
        paragraph("unknown style", style="Nowhere"),
        paragraph("loop", style="Loop"),
    )
    cells = [line.cells[0] for line in read_blocks(*body, styles=STYLES).lines]
    looks = [(one.size, one.bold) for one in cells]
    assert looks == [(11, False), (16, True), (11, True), (8, False), (11, False), (11, False)]


def test_links_come_from_relationships_and_from_fields() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = '<w:r><w:instrText> HYPERLINK "https://example.com/b" </w:instrText></w:r>'
    field = begin + code + separate + run("B") + end
    simple = f'<w:fldSimple w:instr="HYPERLINK https://example.com/c">{run("C")}</w:fldSimple>'
    anchor = f'<w:fldSimple w:instr="HYPERLINK \\l &quot;top&quot;">{run("D")}</w:fldSimple>'
    body = paragraph(f'<w:hyperlink r:id="rId1">{run("A")}</w:hyperlink>', field, simple, anchor, run("E"))
    document = read(docx(body, related=(("hyperlink", "https://example.com/a"),)))
    assert document.text == "ABCDE"
    assert document.links == tuple(Link(f"https://example.com/{text.lower()}", text, 1) for text in "ABC")


def test_characters_are_read_as_they_are_shown() -> None:
    body = paragraph(
        run("full"), "<w:r><w:noBreakHyphen/><w:t>stack</w:t></w:r>", run(" pro\ufb01cient\u00a0in\u200b C")
    )
    assert shown(read_blocks(body)) == ["full-stack proficient in C"]


@pytest.mark.parametrize(
    ("kind", "target", "switch"),
    [
        pytest.param("default", "header1.xml", "", id="default"),
        pytest.param("first", "header1.xml", "<w:titlePg/>", id="first page"),
    ],
)
def test_headers_come_first_and_footers_last_each_once(kind: str, target: str, switch: str) -> None:
    references = f'<w:headerReference w:type="{kind}" r:id="rId1"/><w:footerReference r:id="rId2"/>{switch}'
    document = read(
        docx(
            paragraph("Engineer", properties=f"<w:sectPr>{references}</w:sectPr>"),
            f"<w:sectPr>{references}</w:sectPr>",
            related=(("header", target), ("footer", "footer1.xml")),
            header1=part("hdr", paragraph("Ada Example")),
            footer1=part("ftr", paragraph("Page 1")),
        )
    )
    assert shown(document) == ["Ada Example", "Engineer", "[1] Page 1"]


@pytest.mark.parametrize("kind", ["first", "even"])
def test_a_header_that_is_switched_off_is_not_read(kind: str) -> None:
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId1"/></w:sectPr>'
    header = part("hdr", paragraph("unseen"))
    assert shown(read(docx("Ada", section, related=(("header", "header1.xml"),), header1=header))) == ["Ada"]


def test_footnotes_follow_the_text_without_their_separators() -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="0">{paragraph("rule")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("a note")}</w:footnote>',
    )
    body = paragraph(run("Ada"), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    document = read(docx(body, related=(("footnotes", "footnotes.xml"),), footnotes=notes))
    assert shown(document) == ["Ada", "[1] a note"]


@pytest.mark.parametrize(
    "chunk",
    [
        pytest.param(
            b"<html><head><style>p{}</style></head><body><h1>Ada</h1><ul><li>Node.js</li></ul></body></html>", id="html"
        ),
        pytest.param(
            b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
            b"<h1>Ada</h1><ul><li>Node=2Ejs</li></ul>",
            id="mime",
        ),
        pytest.param(b"Ada\n- Node.js\n", id="text"),
    ],
)
def test_an_embedded_document_is_read_plainly_and_said_so(chunk: bytes) -> None:
    document = read(docx('<w:altChunk r:id="rId1"/>', related=(("aFChunk", "chunk.xml"),), chunk=chunk))
    assert shown(document) == ["Ada", "• Node.js"]
    assert [warning.code for warning in document.warnings] == ["embedded-document"]


def test_pages_and_characters_beyond_the_limits_are_not_read_and_said_so() -> None:
    pages = docx(*[paragraph(f"page {page}", properties="<w:pageBreakBefore/>" * (page > 1)) for page in range(1, 6)])
    document = read(pages, Limits(pages=2))
    assert shown(document) == ["page 1", "page 2"]
    assert [warning.code for warning in document.warnings] == ["page-limit"]
    document = read(docx(*["0123456789"] * 5), Limits(characters=25))
    assert len(document.lines) == 3
    assert [warning.code for warning in document.warnings] == ["character-limit"]


def test_strict_open_xml_reads_like_its_usual_twin() -> None:
    items = members(paragraph("Ada Example"))
    strict = {
        W.encode(): b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        RELATIONSHIPS.encode(): b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    for usual, other in strict.items():
        items = {name: data.replace(usual, other) for name, data in items.items() if data is not None}
    assert shown(read(archive(items))) == ["Ada Example"]
