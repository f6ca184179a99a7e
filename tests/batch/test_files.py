"""Which files are screened: named ones always, in folders those that look like resumes, each once."""

import os
from pathlib import Path

import pytest

from screener.batch.files import FoundFiles, NothingToScreen, Skipped, find_files

PDF = b"%PDF-1.4\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str, data: bytes = PDF) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)


def test_folders_are_walked_and_sorted() -> None:
    put("in/b.pdf", "in/a/z.docx", "in/a.pdf", "in/.hidden.pdf", "in/deep/er/c.PDF")
    found = find_files(["in"])
    assert found.files == ("in/.hidden.pdf", "in/a.pdf", "in/a/z.docx", "in/b.pdf", "in/deep/er/c.PDF")


def test_paths_stay_as_typed() -> None:
    put("in/a.pdf")
    assert find_files(["./in/a.pdf"]).files == ("./in/a.pdf",)
    assert find_files(["."]).files == ("./in/a.pdf",)
    assert find_files(["in/"]).files == ("in/a.pdf",)


@pytest.mark.parametrize("name", ["a.odt", "a.rtf", "a.doc", "a.pages", "a.jpg", "a.heic", "a.docm", "a.dotx"])
def test_a_suffix_makes_a_candidate(name: str) -> None:
    put(f"in/{name}", data=b"anything")
    assert find_files(["in"]).files == (f"in/{name}",)


def test_content_makes_a_candidate() -> None:
    put("in/noext", "in/trailing.pdf ")
    put("in/cv", data=b"PK\x03\x04" + bytes(2000) + b"word/document.xml")
    put("in/table.xlsx", data=b"PK\x03\x04" + bytes(2000) + b"xl/workbook.xml")
    assert find_files(["in"]).files == ("in/cv", "in/noext", "in/trailing.pdf ")


def test_text_is_taken_only_when_it_is_named() -> None:
    put("in/a.pdf")
    put("in/notes.txt", "in/readme.md", "in/page.html", "in/results.json", data=b"plain words")
    assert find_files(["in"]).files == ("in/a.pdf",)
    assert find_files(["in", "in/notes.txt"]).files == ("in/a.pdf", "in/notes.txt")


def test_a_file_given_twice_is_one_file_whatever_the_order() -> None:
    put("in/a.pdf")
    spellings = ["in/a.pdf", "./in/a.pdf", "in/../in/a.pdf", "in", str(Path("in/a.pdf").absolute())]
    assert find_files(spellings) == find_files(spellings[::-1])
    assert len(find_files(spellings).files) == 1


def test_links_to_files_are_files_of_their_own_and_links_to_folders_are_not_followed() -> None:
    put("in/a.pdf")
    Path("in/link.pdf").symlink_to("a.pdf")
    Path("in/gone.pdf").symlink_to("nowhere.pdf")
    Path("in/circle").symlink_to(".")
    found = find_files(["in"])
    assert found.files == ("in/a.pdf", "in/gone.pdf", "in/link.pdf")
    assert found.skipped == ((Skipped.FOLDER_LINK, 1),)


def test_a_folder_behind_a_named_link_is_walked() -> None:
    put("in/a.pdf")
    Path("link").symlink_to("in")
    assert find_files(["link"]).files == ("link/a.pdf",)


def test_lock_files_twins_and_special_files_are_skipped_and_counted() -> None:
    put("in/a.pdf", "in/~$a.docx", "in/._a.pdf", "in/._b.pdf")
    os.mkfifo("in/pipe.pdf")
    found = find_files(["in"])
    assert found.files == ("in/a.pdf",)
    assert dict(found.skipped) == {Skipped.LOCK_FILE: 1, Skipped.APPLE_DOUBLE: 2, Skipped.SPECIAL_FILE: 1}
    assert found.skipped_count == 4


def test_what_is_named_is_taken_even_if_it_is_skipped_in_its_folder() -> None:
    put("in/a.pdf", "in/~$a.docx")
    assert find_files(["in", "in/~$a.docx"]) == FoundFiles(("in/a.pdf", "in/~$a.docx"))


def test_a_path_that_does_not_exist_is_kept_for_its_row() -> None:
    assert find_files(["nobody.pdf"]).files == ("nobody.pdf",)


@pytest.mark.parametrize("names", [(), ("empty/notes.txt",), ("empty/~$a.docx",)], ids=["nothing", "text", "lock file"])
def test_a_folder_without_candidates_is_wrong_usage(names: tuple[str, ...]) -> None:
    Path("empty").mkdir()
    put(*names, data=b"plain words")
    with pytest.raises(NothingToScreen, match=r"^empty: holds no resumes"):
        find_files(["empty"])


def test_a_folder_that_cannot_be_opened_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    put("in/a.pdf", "in/secret/b.pdf")
    scandir = os.scandir

    def refuse_secret(path: str) -> object:
        if path.endswith("secret"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse_secret)
    found = find_files(["in"])
    assert found.files == ("in/a.pdf",)
    assert [(row.file, row.result.code) for row in found.failures] == [("in/secret", "unreadable-file")]


def test_folders_may_be_nested_deeply() -> None:
    deep = Path("in")
    deep.mkdir()
    here = Path.cwd()
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.pdf").write_bytes(PDF)
    os.chdir(here)
    Path("d").rename("in/d")
    assert len(find_files(["in"]).files) == 1
