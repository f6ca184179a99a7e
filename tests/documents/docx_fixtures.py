"""Small DOCX files, written by hand: only what a test is about, and what no word processor would write."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from screener.documents.engines.docx import extract
from screener.documents.limits import Limits
from screener.model.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
EMU = 12_700  # a point
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def run(text: str, *, bold: bool = False, size: float = 0, color: str = "", properties: str = "") -> str:
    """A run; tabs in the text become w:tab."""
    properties += "<w:b/>" if bold else ""
    properties += f'<w:color w:val="{color}"/>' if color else ""
    properties += f'<w:sz w:val="{size * 2:g}"/>' if size else ""
    body = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{body}</w:r>"


def paragraph(*content: str, style: str = "", properties: str = "", **look: object) -> str:
    """A paragraph of texts and of ready XML."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    body = "".join(one if one.startswith("<") else run(one, **look) for one in content)  # type: ignore[arg-type]
    return f"<w:p><w:pPr>{properties}</w:pPr>{body}</w:p>"


def bold(text: str) -> str:
    return paragraph(text, bold=True)


def bullet(text: str) -> str:
    return paragraph(text, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def cell(*blocks: str, width: int = 0, fill: str = "", properties: str = "") -> str:
    """A cell; blocks that aren't XML become paragraphs."""
    properties = (f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else "") + properties
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    body = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body or '<w:p/>'}</w:tc>"


def row(*cells: str) -> str:
    """A row; cells that aren't XML become cells of one paragraph."""
    return f"<w:tr>{''.join(one if one.startswith('<w:tc>') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str, style: str = "") -> str:
    properties = f'<w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr>' if style else ""
    return f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"


def shape(
    *blocks: str,
    fill: str = "<a:noFill/>",
    size: tuple[int, int] = (200, 80),
    style: str = "",
    body: str = "",
    top: int = 0,
) -> str:
    """A wps:wsp of a size in points, with text."""
    width, height = (points * EMU for points in size)
    return (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="{top * EMU}"/>'
        f'<a:ext cx="{width}" cy="{height}"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</wps:spPr>{style}'
        f"<wps:txbx><w:txbxContent>{''.join(blocks)}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0">{body}</wps:bodyPr></wps:wsp>'
    )


def drawing(graphic: str, *, kind: str = "Shape", size: tuple[int, int] = (200, 80), at: tuple[int, int] = (72, 300),
            relative_to: str = "page", hidden: bool = False) -> str:  # fmt: skip
    """A run with an anchored drawing, of a size and at a place in points."""
    (width, height), (x, y) = ((one * EMU, other * EMU) for one, other in (size, at))
    uri = f"http://schemas.microsoft.com/office/word/2010/wordprocessing{kind}"
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{relative_to}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{relative_to}"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        f'<wp:docPr id="7" name="Box"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


def vml_box(*blocks: str, style: str = "width:200pt;height:60pt", attributes: str = "", inside: str = "") -> str:
    """A run with a text box of old Word."""
    return (
        f'<w:r><w:pict><v:shape style="position:absolute;margin-left:10pt;margin-top:200pt;{style}" '
        f'coordsize="21600,21600" path="m,l,21600r21600,l21600,xe" {attributes}>{inside}'
        f"<v:textbox><w:txbxContent>{''.join(blocks)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def text_box(*blocks: str, fill: str = "<a:noFill/>") -> str:
    """A run with a text box in both renderings, as Word writes it."""
    both = drawing(shape(*blocks, fill=fill)), vml_box(*blocks)
    modern, old = (one.removeprefix("<w:r>").removesuffix("</w:r>") for one in both)
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{modern}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def part(root: str, body: str) -> bytes:
    return f"{HEAD}<w:{root} {NAMESPACES}>{body}</w:{root}>".encode()


def relationships(*items: tuple[str, str]) -> bytes:
    """Relationships rId1, rId2, … of (kind, target); targets with a scheme are external."""
    entries = []
    for index, (kind, target) in enumerate(items, start=1):
        mode = ' TargetMode="External"' if ":" in target else ""
        kind_uri = f"{RELATIONSHIPS}/{kind}"
        entries.append(f'<Relationship Id="rId{index}" Type="{kind_uri}" Target={quoteattr(target)}{mode}/>')
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{namespace}">{"".join(entries)}</Relationships>'.encode()


def content_types(main_type: str = MAIN_TYPE) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    override = f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>'
    return f'{HEAD}<Types xmlns="{namespace}">{override}</Types>'.encode()


def members(body: str, *related: tuple[str, str], **parts: bytes | None) -> dict[str, bytes | None]:
    """The members of a DOCX; parts are given as `styles=...` and the like, or as None to leave one out."""
    known = [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml")]
    related = (*related, *[(kind, target) for kind, target in known if parts.get(kind)])
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(*related),
        **{f"word/{name}.xml": data for name, data in parts.items()},
    }


def archive(items: dict[str, bytes | None], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of the members that aren't None."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as target:
        for name, data in items.items():
            if data is not None:
                target.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, method)
    return buffer.getvalue()


def docx(*blocks: str, related: tuple[tuple[str, str], ...] = (), **parts: bytes | None) -> bytes:
    """A DOCX; blocks that aren't XML become paragraphs."""
    body = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    return archive(members(body, *related, **parts))


def read(data: bytes, limits: Limits | None = None) -> Document:
    return extract(data, "0" * 64, limits or Limits())


def read_blocks(*blocks: str, **parts: bytes | None) -> Document:
    return read(docx(*blocks, **parts))


def shown(document: Document) -> list[str]:
    """The lines as people would write them down: cells set apart, the region in front when it isn't the main flow."""
    lines = []
    for line in document.lines:
        mark = "• " if line.bullet else ""
        region = f"[{line.region}] " if line.region else ""
        lines.append(region + mark + " | ".join(one.text for one in line.cells))
    return lines
