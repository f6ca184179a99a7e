"""Each rule's manual page holds its samples: a bad one raises the rule, a good one doesn't."""

import textwrap
from datetime import date
from pathlib import Path

import pytest

from screener.roles import rules
from screener.roles.lint import Selection, check_source
from screener.roles.source import source_from_bytes

TODAY = date(2026, 6, 30)


def samples_of(name, kind):
    """The indented blocks of a manual page under `Bad:` or `Good:`."""
    blocks, wanted = [], False
    for line in rules.manual_page(name).splitlines():
        if line and not line.startswith(" "):
            wanted = line == f"{kind}:"
            if wanted:
                blocks.append("")
        elif wanted:
            blocks[-1] += line + "\n"
    return [textwrap.dedent(block).strip() + "\n" for block in blocks]


def check(text, selection=Selection()):  # noqa: B008
    return check_source(source_from_bytes(text.encode(), file="role.yaml", folder=Path()), TODAY, selection)


ALL = (*rules.READING_RULES, *rules.RULES)
WITHOUT_SAMPLES = {"not-found", "not-a-file", "encoding", "too-large", "too-deep"}  # a page can't show these
BAD = [(name, at, text) for name in ALL for at, text in enumerate(samples_of(name, "Bad"))]
GOOD = [(name, at, text) for name in ALL for at, text in enumerate(samples_of(name, "Good"))]


def test_every_rule_has_both_samples():
    assert {name for name, _, _ in BAD} == {name for name, _, _ in GOOD} == {*ALL} - WITHOUT_SAMPLES


def test_every_module_is_in_a_table():
    modules = {path.stem.replace("_", "-") for path in Path(rules.__file__).parent.glob("*.py")} - {"--init--"}
    assert len(modules) > 10
    assert modules == {*ALL}


@pytest.mark.parametrize(("name", "at", "text"), BAD)
def test_a_bad_sample_raises_its_rule(name, at, text):
    problems = [problem for problem in check(text) if problem.rule == name]
    assert problems
    assert all(problem.severity == rules.severity_of(name) for problem in problems)
    assert all(";" in problem.message or "?" in problem.message for problem in problems), "no remedy"


@pytest.mark.parametrize(("name", "at", "text"), GOOD)
def test_a_good_sample_does_not(name, at, text):
    problems = check(text)
    assert name not in {problem.rule for problem in problems}
    assert "error" not in {problem.severity for problem in problems}
