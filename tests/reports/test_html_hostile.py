"""Whatever names, quotes and paths hold, the page has the elements of its template and no others."""

import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_hostile_text import FRAGMENTS, hostile_report

from screener.model.report import Report
from screener.reports import render
from screener.reports.safe_text import UNSAFE, visible

MARKUP = (
    "</script><script>alert(1)</script>", "</style>", "</title>", "<!--", "-->", "<svg onload=alert(1)>", "{{7*7}}",
    "{% raw %}", "{#", '" onclick="alert(1)', "' onclick='alert(1)", " onclick=alert(1) ", "javascript:alert(1)",
    "<img src=x onerror=alert(1)>", "]]>", "&lt;script&gt;", "&#60;", "`", "</bdi></td></table>", "<plaintext>", "<q>",
    "http://example.com", "a@example.com", "::error::x",
)  # fmt: skip
parts = st.one_of(st.sampled_from(FRAGMENTS + MARKUP), st.text(min_size=1, max_size=8))
hostile = st.lists(parts, min_size=1, max_size=6).map("".join)
HREF = re.compile(r"#[a-z]+|#c\d+|mailto:[\w.+@-]+|https?://[^\s\"'<>]+", re.ASCII)


class Outline(HTMLParser):
    """The kinds of elements with their attributes, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shapes: set[tuple[str, ...]] = set()
        self.classes: set[str] = set()
        self.counts: dict[str, int] = {}
        self.hrefs: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shapes.update((tag, name) for name, _ in attrs)
        self.shapes.add((tag,))
        self.counts[tag] = self.counts.get(tag, 0) + 1
        values = dict(attrs)
        self.classes.update((values.get("class") or "").split())
        self.hrefs += [values["href"] or ""] if "href" in values else []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data!r}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data!r}")


def html_of(report: Report) -> str:
    stream = io.StringIO()
    render(report, "html", stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def innocent() -> Outline:
    """The page of harmless texts, one that can be followed as a link among them."""
    outline = Outline(html_of(hostile_report("a@example.com", several=True)))
    other = Outline(html_of(hostile_report("https://example.com", several=True)))
    outline.shapes |= other.shapes
    return outline


@settings(max_examples=150, deadline=None)
@given(text=hostile)
@example(text="".join(MARKUP))
@example(text="".join(FRAGMENTS))
@example(text='"><script>alert(1)</script>{{7*7}}\x1b[31m\u202e\udce9')
def test_the_page_has_no_element_and_no_attribute_of_theirs(text: str, innocent: Outline) -> None:
    html = html_of(hostile_report(text, several=True))
    html.encode("utf-8")
    assert not UNSAFE.search(html.replace("\n", ""))
    outline = Outline(html)
    assert outline.shapes <= innocent.shapes
    assert outline.classes <= innocent.classes
    for tag in ("script", "style", "meta", "title", "svg", "form", "input", "li", "tr", "details", "table"):
        assert outline.counts.get(tag) == innocent.counts.get(tag)
    assert [href for href in outline.hrefs if not HREF.fullmatch(href)] == []
    assert visible(text)[:2000] in outline.texts or visible(text).strip() in "".join(outline.texts)


def test_a_template_in_a_name_is_a_name() -> None:
    assert "{{7*7}}" in html_of(hostile_report("{{7*7}}", several=True))
