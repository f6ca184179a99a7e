"""Files in, documents or one clear line out; engines are stood in for, so that only the choice is tested."""

import hashlib
import os
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest

from screener.documents import read
from screener.documents.limits import Limits
from screener.documents.read import read_document
from screener.errors import Damaged, DocumentError, EmptyFile, NotAResumeFormat, TooLarge, UnreadableFile
from screener.model.document import Document

PROSE = b"Ada Example, software engineer since 2015, lives in Utrecht.\n"
PDF = b"%PDF-1.4\nnot really\n"
DOCX = b"PK\x03\x04word/document.xml"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(autouse=True)
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines that read nothing but say who they are."""

    def load(name: str) -> SimpleNamespace:
        return SimpleNamespace(extract=lambda _, sha256, __: Document(name, sha256, 1, ()))

    monkeypatch.setattr(read, "_load_engine", load)


def put(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(
    ("name", "data", "engine"),
    [
        pytest.param("ada.pdf", PDF, "pdf", id="pdf"),
        pytest.param("ADA.PDF", PDF, "pdf", id="upper case"),
        pytest.param("ada", PDF, "pdf", id="no suffix"),
        pytest.param("ada.v2", PDF, "pdf", id="a suffix that promises nothing"),
        pytest.param("ada.docx", DOCX, "docx", id="docx"),
        pytest.param("ada.docm", DOCX, "docx", id="docm"),
        pytest.param("ada.txt", PROSE, "text", id="text"),
        pytest.param("ada.txt", b"Ada", "text", id="one word, called text"),
        pytest.param("ada", PROSE, "text", id="text without a suffix"),
        pytest.param("ada.md", PROSE, "text", id="markdown"),
    ],
)
def test_the_engine_follows_the_content(tmp_path: Path, name: str, data: bytes, engine: str) -> None:
    document = read_document(put(tmp_path, name, data))
    assert (document.media_type, document.sha256) == (engine, hashlib.sha256(data).hexdigest())
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("name", "data", "engine"),
    [
        pytest.param("ada.docx", PDF, "pdf", id="pdf called docx"),
        pytest.param("ada.pdf", DOCX, "docx", id="docx called pdf"),
        pytest.param("ada.doc", DOCX, "docx", id="docx called doc"),
        pytest.param("ada.pdf", PROSE, "text", id="text called pdf"),
        pytest.param("ada.pdf ", PDF, "pdf", id="space after the suffix"),
    ],
)
def test_a_wrong_suffix_is_a_warning(tmp_path: Path, name: str, data: bytes, engine: str) -> None:
    document = read_document(put(tmp_path, name, data))
    assert document.media_type == engine
    assert [warning.code for warning in document.warnings] == ["wrong-suffix"]


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        pytest.param("a.pdf", b"", EmptyFile, "is empty", id="empty"),
        pytest.param("a.docx", b"<html><body>Ada", NotAResumeFormat, "save it as PDF", id="html called docx"),
        pytest.param("a.html", PROSE, NotAResumeFormat, "is an HTML page", id="html without a mark"),
        pytest.param("a.rtf", b"{\\rtf1 Ada}", NotAResumeFormat, "is an RTF document", id="rtf"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n", NotAResumeFormat, "is a picture", id="picture"),
        pytest.param("a.pages", b"PK\x03\x04Index", NotAResumeFormat, "export it from Pages", id="pages"),
        pytest.param("a.json", b'{"basics": {"name": "Ada"}}', NotAResumeFormat, "is a JSON file", id="json"),
        pytest.param("a.pdf", b"%", Damaged, "is not a PDF", id="one byte"),
        pytest.param("a.pdf", bytes(500), Damaged, "is not a PDF", id="zeros"),
        pytest.param("a.bin", bytes(500), NotAResumeFormat, "is not in a format", id="anything else"),
    ],
)
def test_what_is_not_read_says_what_to_do(
    tmp_path: Path, name: str, data: bytes, error: type[DocumentError], words: str
) -> None:
    file = put(tmp_path, name, data)
    with pytest.raises(error) as raised:
        read_document(file)
    message = str(raised.value)
    assert message.startswith(f"{file}: ")
    assert words in message
    assert "\n" not in message


def test_missing_files_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read_document(tmp_path / "nobody.pdf")
    with pytest.raises(UnreadableFile, match="is not a file name"):
        read_document("a\0b.pdf")
    with pytest.raises(UnreadableFile, match="longer than"):
        read_document("a" * 5000)


def test_folders_pipes_sockets_and_devices_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))
    Path("folder.pdf").mkdir()
    os.mkfifo("pipe.pdf")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.pdf")
        Path("device.pdf").symlink_to("/dev/zero")
        for name in ("folder.pdf", "pipe.pdf", "socket.pdf", "device.pdf"):
            with pytest.raises(UnreadableFile, match=name.removesuffix(".pdf")):
                read_document(name)


def test_links_to_files_are_followed_and_broken_ones_named(tmp_path: Path) -> None:
    put(tmp_path, "ada.pdf", PDF)
    for link, target in (("good.pdf", "ada.pdf"), ("bad.pdf", "nobody.pdf"), ("loop.pdf", "loop.pdf")):
        (tmp_path / link).symlink_to(target)
    assert read_document(tmp_path / "good.pdf").media_type == "pdf"
    with pytest.raises(UnreadableFile, match="a link to a file that doesn't exist"):
        read_document(tmp_path / "bad.pdf")
    with pytest.raises(UnreadableFile, match="leads back to itself"):
        read_document(tmp_path / "loop.pdf")


def test_a_link_named_like_a_resume_does_not_leak_a_text_file(tmp_path: Path) -> None:
    put(tmp_path, "secrets", PROSE)
    (tmp_path / "ada.pdf").symlink_to("secrets")
    with pytest.raises(Damaged):
        read_document(tmp_path / "ada.pdf")


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    file = put(tmp_path, "ada.pdf", PDF)
    file.chmod(0)
    with pytest.raises(UnreadableFile, match="permission denied"):
        read_document(file)


def test_the_size_limit_is_named_with_its_option(tmp_path: Path) -> None:
    file = put(tmp_path, "ada.pdf", PDF + bytes(1_000_000))
    with pytest.raises(TooLarge, match=r"larger than 1 MB.*--max-mb"):
        read_document(file, Limits(file_bytes=1_000_000))
    assert read_document(file, Limits(file_bytes=2_000_000))


def test_files_without_a_size_of_their_own_are_read_to_their_end() -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("needs /proc")
    with pytest.raises(TooLarge):
        read_document("/proc/self/status", Limits(file_bytes=10))
