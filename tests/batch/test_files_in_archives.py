"""ZIP files are gone through like folders: every candidate has its row, and nothing else does."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from factories import role

from screener.batch.choosing import Skipped
from screener.batch.files import NothingToScreen, find_files
from screener.batch.patterns import Patterns
from screener.batch.run import Batch, BatchOptions, ScreenFile
from screener.documents.limits import Limits
from screener.model.screening import Unreadable

PDF = b"%PDF-1.4\n"
DOCX_START = b"PK\x03\x04" + bytes(3000) + b"word/document.xml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    return tmp_path


def pack(archive: str, **members: bytes) -> None:
    with zipfile.ZipFile(archive, "w") as opened:
        for name, data in members.items():
            opened.writestr(name, data)


def test_members_are_files_of_the_folder_in_which_the_archive_lies() -> None:
    Path("in/zoe.pdf").write_bytes(PDF)
    pack("in/batch.zip", **{"a/ada.PDF": PDF, "bob.doc": b"x", "notes.txt": b"words", "photo.jpg": b"x"})
    expected = ("in/batch.zip/a/ada.PDF", "in/batch.zip/bob.doc", "in/batch.zip/photo.jpg", "in/zoe.pdf")
    assert find_files(["in"]).files == expected
    assert find_files(["in/batch.zip"]).files == expected[:3]
    assert find_files(["in", "in/batch.zip", "in/batch.zip/a/ada.PDF"]).files == expected


def test_content_makes_a_candidate_of_a_member_too() -> None:
    pack(
        "in/batch.zip",
        noext=PDF,
        cv=DOCX_START,
        table=b"PK\x03\x04" + bytes(3000) + b"xl/workbook.xml",
        x=b"word/document",
    )
    assert find_files(["in"]).files == ("in/batch.zip/cv", "in/batch.zip/noext")


def test_an_archive_is_told_by_its_content_unless_its_suffix_is_a_document_s() -> None:
    pack("in/batch", **{"ada.pdf": PDF})
    pack("in/cv.zip", **{"word/document.xml": b"<w/>"})
    pack("in/cv.docx", **{"ada.pdf": PDF})
    assert find_files(["in"]).files == ("in/batch/ada.pdf", "in/cv.docx", "in/cv.zip")


def test_archives_inside_archives_are_rows_and_junk_is_counted() -> None:
    pack("in/a.zip", **{"b.zip": b"PK", "__MACOSX/._ada.pdf": b"x", "~$ada.docx": b"x", ".DS_Store": b"x"})
    found = find_files(["in"])
    assert found.files == ("in/a.zip/b.zip",)
    assert dict(found.skipped) == {Skipped.LOCK_FILE: 1, Skipped.APPLE_DOUBLE: 1}


def test_an_archive_that_cannot_be_opened_is_a_row() -> None:
    Path("in/broken.zip").write_bytes(b"PK\x03\x04 and no more")
    Path("in/page.zip").write_bytes(b"<html>")
    Path("in/words.zip").write_bytes(b"the server could not find what was asked for")
    Path("in/ada.pdf").write_bytes(PDF)
    found = find_files(["in"])
    assert [(row.file, row.result.code) for row in found.failures] == [
        ("in/broken.zip", "damaged"),
        ("in/words.zip", "damaged"),
    ]
    assert found.files == ("in/ada.pdf", "in/page.zip")


def test_text_that_is_named_like_an_archive_is_taken_only_when_it_is_named_or_included() -> None:
    Path("in/words.zip").write_bytes(b"Ada Example, an engineer at Acme")
    assert find_files(["in/words.zip"]).files == find_files(["in"], Patterns(["*.zip"])).files == ("in/words.zip",)
    found = find_files(["in", "in/words.zip"])
    assert (found.files, found.failures) == (("in/words.zip",), ())
    assert "is text, although its name says" in str(find_files(["in"]).failures)


def test_an_archive_without_resumes_is_like_an_empty_folder() -> None:
    pack("in/batch.zip", **{"notes.txt": b"words"})
    with pytest.raises(NothingToScreen, match=r"^in/batch.zip: holds no resumes"):
        find_files(["in/batch.zip"])
    pack("in/nothing.zip")
    pack("in/report.zip", **{"r.csv": b"rank,verdict,score,file,name,reasons,would_fit_with", "rest.7z": b"x"})
    Path("in/ada.pdf").write_bytes(PDF)
    found = find_files(["in"])
    assert found.files == ("in/ada.pdf",)
    assert dict(found.skipped) == {Skipped.EMPTY_ARCHIVE: 3, Skipped.OWN_REPORT: 1, Skipped.OTHER_ARCHIVE: 1}


def test_a_pattern_of_archives_takes_what_is_in_them_as_from_a_folder() -> None:
    pack("in/batch.zip", **{"ada.pdf": PDF, "notes.txt": b"words"})
    Path("in/bob.pdf").write_bytes(PDF)
    assert find_files(["in"], Patterns(["*.zip"])).files == ("in/batch.zip/ada.pdf",)
    assert find_files(["in"], Patterns(["*.zip", "*.txt"])).files == ("in/batch.zip/ada.pdf", "in/batch.zip/notes.txt")
    assert find_files(["in"], Patterns(["*.zip/*"])).files == ("in/batch.zip/ada.pdf", "in/batch.zip/notes.txt")


def test_patterns_reach_into_archives() -> None:
    pack("in/batch.zip", **{"old/ada.pdf": PDF, "bob.pdf": PDF, "notes.txt": b"words"})
    pack("in/more.zip", **{"eve.pdf": PDF})
    assert find_files(["in"], Patterns(exclude=["OLD", "more.zip"])).files == ("in/batch.zip/bob.pdf",)
    assert find_files(["in"], Patterns(include=["batch.zip/*.txt"])).files == ("in/batch.zip/notes.txt",)


def test_members_have_verdicts_and_errors_of_their_own() -> None:
    words = b"Ada Example\nada@example.com\nExperience\nEngineer, Acme, Jan 2019 - Mar 2024\n- Node.js and NestJS\n"
    pack("batch.zip", **{"ada.txt": words, "empty.pdf": b"", "broken.pdf": b"%PDF-1.4 and no more"})
    found = find_files(["batch.zip"], Patterns(include=["*"]))
    outcomes = Batch(ScreenFile(role(), date(2026, 6, 30), Limits()), found.files, BatchOptions(jobs=2)).wait().outcomes
    told = [row.result.code if isinstance(row.result, Unreadable) else "read" for row in outcomes]
    assert dict(zip((row.file for row in outcomes), told, strict=True)) == {
        "batch.zip/ada.txt": "read",
        "batch.zip/broken.pdf": "damaged",
        "batch.zip/empty.pdf": "empty-file",
    }
