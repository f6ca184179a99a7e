"""Problems of role files in each format: what its readers take, whatever names and messages hold."""

import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from screener.reports.problems import FORMATS, render
from screener.reports.safe_text import UNSAFE
from screener.roles.lint import CheckedFile
from screener.roles.problems import Problem
from screener.roles.rules import READING_RULES, RULES

HOSTILE = (
    "\x1b[31m", "\n", "\r\n", "\t", "\x00", "\x7f", "\u202e", "\u2028", "\ufeff", "\udcff", "\ud83d",
    "::error file=x::y", "##[error]x", "::stop-commands::x", "%", "%0A", ",", ":", "]]>", "<!--", "<&\"'>", "&amp;",
    "\\", "../", "é", "😀",
    " ", "file=", "-", "x" * 300,
)  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=6)), max_size=5).map("".join)
problems = st.builds(
    Problem,
    line=st.integers(0, 9),
    column=st.integers(1, 9),
    message=hostile,
    rule=st.sampled_from((*RULES, *READING_RULES, "too-many")),
    severity=st.sampled_from(["error", "warning", "note"]),
)
checked_files = st.lists(
    st.builds(CheckedFile, file=hostile.map("r".__add__), problems=st.lists(problems, max_size=15).map(tuple)),
    max_size=4,
)
NASTY = CheckedFile("::error::a, b%.yaml", (Problem(1, 2, "::x\n##[error]y\udcff\x1b", "syntax"),) * 12)
FILES = [
    CheckedFile("roles/a.yaml", (Problem(3, 5, "unknown key 'x'; remove it", "unknown-key"),)),
    CheckedFile(
        "roles/b c.yaml", (Problem(0, 0, "no such file", "not-found"), Problem(2, 1, "a gate", "no-gate", "note"))
    ),
    CheckedFile("roles/good.yaml", ()),
]

SARIF = {  # what of SARIF 2.1.0 is written here; its schema allows no other keys in these objects
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "pattern": "^https://"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {"$ref": "#/definitions/run"}, "minItems": 1, "maxItems": 1},
    },
    "definitions": {
        "text": {
            "type": "object",
            "additionalProperties": False,
            "required": ["text"],
            "properties": {"text": {"type": "string", "minLength": 0}},
        },
        "rule": {
            "type": "object",
            "additionalProperties": False,
            "required": ["id"],
            "properties": {
                "id": {"type": "string"},
                "shortDescription": {"$ref": "#/definitions/text"},
                "help": {"$ref": "#/definitions/text"},
            },
        },
        "run": {
            "type": "object",
            "additionalProperties": False,
            "required": ["tool"],
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "results": {"type": "array", "items": {"$ref": "#/definitions/result"}},
                "tool": {
                    "type": "object",
                    "required": ["driver"],
                    "properties": {
                        "driver": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["name"],
                            "properties": {
                                "name": {"type": "string"},
                                "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
                                "rules": {
                                    "type": "array",
                                    "uniqueItems": True,
                                    "items": {"$ref": "#/definitions/rule"},
                                },
                            },
                        }
                    },
                },
            },
        },
        "result": {
            "type": "object",
            "additionalProperties": False,
            "required": ["message"],
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"$ref": "#/definitions/text"},
                "locations": {"type": "array", "items": {"$ref": "#/definitions/location"}},
            },
        },
        "location": {
            "type": "object",
            "additionalProperties": False,
            "required": ["physicalLocation"],
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"}},
                        },
                        "region": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {
                                "startLine": {"type": "integer", "minimum": 1},
                                "startColumn": {"type": "integer", "minimum": 1},
                            },
                        },
                    },
                }
            },
        },
    },
}


def written(files, name):
    """What a format writes, as it would arrive in a file of UTF-8."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    render(files, name, stream)
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")


def is_command(line):
    """What GitHub's runner obeys: `::` behind spaces at the start, or the old form anywhere."""
    return line.lstrip().startswith("::") or "##[" in line


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("files", [[], FILES[2:], FILES], ids=["nothing", "no problems", "problems"])
def test_every_format_writes_any_number_of_files(name, files):
    text = written(files, name)
    assert not text or text.endswith("\n")
    assert ("unknown key" in text) == (files is FILES)


def test_text_has_a_line_for_each_problem():
    assert written(FILES, "text").splitlines() == [
        "roles/a.yaml:3:5: error: unknown key 'x'; remove it (unknown-key)",
        "roles/b c.yaml: error: no such file (not-found)",
        "roles/b c.yaml:2:1: note: a gate (no-gate)",
    ]


def test_json_names_every_file_and_says_null_for_no_place():
    found = json.loads(written(FILES, "json"))
    assert [file["file"] for file in found["files"]] == ["roles/a.yaml", "roles/b c.yaml", "roles/good.yaml"]
    assert found["files"][1]["problems"][0] == {
        "line": None, "column": None, "severity": "error", "rule": "not-found", "message": "no such file",
    }  # fmt: skip
    assert found["schema_version"] == 1


def test_github_gets_annotations_at_their_lines():
    assert written(FILES, "github").splitlines() == [
        "::error file=roles/a.yaml,line=3,col=5,title=unknown-key::unknown key 'x'; remove it",
        "::error file=roles/b c.yaml,title=not-found::no such file",
        "::notice file=roles/b c.yaml,line=2,col=1,title=no-gate::a gate",
    ]


def test_github_gets_ten_annotations_of_each_kind_and_the_rest_as_plain_lines():
    many = [
        Problem(line, 1, "x; mend it", "syntax", severity) for line in range(1, 13) for severity in ("error", "warning")
    ]
    lines = written([CheckedFile("a.yaml", tuple(many))], "github").splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert lines[20] == "GitHub shows 10 annotations of a kind; 4 more problems:"
    assert lines[21] == "- a.yaml:11:1: error: x; mend it (syntax)"
    assert len(lines) == 25


def test_gitlab_keeps_a_fingerprint_while_a_problem_moves():
    before, after = (
        json.loads(
            written(
                [CheckedFile("a.yaml", (Problem(line, 1, "x", "syntax"), Problem(line, 9, "x", "syntax")))], "gitlab"
            )
        )
        for line in (1, 5)
    )
    assert [one["fingerprint"] for one in before] == [one["fingerprint"] for one in after]
    assert before[0]["fingerprint"] != before[1]["fingerprint"]
    assert before[0]["location"] == {"path": "a.yaml", "lines": {"begin": 1}}


def test_sarif_brings_the_manual_page_of_each_rule():
    run = json.loads(written(FILES, "sarif"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["no-gate", "not-found", "unknown-key"]
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert run["results"][1]["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "roles/b%20c.yaml"}}


def test_junit_has_a_suite_for_each_file_and_a_passed_case_for_a_good_one():
    root = ElementTree.fromstring(written(FILES, "junit"))
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root] == [
        ("roles/a.yaml", "1", "1"),
        ("roles/b c.yaml", "2", "1"),
        ("roles/good.yaml", "1", "0"),
    ]
    assert root[0][0].get("name") == "unknown-key in line 3"


@given(checked_files)
@example([NASTY])
def test_no_text_breaks_a_line_or_sends_a_command(files):
    text, github = written(files, "text"), written(files, "github")
    count = sum(len(file.problems) for file in files)
    assert len(text.splitlines()) == count
    for line in [*text.splitlines(), *github.splitlines()]:
        assert not UNSAFE.search(line)
    commands = [line for line in github.splitlines() if is_command(line)]
    assert len(commands) <= 30
    assert all(
        re.match(r"::(error|warning|notice) file=[^:,\n]+(,line=\d+,col=\d+)?,title=[a-z-]+::", line)
        for line in commands
    )


@given(checked_files)
@example([NASTY])
def test_json_forms_stay_whole(files):
    count = sum(len(file.problems) for file in files)
    found = json.loads(written(files, "json"))
    assert sum(len(file["problems"]) for file in found["files"]) == count
    entries = json.loads(written(files, "gitlab"))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) or len({f.file for f in files}) < len(files)
    assert all(entry["location"]["lines"]["begin"] >= 1 for entry in entries)
    log = json.loads(written(files, "sarif"))
    assert list(Draft7Validator(SARIF).iter_errors(log)) == []
    run = log["runs"][0]
    assert len(run["results"]) == count
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


JUNIT = {  # element: its attributes, those that must be there, its children
    "testsuites": ({"name"}, set(), {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "skipped"},
        {"name", "tests", "failures", "errors"},
        {"testcase"},
    ),
    "testcase": ({"classname", "name"}, {"name"}, {"failure", "system-out"}),
    "failure": ({"message", "type"}, set(), set()),
    "system-out": (set(), set(), set()),
}


@given(checked_files)
@example([NASTY])
def test_junit_stays_whole(files):
    root = ElementTree.fromstring(written(files, "junit").encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        allowed, required, children = JUNIT[element.tag]
        assert required <= set(element.attrib) <= allowed
        assert {child.tag for child in element} <= children
    for suite, file in zip(root, files, strict=True):
        assert int(suite.get("tests")) == len(suite) == max(len(file.problems), 1)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))


def test_every_format_is_in_the_table():
    folder = Path(__file__).parents[2] / "screener" / "reports" / "problems"
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert modules
    assert modules == {module.rpartition(".")[2] for module in FORMATS.values()}
