"""A company's template: what it may do, what is said when it can't, and that no resume acts in it."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from report_samples import ONE, SCAN, report
from test_hostile_text import hostile, hostile_screening
from test_letter import LETTERS

from screener.model.screening import Outcome
from screener.reports.explaining.letter import write_letter
from screener.reports.explaining.letter.examples import EXAMPLES
from screener.reports.explaining.letter.template import LetterTemplateError, load_template, shipped_template
from screener.reports.explaining.letter.values import values_of
from screener.reports.explaining.letter.wrapping import wrapped
from screener.reports.safe_text import UNSAFE

LOOPS = "".join(f"{{% for {name} in required %}}" for name in "abcdef") + "{% endfor %}" * 6


def template(folder: Path, text: str, name: str = "letter.txt.j2") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def written(outcome: Outcome, file: str) -> str:
    stream = io.StringIO()
    write_letter(report(outcome), outcome, stream, load_template(file))
    return stream.getvalue()


def shape(value: Any) -> Any:
    """Keys and types, of a list those of its first."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else type(value)


@pytest.mark.parametrize("name", LETTERS)
def test_templates_are_tried_on_what_letters_have(name: str) -> None:
    values = values_of(report(LETTERS[name]), LETTERS[name])
    assert values.keys() == EXAMPLES[0].keys()
    assert values["experience"].keys() == EXAMPLES[0]["experience"].keys()
    for key in ("required", "optional"):
        for item in values[key]:
            assert item.keys() == EXAMPLES[0][key][0].keys()
            assert all(quote.keys() == {"text", "page", "place"} for quote in item["quotes"])
    for position in values["experience"]["positions"]:
        assert shape(position) == shape(EXAMPLES[0]["experience"]["positions"][0])


def test_every_variable_is_documented_in_the_template() -> None:
    comment = shipped_template().partition("#}")[0]
    documented = set(re.findall(r"\w+", comment))
    names = {*EXAMPLES[0], *EXAMPLES[0]["experience"], *EXAMPLES[0]["required"][0]}
    names |= {*EXAMPLES[0]["experience"]["positions"][0], *EXAMPLES[0]["required"][0]["quotes"][0]}
    assert names - documented == set()


def test_values_are_plain() -> None:
    waiting: list[Any] = [values_of(report(ONE), ONE)]
    while waiting:
        value = waiting.pop()
        assert type(value) in (dict, list, str, int, bool)
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else []


def test_the_shipped_template_works_as_a_company_s_own(tmp_path: Path) -> None:
    file = template(tmp_path, shipped_template())
    stream = io.StringIO()
    write_letter(report(ONE), ONE, stream, load_template())
    assert written(ONE, file) == stream.getvalue()


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("Hi\n{% for i in range(10**9) %}{% endfor %}", 2, "a call, as in name(…), isn't available"),
        ("Hi\n{{ nmae }}", 2, "there is no variable 'nmae'; did you mean 'name'?"),
        ("{% for i in required %}\n{{ i.nmae }}{% endfor %}", 2, "there is no 'nmae' here; did you mean 'name'?"),
        ("{% if name %}", 1, "end"),
        ("{{ name | safe }}", 1, "there is no filter 'safe'"),
        ("{{ name | lowre }}", 1, "there is no filter 'lowre'; did you mean 'lower'?"),
        ("{{ name | map('center', 9) | join }}", 1, "No filter named 'center'"),
        ("{{ name.__class__ }}", 1, "there is no '__class__' here"),
        ("{{ name.upper }}", 1, "this is no text"),
        ("{{ 'x' * 1000000000 }}", 1, "'mul' isn't available"),
        ("{{ 9 ** 9 ** 9 }}", 1, "'pow' isn't available"),
        ("{% include '/etc/passwd' %}", 1, "include isn't available"),
        ("{% extends 'x' %}", 1, "extends isn't available"),
        ("{% macro x() %}{% endmacro %}", 1, "macro isn't available"),
        ("{% autoescape false %}{{ name }}{% endautoescape %}", 1, "autoescape isn't available"),
        ("{% for x in required recursive %}{% endfor %}", 1, "a loop that calls itself isn't available"),
        ("{% set a %}{{ name }}{% endset %}", 1, "a block of set isn't available"),
        ("{{ [name] }}", 1, "a list holds texts and numbers only"),
        ("{{ required }}", 1, "go through it with 'for'"),
        (LOOPS, 1, "goes through its loops more than 50,000 times"),
        ("{% set a = name %}" + "{% set a = a ~ a %}" * 60, 1, "makes more than 500,000 characters"),
        ("{{ 'x' | replace('', name) | replace('x', name) }}" * 2000, None, None),
        ("{% for a in required %}" * 40 + "{% endfor %}" * 40, None, "nested too deeply"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", None, "nested too deeply"),
        ("{{ " + "name and " * 9000 + "1 }}", None, "nested too deeply"),
        ("x" * 200_001, None, "larger than 200 KB"),
        ("", None, "makes empty letters"),
        ("{# nothing #}\n  \n", None, "makes empty letters"),
    ],
)  # fmt: skip
def test_a_template_that_cant_be_used_is_one_line_with_file_and_line(
    tmp_path: Path, source: str, line: int | None, says: str | None
) -> None:
    file = template(tmp_path, source)
    if says is None:
        load_template(file)
        return
    with pytest.raises(LetterTemplateError) as caught:
        load_template(file)
    message = str(caught.value)
    assert message.startswith(f"{file}:{line}: " if line else f"{file}: ")
    assert says in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "says"), [("letter.tex", "a template makes .txt, .md or .html"), ("gone.txt", "no such file")]
)
def test_a_file_that_is_no_template_is_refused(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(LetterTemplateError, match=says):
        load_template(str(tmp_path / name))


def test_a_template_that_isnt_text_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"Dear\n\xff")
    with pytest.raises(LetterTemplateError, match=r"letter\.txt:2: isn't UTF-8"):
        load_template(str(file))


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", "text"), ("a.j2", "text"), ("a.md.j2", "markdown"), ("a.HTML.jinja2", "html"), ("a.htm", "html")],
)
def test_the_name_says_what_a_template_makes(tmp_path: Path, name: str, form: str) -> None:
    assert load_template(template(tmp_path, "{{ name }}", name)).format == form


def test_only_text_is_wrapped(tmp_path: Path) -> None:
    long = "word " * 40 + "{{ name }}"
    assert len(written(ONE, template(tmp_path, long, "a.md")).splitlines()) == 1
    assert len(written(ONE, template(tmp_path, long, "a.txt")).splitlines()) > 1


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("short", ["short"]),
        ("- one two three", ["- one two", "  three"]),
        ("  aa bb cc dd", ["  aa bb cc", "  dd"]),
        ("0123456789abc", ["0123456789", "abc"]),
        ("陳小明陳小明", ["陳小明陳小", "明"]),
    ],
)
def test_a_long_line_goes_on_below_where_it_began(line: str, lines: list[str]) -> None:
    assert wrapped(line, 10).split("\n") == lines


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


ALL_VALUES = """{{ name }}
{% for item in required %}{{ item.name }} {{ item.question }} {{ item.shown_by }}
{% for quote in item.quotes %}“{{ quote.text ~ "" }}” {{ quote.place }}
{% endfor %}{% endfor %}
{% for job in experience.positions %}{{ job.title }}, {{ job.employer | upper }}
{% endfor %}{{ role }} {{ cause }}"""


@settings(max_examples=40, deadline=None)
@given(text=hostile)
@example(text="{{ 7 * 7 }}{% for a in b %}{# \x1b[31m\u202e<script>alert(1)</script>")
def test_hostile_words_are_inert_in_letters(text: str) -> None:
    outcome = Outcome(f"{text}.pdf", None, hostile_screening(text))
    stream = io.StringIO()
    write_letter(report(outcome), outcome, stream, load_template())
    letter = stream.getvalue()
    assert not UNSAFE.search(letter.replace("\n", ""))
    assert "49" not in letter or "49" in text
    letter.encode("utf-8")


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("templates")
    html = template(folder, f'<p title="{{{{ name }}}}">{ALL_VALUES}</p>', "a.html.j2")
    return {"html": html, "markdown": template(folder, ALL_VALUES, "a.md.j2")}


@settings(max_examples=40, deadline=None)
@given(text=hostile)
@example(text='"><script>alert(1)</script><img src=x onerror=y>')
def test_hostile_words_are_inert_in_html(templates: dict[str, str], text: str) -> None:
    letter = written(Outcome("a.pdf", None, hostile_screening(text)), templates["html"])
    parser = Tags()
    parser.feed(letter)
    assert parser.tags == ["p"]
    assert not UNSAFE.search(letter.replace("\n", ""))


@pytest.mark.parametrize(
    "text", ["# Ada", "1. Ada", "- Ada", "[x](http://example.com)", "<b>Ada</b>", "`Ada`", "![x](y)"]
)
def test_hostile_words_are_inert_in_markdown(templates: dict[str, str], text: str) -> None:
    first = written(Outcome("a.pdf", None, hostile_screening(text)), templates["markdown"]).splitlines()[0]
    assert first != text
    assert not re.match(r"(?:#|\d+[.)]|[-+>=])(?:\s|$)", first)
    assert not re.search(r"(?<!\\)[`\[<]", first)


def test_an_unreadable_file_s_letter_takes_a_company_s_words(tmp_path: Path) -> None:
    file = template(tmp_path, "{% if situation == 'unreadable' %}Bitte neu: {{ cause }}{% endif %}")
    assert written(SCAN, file) == "Bitte neu: no-text-layer\n"
