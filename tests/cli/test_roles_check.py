"""`screen roles check`: what is printed of role files, where, and with which exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from screener.cli import app
from screener.roles.rules import READING_RULES, RULES

GOOD = """\
title: Backend Engineer
skills:
  must: [Go, PostgreSQL]
  nice: [Redis]
examples:
  - {name: ada, as_of: 2026-06-30, text: "Go, PostgreSQL, Redis", expect: review}
"""
FILES = {
    "good.yaml": GOOD,
    "note.yaml": GOOD.replace("[Redis]", "[Zorkmid]").replace("Redis", "Zorkmid"),
    "warning.yaml": GOOD.replace("must:", "should:"),
    "error.yaml": GOOD.replace("nice:", "nicee:"),
    "unlawful.yaml": GOOD.replace("Backend", "Young"),
    "unreadable.yaml": "title: [\n",
    "inner/deep/.hidden/bad.yaml": "x",
    "inner/deep/one.yml": GOOD,
    "inner/notes.txt": "title: [",
    "inner/.draft.yaml": "x",
    "empty/readme.md": "x",
}

Program = Callable[..., Ran]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Run `screen roles check` in a folder with good and bad roles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        return Ran(app.run(["roles", "check", *arguments]), *capfd.readouterr())

    return run


@pytest.mark.parametrize(
    ("arguments", "code", "summary"),
    [
        (["good.yaml"], 0, "1 role file checked: no problems"),
        (["backend-software-engineer"], 0, "1 role file checked: no problems"),
        (["note.yaml", "--strict"], 0, "1 role file checked: 1 note"),
        (["warning.yaml"], 0, "1 role file checked: 1 warning"),
        (["warning.yaml", "--strict"], 1, "1 role file checked: 1 warning"),
        (["error.yaml"], 1, "1 role file checked: 1 error"),
        (["unlawful.yaml"], 1, "1 role file checked: 1 error"),
        (["unreadable.yaml"], 1, "1 role file checked: 1 error"),
        (["missing.yaml"], 2, "1 role file checked: 1 error"),
        (["missing.yaml", "error.yaml"], 2, "2 role files checked: 2 errors"),
        (["."], 1, "7 role files checked: 3 errors, 1 warning, 1 note"),
        (["inner"], 0, "1 role file checked: no problems"),
    ],
)
def test_the_exit_code_is_that_of_the_gravest_problem(check: Program, arguments, code, summary) -> None:
    ran = check(*arguments)
    assert ran.code == code
    assert ran.err == summary + "\n"


def test_problems_go_to_stdout_in_the_order_of_files_and_lines(check: Program) -> None:
    assert check("error.yaml", "warning.yaml").out == (
        "error.yaml:4:3: error: unknown key 'nicee'; did you mean 'nice'? (unknown-key)\n"
        "warning.yaml:3:3: warning: no requirement is a gate, so everybody is a fit; "
        "write what can't be missing under 'must' (no-gate)\n"
    )


@pytest.mark.parametrize("arguments", [["good.yaml", "-q"], ["good.yaml", "--quiet"]])
def test_quiet_says_nothing_of_a_good_role(check: Program, arguments) -> None:
    assert check(*arguments) == Ran(0, "", "")


def test_quiet_still_prints_problems(check: Program) -> None:
    ran = check("error.yaml", "-q")
    assert (ran.code, ran.out.count("\n"), ran.err) == (1, 1, "")


@pytest.mark.parametrize(
    ("arguments", "code", "rules"),
    [
        (["--select", "no-gate", "."], 1, {"no-gate", "unknown-key", "syntax"}),
        (["--select", "no-gate,unknown-skill", "note.yaml"], 0, {"unknown-skill"}),
        (["--select", "no-gate", "--select", "unknown-skill", "warning.yaml"], 0, {"no-gate"}),
        (["--ignore", "no-gate", "--strict", "warning.yaml"], 0, set()),
        (["--ignore", "protected-words", "unlawful.yaml"], 0, set()),
        (["--ignore", "unknown-key", "error.yaml"], 1, {"unknown-key"}),
    ],
    ids=["one", "with a comma", "twice", "without one", "without an error", "reading is always told"],
)
def test_rules_are_selected_and_left_out(check: Program, arguments, code, rules) -> None:
    ran = check("--format", "json", *arguments)
    found = {problem["rule"] for file in json.loads(ran.out)["files"] for problem in file["problems"]}
    assert (ran.code, found) == (code, rules)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "name a role file or a folder of them"),
        (["good.yaml", "--format", "xml"], "choose one of: text, json, github, gitlab, sarif, junit"),
        (["good.yaml", "--select", "no-gates"], "there is no rule 'no-gates'; did you mean 'no-gate'?"),
        (
            ["good.yaml", "--ignore", "everything"],
            "there is no rule 'everything'; see 'screen roles check --explain all'",
        ),
        (["--explain", "unknown_key"], "did you mean 'unknown-key'?"),
    ],
)
def test_wrong_usage_ends_with_2_and_nothing_on_stdout(check: Program, arguments, says) -> None:
    ran = check(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert ran.err.count("\n") == 1


def test_a_folder_without_roles_keeps_nothing_else_from_being_checked(check: Program) -> None:
    ran = check("empty", "warning.yaml")

    assert ran.code == 2
    assert "empty: error: no .yaml file in this folder; name a role file" in ran.out
    assert "warning.yaml:" in ran.out


def test_a_missing_role_is_told_with_what_was_meant(check: Program) -> None:
    assert check("backend-sofware-engineer").out.startswith(
        "backend-sofware-engineer: error: no such file; did you mean the shipped role 'backend-software-engineer'?"
    )


@pytest.mark.parametrize("rule", [*RULES, *READING_RULES])
def test_every_rule_explains_itself(check: Program, rule: str) -> None:
    ran = check("--explain", rule)
    assert ran.code == 0
    assert ran.err == ""
    title, blank, summary = ran.out.splitlines()[:3]
    assert title.split(" (")[0] == rule
    assert title.endswith(("(error)", "(warning)", "(note)"))
    assert blank == ""
    assert summary.endswith(".")


def test_all_rules_are_listed(check: Program) -> None:
    lines = check("--explain", "all").out.splitlines()
    assert [line.split()[0] for line in lines] == [*RULES, *READING_RULES]
    assert {line.split()[1] for line in lines} == {"error", "warning", "note"}


@pytest.mark.parametrize("name", ["sarif", "junit", "gitlab", "json"])
def test_reports_alone_are_on_stdout(check: Program, name: str) -> None:
    ran = check(".", "-f", name)
    assert ran.code == 1
    assert ran.out.lstrip()[0] in "{[<"
    assert "checked" not in ran.out
    assert "checked" in ran.err


def test_yaml_of_other_programs_is_told_once(check: Program, tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services:\n  web: {image: web}\nvolumes: {}\n")
    ran = check("compose.yaml")
    assert ran.out.count("\n") == 1
    assert "no key of a role stands here" in ran.out


LONG = "title: Backend Engineer\nskills:\n  must:\n    - Go\n    - {}\n  nice: [Redis]\nexperience: {{years: 5}}\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (LONG.format("\"PostgreSQL\n    - 'C"), "5:7: error: the quote that opens here"),
        (LONG.format('"Postgres'), "5:7: error: the quote that opens here is closed nowhere; close it on its line"),
        (LONG.format("[Postgres"), "5:7: error: the bracket that opens here is not closed"),
        (LONG.format("A\n    -PostgreSQL"), "6:5: error: a space is missing behind the dash; write '- PostgreSQL'"),
        (LONG.format("A").replace("title: ", "title:"), "1:6: error: a space is missing behind ':'; write 'title: …'"),
        (LONG.format("A").replace("    - A", "\u00a0   - A"), "5:1: error: a special space (U+00A0) stands here"),
        (LONG.format("A\u2028B"), "5:8: error: line separator U+2028; remove it"),
        (LONG.format("Postgres: 3"), "5:7: error: 'Postgres: …' is read as a key and its value; write 'name: …'"),
        (
            LONG.format("Postgres (3 years)"),
            "5:7: warning: 'Postgres (3 years)' is looked for as one name; write {name",
        ),
        (LONG.format("MySQL/Oracle"), "5:7: warning: 'MySQL/Oracle' is looked for as one name; write any: [MySQL, Ora"),
        (LONG.format("C #"), "5:7: warning: what follows ' #' is a comment, so this is 'C'; write 'C#'"),
        (LONG.format("{name: Git, years: [1, 2]}"), "5:26: error: a list stands where one value is expected; write 5"),
        (
            LONG.replace("nice:", "nice_to_have:").format("A"),
            "6:3: error: unknown key 'nice_to_have'; did you mean 'nice'?",
        ),
        (LONG.replace("experience:", "salary:").format("A"), "7:1: error: unknown key 'salary'; known here:"),
        ("%PDF-1.7\n", "1:1: error: this is a PDF, no role; draft a role from a posting with 'screen roles new'"),
    ],
)
def test_what_is_said_leads_to_the_place_and_mends_it(check: Program, tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "role.yaml").write_text(text, encoding="utf-8")
    lines = check("role.yaml").out.splitlines()
    assert [line for line in lines if line.startswith(f"role.yaml:{says}")], lines
    assert sum(": error: " in line for line in lines) <= 1


def test_an_error_is_not_lost_among_many_notes(check: Program, tmp_path: Path) -> None:
    many = "".join(f"    - skill{number}\n" for number in range(150))
    (tmp_path / "role.yaml").write_text(f"title: x\nskills:\n  must:\n{many}    - Young\n")
    lines = check("role.yaml").out.splitlines()
    assert len(lines) == 101
    assert [line for line in lines if ":154:7: error: 'Young' must not decide" in line]
    assert lines[-1] == "role.yaml: note: 54 more problems; mend the ones above first (too-many)"
    (tmp_path / "role.yaml").write_text(f"title: x\nexperience: {{years: 5}}\nskills:\n  nice:\n{many}")
    assert check("role.yaml").code == 0
