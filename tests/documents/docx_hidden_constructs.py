"""One small DOCX for each way to keep text from people, with its cause, and honest twins that look much alike."""

from docx_constructs import STYLES, Construct, control
from docx_fixtures import (
    archive,
    cell,
    docx,
    drawing,
    members,
    paragraph,
    part,
    row,
    run,
    shape,
    table,
    vml_box,
)

DELETED, ATTRIBUTE, TINY = "deleted", "hidden text attribute", "smaller than 2 pt"
WHITE, SAME, OUTSIDE = "white on white", "same colour as its background", "outside the page"
ROOM, CLIPPED, SQUEEZED = "in a box without room", "clipped", "squeezed to nothing"
NAVY = "1B3A5C"
SETTINGS = part("settings", "<w:displayBackgroundShape/>")
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1>'
    '<a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    f'<a:dk2><a:srgbClr val="{NAVY}"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
).encode()
THEMED = {"related": (("theme", "theme1.xml"),), "theme1": THEME}


def concealed(name: str, content: str, cause: str, text: str = "Azure", **parts: object) -> Construct:
    """A run or block with hidden text below a line that is seen."""
    block = content if content.startswith(("<w:p>", "<w:tbl>")) else paragraph(content)
    return Construct(name, docx("Ada", block, **parts), ["Ada"], ((text, cause),))  # type: ignore[arg-type]


def plain(name: str, content: str, **parts: object) -> Construct:
    """An honest twin: the same word, and people see it."""
    block = content if content.startswith(("<w:p>", "<w:tbl>")) else paragraph(content)
    return Construct(name, docx("Ada", block, **parts), ["Ada", "Azure"])  # type: ignore[arg-type]


def coloured(color: str, properties: str = "", theme: str = "") -> str:
    return run("Azure", properties=f'<w:color w:val="{color}"{theme}/>{properties}')


def shaded(fill: str, more: str = "") -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"{more}/>'


def _letters() -> list[Construct]:
    effect = "<w14:textFill>{}</w14:textFill>"
    clear = '<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill>'
    white = '<w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill>'
    black = '<w14:solidFill><w14:srgbClr w14:val="000000"/></w14:solidFill>'
    outline = f'<w14:textOutline w14:w="9525">{black}</w14:textOutline>'
    by_style = run("Azure", properties='<w:rStyle w:val="Gone"/>')
    return [
        concealed("vanish", run("Azure", properties="<w:vanish/>"), ATTRIBUTE),
        concealed("vanish-run-style", by_style, ATTRIBUTE, styles=STYLES),
        concealed("vanish-paragraph-style", paragraph("Azure", style="AllGone"), ATTRIBUTE, styles=STYLES),
        concealed("spec-vanish", run("Azure", properties="<w:specVanish/>"), ATTRIBUTE),
        concealed("tiny", run("Azure", size=1), TINY),
        concealed("tiny-right-to-left", run("Azure", properties='<w:rtl/><w:sz w:val="24"/><w:szCs w:val="2"/>'), TINY),
        plain("tiny-the-other-way", run("Azure", properties='<w:rtl/><w:sz w:val="2"/><w:szCs w:val="24"/>')),
        concealed("one-percent-wide", run("Azure", properties='<w:w w:val="1"/>'), SQUEEZED),
        concealed("fitted", run("Azure", properties='<w:fitText w:val="10"/>'), SQUEEZED),
        plain("narrow", run("Azure", properties='<w:w w:val="66"/>')),
        concealed("condensed", run("Azure", properties='<w:spacing w:val="-400"/>'), "letters on top of each other"),
        plain("slightly-condensed", run("Azure", properties='<w:spacing w:val="-10"/>')),
        concealed("effect-no-fill", run("Azure", properties=effect.format("<w14:noFill/>")), "transparent"),
        concealed("effect-clear", run("Azure", properties=effect.format(clear)), "transparent"),
        concealed("effect-white", run("Azure", properties=effect.format(white)), WHITE),
        plain("effect-outlined", run("Azure", properties=outline + effect.format(white))),
        plain("effect-black", run("Azure", properties='<w:color w:val="FFFFFF"/>' + effect.format(black))),
        plain("embossed", coloured("FFFFFF", "<w:emboss/>")),
        concealed(
            "wingdings",
            run("Azure", properties='<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
            "drawn as symbols",
        ),
    ]


def _colours() -> list[Construct]:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Dark"><w:name w:val="Dark"/>'
        f"<w:pPr>{shaded(NAVY)}</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="White"><w:name w:val="White"/>'
        '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>',
    )
    page = f'<w:background w:color="{NAVY}"/>'

    def on_page(name: str, color: str, **parts: bytes) -> bytes:
        related = (("settings", "settings.xml"),) if parts else ()
        body = paragraph("Ada", color="C00000") + paragraph(coloured(color))
        items = members("", *related, **parts)
        return archive({**items, "word/document.xml": part("document", f"{page}<w:body>{body}</w:body>")})

    theme_white = ' w:themeColor="background1"'
    return [
        concealed("white", coloured("FFFFFF"), WHITE),
        concealed("white-by-style", paragraph("Azure", style="White"), WHITE, styles=styles),
        concealed("white-nearly", coloured("FCFCFC"), WHITE),
        concealed("white-highlight", coloured("FFFFFF", '<w:highlight w:val="white"/>'), WHITE),
        concealed("yellow-highlight", coloured("FFFF00", '<w:highlight w:val="yellow"/>'), SAME),
        concealed("own-shading", coloured(NAVY, shaded(NAVY)), SAME),
        concealed("paragraph-shading", paragraph(coloured(NAVY), properties=shaded(NAVY)), SAME),
        concealed("paragraph-style-shading", paragraph(coloured(NAVY), style="Dark"), SAME, styles=styles),
        plain("white-on-paragraph-style", paragraph(coloured("FFFFFF"), style="Dark"), styles=styles),
        plain("white-on-paragraph", paragraph(coloured("FFFFFF"), properties=shaded(NAVY))),
        concealed("theme-white", coloured("000000", theme=theme_white), WHITE, **THEMED),
        concealed("theme-tint", coloured("000000", theme=' w:themeColor="text1" w:themeTint="02"'), WHITE, **THEMED),
        plain("theme-shade", coloured("FFFFFF", theme=' w:themeColor="background1" w:themeShade="80"'), **THEMED),
        plain("theme-black", coloured("FFFFFF", theme=' w:themeColor="text1"'), **THEMED),
        plain(
            "theme-fill",
            paragraph(coloured("FFFFFF", theme=theme_white), properties=shaded("FFFFFF", ' w:themeFill="text2"')),
            **THEMED,
        ),
        concealed(
            "theme-fill-same",
            paragraph(coloured(NAVY), properties=shaded("FFFFFF", ' w:themeFill="text2"')),
            SAME,
            **THEMED,
        ),
        Construct("page-same", on_page("x", NAVY, settings=SETTINGS), ["Ada"], (("Azure", SAME),)),
        Construct("page-dark", on_page("x", "FFFFFF", settings=SETTINGS), ["Ada", "Azure"]),
        Construct("page-not-shown", on_page("x", "FFFFFF"), ["Ada"], (("Azure", WHITE),)),
    ]


def _tables() -> list[Construct]:
    def in_cell(content: str, fill: str = "") -> str:
        return table(row(cell(paragraph(content), fill=fill)))

    styles = part(
        "styles",
        '<w:style w:type="table" w:styleId="Banded"><w:name w:val="Banded"/><w:tblPr>'
        '<w:tblStyleRowBandSize w:val="1"/></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
        f"<w:tcPr>{shaded(NAVY)}</w:tcPr></w:tblStylePr>"
        f'<w:tblStylePr w:type="band2Horz"><w:tcPr>{shaded("C0C0C0")}</w:tcPr></w:tblStylePr></w:style>'
        '<w:style w:type="table" w:styleId="Pale"><w:name w:val="Pale"/><w:rPr><w:color w:val="FFFFFF"/>'
        "</w:rPr></w:style>"
        '<w:style w:type="table" w:styleId="Void"><w:name w:val="Void"/><w:basedOn w:val="Pale"/><w:rPr>'
        "<w:vanish/></w:rPr></w:style>",
    )

    def styled(name: str, *rows: str) -> bytes:
        look = '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:noHBand="0" w:noVBand="1"/>'
        grid = '<w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
        properties = f'<w:tblPr><w:tblStyle w:val="{name}"/>{look}</w:tblPr>{grid}'
        return docx("Ada", f"<w:tbl>{properties}{''.join(rows)}</w:tbl>", styles=styles)

    sliver = row("Azure").replace("<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr>')
    gone = row("Azure").replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>")
    far = '<w:tbl><w:tblPr><w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="-30000" w:tblpY="100"/></w:tblPr>'
    grey = row(cell(paragraph(run("Azure", color="C0C0C0"))))
    pale = row(cell(paragraph(run("Azure", color="FFFFFF"))))
    return [
        concealed("cell-white", in_cell(coloured("FFFFFF")), WHITE),
        concealed("cell-same", in_cell(coloured(NAVY), NAVY), SAME),
        plain("cell-dark", in_cell(coloured("FFFFFF"), NAVY)),
        concealed("cell-nested-same", table(row(cell(in_cell(coloured(NAVY)), "<w:p/>", fill=NAVY))), SAME),
        Construct("style-first-row", styled("Banded", row("Azure")), ["Ada", "Azure"]),
        Construct(
            "style-band-same", styled("Banded", row("one"), row("two"), grey), ["Ada", "one", "two"], (("Azure", SAME),)
        ),
        Construct("style-band-white", styled("Banded", row("one"), pale), ["Ada", "one"], (("Azure", WHITE),)),
        Construct("style-band-dark", styled("Banded", row("one"), row("two"), pale), ["Ada", "one", "two", "Azure"]),
        Construct("style-white-letters", styled("Pale", row("Azure")), ["Ada"], (("Azure", WHITE),)),
        Construct("style-vanish", styled("Void", row("Azure")), ["Ada"], (("Azure", ATTRIBUTE),)),
        concealed("row-sliver", table(row("one"), sliver), CLIPPED)._replace(shown=["Ada", "one"]),
        Construct("row-mark-hidden", docx("Ada", table(row("one"), gone)), ["Ada", "one", "Azure"]),
        concealed("table-outside", f"{far}{row('Azure')}</w:tbl>", OUTSIDE),
    ]


def _places() -> list[Construct]:
    exact = '<w:spacing w:line="10" w:lineRule="exact"/>'
    beside = '<w:ind w:left="-20000" w:right="20000"/>'
    frame = '<w:framePr w:w="3000" w:wrap="around" w:hAnchor="page" w:vAnchor="page" w:x="-20000" w:y="100"/>'
    return [
        concealed("line-sliver", paragraph("Azure", properties=exact), CLIPPED),
        plain("line-exact", paragraph("Azure", properties='<w:spacing w:line="240" w:lineRule="exact"/>')),
        concealed("indented-away", paragraph("Azure", properties=beside), OUTSIDE),
        concealed("hanging-away", paragraph("Azure", properties='<w:ind w:left="0" w:hanging="20000"/>'), OUTSIDE),
        plain("indented", paragraph("Azure", properties='<w:ind w:left="2000" w:hanging="700"/>')),
        concealed("frame-outside", paragraph("Azure", properties=frame), OUTSIDE),
    ]


def _boxes() -> list[Construct]:
    def box(content: str, fill: str = "<a:noFill/>", **how: object) -> str:
        return paragraph(drawing(shape(paragraph(content), fill=fill), **how))  # type: ignore[arg-type]

    def filled(color: str) -> str:
        return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'

    black = run("Azure")
    flat = paragraph(drawing(shape(paragraph(black), size=(200, 0)), size=(200, 0)))
    growing = paragraph(drawing(shape(paragraph(black), size=(200, 0), body="<a:spAutoFit/>"), size=(200, 0)))
    font = (
        '<wps:style><a:lnRef idx="0"/><a:fillRef idx="0"/><a:effectRef idx="0"/><a:fontRef idx="minor">'
        '<a:schemeClr val="lt1"/></a:fontRef></wps:style>'
    )
    pale = paragraph(drawing(shape(paragraph(black), style=font)))
    white_rectangle = drawing(shape(fill=filled("FFFFFF"))).replace('behindDoc="0"', 'behindDoc="1"')
    dark_rectangle = drawing(shape(fill=filled(NAVY))).replace('behindDoc="0"', 'behindDoc="1"')
    return [
        concealed("box-white-on-white", box(coloured("FFFFFF"), filled("FFFFFF")), WHITE),
        concealed("box-white-without-fill", box(coloured("FFFFFF")), WHITE),
        concealed("box-same", box(coloured(NAVY), filled(NAVY)), SAME),
        concealed(
            "box-theme-fill", box(coloured(NAVY), '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'), SAME, **THEMED
        ),
        concealed("box-font-of-shape", pale, WHITE, **THEMED),
        plain("box-gradient", box(coloured("FFFFFF"), "<a:gradFill><a:gsLst/></a:gradFill>")),
        concealed("box-flat", flat, ROOM),
        plain("box-growing", growing),
        concealed("box-outside", box(black, at=(-1000, 100)), OUTSIDE),
        concealed("box-below", box(black, at=(72, 3000), relative_to="margin"), OUTSIDE),
        plain("box-near-edge", box(black, at=(-4, 100))),
        concealed("box-hidden", box(black, hidden=True), ATTRIBUTE),
        concealed(
            "box-in-vanished-run",
            paragraph(drawing(shape(paragraph(black))).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)),
            ATTRIBUTE,
        ),
        concealed("backdrop-white", paragraph(white_rectangle, coloured("FFFFFF")), WHITE),
        plain("backdrop-dark", paragraph(dark_rectangle, coloured("FFFFFF"))),
    ]


def _boxes_of_old_word() -> list[Construct]:
    def box(style: str, content: str = "") -> str:
        return paragraph(vml_box(paragraph(content or run("Azure")), style=f"width:200pt;height:60pt;{style}"))

    return [
        concealed("vml-invisible", box("visibility:hidden"), ATTRIBUTE),
        concealed("vml-flat", box("width:0;height:0"), ROOM),
        concealed("vml-outside", box("margin-left:-5000pt"), OUTSIDE),
        concealed("vml-white", box("", coloured("FFFFFF")), WHITE),
    ]


def _changes_and_notes() -> list[Construct]:
    deleted = f'<w:del w:id="1" w:author="A">{run("Azure").replace("w:t", "w:delText")}</w:del>'.replace(
        "w:delTextab", "w:tab"
    )
    row_gone = row("Azure").replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="2" w:author="A"/></w:trPr>')
    cell_gone = row(cell("Azure", properties='<w:cellDel w:id="3" w:author="A"/>'))
    covered = table(
        row(cell("one", properties='<w:vMerge w:val="restart"/>')), row(cell("Azure", properties="<w:vMerge/>"))
    )
    first = '<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>'
    header = docx("Ada", first, related=(("header", "header1.xml"),), header1=part("hdr", paragraph("Azure")))
    notes = part(
        "footnotes",
        f'<w:footnote w:id="2">{paragraph("Azure")}</w:footnote><w:footnote w:id="3">{paragraph("shown")}</w:footnote>',
    )
    mark = paragraph(run("see"), '<w:r><w:footnoteReference w:id="3"/></w:r>')
    noted = docx("Ada", mark, related=(("footnotes", "footnotes.xml"),), footnotes=notes)
    commented = docx(
        "Ada",
        related=(("comments", "comments.xml"),),
        comments=part("comments", f'<w:comment w:id="1">{paragraph("Azure")}</w:comment>'),
    )
    return [
        concealed("deleted", deleted, DELETED),
        concealed("deleted-in-control", control(deleted), DELETED),
        concealed("deleted-row", table(row("one"), row_gone), DELETED)._replace(shown=["Ada", "one"]),
        concealed("deleted-cell", table(row("one"), cell_gone), DELETED)._replace(shown=["Ada", "one"]),
        concealed("covered-cell", covered, "covered by a merged cell")._replace(shown=["Ada", "one"]),
        Construct("header-of-no-page", header, ["Ada"]),
        Construct(
            "note-without-mark", noted, ["Ada", "see", "[1] shown"], (("Azure", "a note that nothing refers to"),)
        ),
        Construct("comment", commented, ["Ada"]),
    ]


def _overflows() -> list[Construct]:
    def exact(*blocks: str) -> str:
        height = '<w:tr><w:trPr><w:trHeight w:val="300" w:hRule="exact"/></w:trPr>'
        return table(row(cell(*blocks)).replace("<w:tr>", height))

    five = ["line"] * 5
    lines = [paragraph(text) for text in (*five, "Azure")]
    full = paragraph(drawing(shape(*lines, size=(200, 20)), size=(200, 20)))
    roomy = paragraph(drawing(shape(*lines, size=(200, 90)), size=(200, 90)))
    half_out = paragraph(drawing(shape(paragraph("Azure")), at=(-60, 100)))
    far = '<w:tabs><w:tab w:val="left" w:pos="31000"/></w:tabs>'
    raised = run("Azure", size=2.5, properties='<w:vertAlign w:val="superscript"/>')
    return [
        concealed("row-overflow", exact("one", "two", "Azure"), CLIPPED)._replace(shown=["Ada", "one", "two"]),
        Construct("box-overflow", docx("Ada", full), ["Ada", "line", "line"], (("line", CLIPPED), ("Azure", CLIPPED))),
        Construct("box-with-room", docx("Ada", roomy), ["Ada", *five, "Azure"]),
        concealed("box-half-outside", half_out, OUTSIDE),
        concealed("tab-outside", paragraph("one\tAzure", properties=far), OUTSIDE)._replace(shown=["Ada", "one"]),
        concealed("lowered", run("Azure", properties='<w:position w:val="-3000"/>'), OUTSIDE),
        concealed("tiny-superscript", raised, TINY),
    ]


def _pages_that_are_none() -> list[Construct]:
    default = '<w:headerReference w:type="default" r:id="rId1"/>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
    relation = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/app.xml"/></Relationships>'.encode()

    def titled(pages: int, *blocks: str) -> bytes:
        body = "".join(map(paragraph, blocks)) + f"<w:sectPr>{default}<w:titlePg/></w:sectPr>"
        items = members(body, ("header", "header1.xml"), header1=part("hdr", paragraph("Azure")))
        top = (items["_rels/.rels"] or b"").replace(b"</Relationships>", relation)
        return archive(
            {
                **items,
                "_rels/.rels": top,
                "docProps/app.xml": f"<Properties><Pages>{pages}</Pages></Properties>".encode(),
            }
        )

    return [
        Construct("header-of-second-page", titled(1, "Ada"), ["Ada"]),
        Construct("header-of-second-page-of-two", titled(2, "Ada"), ["Azure", "Ada"]),
        Construct(
            "header-of-second-page-of-many", titled(1, *["0123456789" * 10] * 50), ["Azure", *["0123456789" * 10] * 50]
        ),
    ]


def _codes_and_chunks() -> list[Construct]:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    over = docx("Ada", paragraph(begin, run("a")), paragraph("Azure"), paragraph(end, run("end")))
    pages = {
        "inline": b'<p>Hi</p><p style="display: none">Azure</p>',
        "by-class": b"<style>p, .x {display:none}</style><div>Hi</div><b class='x'>Azure</b>",
        "white": b'<p>Hi</p><p style="color:#fff">Azure</p>',
        "by-attribute": b"<p>Hi</p><p hidden>Azure</p>",
    }
    chunk = '<w:altChunk r:id="rId1"/>'
    related = (("aFChunk", "chunk.xml"),)
    dark = b'<div style="background:#000"><p style="color:#fff">Azure</p></div>'
    return [
        concealed("field-code", paragraph(begin, run("Azure"), separate, run("shown"), end), "field code")._replace(
            shown=["Ada", "shown"]
        ),
        Construct("field-code-over-paragraphs", over, ["Ada", "end"], (("a", "field code"), ("Azure", "field code"))),
        *(
            Construct(
                f"chunk-{name}",
                docx("Ada", chunk, related=related, chunk=b"<html>" + page),
                ["Ada", "Hi"],
                (("Azure", "hidden by a style"),),
            )
            for name, page in pages.items()
        ),
        Construct("chunk-dark", docx("Ada", chunk, related=related, chunk=b"<html>" + dark), ["Ada", "Azure"]),
    ]


def hidden_constructs() -> list[Construct]:
    groups = (
        _overflows,
        _pages_that_are_none,
        _codes_and_chunks,
        _letters,
        _colours,
        _tables,
        _places,
        _boxes,
        _boxes_of_old_word,
        _changes_and_notes,
    )
    return [construct for group in groups for construct in group()]
