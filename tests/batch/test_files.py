"""Which files are screened: named ones always, in folders those that look like resumes, each once."""

import os
from pathlib import Path

import pytest

from screener.batch.choosing import Skipped
from screener.batch.files import FoundFiles, NothingToScreen, find_files
from screener.batch.patterns import Patterns

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


def test_lock_files_of_libreoffice_and_other_archives_are_counted() -> None:
    put("in/a.pdf", "in/.~lock.a.odt#", "in/b.7z", "in/c.tar.gz", "in/d.rar")
    found = find_files(["in"])
    assert found.files == ("in/a.pdf",)
    assert dict(found.skipped) == {Skipped.LOCK_FILE: 1, Skipped.OTHER_ARCHIVE: 3}


def test_reports_of_the_program_itself_are_no_resumes() -> None:
    put("in/a.pdf")
    put("in/results.json", data=b'{\n  "schema_version": 1,\n  "screener": "0.1.0",')
    put("in/results.jsonl", data=b'{"schema_version": 1, "screener": "0.1.0", "as_of"')
    put("in/report.html", data=b'<html><meta name=generator content="screener 0.1.0">')
    put("in/resume.json", data=b'{"basics": {"name": "Ada Example"}}')
    for patterns, files in ((Patterns(), ("in/a.pdf",)), (Patterns(["*"]), ("in/a.pdf", "in/resume.json"))):
        found = find_files(["in"], patterns)
        assert found.files == files
        assert found.skipped == ((Skipped.OWN_REPORT, 3),)


@pytest.mark.parametrize(
    ("include", "exclude", "files"),
    [
        (["*.txt"], [], ("in/a.txt", "in/old/c.TXT")),
        (["*.txt", "*.pdf"], ["old"], ("in/a.pdf", "in/a.txt")),
        ([], ["old/*"], ("in/a.pdf",)),
        ([], ["A.*"], ("in/old/b.pdf",)),
        (["old/b*"], [], ("in/old/b.pdf",)),
        (["./a.pdf"], [], ("in/a.pdf",)),
        (["[ab].p?f"], [], ("in/a.pdf", "in/old/b.pdf")),
    ],
)
def test_patterns_choose_by_name_and_by_path_below_the_folder(
    include: list[str], exclude: list[str], files: tuple[str, ...]
) -> None:
    put("in/a.pdf", "in/old/b.pdf", "in/~$a.txt")
    put("in/a.txt", "in/old/c.TXT", data=b"plain words")
    for root in ("in", "in/", "./in"):
        found = find_files([root], Patterns(include, exclude))
        assert tuple(os.path.normpath(file) for file in found.files) == files


def test_named_files_are_taken_whatever_the_patterns_say() -> None:
    put("in/a.pdf", "b.txt")
    assert find_files(["in", "b.txt"], Patterns(["*.pdf"], ["b*"])).files == ("b.txt", "in/a.pdf")


def test_a_pattern_that_matches_nothing_is_told() -> None:
    put("in/a.pdf")
    assert find_files(["in"], Patterns(["*.pdf", "*.docc"], ["old"])).unused == (
        "--include '*.docc'",
        "--exclude 'old'",
    )
    with pytest.raises(NothingToScreen, match=r"--include '\*\.docc' matches nothing"):
        find_files(["in"], Patterns(["*.docc"]))


def test_a_dash_is_standard_input_and_a_file_of_that_name_is_given_with_its_folder() -> None:
    put("-", "in/-")
    assert find_files(["-", "./-", "in"]).files == ("-", "./-", "in/-")


def test_every_odd_name_is_one_file() -> None:
    names = ["new\nline.pdf", "a.PDF", "A.pdf", "e\u0301.pdf", "\u00e9.pdf", "x" * 250 + ".pdf", " .pdf", "b.pdf "]
    names += ["-rf.pdf", os.fsdecode(b"bad\xff.pdf"), "tab\t.pdf", "'.pdf", ":smile:.pdf", "%s.pdf", "..pdf"]
    put(*(f"in/{name}" for name in names))
    os.link("in/a.PDF", "in/hard link.pdf")
    expected = tuple(sorted(f"in/{name}" for name in [*names, "hard link.pdf"]))
    assert find_files(["in"]).files == expected
    assert find_files(["in", *expected, "./in"]).files == tuple(sorted(f"./{name}" for name in expected))


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
