"""Comments that silence a rule: where they count, what is wrong with them, and what is no comment at all."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.roles.ignores import find_ignores
from screener.roles.lint import Selection, check_source
from screener.roles.source import source_from_bytes

TODAY = date(2026, 6, 30)
ROLE = "title: Backend Engineer\nskills:\n  must:\n    - Node.js{}\n    - NestJS\n"


def found(text, selection=Selection(ignore=frozenset({"no-examples"}))):  # noqa: B008
    source = source_from_bytes(text.encode(), file="role.yaml", folder=Path())
    return [(problem.line, problem.rule, problem.message) for problem in check_source(source, TODAY, selection)]


def rules(text, *arguments):
    return [rule for _, rule, _ in found(text, *arguments)]


@pytest.mark.parametrize(
    "comment",
    [
        " # screener: ignore implied-gate - it weighs in the score",
        " # screener: ignore implied-gate: it weighs",
        " # screener: ignore implied-gate — it weighs",
        " # screener: ignore implied-gate because it weighs",
        " # screener: ignore implied-gate (it weighs)",
        " #screener:ignore implied-gate - it weighs",
        " # Screener: Ignore implied-gate - it weighs",
        "\n    # screener: ignore implied-gate - it weighs\n\n    # and another comment\n    - PostgreSQL",
    ],
    ids=["dash", "colon", "long dash", "because", "brackets", "no spaces", "capitals", "above another line"],
)
def test_a_comment_with_a_reason_silences_its_rule(comment):
    if comment.startswith("\n"):
        text = "title: Backend Engineer\nskills:\n  must:" + comment.replace(
            "- PostgreSQL", "- Node.js\n    - NestJS\n"
        )
        assert rules(text) == []
    else:
        assert rules(ROLE.format(comment)) == []


@pytest.mark.parametrize(
    ("comment", "rule", "says"),
    [
        ("ignore implied-gate", "bad-ignore", "no reason is given"),
        ("ignore", "bad-ignore", "ignores no rule; write '# screener: ignore RULE - the reason'"),
        ("ignore[implied-gate] x", "bad-ignore", "ignores no rule"),
        ("disable implied-gate - x", "bad-ignore", "ignores no rule"),
        ("noqa", "bad-ignore", "ignores no rule"),
        ("ignore implied-gates - x", "bad-ignore", "did you mean 'implied-gate'?"),
        ("ignore everything - x", "bad-ignore", "there is no rule 'everything'; write"),
        ("ignore unknown-key - x", "bad-ignore", "unknown-key can't be ignored"),
        ("ignore implied-gate, weak-alias - x", "unused-ignore", "there is no weak-alias to ignore here"),
    ],
)
def test_a_comment_that_is_wrong_is_told(comment, rule, says):
    problems = found(ROLE.format(f" # screener: {comment}"))
    assert [message for line, name, message in problems if name == rule and line == 4 and says in message]


@pytest.mark.parametrize(
    "text",
    [
        ROLE.format("").replace("Node.js", '"Node.js # screener: ignore no-gate - x"'),
        ROLE.format("").replace("Node.js", "'Node.js # screener: ignore no-gate - x'"),
        ROLE.format("").replace("Node.js", '"Node.js\n\n      # screener: ignore no-gate - x"'),
        ROLE.format("")
        + "examples:\n  - name: a\n    text: |\n      A # screener: ignore\n      # screener: ignore x\n"
        "    expect: fit\n",
        ROLE.format("") + "examples:\n  - name: a\n    expect: fit\n    text: >-\n      A # screener: ignore\n",
        ROLE.format("#screener: ignore x"),
    ],
    ids=["double quotes", "single quotes", "lines in quotes", "block", "folded block at the end", "no space before #"],
)
def test_texts_hold_no_comments(text):
    assert find_ignores(text) == ()


def test_comments_stand_behind_quotes_and_before_blocks():
    text = 'title: >- # screener: ignore weak-alias - a name\n  X\nskills: {must: ["Go"]} # screener: ignore a - b\n'
    assert [(one.line, one.column, one.rules) for one in find_ignores(text)] == [
        (1, 11, ("weak-alias",)),
        (3, 24, ("a",)),
    ]


def test_a_rule_that_was_not_asked_leaves_its_comment_alone():
    text = ROLE.format(" # screener: ignore implied-gate - it weighs")
    assert rules(text, Selection(ignore=frozenset({"implied-gate", "no-examples"}))) == []
    assert rules(text, Selection(select=frozenset({"unused-ignore"}))) == []


def test_errors_of_rules_can_be_silenced_and_errors_of_reading_not():
    young = "title: Young Living Engineer # screener: ignore protected-words - a company\nskills: {must: [Go]}\n"
    assert rules(young) == []
    assert rules("titel: x # screener: ignore unknown-key - x\ntitle: x\nskills: {must: [Go]}\n") == ["unknown-key"]


@given(st.text(alphabet="#scren: ignoe|>'\"\n-a", max_size=60))
def test_any_text_that_loads_can_be_looked_through(tail):
    source = source_from_bytes((ROLE.format(" # screener:" + tail)).encode(), file="r.yaml", folder=Path())
    for problem in check_source(source, TODAY):
        assert problem.line >= 0
