"""URLs are listed by name, read within the same limits, and what is wrong with them is a row or a line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from factories import asks_skill, role

from screener.batch.addresses import is_url
from screener.batch.files import FoundFiles, NothingToScreen
from screener.batch.patterns import Patterns
from screener.batch.run import Batch, BatchOptions, ScreenFile
from screener.batch.urls import NoStorage, fetch, with_urls
from screener.documents.limits import Limits
from screener.errors import DocumentError
from screener.model.screening import Outcome

fsspec = pytest.importorskip("fsspec", reason="fsspec isn't installed: pip install 'resume-screener[cluster]'")

TEXT = b"Ada Example\nExperience\nSoftware Engineer, Acme, Jan 2020 - Mar 2023\nNode.js services\n"
WORK = ScreenFile(role(asks_skill("Node.js")), date(2026, 6, 30), Limits())


@pytest.fixture
def memory() -> Iterator[str]:
    storage = fsspec.filesystem("memory")
    for name in ("/in/ada.pdf", "/in/b/grace.docx", "/in/notes.txt", "/in/b/old/bo.pdf", "/in/~$grace.docx"):
        storage.pipe(name, TEXT)
    yield "memory://in"
    storage.rm("/in", recursive=True)


def listed(*urls: str, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> tuple[str, ...]:
    return with_urls(FoundFiles(()), urls, Patterns(include, exclude)).files


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("s3://bucket/ada.pdf", True),
        ("file:///ada.pdf", True),
        ("C://ada.pdf", False),
        ("in/ada.pdf", False),
        ("-", False),
    ],
)
def test_what_is_a_url(path: str, expected: bool) -> None:
    assert is_url(path) is expected


def test_candidates_below_a_url_are_found_by_name(memory: str) -> None:
    assert listed(memory) == ("memory:///in/ada.pdf", "memory:///in/b/grace.docx", "memory:///in/b/old/bo.pdf")


def test_lock_files_are_skipped_and_counted(memory: str) -> None:
    assert with_urls(FoundFiles(()), [memory], Patterns()).skipped_count == 1


def test_a_file_is_taken_whatever_its_name(memory: str) -> None:
    assert listed(f"{memory}/notes.txt") == (f"{memory}/notes.txt",)


def test_patterns_hold_below_urls_too(memory: str) -> None:
    assert listed(memory, exclude=("old",)) == ("memory:///in/ada.pdf", "memory:///in/b/grace.docx")
    assert listed(memory, include=("*.txt",)) == ("memory:///in/notes.txt",)


def test_what_was_found_before_stays(memory: str) -> None:
    found = with_urls(FoundFiles(("z.pdf", "a.pdf")), [f"{memory}/ada.pdf"], Patterns())
    assert found.files == ("a.pdf", "memory://in/ada.pdf", "z.pdf")


def test_a_folder_without_candidates_is_an_error(memory: str) -> None:
    with pytest.raises(NothingToScreen, match="holds no resumes"):
        listed(memory, include=("*.odt",))


def test_a_storage_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(NoStorage, match=r"nowhere://a: can't be listed: Protocol not known: nowhere"):
        listed("nowhere://a")


def test_local_files_are_read_as_carefully_as_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "ada.txt").write_bytes(TEXT)
    (tmp_path / "empty.txt").write_bytes(b"")
    assert listed(f"file://{tmp_path}/ada.txt") == (f"file://{tmp_path}/ada.txt",)
    assert fetch(f"file://{tmp_path}/ada.txt", Limits()) == TEXT
    for name, message in (("empty.txt", "is empty"), ("nobody.txt", "no such file"), ("", "is a folder")):
        with pytest.raises(DocumentError, match=message):
            fetch(f"file://{tmp_path}/{name}", Limits())


def test_limits_hold(memory: str) -> None:
    with pytest.raises(DocumentError, match="is larger than"):
        fetch(f"{memory}/ada.pdf", Limits(file_bytes=10))
    with pytest.raises(DocumentError, match="no such file"):
        fetch(f"{memory}/nobody.pdf", Limits())
    with pytest.raises(DocumentError, match="can't be read: Protocol not known"):
        fetch("nowhere://ada.pdf", Limits())


def test_outcomes_are_those_of_the_same_bytes_on_disk(memory: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(TEXT)
    outcomes = [WORK(f"{memory}/notes.txt"), WORK(f"file://{tmp_path}/notes.txt"), WORK(str(tmp_path / "notes.txt"))]
    assert len({(outcome.sha256, repr(outcome.result)) for outcome in outcomes}) == 1


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_urls_are_read_where_they_are_screened(memory: str, executor: str) -> None:
    """Forked workers have what is in memory here."""
    files = (f"{memory}/notes.txt", f"{memory}/nobody.txt")
    outcomes = Batch(WORK, files, BatchOptions(executor=executor)).wait().outcomes
    assert all(isinstance(outcome, Outcome) for outcome in outcomes)
    assert [outcome.sha256 is None for outcome in outcomes] == [True, False]
