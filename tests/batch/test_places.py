"""The same folder is the same rows, whether it is a path, a file:// URL or in another storage."""

import os
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from factories import role

from screener.batch.addresses import is_remote, is_url, local_path
from screener.batch.choosing import Skipped
from screener.batch.files import FoundFiles, NothingToScreen, find_files
from screener.batch.patterns import Patterns
from screener.batch.run import Batch, BatchOptions, ScreenFile
from screener.batch.urls import fetch, with_urls
from screener.documents.limits import Limits
from screener.errors import DocumentError
from screener.model.screening import Outcome

PDF = b"%PDF-1.4\n"
TEXT = b"Ada Example\nada@example.com\nExperience\nEngineer, Acme, Jan 2019 - Mar 2024\n- Node.js and NestJS\n"
ODD = ["new\nline.pdf", "a%20b.pdf", "a#b?.pdf", "\u00e9.pdf", " .pdf", "'.pdf", "[x]*.pdf", "..pdf"]


def packed(**members: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return stream.getvalue()


FILES = {
    "ada.pdf": PDF,
    "noext": PDF,
    "~$ada.docx": b"x",
    "._ada.pdf": b"x",
    "more.7z": b"x",
    "notes.txt": b"plain words",
    "r.json": b'{"schema_version": 1, "screener": "0.1.0"}',
    "slip.zip": packed(**{"inner/ada.txt": TEXT, "inner/bob.pdf": PDF, "~$bob.docx": b"x", "b.zip": b"PK\x03\x04"}),
    "cv.zip": packed(**{"word/document.xml": b"<w/>"}),
    "empty.zip": packed(**{"notes.txt": b"words"}),
    "words.zip": b"the server could not find what was asked for",
    "broken.zip": b"PK\x03\x04 and no more",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, data in FILES.items():
        (tmp_path / "in" / "deep").mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "link").symlink_to("deep")
    os.mkfifo(tmp_path / "in" / "pipe.pdf")
    monkeypatch.chdir(tmp_path)
    return f"{tmp_path}/in"


@pytest.fixture
def memory() -> Iterator[str]:
    fsspec = pytest.importorskip("fsspec", reason="fsspec isn't installed: pip install 'resume-screener[cluster]'")
    storage = fsspec.filesystem("memory")
    for name, data in FILES.items():
        storage.pipe(f"/kept/{name}", data)
    for name in ODD:
        storage.pipe(f"/odd/{name}", TEXT)
        storage.pipe("/odd/all.zip", packed(**dict.fromkeys(ODD, TEXT)))
    yield "memory:///kept"
    storage.rm("/kept", recursive=True)
    storage.rm("/odd", recursive=True)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("file:///in/ada.pdf", "/in/ada.pdf"),
        ("FILE://localhost/in/ada.pdf", "/in/ada.pdf"),
        ("local:///in", "/in"),
        ("file://in/ada.pdf", "in/ada.pdf"),
        ("file://localhosts/a", "localhosts/a"),
        ("in/ada.pdf", "in/ada.pdf"),
        ("s3://bucket/ada.pdf", "s3://bucket/ada.pdf"),
    ],
)
def test_a_url_of_a_file_is_a_local_path(typed: str, path: str) -> None:
    assert local_path(typed) == path
    assert is_remote(typed) is typed.startswith("s3")
    assert is_url(typed) is ("://" in typed)


@pytest.mark.parametrize("start", ["file://", "FILE://", "file://localhost", "local://"])
@pytest.mark.parametrize("patterns", [[], ["*"], ["*.txt"], ["*.zip"]], ids=str)
def test_a_folder_gives_the_same_rows_as_path_and_as_url(folder: str, start: str, patterns: list[str]) -> None:
    path, url = find_files([folder], Patterns(patterns)), find_files([start + folder], Patterns(patterns))
    assert path.files
    assert url.files == tuple(start + file for file in path.files)
    assert url.skipped == path.skipped
    assert [row.file for row in url.failures] == [start + row.file for row in path.failures]
    assert [row.result for row in url.failures] == [row.result for row in path.failures]


def test_every_spelling_of_a_folder_is_the_same_files(folder: str) -> None:
    spellings = [folder, f"file://{folder}", f"FILE://localhost{folder}/", "in", f"{folder}/slip.zip"]
    found = find_files(spellings)
    assert len(found.files) == len(find_files([folder]).files)
    assert found.skipped == find_files([folder]).skipped
    assert find_files(spellings[::-1]) == found
    assert find_files([f"file://{folder}/ada.pdf", f"{folder}/ada.pdf"]).files == (f"{folder}/ada.pdf",)


def test_members_behind_a_url_are_read_as_those_behind_a_path(folder: str) -> None:
    member = f"{folder}/slip.zip/inner/ada.txt"
    assert fetch(f"file://{member}", Limits()) == fetch(f"FILE://localhost{member}", Limits()) == TEXT
    assert find_files([f"file://{folder}/slip.zip"], Patterns(["*.txt"])).files == (f"file://{member}",)


def listed(url: str, *include: str) -> FoundFiles:
    return with_urls(FoundFiles(()), [url], Patterns(include))


def test_zip_files_in_a_storage_are_gone_through_like_folders(memory: str) -> None:
    found = listed(memory)
    members = ("slip.zip/b.zip", "slip.zip/inner/bob.pdf")
    assert found.files == tuple(f"{memory}/{name}" for name in ("ada.pdf", "cv.zip", *members))
    assert dict(found.skipped) == {
        Skipped.LOCK_FILE: 2,
        Skipped.APPLE_DOUBLE: 1,
        Skipped.OTHER_ARCHIVE: 1,
        Skipped.EMPTY_ARCHIVE: 1,
    }
    assert [row.file for row in found.failures] == [f"{memory}/broken.zip", f"{memory}/words.zip"]
    assert listed(f"{memory}/slip.zip").files == tuple(f"{memory}/{name}" for name in members)
    texts = ("empty.zip/notes.txt", "notes.txt", "slip.zip/inner/ada.txt")
    assert listed(memory, "*.txt").files == tuple(f"{memory}/{name}" for name in texts)
    with pytest.raises(NothingToScreen):
        listed(f"{memory}/empty.zip")


def test_members_in_a_storage_are_read_within_the_same_limits(memory: str) -> None:
    assert fetch(f"{memory}/slip.zip/inner/ada.txt", Limits()) == TEXT
    for name, limits, message in (
        ("slip.zip/inner/nobody.pdf", Limits(), "no such file in the ZIP file"),
        ("slip.zip/inner/ada.txt", Limits(file_bytes=10), "raise it with --max-mb"),
        ("broken.zip/ada.pdf", Limits(), "damaged or cut off"),
        ("nothing.zip/ada.pdf", Limits(), "no such file"),
    ):
        with pytest.raises(DocumentError, match=message):
            fetch(f"{memory}/{name}", limits)


def test_a_storage_gives_the_rows_that_a_disk_gives(memory: str, folder: str) -> None:
    work = ScreenFile(role(), date(2026, 6, 30), Limits())

    def outcomes(found: FoundFiles) -> list[Outcome]:
        return list(Batch(work, found.files, BatchOptions(executor="serial")).wait().outcomes + found.failures)

    there, here = (outcomes(one) for one in (listed(memory), find_files([folder])))
    assert {(row.file.partition("/kept/")[2], row.sha256, repr(row.result)) for row in there} == {
        (row.file.partition("/in/")[2], row.sha256, repr(row.result)) for row in here if not row.file.endswith("noext")
    }


def test_odd_names_in_a_storage_are_files_like_others(memory: str) -> None:
    found = listed("memory:///odd")
    assert len(found.files) == 2 * len(ODD)
    assert {fetch(file, Limits()) for file in found.files} == {TEXT}


def test_a_file_in_a_storage_is_one_however_it_is_spelt(memory: str) -> None:
    spellings = ["memory://kept", memory, f"{memory}/", "memory://kept/ada.pdf", f"{memory}/slip.zip"]
    found = with_urls(FoundFiles(()), spellings, Patterns())
    assert len(found.files) == len(listed(memory).files)
    assert found.skipped == listed(memory).skipped


def test_a_link_is_trusted_as_little_behind_a_url(folder: str) -> None:
    (Path(folder) / "cv").symlink_to("notes.txt")
    (Path(folder) / "notes.txt").write_bytes(TEXT)
    work = ScreenFile(role(), date(2026, 6, 30), Limits())
    assert work(f"file://{folder}/cv").result == work(f"{folder}/cv").result
    assert "is not in a format that resumes come in" in repr(work(f"file://{folder}/cv").result)
