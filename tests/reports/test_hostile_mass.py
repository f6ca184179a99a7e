"""Hostile strings by the hundred in every place that a person can write to, read back by each format's own reader.

`HOSTILE_STRINGS=10000 pytest tests/reports/test_hostile_mass.py` takes some minutes; without it few are drawn.
"""

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from browser import Page, find_browser
from hostile_strings import hostile_strings
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token
from openpyxl import load_workbook
from report_samples import AS_OF, ROLE, evidence, rendered, screening, skill
from test_html_hostile import HREF, Outline

from screener.model.document import HiddenText, ReadingWarning
from screener.model.period import Months
from screener.model.report import Report
from screener.model.requirement import Importance
from screener.model.resume import Candidate, ExperienceClaim, SkillEvidence
from screener.model.screening import Outcome, Screening, Unreadable
from screener.reports.safe_text import visible
from screener.reports.xlsx.book import cell_text

TEXTS = hostile_strings()
PACKS = [TEXTS[start : start + 100] for start in range(0, len(TEXTS), 100)]
EVERY = 10  # every so many texts, one is a file that can't be read
BROWSER = find_browser()
# Told by Unicode's properties, not by the list that the reports go by.
TURNING = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
UNSEEN = "\u061c\u200b\u200e\u200f\u2060\ufeff"
LONE = re.compile("[\ud800-\udfff]")
FORMULA = re.compile(r"[\s\"]*[=+\-@＝＋－＠]")
SHAPES = """[...new Set([...document.querySelectorAll('*')].flatMap(
    e => [e.localName, ...[...e.attributes].map(a => `${e.localName} ${a.name}`)]))].sort().join(',')"""


def acting(text: str, allowed: str = "\n") -> set[str]:
    """The characters that are obeyed, or hide what is around them, rather than shown."""
    return {
        character
        for character in set(text) - set(allowed)
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(character) in TURNING
        or character in UNSEEN
    }


def judged(text: str) -> Screening:
    sample = screening()
    found = evidence(text * 2, text, implied_by=text)
    gates = (skill(text, Importance.MUST), skill(f"{text}.", Importance.NICE))
    findings = tuple(
        replace(
            sample.findings[1], requirement=gate, reason=text, question=text, lacking=text, evidence=(found,),
            notes=(evidence(text, text, None, cause=text),),
        )
        for gate in gates
    )  # fmt: skip
    resume = replace(
        sample.resume,
        candidate=Candidate(text, (text,), (text,), (text,)),
        positions=tuple(replace(one, title=text, employer=text) for one in sample.resume.positions[:2]),
        education=(replace(sample.resume.education[0], field=text, institution=text),),
        skills=(SkillEvidence(text, (found,)),),
        hidden=(HiddenText(text, text, 1),),
        claim=ExperienceClaim(3.0, text, 1, 1),
    )
    warnings = (ReadingWarning(text, text, 1, 1),)
    return replace(
        sample, findings=findings, resume=resume, reasons=(text,), would_fit_with=text, warnings=warnings,
        position_months=(Months(35, 46), Months(51, 51)),
    )  # fmt: skip


def packed(texts: list[str]) -> Report:
    """Each text is a candidate in all that is said of it, and its file; the role is made of the first one."""
    role = replace(ROLE, title=texts[0], file=texts[0], requirements=(skill(texts[0], Importance.MUST),))
    outcomes = [Outcome(text, "a" * 64, judged(text), texts[-1], text) for text in texts]
    outcomes += [Outcome(f"{text}.lost", None, Unreadable(text, text)) for text in texts[::EVERY]]
    return Report(tuple(outcomes), role, AS_OF, "0.1.0")


def written(texts: list[str], name: str) -> str:
    return rendered(packed(texts), name).decode("utf-8")


@pytest.fixture(params=PACKS, ids=lambda pack: f"from-{TEXTS.index(pack[0])}")
def texts(request: pytest.FixtureRequest) -> list[str]:
    pack: list[str] = request.param
    return pack


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_gives_every_text_back(name: str, texts: list[str]) -> None:
    data = written(texts, name)
    assert not acting(data)
    rows = json.loads(data)["results"] if name == "json" else [json.loads(line) for line in data.split("\n")[:-1]]
    people = {row["candidate"]["name"]: row for row in rows if row["verdict"] != "unreadable"}
    assert len(rows) == len(texts) + len(texts[::EVERY])
    for text in (text for text in texts if not LONE.search(text)):  # a lone surrogate can't be given back
        row = people[text]
        assert row["file"] == text
        assert row["requirements"][0]["evidence"][0]["quote"] == text * 2
        assert row["hidden"][0]["text"] == row["reasons"][0] == text


def test_csv_gives_every_text_and_no_formula(texts: list[str]) -> None:
    data = written(texts, "csv")
    assert not acting(data.replace("\r\n", ""), "")
    head, *rows = csv.reader(io.StringIO(data, newline=""), strict=True)
    assert {len(row) for row in rows} == {len(head)}
    assert len(rows) == len(texts) + len(texts[::EVERY])
    cells = [cell for row in (head, *rows) for cell in row]
    assert not [part for cell in cells for part in (cell, *cell.split(";")) if FORMULA.match(part)]
    shown = {re.sub(r"(^|;)'(?=[\s'\"]*[=+\-@＝＋－＠])", r"\1", cell) for cell in cells}
    assert {visible(text) for text in texts} <= shown


def test_markdown_shows_every_text_and_nothing_else(texts: list[str]) -> None:
    data = written(texts, "markdown")
    assert not acting(data)
    tokens = list(flat(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data)))
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert kinds <= {"paragraph", "inline", "text", "strong", "table", "thead", "tbody", "tr", "th", "td", "softbreak",
                     "bullet_list", "list_item", "text_special"}  # fmt: skip
    counts = [sum(token.type == kind for token in tokens) for kind in ("tr_open", "td_open", "list_item_open")]
    assert counts == [len(texts) + 1, 7 * len(texts), len(texts[::EVERY])]
    said = "\n".join("".join(part.content for part in token.children or ()) for token in tokens if token.children)
    assert not re.search(r"@|#\d", said)  # mentions and issues: no escape stops them
    assert not re.search(r"://|www\.", data, re.IGNORECASE)  # addresses become links
    told = re.sub("＃(?=[0-9])", "#", said.replace("＠", "@"))
    assert [
        text for text in texts if re.sub("＃(?=[0-9])", "#", visible(text)[:300].strip().replace("＠", "@")) not in told
    ] == []


def flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flat(token.children or [])


def test_a_workbook_holds_every_text_as_a_text(texts: list[str]) -> None:
    data = rendered(packed(texts), "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            root = etree.fromstring(parts.read(name), etree.XMLParser(resolve_entities=False))
            assert {element.text for element in root.iter("{*}formula")} <= {f'"{word}"' for word in WORDS}
            assert not list(root.iter("{*}f"))
        assert not [name for name in parts.namelist() if re.search("vba|externalLink|drawing|embed", name)]
    cells = [cell for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    shown = {cell.value for cell in cells if isinstance(cell.value, str)}
    assert not [value for value in shown if acting(value)]
    assert {cell_text(text) for text in texts if visible(text)} <= shown
    links = [cell for cell in cells if cell.hyperlink]
    assert links
    assert not [cell for cell in links if not is_path(unquote(cell.hyperlink.target), cell.value)]


WORDS = ("fit", "review", "no fit", "met", "not met", "unknown")


def is_path(target: str, shown: str) -> bool:
    """Whether a link opens the file that its cell names, and nothing else."""
    return target.replace("\\", "/").removeprefix("file:///").removeprefix("./") == shown.removeprefix(
        "./"
    ) and not re.match(r"//|\\|[A-Za-z][\w+.-]+:", shown)


@pytest.fixture(scope="module")
def innocent() -> Outline:
    """The page of harmless texts, two that can be followed as links among them."""
    return Outline(
        written(["a@example.com", "https://example.com", *(f"text {number}" for number in range(98))], "html")
    )


def test_a_page_has_no_element_of_theirs(texts: list[str], innocent: Outline) -> None:
    html = written(texts, "html")
    assert not acting(html)
    outline = Outline(html)
    assert outline.shapes <= innocent.shapes
    assert outline.classes <= innocent.classes
    for tag in ("script", "style", "meta", "title", "form", "input", "details", "main", "base", "link"):
        assert outline.counts.get(tag) == innocent.counts.get(tag), tag
    assert [href for href in outline.hrefs if not HREF.fullmatch(href)] == []
    assert [text for text in texts if visible(text) not in outline.texts] == []


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    if BROWSER is None:
        pytest.skip("no Chromium is installed")
    opened = Page(BROWSER, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


def test_a_browser_finds_nothing_of_theirs(texts: list[str], browser: Page, tmp_path: Path) -> None:
    harmless = opened(browser, tmp_path, ["a@example.com", "https://example.com", *"abcdefghijkl"])
    found = opened(browser, tmp_path, texts)
    assert set(found["shapes"].split(",")) <= set(harmless["shapes"].split(","))
    assert found["names"] == len(texts)
    assert found["ids"] == found["different_ids"]
    assert browser.complaints == []
    assert len(browser.requests) == 1


def opened(browser: Page, folder: Path, texts: list[str]) -> dict[str, Any]:
    """What the page is made of, with every candidate opened."""
    file = folder / "shortlist.html"
    file.write_text(written(texts, "html"), encoding="utf-8")
    browser.open(file)
    browser.run("document.querySelector('#open').click()")
    ids = "[...document.querySelectorAll('[id]')].map(e => e.id)"
    found: dict[str, Any] = browser.run(
        f"({{shapes: {SHAPES}, names: document.querySelectorAll('.cards > li').length, ids: {ids}.length, "
        f"different_ids: new Set({ids}).size}})"
    )
    return found
