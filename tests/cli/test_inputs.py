"""What the command line says of files: patterns, lists, standard input."""

import io
import os
from types import SimpleNamespace

import pytest


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_without_any_path_the_usage_is_wrong(program) -> None:
    ran = program("--quiet")
    assert (ran.code, ran.err) == (2, "screen: missing argument 'PATH...'; see 'screen --help'\n")


def test_paths_come_from_a_list_too(program, put, monkeypatch) -> None:
    put("fit-1.pdf", "in/review.pdf", "no_fit.pdf")
    give(monkeypatch, b"fit-1.pdf\0in\0")
    ran = program("no_fit.pdf", "--files-from", "-", "-f", "jsonl")
    assert [line.split('"file": "')[2].split('"')[0] for line in ran.out.splitlines()] == [
        "fit-1.pdf", "in/review.pdf", "no_fit.pdf",
    ]  # fmt: skip


def test_one_resume_comes_from_standard_input(program, monkeypatch) -> None:
    give(monkeypatch, b"Ada Example")
    ran = program("-", "-f", "json")
    assert '"file": "-"' in ran.out


def test_standard_input_cannot_be_both(program, monkeypatch) -> None:
    give(monkeypatch, b"-\n")
    ran = program("-", "--files-from", "-")
    assert ran.code == 2
    assert "give one of them as a file" in ran.err


def test_a_dash_in_a_list_is_a_file(program, monkeypatch) -> None:
    give(monkeypatch, b"-\n")
    assert '"file": "./-"' in program("--files-from", "-", "-f", "json").out


def test_patterns_that_match_nothing_are_told_unless_quiet(program, put) -> None:
    put("in/fit-1.pdf")
    note = "note: --exclude 'old' matches nothing in the folders\n"
    assert program("in", "--exclude", "old").err == note
    assert program("in", "--exclude", "old", "--quiet").err == ""


def test_what_was_skipped_is_told_in_words(program, put) -> None:
    put("in/fit-1.pdf", "in/a.7z", "in/b.rar", "in/~$c.docx")
    assert program("in").err == "skipped: 2 archives other than ZIP, 1 lock file\n"


def test_a_folder_without_an_archive_s_resumes_is_told_in_words(program, put, folder) -> None:
    put("in/fit-1.pdf")
    for name in ("a", "b"):
        (folder / f"in/{name}.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    assert "skipped: 2 ZIP files with nothing to screen\n" in program("in").err


@pytest.mark.parametrize("name", ["r.json", "r.jsonl", "r.csv", "r.xlsx", "r.md", "r.html", "r.txt"])
def test_results_that_are_written_again_into_the_same_folder_stay_the_same(program, put, folder, name: str) -> None:
    put("in/fit-1.pdf", "in/review.pdf")
    runs = []
    for arguments in ((), (), ("--include", "*.pdf", "--include", "r.*")):
        assert program("in", "-o", f"in/{name}", *arguments).code == 0
        runs.append((folder / "in" / name).read_bytes())
    assert runs[0] == runs[1] == runs[2]
    assert '"skipped": 1' in program("in", "-f", "json").out  # of a run that doesn't write it


def test_a_key_in_the_folder_is_no_report_that_is_passed_over_by_its_own_run(program, put) -> None:
    put("in/fit-1.pdf", "in/review.pdf")
    blind = ("in", "--blind", "--key", "in/key.json", "-f", "json")
    assert program(*blind).out == program(*blind).out
    assert '"skipped": 1' in program("in", "-f", "json").out


def test_results_never_take_the_place_of_an_archive_that_is_read(program, folder) -> None:
    import zipfile

    with zipfile.ZipFile(folder / "batch.zip", "w") as opened:
        opened.writestr("ada.pdf", b"%PDF-1.4")
    before = (folder / "batch.zip").read_bytes()
    for file in ("batch.zip", f"file://{folder}/batch.zip"):
        assert "is one of the files to read" in program(file, "-f", "json", "-o", "batch.zip").err
    assert (folder / "batch.zip").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--files-from", "pipe.json"),
        ("report", "pipe.json"),
        ("explain", "pipe.json", "fit-1.pdf", "-f", "text"),
        ("explain", "fit-1.pdf", "--letter", "--template", "pipe.json"),
        ("fit-1.pdf", "--blind", "--key", "pipe.json"),
        ("cache", "info", "pipe.json"),
    ],
    ids=lambda arguments: " ".join(arguments[:3]),
)
def test_a_pipe_in_the_place_of_a_file_is_never_waited_for(program, put, arguments: tuple[str, ...]) -> None:
    put("fit-1.pdf")
    os.mkfifo("pipe.json")
    assert program(*arguments).code in (2, 3)
