"""What a person can't see is set apart with its cause; what they might see is text."""

import pytest
from docx_fixtures import (
    cell,
    docx,
    paragraph,
    part,
    read,
    read_blocks,
    row,
    run,
    shown,
    table,
    text_box,
)

from screener.model.document import HiddenText

NAVY = '<a:solidFill><a:srgbClr val="1B3A5C"/></a:solidFill>'
PICTURE = '<w:r><w:drawing><wp:anchor><a:blip r:embed="rId9"/></wp:anchor></w:drawing></w:r>'
WHITE = run("Kubernetes", color="FFFFFF")


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        pytest.param(f"<w:del>{run('Azure').replace('w:t', 'w:delText')}</w:del>", "deleted", id="deleted"),
        pytest.param(run("Azure", properties="<w:vanish/>"), "hidden text attribute", id="vanish"),
        pytest.param(run("Azure", properties="<w:specVanish/>"), "hidden text attribute", id="specVanish"),
        pytest.param(run("Azure", properties='<w:rStyle w:val="Gone"/>'), "hidden text attribute", id="by style"),
        pytest.param(run("Azure", size=2), "smaller than 2 pt", id="tiny"),
        pytest.param(run("Azure", color="FFFFFF"), "white on white", id="white"),
        pytest.param(run("Azure", color="FEFDFC"), "white on white", id="nearly white"),
        pytest.param(
            run("Azure", color="336699", properties='<w:shd w:val="clear" w:fill="336699"/>'),
            "same colour as its background",
            id="the colour of its shading",
        ),
    ],
)
def test_hidden_runs_are_set_apart_with_their_cause(content: str, cause: str) -> None:
    styles = part(
        "styles", '<w:style w:type="character" w:styleId="Gone"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    document = read_blocks(paragraph(run("Ada "), content, run("Example")), styles=styles)
    assert document.text == "Ada Example"
    assert document.hidden == (HiddenText("Azure", cause, 1),)


def test_hidden_neighbours_are_one_text_and_others_are_not() -> None:
    white = [run(text, color="FFFFFF") for text in ("Node", ".js", " Azure")]
    document = read_blocks(paragraph(run("Ada"), *white, run("Rust", size=1)))
    assert [(one.text, one.cause) for one in document.hidden] == [
        ("Node.js Azure", "white on white"),
        ("Rust", "smaller than 2 pt"),
    ]


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(paragraph(WHITE, properties='<w:shd w:val="clear" w:fill="1B3A5C"/>'), id="paragraph shading"),
        pytest.param(paragraph(WHITE, properties='<w:shd w:val="pct50" w:fill="FFFFFF"/>'), id="pattern"),
        pytest.param(
            paragraph(run("Kubernetes", color="FFFFFF", properties='<w:highlight w:val="blue"/>')), id="highlight"
        ),
        pytest.param(
            paragraph(run("Kubernetes", color="FFFFFF", properties='<w:shd w:val="solid" w:color="000000"/>')),
            id="solid shading",
        ),
        pytest.param(table(row(cell(paragraph(WHITE), fill="922B21"))), id="cell shading"),
        pytest.param(table(row(cell(table(row(cell(paragraph(WHITE)))), fill="922B21"))), id="nested table"),
        pytest.param(
            f'<w:tbl><w:tblPr><w:shd w:val="clear" w:fill="000000"/></w:tblPr>{row(cell(paragraph(WHITE)))}</w:tbl>',
            id="table shading",
        ),
        pytest.param(paragraph(text_box(paragraph(WHITE), fill=NAVY)), id="text box"),
        pytest.param(paragraph(text_box(paragraph(WHITE)), PICTURE), id="text box that a picture may lie behind"),
        pytest.param(
            paragraph('<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>', WHITE),
            id="a picture behind the text",
        ),
        pytest.param(paragraph(run("Kubernetes", color="auto")), id="automatic colour"),
        pytest.param(paragraph(run("Kubernetes", color="EEEEEE")), id="light grey"),
    ],
)
def test_letters_that_may_stand_out_are_text(block: str) -> None:
    document = read_blocks(block)
    assert (document.text, document.hidden) == ("Kubernetes", ())


def test_white_letters_in_a_table_ask_its_style() -> None:
    shaded = '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4F81BD"/></w:tcPr></w:tblStylePr>'
    styles = part(
        "styles",
        '<w:style w:type="table" w:styleId="Plain"><w:name w:val="Table Grid"/></w:style>'
        f'<w:style w:type="table" w:styleId="Blue"><w:name w:val="Light List"/>{shaded}</w:style>'
        '<w:style w:type="table" w:styleId="Bluer"><w:name w:val="x"/><w:basedOn w:val="Blue"/></w:style>',
    )
    for style, is_seen in (("Plain", False), ("Blue", True), ("Bluer", True)):
        document = read_blocks("Ada", table(row(cell(paragraph(WHITE))), style=style), styles=styles)
        assert ("Kubernetes" in document.text) == is_seen, style


def test_white_spaces_are_no_hidden_text() -> None:
    document = read_blocks(paragraph(run("Ada"), run(" ", color="FFFFFF"), run("Example")))
    assert (document.text, document.hidden) == ("Ada Example", ())


def test_deleted_rows_and_covered_cells_are_set_apart() -> None:
    deleted = row("Rust").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    merged = table(
        row(cell("Ada", properties='<w:vMerge w:val="restart"/>'), "one"),
        row(cell("Haskell", properties="<w:vMerge/>"), "two"),
        row(cell("Example", properties='<w:vMerge w:val="restart"/>'), "three"),
    )
    document = read_blocks(table(row("Ada"), deleted), merged)
    assert shown(document) == ["Ada", "Ada | one", "two", "Example | three"]
    assert [(one.text, one.cause) for one in document.hidden] == [
        ("Rust", "deleted"),
        ("Haskell", "covered by a merged cell"),
    ]


def test_what_was_moved_away_is_read_where_it_went() -> None:
    moved = f"<w:moveFrom>{run('Node.js')}</w:moveFrom>"
    document = read_blocks(paragraph(run("Ada"), moved), paragraph(f"<w:moveTo>{run('Node.js')}</w:moveTo>"))
    assert (shown(document), document.hidden) == (["Ada", "Node.js"], ())


def test_comments_and_field_codes_are_no_text() -> None:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>AUTHOR Rust</w:instrText></w:r>'
    document = read(docx(paragraph(run("Ada"), code), comments=part("comments", paragraph("Haskell"))))
    assert (document.text, document.hidden) == ("Ada", ())
