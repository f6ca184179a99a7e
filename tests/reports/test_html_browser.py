"""The HTML page in a real browser: it filters, sorts and searches, asks for nothing, and nothing hostile acts."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import Page, find_browser
from report_samples import MANY, ROLE, report, screening
from test_hostile_text import FRAGMENTS
from test_html_hostile import MARKUP
from test_html_report import many, page

from screener.model.report import Report
from screener.model.resume import SkillEvidence
from screener.model.screening import Outcome

BROWSER = find_browser()
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")

FAILED = "Network.loadingFailed"
ROWS = "[...document.querySelectorAll('#matrix tbody tr a')].map(e => e.textContent)"
COUNT = "document.querySelector('#count').textContent"
RANKED = ["Bo Lindqvist-Árnadóttir", "Bo Lindqvist-Árnadóttir", "陳小明", "Ada Sample", "Dara Okafor", "eli.pdf"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    assert BROWSER is not None
    opened = Page(BROWSER, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture
def opened(browser: Page, tmp_path: Path) -> Page:
    """The page of a few candidates, one of whom has Kafka, too."""
    kafka = SkillEvidence("Kafka", screening().findings[1].evidence)
    first = MANY[0].result
    some = replace(MANY[0], result=replace(first, resume=replace(first.resume, skills=(kafka,))))
    return open_page(browser, report(some, *MANY[1:]), tmp_path)


def open_page(browser: Page, of: Report, folder: Path, fragment: str = "") -> Page:
    file = folder / "shortlist.html"
    file.write_text(page(of), encoding="utf-8")
    browser.open(file, fragment)
    return browser


def names(opened: Page) -> list[str]:
    shown = "[...document.querySelectorAll('.cards > li')]"
    return list(opened.run(f"{shown}.map(entry => entry.querySelector('bdi').textContent)"))


def choose(opened: Page, selector: str, value: str) -> None:
    opened.run(
        f"{{const one = document.querySelector({selector!r}); one.value = {value!r}; "
        "one.dispatchEvent(new Event('change', {bubbles: true}))}"
    )


def search(opened: Page, words: str) -> list[str]:
    opened.run(
        f"{{const one = document.querySelector('#search'); one.value = {words!r}; "
        "one.dispatchEvent(new Event('input', {bubbles: true}))}"
    )
    opened.run("new Promise(done => setTimeout(done, 200))")
    return names(opened)


def click(opened: Page, selector: str) -> None:
    opened.run(f"document.querySelector({selector!r}).click()")


def test_it_asks_for_nothing_and_logs_nothing(opened: Page) -> None:
    assert opened.requests == [opened.run("location.href.split('#')[0]")]
    assert opened.complaints == []
    assert names(opened) == RANKED
    assert opened.run(COUNT) == "6 of 6 candidates"


def test_the_policy_stops_what_would_be_fetched_or_run(opened: Page) -> None:
    opened.run("{const image = new Image(); image.src = 'https://example.com/x.png'; document.body.append(image)}")
    opened.run("fetch('https://example.com/').catch(() => 0)")
    opened.run(
        "try {document.body.setAttribute('onclick', 'window.acted = 1'); document.body.click()} catch {}"
        "try {document.body.insertAdjacentHTML('beforeend', '<script>window.acted = 1<\\/script>')} catch {}"
    )
    opened.run("new Promise(done => setTimeout(done, 100))")
    asked_for = [url for url in opened.requests if not url.startswith("file:")]
    failed = [event["params"].get("blockedReason") for event in opened.events if event["method"] == FAILED]
    assert failed == ["csp"] * len(asked_for)
    assert opened.run("window.acted") is None
    assert any("Content Security Policy" in complaint for complaint in opened.complaints)


def test_filters_by_verdict_and_by_gate_and_clears(opened: Page) -> None:
    click(opened, "[name=verdict][value=fit]")
    assert names(opened) == RANKED[3:]
    choose(opened, "[data-gate='1']", "m")  # Node.js
    assert names(opened) == ["Ada Sample", "Dara Okafor"]
    choose(opened, "[data-gate='0']", "u")  # experience
    assert names(opened) == ["Ada Sample"]
    assert opened.run(COUNT) == "1 of 6 candidates"
    click(opened, "#clear")
    assert names(opened) == RANKED


def test_hides_duplicates(opened: Page) -> None:
    click(opened, "#twins")
    assert names(opened) == RANKED[1:]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("arnadottir", RANKED[:2], id="name without accents"),
        pytest.param("ELI.PDF", ["eli.pdf"], id="file"),
        pytest.param("kafka", ["Ada Sample"], id="a skill that isn't asked for"),
        pytest.param("nestjs lindqvist", RANKED[:2], id="a requirement that is met, and a name"),
        pytest.param("小明", ["陳小明"], id="another script"),
        pytest.param("nobody at all", [], id="nobody"),
    ],
)
def test_searches_names_files_and_skills(opened: Page, words: str, found: list[str]) -> None:
    assert search(opened, words) == found
    assert opened.run(COUNT) == f"{len(found)} of 6 candidates"
    assert opened.run("document.querySelector('#nobody').hidden") is bool(found)


def test_sorts_the_list_and_the_matrix_together(opened: Page) -> None:
    choose(opened, "#sort", "name")
    assert names(opened) == ["Ada Sample", *RANKED[:2], "Dara Okafor", "eli.pdf", "陳小明"]
    assert opened.run(ROWS) == names(opened)
    choose(opened, "#sort", "experience")
    assert names(opened)[0] == "Dara Okafor"
    choose(opened, "#sort", "file")
    assert names(opened) == [*RANKED[1::-1], "Ada Sample", "陳小明", "Dara Okafor", "eli.pdf"]


def test_sorts_by_a_column_and_tells_in_which_direction(opened: Page) -> None:
    click(opened, "[name=view][value=matrix]")
    click(opened, "th[data-key=score] [role=button]")
    head = "document.querySelector('th[data-key=score]').getAttribute('aria-sort')"
    assert opened.run(head) == "descending"
    assert names(opened)[0] == RANKED[0]
    opened.run("document.querySelector('th[data-key=score] [role=button]').focus()")
    opened.press("Enter", 13, "\r")
    assert opened.run(head) == "ascending"
    assert names(opened)[0] == "eli.pdf"
    click(opened, "th[data-key='4'] [role=button]")  # Azure: met, unknown, not met
    assert opened.run(ROWS)[3:] == ["Ada Sample", "Dara Okafor", "eli.pdf"]


def test_a_link_of_the_matrix_opens_its_candidate(opened: Page) -> None:
    click(opened, "[name=view][value=matrix]")
    assert opened.run("getComputedStyle(document.querySelector('#ranking')).display") == "none"
    click(opened, "#matrix tbody a[href='#c4']")
    opened.run("new Promise(done => setTimeout(done, 100))")
    assert opened.run("document.querySelector('#c4').closest('details').open") is True
    assert opened.run("getComputedStyle(document.querySelector('#matrix')).display") == "none"
    assert opened.run("document.querySelector('#c4 .t rect').getBoundingClientRect().width") > 10


def test_the_keyboard_reaches_a_candidate_and_opens_it(opened: Page) -> None:
    opened.run("document.querySelector('.cards summary').focus()")
    opened.press("Enter", 13, "\r")
    assert opened.run("document.querySelector('.cards details').open") is True
    assert opened.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_every_control_has_a_name(opened: Page) -> None:
    nodes = opened.call("Accessibility.getFullAXTree")["nodes"]
    controls = {"searchbox", "combobox", "checkbox", "radio", "button", "link", "DisclosureTriangle", "region", "table"}
    named = [node for node in nodes if node.get("role", {}).get("value") in controls and not node.get("ignored")]
    assert len(named) > 15
    assert [node["role"]["value"] for node in named if not node.get("name", {}).get("value")] in ([], ["table"])


@pytest.mark.parametrize("width", [360, 700, 820, 1280])
def test_nothing_is_wider_than_the_screen(opened: Page, width: int) -> None:
    opened.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    click(opened, "#open")
    assert opened.run("document.documentElement.scrollWidth") <= width
    opened.call("Emulation.clearDeviceMetricsOverride")


def test_hostile_names_quotes_and_paths_are_inert(browser: Page, tmp_path: Path) -> None:
    from test_hostile_text import hostile_screening

    texts = [*FRAGMENTS, *MARKUP, "".join(MARKUP)]
    outcomes = (Outcome(f"{text}{number}", None, hostile_screening(text)) for number, text in enumerate(texts))
    opened = open_page(browser, report(*outcomes, role=replace(ROLE, title="".join(MARKUP))), tmp_path)
    click(opened, "#open")
    click(opened, "[name=view][value=matrix]")
    search(opened, "alert")
    assert opened.complaints == []
    assert len(opened.requests) == 1
    assert opened.run("document.querySelectorAll('script').length") == 1
    assert opened.run("document.querySelectorAll('img, iframe, [onload], [onclick], [onerror]').length") == 0


def test_without_a_script_everything_is_there(browser: Page, tmp_path: Path) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        opened = open_page(browser, report(*MANY), tmp_path)
        assert names(opened) == RANKED
        assert opened.run("document.querySelector('#controls').hidden") is True
        assert opened.run("getComputedStyle(document.querySelector('#matrix')).display") == "block"
        assert opened.run("getComputedStyle(document.querySelector('#ranking')).display") == "block"
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)


def test_two_thousand_candidates_open_and_filter_quickly(browser: Page, tmp_path: Path) -> None:
    """Both take about a second where nothing else runs; here only what is far slower fails."""
    opened = open_page(browser, many(2000), tmp_path)
    assert (tmp_path / "shortlist.html").stat().st_size < 8_000_000
    times = "performance.getEntriesByType('navigation')[0].loadEventEnd"
    assert opened.run(times) < 10_000
    assert opened.run("{const from = performance.now(); document.querySelector('[value=review]').click(); "
                      "document.body.offsetHeight; performance.now() - from}") < 5_000  # fmt: skip
    assert opened.complaints == []
