"""`screen roles test`: what is printed of a role's examples, where, and with which exit code."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Ran

from screener.cli import app, options
from screener.reports.trials import FORMATS
from screener.trials import examples

ROLE = """\
title: Backend
skills:
  must: [Node.js]
  nice: [{name: Azure, aliases: [Microsoft cloud]}]
examples:
  - name: ada
    text: |
      Ada Example
      ada@example.com
      Experience
      Engineer, Acme, Jan 2020 - Dec 2024
      - Built services with Node.js
    expect: fit  # the usual case
  - name: ben
    text: Java developer, ben@example.com
    expect: {verdict: no_fit, not_met: [Node.js]}
"""
NO_EXAMPLES = "title: Empty\nskills: {must: [Node.js]}\n"

Program = Callable[..., Ran]


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Run `screen roles test` in a folder of its own, with a role that fails one of two examples."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "role.yaml").write_text(ROLE)

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        return Ran(app.run(["roles", "test", *arguments]), *capfd.readouterr())

    return run


def test_passed_and_failed_examples_are_told_with_what_differed(screen) -> None:
    ran = screen("role.yaml")
    assert ran.out == (
        "role.yaml · Backend · 2 examples\n"
        "  ✓ ada · fit, score 75.0\n"
        "  ✗ ben · review, score 0.0 · role.yaml:14\n"
        "      verdict: expected no fit, got review (the file doesn't look like a resume; open it)\n"
        "      Node.js: expected not met, got unknown (not found)\n"
    )
    assert (ran.code, ran.err) == (1, "2 examples of 1 role: 1 passed, 1 failed\n")
    assert screen("role.yaml", "--quiet") == Ran(1, ran.out, "")


def test_a_role_whose_examples_pass_ends_well(screen) -> None:
    Path("role.yaml").write_text(ROLE[: ROLE.index("  - name: ben")])
    ran = screen("role.yaml")
    assert (ran.code, ran.err) == (0, "1 example of 1 role: 1 passed\n")


def test_the_shipped_roles_pass_their_examples(screen) -> None:
    ran = screen("backend-software-engineer")
    assert ran.code == 0
    assert "✗" not in ran.out


def test_a_role_without_examples_is_no_failure_but_is_told(screen) -> None:
    Path("role.yaml").write_text(NO_EXAMPLES)
    ran = screen("role.yaml")
    assert ran.code == 0
    assert ran.out == (
        "role.yaml · Empty · no examples, so nothing was tested; "
        "add one that fits and one that doesn't under 'examples'\n"
    )
    assert ran.err == "0 examples of 1 role; 1 role without examples\n"


def test_folders_are_looked_through_and_bad_roles_show_their_problems(screen) -> None:
    Path("more").mkdir()
    Path("more/bad.yaml").write_text("title: x\nskils: {}\n")
    Path("more/good.yaml").write_text(ROLE)
    ran = screen(".", "nothing.yaml")
    assert ran.code == 2
    lines = ran.out.splitlines()
    assert "more/bad.yaml:2:1: error: unknown key 'skils'; did you mean 'skills'? (unknown-key)" in lines
    assert any(line.startswith("nothing.yaml: error: no such file or shipped role") for line in lines)
    assert [line for line in lines if line.endswith("2 examples")] == [
        "more/good.yaml · Backend · 2 examples",
        "role.yaml · Backend · 2 examples",
    ]
    assert ran.err == "4 examples of 2 roles: 2 passed, 2 failed; 2 role files with errors\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "missing argument 'PATH...'"),
        (["role.yaml", "-f", "sarif"], "unknown format 'sarif'; choose one of: text, json, junit"),
        (["role.yaml", "--as-of", "soon"], "'soon' is not a day"),
    ],
)
def test_wrong_usage(screen, arguments: list[str], message: str) -> None:
    ran = screen(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_folder_without_roles_is_told_and_ends_with_2(screen) -> None:
    Path("empty").mkdir()
    ran = screen("empty", "role.yaml")
    assert ran.code == 2
    assert "empty: error: no .yaml file in this folder; name a role file (not-a-file)" in ran.out.splitlines()
    assert "role.yaml · " in ran.out


def test_coverage_lists_what_no_example_touches(screen) -> None:
    ran = screen("role.yaml", "--coverage")
    assert ran.out.endswith(
        "  examples touch 1 of 2 requirements and 0 of 1 alias\n"
        "      not touched: Azure\n"
        "      not touched: Microsoft cloud (an alias of Azure)\n"
    )
    Path("role.yaml").write_text(ROLE.replace("Node.js\n    expect", "Node.js on the Microsoft Cloud\n    expect"))
    assert screen("role.yaml", "--coverage").out.endswith("  examples touch all 2 requirements and the only alias\n")


def test_update_writes_what_happened_and_then_everything_passes(screen) -> None:
    ran = screen("role.yaml", "--update")
    assert (ran.code, ran.err) == (0, "2 examples of 1 role: 1 passed, 1 updated\n")
    assert "  ~ ben · review, score 0.0 · updated · role.yaml:14\n" in ran.out
    assert Path("role.yaml").read_text() == ROLE.replace(
        "{verdict: no_fit, not_met: [Node.js]}", "{verdict: review, unknown: [Node.js]}"
    )
    assert screen("role.yaml").code == 0


def test_what_can_not_be_updated_is_told_and_still_fails(screen) -> None:
    Path("role.yaml").write_text(ROLE.replace("expect: fit", "expect: {met: [Nodejs]}"))
    ran = screen("role.yaml", "--update")
    assert ran.code == 1
    assert ran.err.startswith("screen: role.yaml:6: 'ada' was not updated: it could not be screened or compared;")
    assert ran.err.endswith("2 examples of 1 role: 1 updated, 1 failed\n")


def test_a_shipped_role_is_not_updated(screen, monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.roles import source

    monkeypatch.setattr(source, "shipped_roles", lambda: {"backend": Path("role.yaml").absolute()})
    ran = screen("backend", "--update")
    assert ran.code == 1
    assert "screen: backend: is a shipped role; copy it to a file of your own to update its examples\n" in ran.err
    assert Path("role.yaml").read_text() == ROLE


def test_json_has_every_key_and_the_plain_words(screen) -> None:
    Path("bad.yaml").write_text("title: x\n")
    ran = screen("role.yaml", "bad.yaml", "-f", "json", "--as-of", "2026-06-30", "--coverage")
    found = json.loads(ran.out)
    good, bad = found["files"]
    assert found["schema_version"] == 1
    assert [set(good), len(good["examples"])] == [set(bad), 2]
    assert bad["problems"][0]["rule"] == "no-requirement"
    first, second = good["examples"]
    assert first == {
        "name": "ada",
        "line": 6,
        "as_of": "2026-06-30",
        "passed": True,
        "updated": False,
        "verdict": "fit",
        "score": 75.0,
        "faults": [],
        "differences": [],
    }
    assert second["differences"][1] == {
        "part": "not_met",
        "requirement": "Node.js",
        "expected": "not_met",
        "got": "unknown",
        "reason": "not found",
    }
    assert good["coverage"] == {
        "requirements": 2,
        "untouched_requirements": ["Azure"],
        "aliases": 1,
        "untouched_aliases": [{"alias": "Microsoft cloud", "requirement": "Azure"}],
    }


def test_junit_has_a_suite_for_each_role_and_a_case_for_each_example(screen) -> None:
    Path("bad.yaml").write_text("title: x\n")
    Path("empty.yaml").write_text(NO_EXAMPLES)
    Path("typo.yaml").write_text(ROLE.replace("expect: fit", 'expect: {met: ["x <&"]}'))
    root = ElementTree.fromstring(screen("role.yaml", "bad.yaml", "empty.yaml", "typo.yaml", "-f", "junit").out)
    counts = [[suite.get(key) for key in ("name", "tests", "failures", "errors", "skipped")] for suite in root]
    assert counts == [
        ["role.yaml", "2", "1", "0", "0"],
        ["bad.yaml", "1", "0", "1", "0"],
        ["empty.yaml", "1", "0", "0", "1"],
        ["typo.yaml", "2", "1", "1", "0"],
    ]
    assert [case.get("name") for case in root[0]] == ["ada", "ben"]
    failure = root[0][1].find("failure")
    assert failure is not None
    assert failure.text is not None
    assert failure.text.splitlines()[0] == "role.yaml:14"
    assert failure.get("message", "").startswith("verdict: expected no fit, got review")


@pytest.mark.parametrize("format_name", FORMATS)
def test_hostile_names_are_shown_and_never_obeyed(screen, format_name: str) -> None:
    name = '"[red]a[/] \\u202e \\U0001f600 %s <&> \\\\x1b"'
    Path("role.yaml").write_text(ROLE.replace("name: ben", f"name: {name}").replace("title: Backend", "title: '[b]x'"))
    ran = screen("role.yaml", "-f", format_name)
    if ran.code == 2:  # the reader of role files refuses it already
        assert "invisible character" in ran.out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ran.out)


def test_the_day_is_asked_once_when_it_is_not_given(screen, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    monkeypatch.setattr(options, "today", lambda: pytest.fail("the clock was looked at"))
    assert screen("role.yaml", "--as-of", "2026-06-30").code == 1
    from screener.cli.roles import test as command

    monkeypatch.setattr(command, "today", lambda: date(2026, 1, 2))
    assert json.loads(screen("role.yaml", "-f", "json").out)["files"][0]["examples"][0]["as_of"] == "2026-01-02"


def test_a_bug_is_told_with_its_example_and_ends_with_its_own_code(screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object, key: str) -> None:
        raise KeyError(key)

    monkeypatch.setattr(examples.ScreenExample, "__call__", fails)
    ran = screen("role.yaml")
    assert ran.code == 4
    assert "screen: role.yaml: example 1 (ada): failed\n" in ran.err


def test_ctrl_c_keeps_what_was_finished(screen, monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.batch import executors

    def interrupted(work, files, limits, jobs):
        yield work(files[0])
        raise KeyboardInterrupt

    monkeypatch.setitem(executors.EXECUTORS, "processes", interrupted)
    ran = screen("role.yaml", "--update")
    assert ran.code == 130
    assert "✓ ada" in ran.out
    assert "ben" not in ran.out
    assert ran.err == "screen: stopped; 1 of 2 examples were finished\n"
