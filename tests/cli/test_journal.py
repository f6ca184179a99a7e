"""A results file grows line by line, survives being killed, and is continued to the same bytes."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from results_files import ROOT, TAKEN, grow, make_applications, rows

from screener.batch import run as batch_run
from screener.cli import app


@pytest.fixture
def applications(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_applications(tmp_path / "applications")


@pytest.fixture
def undisturbed(applications: Path) -> bytes:
    """What a run writes that nobody disturbs."""
    assert app.run([*TAKEN, "-o", "undisturbed.jsonl", "-q"]) == 3
    return Path("undisturbed.jsonl").read_bytes()


def test_a_results_file_holds_what_json_holds(undisturbed: bytes, capfd) -> None:
    capfd.readouterr()
    app.run([*TAKEN, "-f", "json"])
    expected = json.loads(capfd.readouterr().out)["results"]
    keys = list(expected[0])
    assert [{key: row[key] for key in keys} for row in rows(undisturbed)] == expected
    for row in rows(undisturbed):
        assert list(row) == ["schema_version", "screener", "as_of", "role", *keys]


def test_lines_are_sorted_and_know_their_duplicates(undisturbed: bytes) -> None:
    found = {row["file"].removeprefix("applications/"): row["duplicate_of"] for row in rows(undisturbed)}
    assert list(found) == sorted(found)
    assert {file: of for file, of in found.items() if of} == {
        "ada.txt": "applications/newest.txt",
        "joe.txt": "applications/again.txt",
    }


@pytest.mark.parametrize("count", [1, 7, 14])
def test_a_run_that_is_killed_is_continued_to_the_same_bytes(undisturbed: bytes, count: int) -> None:
    assert len(rows(grow(count))) == count
    assert app.run([*TAKEN, "-o", "grown.jsonl", "--resume", "-q"]) == 3
    assert Path("grown.jsonl").read_bytes() == undisturbed


def test_what_is_done_is_not_read_again(undisturbed: bytes, monkeypatch, capfd) -> None:
    grow(8)
    read: list[str] = []
    begin = batch_run.Batch.__init__

    def listen(self, work, files, *arguments, **named) -> None:
        read.extend(files)
        begin(self, work, files, *arguments, **named)

    monkeypatch.setattr(batch_run.Batch, "__init__", listen)
    app.run([*TAKEN, "-o", "grown.jsonl", "--resume"])
    assert "grown.jsonl: 7 of 15 files are done" in capfd.readouterr().err  # the empty file has no fingerprint
    assert len(read) == 8
    assert Path("grown.jsonl").read_bytes() == undisturbed


def test_a_torn_line_is_dropped(undisturbed: bytes) -> None:
    data = grow(5)
    for cut in (1, 40, 200):
        Path("grown.jsonl").write_bytes(data[:-cut])
        app.run([*TAKEN, "-o", "grown.jsonl", "--resume", "-q"])
        assert Path("grown.jsonl").read_bytes() == undisturbed


def test_files_that_changed_came_or_went_are_seen(applications: Path) -> None:
    grow(9)
    (applications / "bo.txt").write_text((applications / "bo.txt").read_text().replace("NestJS", "Express"))
    (applications / "cy.txt").unlink()
    (applications / "aaa.txt").write_text((applications / "di.txt").read_text().replace("Di", "Zoe"))
    app.run([*TAKEN, "-o", "grown.jsonl", "--resume", "-q"])
    app.run([*TAKEN, "-o", "fresh.jsonl", "-q"])
    assert Path("grown.jsonl").read_bytes() == Path("fresh.jsonl").read_bytes()


def test_a_finished_file_may_be_continued_too(undisturbed: bytes) -> None:
    assert app.run([*TAKEN, "-o", "undisturbed.jsonl", "--resume", "-q"]) == 3
    assert Path("undisturbed.jsonl").read_bytes() == undisturbed


def test_without_a_file_there_is_nothing_to_continue(undisturbed: bytes) -> None:
    app.run([*TAKEN, "-o", "new.jsonl", "--resume", "-q"])
    assert Path("new.jsonl").read_bytes() == undisturbed


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"as_of": "2026-07-01"}, "another day (2026-07-01, now 2026-06-30)", id="day"),
        pytest.param({"screener": "0.0.1"}, "another version of screener (0.0.1, now", id="version"),
        pytest.param({"schema_version": 0}, "another schema version (0, now 1)", id="schema"),
        pytest.param({"role": {"title": "x", "file": "x", "sha256": "abc"}}, "another role (abc, now", id="role"),
    ],
)
def test_the_results_of_another_run_are_refused(applications: Path, capfd, change: dict, message: str) -> None:
    old = json.dumps(rows(grow(3))[0] | change) + "\n"
    Path("grown.jsonl").write_text(old)
    capfd.readouterr()
    assert app.run([*TAKEN, "-o", "grown.jsonl", "--resume"]) == 2
    said = capfd.readouterr().err
    assert f"grown.jsonl:1: was made with {message}" in said
    assert said.endswith("write to another file, or leave out --resume\n")
    assert Path("grown.jsonl").read_text() == old


def test_an_old_report_is_replaced_in_one_go_and_keeps_its_permissions(undisturbed: bytes) -> None:
    Path("undisturbed.jsonl").chmod(0o600)
    with Path("undisturbed.jsonl").open("rb") as reader:
        app.run([*TAKEN, "-o", "undisturbed.jsonl", "-q"])
        assert reader.read() == undisturbed
    assert Path("undisturbed.jsonl").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in Path().iterdir()) == ["applications", "undisturbed.jsonl"]


def test_other_reports_beside_it_say_the_same(undisturbed: bytes) -> None:
    app.run([*TAKEN, "-o", "both.jsonl", "-o", "both.json", "-q"])
    assert Path("both.jsonl").read_bytes() == undisturbed
    marked = [row["duplicate_of"] for row in json.loads(Path("both.json").read_text())["results"]]
    assert marked == [row["duplicate_of"] for row in rows(undisturbed)]


def test_a_run_killed_at_random_moments_ends_with_the_same_bytes(undisturbed: bytes) -> None:
    rng = random.Random(7)
    command = [sys.executable, "-m", "screener", *TAKEN, "-o", "killed.jsonl", "--resume", "-q"]
    environment = os.environ | {"PYTHONPATH": ROOT}
    kills = 0
    for _ in range(8):
        with subprocess.Popen(command, env=environment) as process:
            time.sleep(rng.uniform(0.15, 0.7))
            process.kill()
        kills += process.returncode == -signal.SIGKILL
    assert kills
    assert subprocess.run(command, env=environment, check=False).returncode == 3
    assert Path("killed.jsonl").read_bytes() == undisturbed
