"""One small DOCX for each construct in which word processors put text that people see, with its lines.

    python tests/documents/docx_constructs.py FOLDER

writes all of them, and those of docx_hidden_constructs, into a folder: to look at them in a word
processor, or to compare them with what one prints (tests/benchmarks/docx.py).
"""

import sys
from pathlib import Path
from typing import NamedTuple

from docx_fixtures import (
    archive,
    bullet,
    cell,
    content_types,
    docx,
    drawing,
    members,
    paragraph,
    part,
    row,
    run,
    shape,
    table,
    text_box,
    vml_box,
)


class Construct(NamedTuple):
    name: str
    data: bytes
    shown: list[str]
    hidden: tuple[tuple[str, str], ...] = ()  # texts and causes


LISTS = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
)
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Heading1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Items"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="AllGone"><w:name w:val="AllGone"/><w:rPr><w:vanish/></w:rPr></w:style>',
)


def field(code: str, result: str = "") -> str:
    """A complex field; code and result may be runs."""
    instruction = code if code.startswith("<") else f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return begin + instruction + middle + end


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def listed(text: str, level: int, number: int) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def _text() -> list[Construct]:
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'
    frame = (
        '<w:framePr w:w="3000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="1400" w:y="300"/>'
    )
    breaks = [f"<w:r>{one}</w:r>" for one in ("<w:br/>", '<w:br w:type="column"/>', '<w:br w:type="page"/>', "<w:cr/>")]
    broken = paragraph(
        run("one"), breaks[0], run("two"), breaks[1], run("three"), breaks[2], run("four"), breaks[3], run("five")
    )
    hyphens = "<w:r><w:t>full</w:t><w:noBreakHyphen/><w:t>stack micro</w:t><w:softHyphen/><w:t>services</w:t></w:r>"
    columns = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:cols w:num="2" w:space="400"/></w:sectPr>'
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yamada</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>山田</w:t>"
        "</w:r></w:rubyBase></w:ruby></w:r>"
    )
    formula = (
        "<m:oMath><m:r><m:t>accuracy</m:t></m:r><m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r><m:t>95</m:t></m:r>"
        "</m:e><m:sup/></m:sSup></m:oMath>"
    )
    bidi = run("Ada ") + "<w:bdo w:val='ltr'>" + run("Example ") + "</w:bdo>" + run("עברית", properties="<w:rtl/>")
    smart = (
        f"<w:smartTag w:element='City'>{run('Delft')}</w:smartTag>"
        f"<w:customXml w:element='x'>{run(' Gouda')}</w:customXml>"
    )
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
    plus = '<w:r><w:sym w:font="Symbol" w:char="F02B"/></w:r>'
    return [
        Construct("paragraphs", docx("Ada Example", "Engineer"), ["Ada Example", "Engineer"]),
        Construct("tab-right", docx(paragraph("Acme\t2019", properties=tabs)), ["Acme | 2019"]),
        Construct("breaks", docx(broken), ["one", "two", "three", "four", "five"]),
        Construct("hyphens", docx(paragraph(hyphens)), ["full-stack microservices"]),
        Construct("columns", docx("Ada", "Node.js", columns), ["Ada", "Node.js"]),
        Construct("frame", docx(paragraph("Framed", properties=frame), "Flow"), ["Framed", "Flow"]),
        Construct("ruby", docx(paragraph(ruby, run(" Taro"))), ["山田(yamada) Taro"]),
        Construct("formula", docx(paragraph(run("An "), formula)), ["An accuracy=95"]),
        Construct("bidi", docx(paragraph(bidi)), ["Ada Example עברית"]),
        Construct("smart-tags", docx(paragraph(smart)), ["Delft Gouda"]),
        Construct(
            "symbols", docx(paragraph(symbol, run(" Node.js")), paragraph(run("C"), plus, plus)), ["• Node.js", "C++"]
        ),
    ]


def _not_quite_hidden() -> list[Construct]:
    return [
        Construct("web-hidden", docx(paragraph(run("Ada", properties="<w:webHidden/>"))), ["Ada"]),
        Construct(
            "mark-vanished",
            docx(paragraph("Ada", properties="<w:rPr><w:vanish/></w:rPr>"), "Engineer"),
            ["Ada", "Engineer"],
        ),
        Construct(
            "both-styles-vanish",
            docx(paragraph(run("Ada", properties='<w:rStyle w:val="Gone"/>'), style="AllGone"), styles=STYLES),
            ["Ada"],
        ),
    ]


def _lists_and_styles() -> list[Construct]:
    heading = paragraph("Skills", style="Heading1")
    worded = LISTS.replace(b'w:val="%1."', b'w:val="Article %1:"')
    level = paragraph("Work", properties='<w:outlineLvl w:val="0"/>')
    items = listed("Node.js", 0, 1), listed("Express", 1, 1), listed("First", 0, 2), listed("Second", 1, 2)
    return [
        Construct(
            "lists",
            docx(*items, paragraph("Styled", style="Items"), styles=STYLES, numbering=LISTS),
            ["• Node.js", "• Express", "• First", "• Second", "• Styled"],
        ),
        Construct("list-with-words", docx(listed("Node.js", 0, 2), numbering=worded), ["• Article : Node.js"]),
        Construct(
            "headings", docx(heading, paragraph("Mine", style="Mine"), level, styles=STYLES), ["Skills", "Mine", "Work"]
        ),
    ]


def _controls() -> list[Construct]:
    shown_placeholder = control(paragraph("Click to enter text"), "<w:showingPlcHdr/>")
    date = control(run("May 2020"), '<w:date w:fullDate="2020-05-01T00:00:00Z"/>')
    choice = control(
        run("Azure"), '<w:dropDownList><w:listItem w:value="Azure"/><w:listItem w:value="AWS"/></w:dropDownList>'
    )
    item = control(paragraph("Repeated"), "<w15:repeatingSectionItem/>")
    form = (
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Java"/><w:listEntry w:val="Kotlin"/>'
        "</w:ddList></w:ffData>"
    )
    legacy = (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r><w:r>'
        '<w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    inline = "<w:tr>" + control(cell("In a cell")) + cell("Beside") + "</w:tr>"
    return [
        Construct("control-block", docx(control(paragraph("In a block"))), ["In a block"]),
        Construct(
            "control-inline",
            docx(paragraph(run("Dates: "), date, run(", cloud: "), choice)),
            ["Dates: May 2020, cloud: Azure"],
        ),
        Construct(
            "control-row-and-cell",
            docx(table(control(row("In a row", "two")), inline)),
            ["In a row | two", "In a cell | Beside"],
        ),
        Construct("control-repeating", docx(control(item + item, "<w15:repeatingSection/>")), ["Repeated", "Repeated"]),
        Construct("control-placeholder", docx("Ada", shown_placeholder), ["Ada", "Click to enter text"]),
        Construct("form-list", docx(paragraph(run("Language: "), legacy)), ["Language: Kotlin"]),
    ]


def _tables() -> list[Construct]:
    inner = table(row("in", "ner"))
    spans = table(row(cell("wide", properties='<w:gridSpan w:val="2"/>'), "right"), row("a", "b", "c"))
    down = table(
        row(cell("down", properties='<w:vMerge w:val="restart"/>'), "one"), row(cell(properties="<w:vMerge/>"), "two")
    )
    across = table(
        row(cell("across", properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>"), "end"),
        row("a", "b", "c"),
    )
    return [
        Construct("table", docx(table(row("Acme", "2019"), row("Beta", "2017"))), ["Acme | 2019", "Beta | 2017"]),
        Construct(
            "table-nested", docx(table(row(cell("Outer", inner, "<w:p/>"), "Side"))), ["Outer | Side", "in | ner"]
        ),
        Construct("table-spans", docx(spans), ["wide | right", "a | b | c"]),
        Construct("table-merged-down", docx(down), ["down | one", "two"]),
        Construct("table-merged-across", docx(across), ["across | end", "a | b | c"]),
    ]


def _boxes() -> list[Construct]:
    group = (
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{shape(paragraph('First box'))}"
        f"<wpg:grpSp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{shape(paragraph('Second box'), top=100)}</wpg:grpSp></wpg:wgp>"
    )
    canvas = f"<wpc:wpc><wpc:bg/><wpc:whole/>{shape(paragraph('On canvas'))}</wpc:wpc>"
    white_run = drawing(shape(paragraph("Boxed"))).replace(
        "<w:r>", '<w:r><w:rPr><w:color w:val="FFFFFF"/><w:sz w:val="2"/></w:rPr>', 1
    )
    unknown = (
        '<w:r><mc:AlternateContent><mc:Choice xmlns:zz="urn:example:zz" Requires="zz"><w:t>Choice</w:t></mc:Choice>'
        "<mc:Fallback><w:t>Fallback</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    word_art = (
        '<w:r><w:pict><v:shape id="art" style="width:200pt;height:40pt" fillcolor="black">'
        '<v:textpath style="font-family:Arial" string="Ada Example"/></v:shape></w:pict></w:r>'
    )
    navy = '<a:solidFill><a:srgbClr val="1B3A5C"/></a:solidFill>'
    white = run("Boxed", color="FFFFFF")
    return [
        Construct("box", docx(paragraph(run("Anchor"), drawing(shape(paragraph("Boxed"))))), ["Anchor", "Boxed"]),
        Construct(
            "box-two-renderings", docx(paragraph(run("Anchor"), text_box(paragraph("Boxed")))), ["Anchor", "Boxed"]
        ),
        Construct("box-vml", docx(paragraph(run("Anchor"), vml_box(paragraph("Boxed")))), ["Anchor", "Boxed"]),
        Construct("box-group", docx(paragraph(drawing(group, kind="Group"))), ["First box", "Second box"]),
        Construct("box-canvas", docx(paragraph(drawing(canvas, kind="Canvas"))), ["On canvas"]),
        Construct("box-in-white-run", docx(paragraph(white_run)), ["Boxed"]),
        Construct("box-navy", docx(paragraph(drawing(shape(paragraph(white), fill=navy)))), ["Boxed"]),
        Construct(
            "box-vml-navy", docx(paragraph(vml_box(paragraph(white), attributes='fillcolor="#1B3A5C"'))), ["Boxed"]
        ),
        Construct("alternative-not-understood", docx(paragraph(unknown)), ["Fallback"]),
        Construct("word-art", docx(paragraph(word_art), "Engineer"), ["Ada Example", "Engineer"]),
    ]


def _fields_and_links() -> list[Construct]:
    simple = f'<w:fldSimple w:instr="AUTHOR">{run("Ada")}</w:fldSimple>'
    nested = field(
        "<w:r><w:instrText>IF </w:instrText></w:r>"
        + field("MERGEFIELD x", run("code"))
        + "<w:r><w:instrText> = 1</w:instrText></w:r>",
        run("Result"),
    )
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="separate"/></w:r>'
    )
    contents = (
        paragraph(begin, run("Skills\t1")),
        paragraph(run("Work\t2"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    )
    endless = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("Ada")), paragraph("Engineer")
    link = f'<w:hyperlink r:id="rId1">{run("Profile")}</w:hyperlink>'
    return [
        Construct("field-simple", docx(paragraph(simple)), ["Ada"]),
        Construct("field-link", docx(paragraph(field('HYPERLINK "https://example.com"', run("Site")))), ["Site"]),
        Construct("link", docx(paragraph(link), related=(("hyperlink", "https://example.com/a"),)), ["Profile"]),
        Construct("field-contents", docx(*contents), ["Skills | 1", "Work | 2"]),
        Construct("field-endless", docx(*endless), ["Ada", "Engineer"]),
        Construct("field-nested", docx(paragraph(nested)), ["Result"], (("code", "field code"),)),
    ]


def _changes() -> list[Construct]:
    inserted = f'<w:ins w:id="1" w:author="A">{run("Inserted")}</w:ins>'
    moved = (
        f'<w:moveTo w:id="2" w:author="A">{run("Moved")}</w:moveTo>',
        f'<w:moveFrom w:id="3" w:author="A">{run("Moved")}</w:moveFrom>',
    )
    mark = paragraph("Kept", properties='<w:rPr><w:ins w:id="4" w:author="A"/></w:rPr>')
    new_row = row("New row").replace("<w:tr>", '<w:tr><w:trPr><w:ins w:id="5" w:author="A"/></w:trPr>')
    return [
        Construct("inserted", docx(paragraph(inserted), mark, table(new_row)), ["Inserted", "Kept", "New row"]),
        Construct("moved", docx(paragraph(moved[1], run(" Ada")), paragraph(moved[0])), ["Ada", "Moved"]),
    ]


def _margins_and_notes() -> list[Construct]:
    size = '<w:pgSz w:w="12240" w:h="15840"/>'
    related = (("header", "header1.xml"), ("header", "header2.xml"), ("footer", "footer1.xml"))
    parts = {
        "header1": part("hdr", paragraph("Ada Example")),
        "header2": part("hdr", paragraph("On the first page")),
        "footer1": part("ftr", paragraph("ada@example.com")),
    }
    default = '<w:headerReference w:type="default" r:id="rId1"/>'
    first = '<w:headerReference w:type="first" r:id="rId2"/>'
    footer = '<w:footerReference w:type="default" r:id="rId3"/>'
    one = paragraph("One", properties=f"<w:sectPr>{default}{first}{footer}{size}</w:sectPr>")
    linked = docx(one, "Two", f"<w:sectPr>{size}<w:titlePg/></w:sectPr>", related=related, **parts)
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("a note")}</w:footnote>')
    ends = part("endnotes", f'<w:endnote w:id="3">{paragraph("an end")}</w:endnote>')
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>'
    noted = docx(
        paragraph(run("Ada"), marks), related=(("footnotes", "footnotes.xml"), ("endnotes", "endnotes.xml")),
        footnotes=notes, endnotes=ends,
    )  # fmt: skip
    return [
        Construct("headers-linked", linked, ["Ada Example", "On the first page", "One", "Two", "[1] ada@example.com"]),
        Construct("notes", noted, ["Ada", "[1] a note", "[2] an end"]),
    ]


def _packages() -> list[Construct]:
    items = members(paragraph("Ada Example"))
    moved = {name.replace("word/document.xml", "word/document2.xml"): data for name, data in items.items()}
    moved = {name: data.replace(b"word/document.xml", b"word/document2.xml") for name, data in moved.items() if data}
    moved["word/_rels/document2.xml.rels"] = moved.pop("word/_rels/document.xml.rels")
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
        "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
    }
    boxed = members(paragraph(run("Ada"), drawing(shape(paragraph("Boxed")))) + bullet("Node.js"))
    for usual, other in strict.items():
        boxed = {name: data.replace(usual.encode(), other.encode()) for name, data in boxed.items() if data}
    kinds = {
        "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    }
    return [
        Construct("main-part-renamed", archive(moved), ["Ada Example"]),
        Construct("strict", archive(boxed), ["Ada", "Boxed", "\u2022 Node.js"]),
        *(
            Construct(name, archive({**items, "[Content_Types].xml": content_types(kind)}), ["Ada Example"])
            for name, kind in kinds.items()
        ),
    ]


def _graphics() -> list[Construct]:
    schemas = "http://schemas.openxmlformats.org/drawingml/2006"

    def graphic(inner: str) -> str:
        extent = '<wp:extent cx="2000000" cy="1000000"/><wp:docPr id="3" name="x" descr="never read"/>'
        return paragraph(
            f"<w:r><w:drawing><wp:inline>{extent}<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
            "</wp:inline></w:drawing></w:r>"
        )

    chart = f'<c:chart xmlns:c="{schemas}/chart" r:id="rId1"/>'
    points = "<c:cat><c:strRef><c:strCache><c:pt><c:v>Node.js</c:v></c:pt></c:strCache></c:strRef></c:cat>"
    values = "<c:val><c:numRef><c:numCache><c:pt><c:v>80</c:v></c:pt></c:numCache></c:numRef></c:val>"
    chart_part = f'<c:chartSpace xmlns:c="{schemas}/chart">{points}{values}</c:chartSpace>'.encode()
    diagram = f'<dgm:relIds xmlns:dgm="{schemas}/diagram" r:dm="rId1"/>'
    words = "<dgm:pt><dgm:t><a:p><a:r><a:t>Plan, </a:t></a:r><a:r><a:t>build</a:t></a:r></a:p></dgm:t></dgm:pt>"
    model = f'<dgm:dataModel xmlns:dgm="{schemas}/diagram" xmlns:a="{schemas}/main">{words}</dgm:dataModel>'.encode()
    return [
        Construct(
            "chart", docx(graphic(chart), "Ada", related=(("chart", "c.xml"),), c=chart_part), ["Node.js", "Ada"]
        ),
        Construct("diagram", docx(graphic(diagram), related=(("diagramData", "d.xml"),), d=model), ["Plan, build"]),
        Construct(
            "diagram-broken", docx(graphic(diagram), "Ada", related=(("diagramData", "d.xml"),), d=b"<x"), ["Ada"]
        ),
        Construct(
            "formula-alone", docx("<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>"), ["x"]
        ),
        Construct("macro-button", docx(paragraph(field("MACROBUTTON NoMacro Node.js"))), ["Node.js"]),
    ]


def constructs() -> list[Construct]:
    groups = (
        _graphics,
        _text,
        _not_quite_hidden,
        _lists_and_styles,
        _controls,
        _tables,
        _boxes,
        _fields_and_links,
        _changes,
        _margins_and_notes,
        _packages,
    )
    return [construct for group in groups for construct in group()]


if __name__ == "__main__":
    from docx_hidden_constructs import hidden_constructs

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for construct in (*constructs(), *hidden_constructs()):
        (folder / f"{construct.name}.docx").write_bytes(construct.data)
