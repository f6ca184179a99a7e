"""Documents whose letters deceive, in each format: what is read, what is hidden, what is warned about, what isn't."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener import parse_resume, screen
from screener.documents.disguises import see_through
from screener.documents.limits import Limits
from screener.documents.read import parse_document
from screener.errors import NoTextLayer
from screener.model.document import Cell, Document, HiddenText, Line, ReadingWarning
from screener.model.screening import Verdict
from tests.documents import docx_fixtures as word
from tests.factories import asks_experience, asks_skill, role

AS_OF = date(2026, 6, 30)
JOB = "Experience\nDeveloper, Acme\nJan 2019 – Dec 2024\n"
DOCKER = "".join(chr(0xE0000 + ord(letter)) for letter in "Docker")


def read(text: str) -> Document:
    return parse_document(text.encode(), "resume.txt", sha256="0" * 64, limits=Limits())


def read_word(*blocks: str) -> Document:
    return parse_document(word.docx(*blocks), "resume.docx", sha256="0" * 64, limits=Limits())


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


@pytest.mark.parametrize(
    ("text", "shown", "code", "message"),
    [
        pytest.param(
            "Kub\u0435rnetes and N\u043ede.js",
            "Kub\u0435rnetes and N\u043ede.js",
            "deceptive-letters",
            "“Kub\u0435rnetes” and 1 more word: letters of another alphabet that look Latin (Cyrillic \u0435) "
            "were read as they look; compare with the page",
            id="look-alikes stay in the quote",
        ),
        pytest.param(
            "P\u200by\u200bthon, Type\u200bScript, Mongo\u2060DB",
            "Python, TypeScript, MongoDB",
            "invisible-characters",
            "“Python” and 2 more words: invisible characters inside were left out; compare with the page",
            id="zero width",
        ),
        pytest.param(
            "built \u202eSJedoN\u202c services",
            "built NodeJS services",
            "bidi-controls",
            "“NodeJS”: letters stored backwards, which control characters turn round, were read as they are shown; "
            "compare with the page",
            id="turned round",
        ),
        pytest.param(
            "𝗣𝘆𝘁𝗵𝗼𝗻",
            "Python",
            "styled-letters",
            "“Python”: letters meant for formulas or ornament were read as plain letters",
            id="ornament",
        ),
    ],
)
def test_each_kind_is_read_as_seen_and_told_once_with_its_place(text: str, shown: str, code: str, message: str) -> None:
    document = read(f"Jane Doe\n{text}\nmore")
    assert texts(document) == ["Jane Doe", shown, "more"]
    assert document.warnings == (ReadingWarning(code, message, 1, 2),)


HONEST = [
    "Node.js-разработчик, SQL-запросы, 1С, ООО «Ромашка», SQLзапросы, PHPшник",
    "Ανάπτυξη λογισμικού με Node.js και Kubernetes, ΑΒΓ Α.Ε.",
    "Ծրագրավորող, Node.js, Երևան",
    "برنامه\u200cنویس Node.js و می\u200cتوانم SQL",
    "מפתח Node.js\u200f, \u200e+972 555-0100\u200e, \u202bשלום SQL\u202c",
    "मैं Node.js डेवलपर हूँ, क्\u200dष, शक्ति\u200cशाली",
    "ＳＱＬとＪａｖａ、１０年 ﾌﾟﾛｸﾞﾗﾏ",
    "de\u00advel\u00adop\u00adment of Post\u00adgre\u00adSQL data\u00adbases, e\u00adcommerce",
    "and/\u200bor, TCP/\u200bIP, https://exa\u200bmple.com/ja\u200bne, ja\u200bne@example.com",
    "\u202d+1 555-0100\u202c \u202a+1 555-0101\u202c \u2066555-0102\u2069",
    "👩🏽\u200d💻 developer 1\ufe0f\u20e3 ❤\ufe0f ™\ufe0f",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "5 µm, 10 Ω, 1ª, 2º, ΔT, TNFα, IFN-γ, NFκB, 𝑥 + 𝑦, 2\u2062x",
    "eﬃcient proﬁle, Auf\u200clage, Łódź, İstanbul, Dvořák, Nguyễn",
    "\ufeffAda\u200b Example\u2060 – \u200bNode.js\u200b",
]


@pytest.mark.parametrize("line", HONEST, ids=range(len(HONEST)))
def test_honest_lines_are_never_accused(line: str) -> None:
    document = read(f"Jane Doe\n{line}")
    assert (codes(document), document.hidden) == ([], ())


def test_a_slip_of_the_keyboard_is_none_where_the_file_is_written_in_that_script_too() -> None:
    assert codes(read("Разрабатывал сервисы на N\u043ede.js")) == []
    assert codes(read("Разрабатывал сервисы на D\u03bfcker")) == ["deceptive-letters"]


def test_text_in_tags_is_hidden_and_its_line_is_none() -> None:
    document = read_word(
        word.paragraph("Jane Doe"), word.paragraph(DOCKER), word.paragraph(f"Type\u200bScript{DOCKER}")
    )
    assert texts(document) == ["Jane Doe", "TypeScript"]
    assert [line.number for line in document.lines] == [1, 2]
    assert document.hidden == (HiddenText("Docker", "invisible characters", 1),)
    assert [(warning.code, warning.line) for warning in document.warnings] == [("invisible-characters", 2)]


def test_a_file_of_nothing_but_tags_shows_no_text() -> None:
    with pytest.raises(NoTextLayer, match="that a person can see"):
        read_word(word.paragraph(DOCKER))


def test_hidden_text_is_spelt_out_as_well() -> None:
    white = word.paragraph(f"Ja\u200bva {DOCKER}", color="FFFFFF")
    document = read_word(word.paragraph("Jane Doe"), white)
    assert [(item.text, item.cause) for item in document.hidden] == [("Java Docker", "white on white")]


def test_word_turns_letters_round_by_an_element_too() -> None:
    turned = f'<w:bdo w:val="rtl">{word.run("SJedoN")}</w:bdo>'
    document = read_word(word.paragraph("Jane Doe"), word.paragraph(turned, word.run(" services")))
    assert texts(document) == ["Jane Doe", "NodeJS services"]
    assert codes(document) == ["bidi-controls"]


def test_a_pdf_is_read_as_it_is_painted() -> None:
    """Its letters stand in the order in which they are seen, whatever controls lie among them."""
    line = Line((Cell("\u202eNode\u200bJS\u202c"),), 1, 1)
    document = see_through(Document("pdf", "0" * 64, 1, (line,)))
    assert texts(document) == ["NodeJS"]
    assert codes(document) == ["invisible-characters"]


def test_a_pdf_whose_owner_forbids_copying_is_read_with_a_warning() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    for can_copy, expected in ((0, ["copying-forbidden"]), (1, [])):
        buffer = BytesIO()
        canvas = Canvas(buffer, encrypt=StandardEncryption("", ownerPassword="owner", canCopy=can_copy))
        canvas.drawString(50, 700, "Jane Doe, Node.js")
        canvas.save()
        document = parse_document(buffer.getvalue(), "resume.pdf", sha256="0" * 64, limits=Limits())
        assert texts(document) == ["Jane Doe, Node.js"]
        assert codes(document) == expected


@pytest.mark.parametrize(
    ("skills", "verdict"),
    [
        pytest.param("Built Docker images", Verdict.FIT, id="plain"),
        pytest.param("Built D\u200bo\u200bcker images", Verdict.FIT, id="broken up"),
        pytest.param("Built D\u043e\u0441ker images", Verdict.FIT, id="disguised"),
        pytest.param("Built \u202erekcoD\u202c images", Verdict.FIT, id="turned round"),
        pytest.param("Built 𝗗𝗼𝗰𝗸𝗲𝗿 images", Verdict.FIT, id="ornament"),
        pytest.param("Built \u202eDocker\u202c images", Verdict.NO_FIT, id="shown backwards"),
        pytest.param(f"Built {DOCKER} images", Verdict.NO_FIT, id="only in tags"),
        pytest.param(f"Built Docker images{DOCKER}", Verdict.REVIEW, id="in tags too"),
    ],
)
def test_what_is_seen_decides_and_only_hidden_text_asks_for_a_look(skills: str, verdict: Verdict) -> None:
    asked = role(asks_experience(), asks_skill("Docker"))
    document = read(f"Jane Doe\njane@example.com\n{JOB}{skills}\nEducation\nB.Sc. Computer Science, 2018")
    assert screen(parse_resume(document, AS_OF), asked, AS_OF).verdict is verdict


@given(
    st.lists(
        st.text(st.sampled_from("NodeJSоРῬ𝗡 /-\u200b\u00ad\u202e\u202c\U000e0041\ufe0f\u3164👩"), max_size=20),
        max_size=5,
    )
)
def test_quotes_are_verbatim_in_lines_without_unseen_characters(lines: list[str]) -> None:
    document = read("\n".join(["Skills: Node.js", *lines]))
    shown = {(line.page, line.number): line.text for line in document.lines}
    assert not any(set(text) & set("\u200b\u00ad\u202e\u202c\U000e0041\ufe0f") for text in shown.values())
    for skill in parse_resume(document, AS_OF).skills:
        for evidence in (*skill.evidence, *skill.notes):
            assert evidence.quote == shown[evidence.page, evidence.line]
            assert evidence.matched in " ".join(shown.values())


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    line = Line((Cell(text), Cell("Ada")), 1, 1)
    document = Document("text", "0" * 64, 1, (line,), hidden=(HiddenText(text, "tiny", 1),))
    assert see_through(see_through(document)).lines == see_through(document).lines
