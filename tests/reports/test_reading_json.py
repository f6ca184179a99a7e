"""Readings for programs: every key of the JSON, and JSON Resume as its schema wants it."""

import importlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from factories import bound
from jsonschema import Draft202012Validator, FormatChecker
from reading_samples import DOCUMENT, READING, TEXT

import screener.reports.reading
from screener.model.document import Cell, Line, PageSize
from screener.model.period import Period
from screener.model.reading import Reading
from screener.model.resume import Candidate, PositionKind, ResumeLine, Section
from screener.reports.reading import FORMATS, ReadingView, load_format, render

KEYS = [
    "schema_version", "screener", "as_of", "file", "sha256", "media_type", "page_count", "is_resume", "pages", "lines",
    "links", "hidden", "warnings", "candidate", "positions", "claim", "education", "certificates", "skills",
]  # fmt: skip
UNDERSTOOD_KEYS = ["section", "position", "heading", "continues", "grade"]
LINE_KEYS = ["page", "line", "region", *UNDERSTOOD_KEYS, "bullet", "heading_style", "text", "cells", "top", "bottom"]
ITEM_KEYS = {
    "pages": ["page", "width", "height"],
    "lines": [*LINE_KEYS, "parts"],
    "links": ["uri", "text", "page"],
    "hidden": ["text", "cause", "page"],
    "warnings": ["code", "message", "page", "line"],
    "positions": [
        "title", "employer", "kind", "start", "end", "months", "months_min", "months_max", "page", "line",
    ],
    "education": ["level", "field", "institution", "start", "end", "completed", "page", "line"],
    "certificates": ["name", "page", "line"],
    "skills": ["name", "evidence", "notes"],
}  # fmt: skip

_TEXT, _ADDRESS = {"type": "string", "minLength": 1}, {"type": "string", "pattern": "^https?://[^ ]+$"}
_DATE = {"type": "string", "pattern": r"^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$"}
_TEXTS = {"type": "array", "minItems": 1, "items": _TEXT}


def _list_of(**keys: object) -> dict[str, object]:
    """Objects with some of these keys, and no others."""
    item = {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": keys}
    return {"type": "array", "minItems": 1, "items": item}


_JOB = {"position": _TEXT, "startDate": _DATE, "endDate": _DATE, "summary": _TEXT, "highlights": _TEXTS}
_BASICS = {"name": _TEXT, "email": {"type": "string", "format": "email"}, "phone": _TEXT, "url": _ADDRESS}
_BASICS |= {"summary": _TEXT, "profiles": _list_of(network=_TEXT, username=_TEXT, url=_ADDRESS)}
SCHEMA = {
    "type": "object",
    "required": ["$schema", "meta"],
    "additionalProperties": False,
    "properties": {
        "$schema": _ADDRESS,
        "basics": {"type": "object", "additionalProperties": False, "properties": _BASICS},
        "work": _list_of(name=_TEXT, **_JOB),
        "volunteer": _list_of(organization=_TEXT, **_JOB),
        "education": _list_of(institution=_TEXT, area=_TEXT, studyType=_TEXT, startDate=_DATE, endDate=_DATE),
        "awards": _list_of(title=_TEXT),
        "certificates": _list_of(name=_TEXT),
        "publications": _list_of(name=_TEXT),
        "skills": _list_of(name=_TEXT),
        "languages": _list_of(language=_TEXT, fluency=_TEXT),
        "interests": _list_of(name=_TEXT),
        "projects": _list_of(name=_TEXT, highlights=_TEXTS),
        "meta": {"type": "object", "required": ["canonical", "version"]},
    },
}


def written(name: str, *readings: Reading) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    render(readings, name, stream, view=ReadingView(width=40, layout=True))
    return raw.getvalue().decode("utf-8")


def whole(reading: Reading) -> dict[str, Any]:
    return dict(json.loads(written("json", reading)))


def resume_json(reading: Reading) -> dict[str, Any]:
    shown = dict(json.loads(written("jsonresume", reading)))
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(shown)
    return shown


def in_section(section: Section, *texts: str, bullets: bool = False) -> Reading:
    """A reading of one section with these lines."""
    lines = tuple(Line((Cell(text),), 1, number, bullet=bullets) for number, text in enumerate(texts, 1))
    parts = tuple(ResumeLine(line.text, 1, line.number, section, None, None) for line in lines)
    empty = replace(TEXT.resume, lines=parts)
    return replace(TEXT, document=replace(TEXT.document, lines=lines), resume=empty)


@pytest.mark.parametrize("name", ["json", "jsonresume"])
def test_output_is_as_expected(name: str, check_expected: Callable[[str, str], None]) -> None:
    check_expected(f"reading/pages.{name}", written(name, READING).replace(screener.__version__, "0.0.0"))


@pytest.mark.parametrize("reading", [READING, TEXT], ids=["pages", "text"])
def test_every_key_is_there_in_its_order(reading: Reading) -> None:
    shown = whole(reading)
    assert list(shown) == KEYS
    assert all(list(item) == keys for name, keys in ITEM_KEYS.items() for item in shown[name])
    assert all(list(cell) == ["text", "x0", "x1", "size", "bold"] for line in shown["lines"] for cell in line["cells"])


def test_a_line_says_where_it_stands_and_what_it_was_taken_for() -> None:
    line = next(line for line in whole(READING)["lines"] if line["text"].startswith("Moved"))
    told = {key: line[key] for key in ("page", "line", "region", "section", "position", "bullet", "grade", "parts")}
    assert told == {
        "page": 1, "line": 4, "region": 0, "section": "experience", "position": 0, "bullet": True, "grade": "used",
        "parts": [],
    }  # fmt: skip


def test_a_line_that_was_taken_apart_has_parts() -> None:
    [line] = [line for line in whole(READING)["lines"] if line["parts"]]
    assert [(part["text"], part["position"]) for part in line["parts"]] == [
        ("Helper, Food Bank", 1),
        ("Break, travelling", 2),
    ]
    assert all(list(part) == [*UNDERSTOOD_KEYS, "text"] for part in line["parts"])


def test_pages_have_sizes_where_the_format_has_them() -> None:
    assert whole(READING)["pages"][1] == {"page": 2, "width": 595.3, "height": 841.9}
    assert whole(TEXT)["pages"] == [{"page": 1, "width": None, "height": None}]


def test_numbers_that_are_none_become_null() -> None:
    line = Line((Cell("x", float("nan"), float("inf")),), 1, 1, float("-inf"), 1e308)
    broken = replace(DOCUMENT, lines=(line,), page_sizes=(PageSize(float("nan"), 1.0),))
    shown = whole(replace(READING, document=broken))
    assert shown["pages"][0]["width"] is shown["lines"][0]["top"] is shown["lines"][0]["cells"][0]["x1"] is None


@pytest.mark.parametrize("name", ["json", "jsonresume"])
def test_one_file_is_one_object_and_several_are_one_on_each_line(name: str) -> None:
    lines = written(name, READING, TEXT).splitlines()
    assert [json.loads(line) for line in lines] == [json.loads(written(name, item)) for item in (READING, TEXT)]
    assert written(name) == ""


def test_what_a_terminal_would_obey_is_escaped() -> None:
    text = written("json", replace(READING, file="\x1b[31m\u202e.pdf"))
    assert "\\u001b[31m\\u202e.pdf" in text
    assert "\x1b" not in text


def test_json_resume_has_what_was_read_and_no_more() -> None:
    shown = resume_json(READING)
    assert shown["work"] == [
        {
            "name": "Acme Tool Works",
            "position": "Senior Engineer",
            "startDate": "2019",
            "endDate": "2022",
            "highlights": [
                "Moved payments to NestJS services behind a queue, so that a merchant's settlement takes minutes."
            ],
        }
    ]
    assert shown["volunteer"] == [{"organization": "Food Bank", "position": "Helper", "startDate": "2021-03"}]
    assert shown["languages"] == [{"language": "Engelsk", "fluency": "flytende"}, {"language": "陳"}]
    assert shown["skills"] == [{"name": "NestJS"}, {"name": "Node.js"}]
    assert shown["education"][0]["studyType"] == "bachelor"


def test_json_resume_tells_profiles_from_other_pages() -> None:
    basics = resume_json(READING)["basics"]
    url = "https://www.linkedin.com/in/ada-example/"
    assert basics["profiles"] == [{"network": "LinkedIn", "username": "ada-example", "url": url}]
    assert basics["url"] == "https://ada.example.com/me"


def test_json_resume_of_nothing_is_valid() -> None:
    assert list(resume_json(replace(TEXT, resume=replace(TEXT.resume, candidate=Candidate())))) == ["$schema", "meta"]


@pytest.mark.parametrize(
    ("section", "key", "shown"),
    [
        (Section.AWARDS, "awards", [{"title": "First, thing"}, {"title": "second"}]),
        (Section.PUBLICATIONS, "publications", [{"name": "First, thing"}, {"name": "second"}]),
        (Section.INTERESTS, "interests", [{"name": "First, thing"}, {"name": "second"}]),
        (Section.PROJECTS, "projects", [{"name": "First, thing"}, {"name": "second"}]),
    ],
)
def test_json_resume_lists_the_items_of_other_sections(section: Section, key: str, shown: list[object]) -> None:
    assert resume_json(in_section(section, "First, thing", "second"))[key] == shown


def test_json_resume_keeps_the_summary_as_one_text() -> None:
    assert resume_json(in_section(Section.SUMMARY, "Builds.", "Ships."))["basics"]["summary"] == "Builds. Ships."


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("English (native), German – B2", [("English", "native"), ("German", "B2")]),
        ("English: fluent | French", [("English", "fluent"), ("French", None)]),
        ("Serbo-Croatian - basic", [("Serbo-Croatian", "basic")]),
    ],
)
def test_json_resume_parts_a_language_from_what_is_said_of_it(text: str, languages: list[object]) -> None:
    shown = resume_json(in_section(Section.LANGUAGES, text))["languages"]
    assert [(item["language"], item.get("fluency")) for item in shown] == languages


def test_json_resume_leaves_out_breaks_and_dates_that_are_none() -> None:
    odd = replace(READING.resume.positions[0], period=Period(bound("0199"), bound("present")))
    away = replace(odd, kind=PositionKind.BREAK)
    [job] = resume_json(replace(READING, resume=replace(READING.resume, positions=(odd, away))))["work"]
    assert "startDate" not in job
    assert "endDate" not in job


def test_every_format_is_in_the_table() -> None:
    folder = Path(str(screener.reports.reading.__file__)).parent
    modules = {f"screener.reports.reading.{file.stem}" for file in folder.glob("*.py") if not file.stem.startswith("_")}
    writers = {name for name in modules if hasattr(importlib.import_module(name), "write")}
    assert writers
    assert writers == set(FORMATS.values())
    assert all(callable(load_format(name).write) for name in FORMATS)
