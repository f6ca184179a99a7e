"""The HTML page as it is looked at: contrast as a browser computes it, places that links lead to, and paper."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import Page, find_browser
from report_samples import MANY, NICE, ROLE, SCAN, report, skill
from test_html_report import many, page

from screener.model.report import Report

BROWSER = find_browser()
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")

CONTRAST = """(() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (parts) => {
    const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = parts.slice(0, 3).map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = {};
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest("svg, option")) continue;
    const both = [light(parts(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    found[element.localName + "." + element.className] = (both[0] + 0.05) / (both[1] + 0.05);
  }
  return found;
})()"""


HEADINGS = """(() => {
  const found = {};
  for (const heading of document.querySelectorAll(".asked thead th")) {
    const range = document.createRange();
    range.selectNodeContents(heading);
    found[heading.textContent.trim()] = new Set([...range.getClientRects()].map(one => one.top)).size;
  }
  return found;
})()"""  # on how many lines each stands


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    assert BROWSER is not None
    opened = Page(BROWSER, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


def open_page(browser: Page, of: Report, folder: Path, fragment: str = "") -> Page:
    file = folder / "shortlist.html"
    file.write_text(page(of), encoding="utf-8")
    browser.open(file, fragment)
    return browser


@pytest.fixture
def media(browser: Page) -> Iterator[Page]:
    yield browser
    browser.call("Emulation.setEmulatedMedia", media="", features=[])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["list", "matrix"])
def test_every_text_can_be_read_on_what_lies_behind_it(scheme: str, view: str, media: Page, tmp_path: Path) -> None:
    media.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    opened = open_page(media, report(*MANY, complete=False), tmp_path)
    opened.run(f"document.querySelector('[name=view][value={view}]').click()")
    opened.run("document.querySelectorAll('details').forEach(one => one.open = true)")
    ratios: dict[str, float] = opened.run(CONTRAST)
    assert len(ratios) > 20
    assert {what: round(ratio, 2) for what, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("width", [1100, 500])
def test_no_word_of_what_is_asked_breaks(width: int, media: Page, tmp_path: Path) -> None:
    media.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    opened = open_page(media, report(*MANY), tmp_path)
    opened.run("document.querySelector('.asked').open = true")
    lines = opened.run(HEADINGS)
    media.call("Emulation.clearDeviceMetricsOverride")
    assert lines == {"Requirement": 1, "Asked": 1, "Importance": 1, "Weight": 1}


@pytest.mark.parametrize("part", ["unreadable", "run", "c100"])
def test_a_link_leads_to_its_part_however_long_the_page_is(part: str, browser: Page, tmp_path: Path) -> None:
    """The height of what was never on the screen is a guess: one scroll would miss."""
    opened = open_page(browser, report(*many(120).outcomes, SCAN), tmp_path, f"#{part}")
    opened.run("new Promise(done => setTimeout(done, 500))")
    place = f"document.querySelector('#{part}').getBoundingClientRect()"
    assert opened.run(f"{place}.top < innerHeight && {place}.bottom > 0")


@pytest.mark.parametrize(("count", "pages"), [(3, range(3, 9)), (40, range(4, 13))])
def test_paper_has_details_of_a_few_and_a_list_of_many(count: int, pages: range, browser: Page, tmp_path: Path) -> None:
    opened = open_page(browser, many(count), tmp_path)
    printed = opened.call("Page.printToPDF", preferCSSPageSize=True, transferMode="ReturnAsStream")["stream"]
    data = ""
    while not (part := opened.call("IO.read", handle=printed, size=1 << 20)).get("eof"):
        data += part["data"]
    data += part["data"]
    assert counted_pages(data, opened) in pages


def counted_pages(data: str, opened: Page) -> int:
    """How many pages the file has by its own count."""
    import base64
    import re

    pdf = base64.b64decode(data)
    return max(int(number) for number in re.findall(rb"/Count (\d+)", pdf))


def test_a_wide_matrix_has_signs_on_paper(media: Page, tmp_path: Path) -> None:
    more = tuple(skill(f"Skill number {number}", NICE) for number in range(6))
    wide = report(*MANY, role=replace(ROLE, requirements=ROLE.requirements + more))
    opened = open_page(media, wide, tmp_path)
    media.call("Emulation.setEmulatedMedia", media="print")
    size = "getComputedStyle(document.querySelector('#matrix td:nth-child(5)'), {}).fontSize"
    assert opened.run(size.format("null")) == "0px"
    assert opened.run(size.format("'::before'")) != "0px"
    assert "On paper there is room for the signs alone." in opened.run("document.querySelector('#matrix').innerText")
