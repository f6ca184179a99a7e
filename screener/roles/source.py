"""A path or a shipped role's name -> the text of a role file.

A name is a word without a folder and without .yaml: shipped roles go by their file's stem. They lie
inside the package, where the wheel puts them, or in roles/ beside it in a clone or an sdist. At most
MOST_BYTES are read, and only from regular files (or what the shell passes under /dev), so that a role
can't make the screener wait or fill the memory. Text is UTF-8, or UTF-16 or UTF-32 with their mark.
"""

import codecs
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from screener.roles.problems import Problem, RefusedRole, closest, quoted

DEFAULT_ROLE = "backend-software-engineer"
MOST_BYTES = 1_000_000
SUFFIXES = (".yaml", ".yml")

_PACKAGE = Path(__file__).resolve().parents[1]
_FOREIGN = ((b"PK\x03\x04", "a DOCX or ZIP file"), (b"%PDF-", "a PDF"), (b"{\\rtf", "an RTF file"))
_ENCODINGS = (  # the mark at the start, longest first: UTF-32's begins like UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class RoleSource(NamedTuple):
    """A role file's text. `file` is as typed, with /, or the shipped role's name; `folder` is where
    paths inside it begin."""

    file: str
    folder: Path
    sha256: str
    text: str


def shipped_roles() -> dict[str, Path]:
    """The shipped role files by name."""
    for folder in (_PACKAGE / "shipped_roles", _PACKAGE.parent / "roles"):
        if folder.is_dir():
            return {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    return {}


def find_role_files(paths: Sequence[str]) -> tuple[str, ...]:
    """What the paths name, each once and in the order given; a folder stands for the role files anywhere below it.

    Hidden files and folders are left out. A folder without any role file stands for itself, and is refused
    when it is read.
    """
    found: dict[str, None] = {}
    for path in paths:
        if find_shipped_role(path) or not Path(path).is_dir():
            found[path] = None
            continue
        found |= dict.fromkeys(_role_files_below(Path(path)) or [path])
    return tuple(found)


def _role_files_below(folder: Path) -> list[str]:
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names = (name for name in files if name.lower().endswith(SUFFIXES) and not name.startswith("."))
        found += [(Path(place) / name).as_posix() for name in names]
    return sorted(found)


def read_source(source: str | Path) -> RoleSource:
    """The role file at a path, or the shipped role of that name; raises RoleError."""
    shipped = find_shipped_role(source)
    path = shipped or Path(source)
    file = str(source) if shipped else path.as_posix()
    return source_from_bytes(_read_bytes(path, file), file=file, folder=path.parent)


def source_from_bytes(data: bytes, *, file: str, folder: Path) -> RoleSource:
    """A role file that is already in memory; raises RoleError when it is no text."""
    import hashlib

    return RoleSource(file, folder, hashlib.sha256(data).hexdigest(), _decode(data, file))


def find_shipped_role(source: str | Path) -> Path | None:
    """The shipped role of that name, None when `source` is a path."""
    name = str(source)
    if "/" in name or "\\" in name or name.lower().endswith(SUFFIXES):
        return None
    return shipped_roles().get(name)


def _read_bytes(path: Path, file: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _whole(file, _not_a_file(path), "not-a-file")
        if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and file.startswith(("/dev/", "/proc/self/fd/"))):
            raise _whole(file, "not a regular file; name a role file (.yaml) or a shipped role", "not-a-file")
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _whole(file, _not_found(file), "not-found") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _whole(file, f"can't be opened ({cause}); check its name and permissions", "not-found") from error
    if len(data) > MOST_BYTES:
        message = f"larger than {MOST_BYTES:,} bytes; a role is a page or two of YAML, so name another file"
        raise RefusedRole(file, [Problem(1, 1, message, "too-large")])
    return data


def _not_a_file(folder: Path) -> str:
    if _role_files_below(folder):
        return "a folder, not a role file; name one of the files in it"
    return "no .yaml file in this folder; name a role file"


def _not_found(file: str) -> str:
    names = shipped_roles()
    meant = closest(Path(file).stem, names)
    if meant:
        return f"no such file; did you mean the shipped role {quoted(meant)}?"
    return f"no such file or shipped role; name a role file, or one of: {', '.join(names)}"


def _decode(data: bytes, file: str) -> str:
    for start, what in _FOREIGN:
        if data.startswith(start):
            message = f"this is {what}, no role; draft a role from a posting with 'screen roles new'"
            raise RefusedRole(file, [Problem(1, 1, message, "encoding")])
    mark, encoding = _encoding_of(data)
    body = data[len(mark) :]
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding, "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"byte 0x{body[error.start]:02x} is not {encoding.upper()}; save the file as UTF-8"
        raise RefusedRole(file, [Problem(line, column, message, "encoding")]) from error


def encode_like(before: bytes, text: str) -> bytes:
    """A text in the encoding that a role file has, with its mark."""
    mark, encoding = _encoding_of(before)
    return mark + text.encode(encoding)


def _encoding_of(data: bytes) -> tuple[bytes, str]:
    return next(((mark, name) for mark, name in _ENCODINGS if data.startswith(mark)), (b"", "utf-8"))


def _whole(file: str, message: str, rule: str) -> RefusedRole:
    return RefusedRole(file, [Problem(0, 0, message, rule)])
