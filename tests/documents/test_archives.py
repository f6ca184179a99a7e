"""ZIP files of resumes: members are read one at a time, whatever the archive says of them."""

import io
import stat
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest

from screener.documents import archives
from screener.documents.archives import find_archive, is_archive, list_members, read_member
from screener.documents.limits import Limits
from screener.documents.read import read_bytes
from screener.errors import Damaged, DocumentError, EmptyFile, Encrypted, NotAResumeFormat, TooLarge, UnreadableFile

PDF = b"%PDF-1.4\nAda Example"
LIMITS = Limits(file_bytes=200_000)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return "batch.zip"


def pack(archive: str, *members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(archive, "w", method) as opened:
        warnings.simplefilter("ignore")  # two members of one name
        for name, data in members:
            opened.writestr(name, data)


def names(archive: str) -> list[str]:
    return [member.name for member in list_members(archive)]


def entry(name: bytes, packed: bytes, *, offset: int = 0, size: int = 0, checksum: int = 0, flags: int = 0) -> bytes:
    """One entry of a directory."""
    fixed = struct.pack("<HHHHHHIII", 20, 20, flags, 8, 0, 0, checksum, len(packed), size)
    return b"PK\x01\x02" + fixed + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, offset) + name


def forge(archive: str, packed: bytes, entries: list[bytes]) -> None:
    """One body behind one header, and whatever directory."""
    body = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(packed), 0, 5, 0) + b"a.pdf" + packed
    directory = b"".join(entries)
    end = struct.pack("<HHHHIIH", 0, 0, len(entries) % 65536, len(entries) % 65536, len(directory), len(body), 0)
    Path(archive).write_bytes(body + directory + b"PK\x05\x06" + end)


def deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_member_is_read_as_if_the_archive_were_a_folder(archive: str, method: int) -> None:
    pack(archive, ("inner/ada.pdf", PDF), ("inner/", b""), method=method)
    assert names(archive) == ["inner/ada.pdf"]
    assert read_bytes("batch.zip/inner/ada.pdf", LIMITS) == PDF


def test_names_that_climb_or_start_at_a_root_stay_below_the_archive(archive: str) -> None:
    pack(
        archive,
        ("../../up.pdf", b"1"),
        ("/etc/root.pdf", b"2"),
        ("a\\b.pdf", b"3"),
        ("./././c.pdf", b"4"),
        ("..", b"5"),
    )
    assert names(archive) == ["up.pdf", "etc/root.pdf", "a/b.pdf", "c.pdf", "unnamed"]
    assert [read_member(archive, name, LIMITS) for name in names(archive)] == [b"1", b"2", b"3", b"4", b"5"]


def test_a_second_member_of_one_name_gets_a_number_and_both_are_read(archive: str) -> None:
    pack(archive, ("ada.pdf", b"1"), ("ada.pdf", b"2"), ("ada (2).pdf", b"3"), ("x/../ada.pdf", b"4"))
    assert names(archive) == ["ada.pdf", "ada (3).pdf", "ada (2).pdf", "x/ada.pdf"]
    assert read_member(archive, "ada (3).pdf", LIMITS) == b"2"


def test_names_in_utf_8_are_read_as_such_even_where_nothing_says_so(archive: str) -> None:
    forge(archive, deflate(b"x"), [entry("Zoë.pdf".encode(), deflate(b"x"))])
    assert names(archive) == ["Zoë.pdf"]
    forge(archive, deflate(b"x"), [entry("Zoë.pdf".encode("cp437"), deflate(b"x"))])
    assert names(archive) == ["Zoë.pdf"]


def test_encrypted_members_links_and_archives_in_archives_say_what_to_do(archive: str) -> None:
    link = zipfile.ZipInfo("link.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as opened:
        opened.writestr("ada.pdf", PDF)
    pack(archive, (link, b"ada.pdf"), ("inner.zip", inner.getvalue()), ("empty.pdf", b""))
    with pytest.raises(UnreadableFile, match="is a link inside a ZIP file"):
        read_bytes("batch.zip/link.pdf", LIMITS)
    with pytest.raises(NotAResumeFormat, match="ZIP file inside a ZIP file; unpack"):
        read_bytes("batch.zip/inner.zip", LIMITS)
    with pytest.raises(EmptyFile):
        read_bytes("batch.zip/empty.pdf", LIMITS)
    with pytest.raises(UnreadableFile, match="no such file in the ZIP file"):
        read_bytes("batch.zip/nobody.pdf", LIMITS)
    forge(archive, b"x" * 20, [entry(b"a.pdf", b"x" * 20, flags=1)])
    with pytest.raises(Encrypted, match="password"):
        read_bytes("batch.zip/a.pdf", LIMITS)


def test_what_unpacks_to_too_much_is_refused_whatever_its_size_is_said_to_be(archive: str) -> None:
    packed = deflate(bytes(300_000))
    for size in (300_000, 10):
        forge(archive, packed, [entry(b"a.pdf", packed, size=size)])
        with pytest.raises((TooLarge, Damaged)):
            read_bytes("batch.zip/a.pdf", LIMITS)
    packed = deflate(bytes(12_000_000))
    forge(archive, packed, [entry(b"a.pdf", packed, size=12_000_000)])
    with pytest.raises(TooLarge, match="300 times its size"):
        read_bytes("batch.zip/a.pdf", Limits())


def test_a_wrong_checksum_is_damage(archive: str) -> None:
    packed = deflate(PDF)
    forge(archive, packed, [entry(b"a.pdf", packed, size=len(PDF), checksum=1)])
    with pytest.raises(Damaged, match="checksum"):
        read_bytes("batch.zip/a.pdf", LIMITS)


def test_members_that_share_a_body_are_refused_together(archive: str) -> None:
    packed = deflate(bytes(100_000))
    forge(archive, packed, [entry(b"%d.pdf" % number, packed, size=100_000) for number in range(100)])
    with pytest.raises(Damaged, match="overlap"):
        list_members(archive)


def test_too_many_members_are_refused_before_they_are_read(archive: str, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = deflate(b"x")
    forge(archive, packed, [entry(b"%d.pdf" % number, packed) for number in range(3_000)])
    monkeypatch.setattr(archives, "_DIRECTORY_BYTES", 100_000)
    with pytest.raises(TooLarge, match="more than 20,000 files"):
        list_members(archive)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(3), b"PK\x03\x04" + bytes(500)],
    ids=["empty", "head", "end", "zeros"],
)
def test_what_is_cut_off_is_damaged(archive: str, data: bytes) -> None:
    Path(archive).write_bytes(data)
    with pytest.raises(DocumentError):
        list_members(archive)


def test_every_cut_and_every_flipped_byte_raises_nothing_but_errors_of_documents(archive: str) -> None:
    pack(archive, ("ada.pdf", PDF), ("b/c.pdf", PDF))
    whole = Path(archive).read_bytes()
    spoilt = [whole[:at] for at in range(len(whole))]
    spoilt += [whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :] for at in range(len(whole))]
    for number, data in enumerate(spoilt):
        file = f"{number}.zip"
        Path(file).write_bytes(data)
        try:
            for member in list_members(file):
                read_member(file, member.name, LIMITS)
        except DocumentError:
            pass


def test_a_document_is_no_archive_of_documents(archive: str) -> None:
    for part in ("word/document.xml", "[Content_Types].xml", "mimetype"):
        pack(archive, (part, b"x"), ("ada.pdf", PDF))
        assert not is_archive(archive)
    pack(archive, ("ada/word/document.xml", b"x"), ("ada.pdf", PDF))
    assert is_archive(archive)
    Path(archive).write_bytes(b"PK\x03\x04 cut off")
    assert is_archive(archive), "somebody has to say that it is damaged"
    Path(archive).write_bytes(PDF)
    assert not is_archive(archive)


def test_the_way_to_a_file_is_looked_at_for_archives_only(archive: str) -> None:
    pack(archive, ("ada.pdf", PDF))
    Path("cv.docx").write_bytes(Path(archive).read_bytes())
    Path("cv.pdf").write_bytes(PDF)
    Path("folder").mkdir()
    Path("folder/batch").write_bytes(Path(archive).read_bytes())
    assert find_archive("batch.zip/x/y.pdf") == ("batch.zip", "x/y.pdf")
    assert find_archive("folder/batch/ada.pdf") == ("folder/batch", "ada.pdf")
    for path in ("cv.docx/ada.pdf", "cv.pdf/ada.pdf", "nowhere/ada.pdf", "folder/ada.pdf", "batch.zip", "a\0/b"):
        assert find_archive(path) is None
    with pytest.raises(UnreadableFile, match="part of its path is a file, not a folder"):
        read_bytes("cv.pdf/ada.pdf", LIMITS)
