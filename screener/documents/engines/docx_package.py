"""The bytes of a DOCX -> its parts, unpacked one at a time and never further than the limits allow.

A DOCX is a ZIP, and a ZIP can lie: about sizes, about names, about how many members share one body.
So the directory is judged first, members are found by name without regard to case, only those that
are asked for are unpacked, and unpacking stops at the limit whatever the directory says. A picture
that would unpack to a gigabyte does no harm beside good text: nobody asks for it.
"""

import bz2
import struct
import zlib
from io import BytesIO
from itertools import pairwise
from zipfile import BadZipFile, ZipFile, ZipInfo

from screener.documents.limits import Limits
from screener.errors import Damaged, DocumentError, Encrypted, NotAResumeFormat, TooLarge

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (
    ("WordDocument", "is a Word 97–2003 document (.doc); open it in a word processor and save it as .docx or PDF"),
    ("Workbook", "is an Excel workbook; ask for the resume as .docx or PDF"),
    ("PowerPoint Document", "is a PowerPoint presentation; ask for the resume as .docx or PDF"),
)
_ZIP_ERRORS = (BadZipFile, NotImplementedError, ValueError, struct.error, EOFError, OSError, IndexError, OverflowError)
_MOST_MEMBERS = 5_000  # a long resume with many pictures has a hundred
_PART_SHARE = 4  # one part may take a quarter of what all may: its tree takes ten times its bytes
_RATIO_MATTERS_FROM = 10_000_000  # bytes; small parts repeat themselves honestly
_MOST_RATIO = 300
_STORED, _DEFLATED, _BZIP2 = 0, 8, 12
_ENCRYPTED_FLAG, _UTF8_FLAG = 0x1, 0x800
_LOCAL_HEADER = struct.Struct("<4s22xHH")  # signature, …, lengths of the name and of the extra field
_AGAIN = "ask for it again, or save it again as .docx or PDF"


class Package:
    """The members of a DOCX; names are looked up as the format asks, without regard to case."""

    def __init__(self, data: bytes, members: dict[str, ZipInfo], limits: Limits) -> None:
        self._data = data
        self._members = members
        self._inflated_bytes = limits.inflated_bytes
        self._left = limits.inflated_bytes

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    def read(self, name: str) -> bytes | None:
        """The bytes of a member, None when there is none of that name."""
        member = self._members.get(_key(name))
        if member is None:
            return None
        if member.compress_type not in (_STORED, _DEFLATED, _BZIP2):
            raise Damaged(f"is compressed in a way that Word doesn't use (method {member.compress_type}); {_AGAIN}")
        cap = min(self._left, self._inflated_bytes // _PART_SHARE)
        inflated = self._inflate(member, cap)
        self._left -= len(inflated)
        if zlib.crc32(inflated) != member.CRC or len(inflated) != member.file_size:
            raise Damaged(f"is damaged: the checksum of {name} is wrong; {_AGAIN}")
        return inflated

    def _inflate(self, member: ZipInfo, cap: int) -> bytes:
        if member.file_size > cap:
            raise self._too_large(member.orig_filename)
        packed = _packed_bytes(self._data, member)
        try:
            inflated = _inflate_at_most(packed, member.compress_type, cap + 1)
        except (zlib.error, OSError, EOFError, ValueError) as error:
            raise Damaged(f"is damaged: {member.orig_filename} can't be unpacked; {_AGAIN}") from error
        if len(inflated) > cap:
            raise self._too_large(member.orig_filename)
        if len(inflated) > _RATIO_MATTERS_FROM and len(inflated) > _MOST_RATIO * len(packed):
            raise TooLarge(f"unpacks to more than {_MOST_RATIO} times its size, as no resume does; save it as PDF")
        return inflated

    def _too_large(self, name: str) -> TooLarge:
        limit = f"{self._inflated_bytes / 1_000_000:g} MB"
        whole = f"unpacks to more than {limit}, the most that is read"
        alone = f"unpacks to too much: {name} takes more than a quarter of {limit}, the most that is read"
        is_alone = self._left >= self._inflated_bytes // _PART_SHARE
        return TooLarge(f"{alone if is_alone else whole}; save it as PDF, or raise --max-inflated-mb")


def open_package(data: bytes, limits: Limits) -> Package:
    """The package in `data`, judged by its directory alone; nothing is unpacked yet."""
    if data.startswith(_OLE_SIGNATURE):
        raise _explain_ole(data)
    # Counted before the directory is read: half a million entries fit into 25 MB.
    if data.count(b"PK\x01\x02") > 2 * _MOST_MEMBERS:
        raise _too_many_members()
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.orig_filename.endswith("/")]
    except _ZIP_ERRORS as error:
        raise _explain_no_zip(data) from error
    _check_members(members)
    return Package(data, {_key(member.orig_filename): member for member in members}, limits)


def _key(name: str) -> str:
    return name.lstrip("/").lower()


def _check_members(members: list[ZipInfo]) -> None:
    if not members:
        raise Damaged(f"is an empty archive; {_AGAIN}")
    if len(members) > _MOST_MEMBERS:
        raise _too_many_members()
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise Encrypted("is protected with a password; ask for a copy without one")
    if len({_key(member.orig_filename) for member in members}) < len(members):
        raise Damaged(f"holds two parts of one name, so that readers disagree about its text; {_AGAIN}")
    in_order = sorted(members, key=lambda member: member.header_offset)
    for before, after in pairwise(in_order):
        if before.header_offset + _LOCAL_HEADER.size + before.compress_size > after.header_offset:
            raise Damaged(f"holds parts that overlap; {_AGAIN}")


def _packed_bytes(data: bytes, member: ZipInfo) -> bytes:
    start = member.header_offset
    header = data[start : start + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise Damaged(f"is damaged: {member.orig_filename} is not where the archive says; {_AGAIN}")
    _, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start += _LOCAL_HEADER.size
    name = member.orig_filename.encode("utf-8" if member.flag_bits & _UTF8_FLAG else "cp437", "replace")
    if data[start : start + name_length] != name:
        raise Damaged(f"is damaged: {member.orig_filename} has two names; {_AGAIN}")
    start += name_length + extra_length
    if start + member.compress_size > len(data):
        raise Damaged(f"is cut off within {member.orig_filename}; {_AGAIN}")
    return data[start : start + member.compress_size]


def _inflate_at_most(packed: bytes, method: int, cap: int) -> bytes:
    if method == _DEFLATED:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, cap)
    if method == _BZIP2:
        return bz2.BZ2Decompressor().decompress(packed, cap)
    return packed[:cap]


def _too_many_members() -> TooLarge:
    return TooLarge(f"is an archive of more than {_MOST_MEMBERS:,} parts; save it as PDF")


def _explain_ole(data: bytes) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Encrypted("is protected with a password; ask for a copy without one")
    for stream, message in _OLE_KINDS:
        if stream.encode("utf-16-le") in data:
            return NotAResumeFormat(message)
    return NotAResumeFormat("is an old Office file (OLE), not a DOCX; save it as .docx or PDF")


def _explain_no_zip(data: bytes) -> DocumentError:
    if b"PK\x03\x04" in data[:1024] or b"PK\x05\x06" in data:
        return Damaged(f"is a damaged or cut-off DOCX; {_AGAIN}")
    return NotAResumeFormat("is not a DOCX; ask for the resume as .docx or PDF")
