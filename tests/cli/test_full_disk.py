"""A disk that is full, or a quota, ends a run with one line; what is whole stays and is continued."""

import errno
import os
from pathlib import Path

import pytest
from results_files import TAKEN, make_applications, rows, run

from screener.cli import app, journal

KB = 1024


@pytest.fixture(autouse=True)
def undisturbed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What a run writes that nobody disturbs."""
    monkeypatch.chdir(tmp_path)
    make_applications(tmp_path / "applications")
    assert app.run([*TAKEN, "-o", "undisturbed.jsonl", "-q"]) == 3
    return Path("undisturbed.jsonl").read_bytes()


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


@pytest.mark.parametrize("kilobytes", [1, 20, 50])
def test_lines_that_fit_stay_and_the_run_is_continued(undisturbed: bytes, kilobytes: int) -> None:
    assert len(undisturbed) > 60 * KB
    ran = run(*TAKEN, "-o", "r.jsonl", "-q", shell=f"ulimit -f {kilobytes}")
    assert ran.returncode == 2
    assert ran.stderr == (
        "screen: r.jsonl: can't be written: file too large; "
        "allow larger files (ulimit -f), and run the same command with --resume\n"
    )
    left = Path("r.jsonl").read_bytes()
    assert len(left) <= kilobytes * KB
    assert left.endswith(b"\n") or not left
    assert all(row["likeness"] or row["error"] for row in rows(left))
    assert names() == ["applications", "r.jsonl", "undisturbed.jsonl"]
    assert run(*TAKEN, "-o", "r.jsonl", "-q", "--resume").returncode == 3
    assert Path("r.jsonl").read_bytes() == undisturbed


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_names_the_file_and_the_remedy(undisturbed: bytes, monkeypatch, capfd, number: int) -> None:
    write, written = os.write, []

    def write_some(descriptor: int, data: bytes) -> int:
        written.append(data)
        if bytes(data).startswith(b'{"schema_version"') and len(written) > 20:
            write(descriptor, data[:100])
            raise OSError(number, os.strerror(number))
        return write(descriptor, data)

    with monkeypatch.context() as full:
        full.setattr(journal.os, "write", write_some)
        capfd.readouterr()
        assert app.run([*TAKEN, "-o", "r.jsonl", "-q"]) == 2
    words = os.strerror(number).lower()
    assert capfd.readouterr().err == (
        f"screen: r.jsonl: can't be written: {words}; make room, and run the same command with --resume\n"
    )
    whole = rows(Path("r.jsonl").read_bytes())
    assert [row["file"] for row in whole] == [row["file"] for row in rows(undisturbed)][: len(whole)]


@pytest.mark.parametrize("other", [(), ("-o", "r.json")])
def test_no_room_for_the_final_form_loses_nothing(undisturbed: bytes, monkeypatch, capfd, other) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(journal, "marked", fail)
        capfd.readouterr()
        assert app.run([*TAKEN, "-o", "r.jsonl", *other, "-q"]) == 2
    assert capfd.readouterr().err == (
        "screen: r.jsonl: can't be written: no space left on device; "
        "make room, and run the same command with --resume\n"
    )
    assert set(names()) <= {"applications", "r.json", "r.jsonl", "undisturbed.jsonl"}
    assert app.run([*TAKEN, "-o", "r.jsonl", "-q", *other, "--resume"]) == 3
    assert Path("r.jsonl").read_bytes() == undisturbed


def test_no_room_for_another_report_keeps_the_lines(undisturbed: bytes) -> None:
    ran = run(*TAKEN, "-o", "r.jsonl", "-o", "/dev/full", "-f", "jsonl", "-q")
    assert (ran.returncode, ran.stderr) == (2, "screen: /dev/full: can't be written: no space left on device\n")
    assert len(rows(Path("r.jsonl").read_bytes())) == 15
    assert "likeness" in rows(Path("r.jsonl").read_bytes())[0]
    assert run(*TAKEN, "-o", "r.jsonl", "-q", "--resume").returncode == 3
    assert Path("r.jsonl").read_bytes() == undisturbed
