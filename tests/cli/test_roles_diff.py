"""`screen roles diff`: what is printed of two roles and a folder, where, and with which exit code."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from screener.cli import app
from screener.trials import comparing

OLD = "title: Backend\nskills: {must: [Node.js, NestJS], nice: [Git]}\n"
NEW = "title: Backend\nexperience: {years: 2-3}\nskills: {must: [Node.js], should: [Git], nice: [Kafka]}\n"
RESUME = """\
{name} Example
{name}@example.com
Experience
Engineer, Acme, Jan {start} - Dec 2024
- Wrote services in {skills}
"""
PEOPLE = {
    "ada": ("2020", "NestJS and Git"),
    "ben": ("2020", "Node.js"),
    "cleo": ("2024", "NestJS"),
    "dana": ("2020", "Java"),
    "eve": ("2020", "Java and Git and Kafka"),
}

Program = Callable[..., Ran]


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Run `screen roles diff` in a folder of its own, with two roles and five candidates."""
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(OLD)
    Path("new.yaml").write_text(NEW)
    Path("cvs").mkdir()
    for name, (start, skills) in PEOPLE.items():
        Path(f"{name}.txt").write_text(RESUME.format(name=name.title(), start=start, skills=skills))

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        return Ran(app.run(["roles", "diff", *arguments]), *capfd.readouterr())

    return run


FILES = [f"{name}.txt" for name in PEOPLE]


def test_who_moves_is_told_with_the_requirement_that_moved_them(screen, check_expected) -> None:
    ran = screen("old.yaml", "new.yaml", *FILES, "--as-of", "2026-06-30")
    assert (ran.code, ran.err) == (0, "")
    assert "Ben Example   ben.txt   NestJS: must, not met → not asked (not found)\n" in ran.out
    assert "Cleo Example  cleo.txt  experience: not asked → must, not met (1 y, and 2 years are asked)\n" in ran.out
    check_expected("reports/role_diff.txt", ran.out)


@pytest.mark.parametrize("width", [80, 140])
def test_no_line_is_wider_than_the_terminal(
    screen, monkeypatch: pytest.MonkeyPatch, width: int, check_expected
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    Path("ada.txt").rename("a-very-long-name-of-a-file-that-has-to-be-cut-somewhere.txt")
    files = ["a-very-long-name-of-a-file-that-has-to-be-cut-somewhere.txt", *FILES[1:], "nothing.pdf"]
    ran = screen("old.yaml", "new.yaml", *files, "--as-of", "2026-06-30")
    assert ran.code == 3
    assert max(map(len, ran.out.splitlines())) <= width
    assert not any(line.endswith(" ") for line in ran.out.splitlines())


def test_the_same_role_twice_moves_nobody(screen) -> None:
    out = screen("old.yaml", "old.yaml", *FILES).out
    assert "The roles ask the same\n" in out
    assert "Nobody moves between verdicts\n" in out


def test_json_has_the_numbers(screen) -> None:
    Path("copy.txt").write_bytes(Path("ben.txt").read_bytes())
    ran = screen("old.yaml", "new.yaml", *FILES, "copy.txt", "no.pdf", "-f", "json", "--as-of", "2026-06-30")
    assert ran.code == 3
    found = json.loads(ran.out)
    assert found["as_of"] == "2026-06-30"
    assert [move["file"] for move in found["moves"]] == ["cleo.txt", "ben.txt"]
    assert found["moves"][0]["causes"] == [
        {
            "name": "experience",
            "old": None,
            "new": {"importance": "must", "status": "not_met"},
            "reason": "1 y, and 2 years are asked",
            "given_by": None,
        }
    ]
    counts = {(one["old"], one["new"]): one["candidates"] for one in found["verdicts"]}
    assert len(counts) == 9
    assert {pair: count for pair, count in counts.items() if count} == {
        ("fit", "fit"): 1,
        ("fit", "no_fit"): 1,
        ("no_fit", "fit"): 1,
        ("no_fit", "no_fit"): 2,
    }
    gates = {gate["name"]: (gate["old"], gate["new"]) for gate in found["gates"]}
    assert gates["NestJS"] == ({"alone": 1, "in_all": 3}, None)
    assert gates["Node.js"] == ({"alone": 0, "in_all": 2}, {"alone": 2, "in_all": 2})
    assert {one["file"]: one["duplicate_of"] for one in found["candidates"]}["copy.txt"] == "ben.txt"
    assert [one["file"] for one in found["unreadable"]] == ["no.pdf"]
    assert [one["file"] for one in found["scores"]] == ["ada.txt", "eve.txt", "dana.txt"]


def test_the_same_input_gives_the_same_bytes(screen) -> None:
    for form in ("text", "json"):
        first = screen("old.yaml", "new.yaml", *FILES, "-f", form, "-j", "1", "--as-of", "2026-06-30")
        second = screen("old.yaml", "new.yaml", *reversed(FILES), "-f", form, "-j", "3", "--as-of", "2026-06-30")
        assert first == second


def test_a_file_is_read_once_for_both_roles(screen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    log = tmp_path / "log"
    read = comparing.read_or_refuse

    def logged(file, limits, make):
        with log.open("a") as stream:
            stream.write(f"{file}\n")
        return read(file, limits, make)

    monkeypatch.setattr(comparing, "read_or_refuse", logged)
    screen("old.yaml", "new.yaml", *FILES)
    assert sorted(log.read_text().split()) == FILES


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "missing argument 'OLD'"),
        (["old.yaml"], "missing argument 'NEW'"),
        (["old.yaml", "new.yaml"], "missing argument 'PATH...'"),
        (["old.yaml", "new.yaml", "cvs"], "screen: cvs: holds no resumes"),
        (["old.yaml", "new.yaml", "ada.txt", "-f", "xml"], "unknown format 'xml'; choose one of: text, json"),
    ],
)
def test_wrong_usage_is_one_line(screen, arguments: list[str], message: str) -> None:
    ran = screen(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_the_problems_of_both_roles_are_told(screen) -> None:
    Path("old.yaml").write_text("title: x\n")
    Path("new.yaml").write_text("skils: {}\n")
    ran = screen("old.yaml", "new.yaml", "ada.txt")
    assert ran.code == 2
    assert "old.yaml:1:1: error: the role asks for nothing" in ran.err
    assert "new.yaml:1:1: error: unknown key 'skils'" in ran.err


def test_only_unreadable_files_leave_nothing_to_compare(screen) -> None:
    ran = screen("old.yaml", "new.yaml", "nothing.pdf")
    assert ran.code == 3
    assert "0 candidates" in ran.out
    assert "nothing.pdf  no such file; check the spelling\n" in ran.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_can_not_be_looked_into_stands_apart(screen) -> None:
    Path("cvs/locked").mkdir(parents=True, mode=0o000)
    ran = screen("old.yaml", "new.yaml", "cvs", "ada.txt")
    assert ran.code == 3
    assert "can't be looked into" in ran.out


def test_a_bug_ends_with_its_own_code(screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object, file: str) -> None:
        raise KeyError(file)

    monkeypatch.setattr(comparing.CompareFile, "__call__", fails)
    ran = screen("old.yaml", "new.yaml", "ada.txt")
    assert ran.code == 4
    assert "screen: ada.txt: failed\n" in ran.err


def test_ctrl_c_keeps_what_was_finished(screen, monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.batch import executors

    def interrupted(work, files, limits, jobs):
        yield work(files[0])
        raise KeyboardInterrupt

    monkeypatch.setitem(executors.EXECUTORS, "processes", interrupted)
    ran = screen("old.yaml", "new.yaml", *FILES)
    assert ran.code == 130
    assert "1 candidate as of" in ran.out
    assert "stopped before the last file" in ran.out
    assert ran.err == "screen: stopped; 1 of 5 files were finished\n"
