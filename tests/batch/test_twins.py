"""The same bytes are read once, and every path keeps its row."""

import os
from pathlib import Path

import pytest

from screener.batch import twins
from screener.batch.executors import Bug
from screener.batch.run import Batch, BatchOptions
from screener.batch.twins import find_twins
from screener.documents.limits import Limits
from screener.model.screening import Outcome, Unreadable

LIMITS = Limits(file_bytes=1000)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(**files: str) -> tuple[str, ...]:
    for name, text in files.items():
        Path(name).write_text(text)
    return tuple(files)


def test_of_equal_files_the_first_is_read() -> None:
    files = put(c="same", a="same", b="same", d="else", e="longer")
    found = find_twins(files, LIMITS)
    assert found.first == ("a", "d", "e")
    assert found.others == {"a": ("b", "c")}


def test_only_files_of_one_size_are_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    files = put(a="1", b="22", c="333", d="444")
    looked: list[str] = []
    monkeypatch.setattr(twins, "_find_fingerprint", lambda file, _: looked.append(file) or file)
    find_twins(files, LIMITS)
    assert looked == ["c", "d"]


def test_two_names_of_one_file_are_told_without_reading_it_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    put(a="same")
    os.link("a", "b")
    looked: list[str] = []
    monkeypatch.setattr(twins, "_find_fingerprint", lambda file, _: looked.append(file) or "x")
    assert find_twins(("a", "b"), LIMITS).others == {"a": ("b",)}
    assert looked == ["a"]


def test_a_name_that_says_something_else_of_the_content_is_read_for_itself() -> None:
    put(**{"a.txt": "same", "b.pdf": "same", "c.TXT": "same"})
    Path("d.txt").symlink_to("a.txt")
    found = find_twins(("a.txt", "b.pdf", "c.TXT", "d.txt"), LIMITS)
    assert found.others == {"a.txt": ("c.TXT",)}


def test_what_cannot_be_compared_is_read() -> None:
    put(empty="", void="", big="x" * 2000, huge="x" * 2000)
    Path("gone").symlink_to("nowhere")
    Path("folder").mkdir()
    os.mkfifo("pipe")
    files = ("big", "empty", "folder", "gone", "huge", "nobody", "pipe", "void", "-", "a\0b")
    assert find_twins(files, LIMITS).first == tuple(sorted(files))


def _refuse(file: str) -> Outcome:
    if Path(file).read_text() == "bug":
        raise KeyError(file)
    return Outcome(file, Path(file).read_text(), Unreadable("damaged", "is damaged"))


def test_every_path_keeps_its_row_and_its_bug() -> None:
    files = put(a="same", b="same", c="bug", d="bug", e="else")
    result = Batch(_refuse, files, BatchOptions(executor="serial")).wait()
    assert [(row.file, row.duplicate_of) for row in result.outcomes] == [
        ("a", None), ("b", "a"), ("c", None), ("d", None), ("e", None),
    ]  # fmt: skip
    assert [bug.file for bug in result.bugs] == ["c", "d"]
    assert all(isinstance(bug, Bug) for bug in result.bugs)
