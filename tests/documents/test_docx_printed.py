"""What Word prints beside the text of paragraphs: the labels of lists, charts, formulas, and letters with effects."""

import pytest
from docx_fixtures import docx, paragraph, part, read, run, shown

from screener.model.document import Document

SCHEMAS = "http://schemas.openxmlformats.org/drawingml/2006"
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NAMES = "<c:pt><c:v>NestJS</c:v></c:pt><c:pt><c:v>Azure</c:v></c:pt>"
CACHED = f"<c:cat><c:strRef><c:strCache>{NAMES}</c:strCache></c:strRef></c:cat>"
WRITTEN = f"<c:cat><c:strLit>{NAMES}</c:strLit></c:cat>"
GONE = '<c:catAx><c:delete val="1"/></c:catAx>'


def labelled(look: str) -> Document:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Azure %1"/><w:rPr>{look}</w:rPr></w:lvl>'
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    return read(docx(paragraph("Ada", properties=LISTED), numbering=numbering))


@pytest.mark.parametrize(
    ("look", "cause"),
    [
        ('<w:color w:val="FFFFFF"/>', "white on white"),
        ("<w:vanish/>", "hidden text attribute"),
        ('<w:sz w:val="2"/>', "smaller than 2 pt"),
    ],
)
def test_the_label_of_a_list_has_a_look_of_its_own(look: str, cause: str) -> None:
    document = labelled(look)
    assert shown(document) == ["• Ada"]
    assert [(hidden.text, hidden.cause) for hidden in document.hidden] == [("Azure", cause)]


def test_a_label_that_is_seen_is_text() -> None:
    document = labelled('<w:color w:val="1B3A5C"/>')
    assert shown(document) == ["• Azure Ada"]
    assert document.hidden == ()


def charted(inner: str) -> list[str]:
    chart = f'<c:chart xmlns:c="{SCHEMAS}/chart" r:id="rId1"/>'
    extent = '<wp:extent cx="2000000" cy="1000000"/>'
    drawing = f"<w:drawing><wp:inline>{extent}<a:graphic><a:graphicData>{chart}</a:graphicData></a:graphic></wp:inline>"
    content = f'<c:chartSpace xmlns:c="{SCHEMAS}/chart">{inner}</c:chartSpace>'.encode()
    block = paragraph(f"<w:r>{drawing}</w:drawing></w:r>")
    return shown(read(docx(block, "Ada", related=(("chart", "c.xml"),), c=content)))


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(CACHED + '<c:catAx><c:delete val="0"/></c:catAx>', id="on an axis"),
        pytest.param(WRITTEN + "<c:catAx/>", id="written in the chart"),
        pytest.param(CACHED + GONE + "<c:legend/>", id="in a legend"),
        pytest.param(CACHED + GONE + '<c:dLbls><c:showCatName val="1"/></c:dLbls>', id="beside the bars"),
        pytest.param(CACHED, id="without axes"),
    ],
)
def test_the_names_in_a_chart_are_text_where_they_may_show(inner: str) -> None:
    assert charted(inner) == ["NestJS", "Azure", "Ada"]


def test_names_of_a_chart_whose_axis_is_taken_away_are_no_text() -> None:
    assert charted(CACHED + GONE + '<c:dLbls><c:showCatName val="0"/></c:dLbls>') == ["Ada"]


def formula(show: str) -> Document:
    phantom = f"<m:phant><m:phantPr>{show}</m:phantPr><m:e><m:r><m:t>Azure</m:t></m:r></m:e></m:phant>"
    return read(docx("Ada", paragraph(f"<m:oMath>{phantom}</m:oMath>")))


def test_a_part_of_a_formula_that_only_takes_room_is_hidden() -> None:
    document = formula('<m:show m:val="0"/>')
    assert shown(document) == ["Ada"]
    assert [(hidden.text, hidden.cause) for hidden in document.hidden] == [("Azure", "hidden text attribute")]
    assert shown(formula("")) == ["Ada", "Azure"]


def gradient(*colours: str) -> Document:
    stops = "".join(f'<w14:gs w14:pos="{at}"><w14:srgbClr w14:val="{one}"/></w14:gs>' for at, one in enumerate(colours))
    effect = f"<w14:textFill><w14:gradFill><w14:gsLst>{stops}</w14:gsLst></w14:gradFill></w14:textFill>"
    return read(docx("Ada", paragraph(run("Azure", properties=effect))))


def test_a_gradient_from_white_to_white_is_white() -> None:
    assert [hidden.cause for hidden in gradient("FFFFFF", "FEFEFE").hidden] == ["white on white"]


@pytest.mark.parametrize("colours", [("FFFFFF", "1B3A5C"), ("1B3A5C", "4F81BD"), ()])
def test_any_other_gradient_is_seen(colours: tuple[str, ...]) -> None:
    assert shown(gradient(*colours)) == ["Ada", "Azure"]
