"""Lists of paths: lines or null characters, in whatever a system makes of text."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from screener.batch.file_lists import NoList, read_list


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        (b"a.pdf\nb c.pdf\n\n", ("a.pdf", "b c.pdf")),
        (b"a.pdf\r\nb.pdf\r\n", ("a.pdf", "b.pdf")),
        (b"a.pdf", ("a.pdf",)),
        (b"a\nb.pdf\0 c.pdf \0", ("a\nb.pdf", " c.pdf ")),
        (b"bad\xff.pdf\n", (os.fsdecode(b"bad\xff.pdf"),)),
        (b"\xef\xbb\xbfZo\xc3\xab.pdf\n", ("Zo\u00eb.pdf",)),
        ("Zo\u00eb.pdf\r\nb.pdf\r\n".encode("utf-16"), ("Zo\u00eb.pdf", "b.pdf")),
        (b"# no comment.pdf\n", ("# no comment.pdf",)),
    ],
    ids=["lines", "windows", "no end", "null", "no utf-8", "mark", "utf-16", "hash"],
)
def test_one_path_a_line_or_between_null_characters(tmp_path: Path, data: bytes, paths: tuple[str, ...]) -> None:
    list_of_files = tmp_path / "list"
    list_of_files.write_bytes(data)
    assert read_list(str(list_of_files)) == paths


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"a.pdf\nb.pdf")))
    assert read_list("-") == ("a.pdf", "b.pdf")
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(NoList, match="standard input: the list names no files"):
        read_list("-")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nobody", "no such list"),
        ("folder", "can't be read: is a directory"),
        ("empty", "names no files"),
        ("a\0", "can't"),
    ],
)
def test_a_list_that_names_nothing_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("empty").write_bytes(b"\n \n")
    with pytest.raises(NoList, match=message):
        read_list(name)
