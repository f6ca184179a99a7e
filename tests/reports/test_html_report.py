"""The HTML page: everything is in one file, in the right order, and nothing but its own style and script may act."""

import io
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from report_samples import ALL_MET, BO, FINDINGS, MANY, ONE, SCAN, evidence, report, screening

from screener.model.report import Report
from screener.model.screening import Outcome, Verdict
from screener.reports import ViewOptions, html_report, render
from screener.reports.html_report import palette


def page(of: Report, top: int | None = None) -> str:
    stream = io.StringIO()
    render(of, "html", stream, view=ViewOptions(top=top))
    return stream.getvalue()


class Elements(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.found if attribute in attributes]


def text_of(html: str) -> str:
    """What a person reads, roughly: no tags, no style, no script."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body))


def many(count: int) -> Report:
    """So many candidates with rather full resumes."""
    outcomes = (
        Outcome(f"applications/candidate-{number:04d}.pdf", f"{number:064x}", replace(screening(), resume=one))
        for number in range(count)
        for one in [replace(screening().resume, candidate=replace(screening().resume.candidate, name=f"Ada {number}"))]
    )
    return report(*outcomes)


def test_the_page_is_as_it_was_looked_at(check_expected: Callable[[str, str], None]) -> None:
    html = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page(report(*MANY, skipped=2)), flags=re.DOTALL)
    check_expected("shortlist.html", re.sub(r"sha256-[^&]*", "sha256-", html))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert page(report(*MANY)) == page(report(*reversed(MANY)))


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    html = page(report(*MANY))
    policy = next(value for value in Elements(html).values("content") if "default-src" in value)
    for kind in ("style", "script"):
        blocks = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        assert len(blocks) == 1
        digest = b64encode(sha256(blocks[0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_nothing_is_fetched_and_nothing_acts_by_attribute() -> None:
    html = page(report(*MANY))
    elements = Elements(html)
    assert {tag for tag, _ in elements.found}.isdisjoint({"img", "link", "iframe", "object", "embed", "base", "image"})
    names = {name for _, attributes in elements.found for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"style", "src", "srcset", "action"}}
    assert not re.search(
        r"@import|@font-face|url\((?!#)|https?:", "".join(re.findall(r"<style>.*?</style>", html, re.DOTALL))
    )
    assert not re.search(r"https?:|fetch\(|XMLHttp|innerHTML|eval\(", html[html.rindex("<script>") :])


def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere() -> None:
    elements = Elements(page(report(*MANY)))
    ids = elements.values("id")
    assert len(ids) == len(set(ids))
    inside = [href[1:] for href in elements.values("href") if href.startswith("#")]
    labels = elements.values("aria-labelledby")
    assert len(inside) > 5
    assert set(inside + labels) <= set(ids)


def test_candidates_are_ranked_and_unreadable_files_stand_apart() -> None:
    html = page(report(*MANY))
    ranked = re.findall(r"<li data-v=(\w+)", html)
    assert ranked == ["fit", "fit", "fit", "review", "no_fit", "no_fit"]
    unreadable = html[html.index("<section id=unreadable") : html.index("</main>")]
    assert "scan.pdf" in unreadable
    assert "no-text-layer" in unreadable
    assert "ocrmypdf scan.pdf out.pdf" in unreadable
    assert "scan.pdf" not in html[: html.index("<section id=unreadable")]


def test_what_a_verdict_rests_on_is_there_without_a_script() -> None:
    text = text_of(page(report(ONE)))
    for words in (
        "? review", "81.3", "experience: 4 y 11 m to 5 y 10 m, and 5 years are asked",
        "Would fit with the month in which Acme Tool Works was left", "When in 2022 did you leave Acme Tool Works?",
        "ada@example.com", "Juniper Row Payments", "Sep 2022 – present", "6 years claimed", "5 to 6 years asked",
        "still learning it", "not completed", "white on white, page 1", "only the first 30 of 42 pages were read",
        "a" * 64, "b" * 64, "2026-11-22", "0.1.0", "Not found: Elasticsearch", "internship", "not counted",
    ):  # fmt: skip
        assert words in text


def test_what_matched_is_marked_and_a_line_is_quoted_once() -> None:
    html = page(report(ONE))
    assert "<mark>Node.js</mark>, <mark>NestJS</mark>, Jest</q> page 1, line 14 · A" in html
    requirements = html[html.index("<table class=r>") :]
    assert requirements.count("Jest</q>") == 1
    assert "listed [2]" in requirements


def test_a_duplicate_points_to_the_file_to_look_at() -> None:
    html = page(report(*MANY))
    assert re.search(r'Same candidate as <a href="#c2" dir=auto>2026/bo-lindqvist.docx</a>', html)
    alone = page(report(Outcome("b.pdf", None, screening(), "elsewhere.pdf", "a later date")))
    assert "Same candidate as <bdi>elsewhere.pdf</bdi> (a later date)" in alone


def test_a_long_quote_is_cut_around_what_matched() -> None:
    long = evidence("begin " + "x" * 900 + " NodeJS " + "y" * 900 + " end", "NodeJS")
    html = page(report(Outcome("a.pdf", None, screening(findings=(replace(FINDINGS[1], evidence=(long,)),)))))
    assert "<q>…x" in html
    assert "<mark>NodeJS</mark>" in html
    assert "y…</q>" in html


def test_what_is_cut_is_counted() -> None:
    html = page(report(Outcome("a.pdf", None, screening(Verdict.NO_FIT, reasons=("long " * 1000,)))))
    assert "… (3000 more characters)" in html
    assert page(report(*MANY), top=2) == page(report(*MANY))  # --top is for tables
    assert "Stopped before the last file" in page(report(*MANY, complete=False))


def test_headings_are_nested_without_a_gap() -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page(report(*MANY)))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert levels.count(3) == 6  # each candidate has one
    assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def test_details_of_a_few_are_printed_unasked_and_of_many_when_asked() -> None:
    box = "<input type=checkbox id=paper"
    assert f"{box} checked>" in page(many(30))
    assert f"{box}>" in page(many(31))


def test_a_page_without_candidates_leads_to_no_matrix() -> None:
    html = page(report(SCAN))
    assert 'href="#matrix"' not in html
    assert 'href="#unreadable"' in html


def test_only_plain_addresses_can_be_followed() -> None:
    links = ("https://example.com/ada?a=1", "javascript:alert(1)", 'https://example.com/"onclick=x', "data:text/html,x")
    one = screening()
    resume = replace(one.resume, candidate=replace(one.resume.candidate, links=links, emails=("a@example.com", "x")))
    html = page(report(Outcome("a.pdf", None, replace(one, resume=resume))))
    outside = [href for href in Elements(html).values("href") if not href.startswith("#")]
    assert outside == ["mailto:a@example.com", "https://example.com/ada?a=1"]


def test_quotes_of_one_requirement_are_counted_beyond_six() -> None:
    quotes = tuple(evidence(f"NodeJS line {number}", "NodeJS") for number in range(9))
    html = page(report(Outcome("a.pdf", None, screening(findings=(replace(FINDINGS[1], evidence=quotes),)))))
    assert html.count("NodeJS</mark> line") == 6
    assert "used [1, 2, 3, 4, 5, 6 +3]" in html


def test_a_heavy_page_shows_the_best_in_full_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = page(many(20))
    assert "too heavy" not in whole
    monkeypatch.setattr(html_report, "HEAVIEST", len(whole.encode()) - 1_000)
    html = page(many(20))
    assert "The first 1" in (said := html[html.index("too heavy") :])
    assert "to 20 have one quote for each requirement." in said
    assert len(html.encode()) < html_report.HEAVIEST + 1_000


def test_a_page_that_is_heavier_still_leaves_out_quotes_of_the_last_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_report, "HEAVIEST", 110_000)
    html = page(many(20))
    last = html[html.index("<div class=card id=c20>") : html.index("</ol>")]
    first = html[html.index("<div class=card id=c1>") : html.index("<div class=card id=c2>")]
    assert "on there are no quotes and no timelines. What isn’t shown is counted" in html
    assert "<q>" in first
    assert "<svg class=" in first
    assert "<q>" not in last
    assert "used [+2]" in last
    assert "Not shown: 2 notes, 1 hidden text, 2 warnings; the JSON has them all." in last


def test_a_page_is_never_heavier_than_it_may_be() -> None:
    assert html_report.HEAVIEST < 8_000_000


def test_an_empty_report_and_a_role_without_years_are_pages_too() -> None:
    assert "No candidate was screened." in page(report())
    fit = replace(BO, findings=ALL_MET[1:], role=replace(BO.role, requirements=BO.role.requirements[1:]))
    html = page(report(Outcome("b.pdf", None, fit), role=fit.role))
    assert "years asked" not in html


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_told_apart_by_everybody(scheme: str) -> None:
    colours = palette()
    pairs = [(name, ground, wanted["least"]) for name, wanted in colours["contrast"].items() for ground in wanted["on"]]
    assert len(pairs) > 20
    assert colours["light"].keys() == colours["dark"].keys()
    weak = [
        (name, ground)
        for name, ground, least in pairs
        if contrast(colours[scheme][name], colours[scheme][ground]) < least
    ]
    assert weak == []


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it: from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_of_the_style_is_in_the_palette() -> None:
    folder = Path(__file__).parents[2] / "screener" / "reports" / "html"
    style = (folder / "style.css").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?=[;}\s])", style)
    used = set(re.findall(r"var\(--([a-z-]+)\)", style))
    assert used - {"sans", "gap", "years", "band-from", "band-to"} <= palette()["light"].keys()


def test_other_formats_never_import_the_template_engine() -> None:
    code = (
        "import sys; from screener.reports import load_format; load_format('json'); assert 'jinja2' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
