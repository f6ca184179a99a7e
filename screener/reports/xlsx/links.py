"""The path of a file -> where a cell's link leads: a file, never an address, a share or a place inside an archive.

A path is relative to where the program was started, and a link to where the workbook lies.
"""

import os
import re
from pathlib import Path
from typing import TextIO

from screener.reports.safe_text import visible

_LONGEST = 1000
_PATH = re.compile(r"(?:[A-Za-z]:/|/(?!/))?[^/:|\\\ufffe\uffff][^:|\\\ufffe\uffff]*")
# What a link would end, query or escape with; letters of all scripts stay, as spreadsheets write them.
_ENCODED = re.compile(r'[ "#%<>?\[\]^`{}]')


def link_to(path: str, folder: str | None) -> str | None:
    """The target of a link in a workbook of this folder; None when the path could be anything but a file."""
    if not is_linkable(path):
        return None
    if folder is not None and not re.match("[A-Za-z]:/", path):
        path = _seen_from(folder, path)
    target = _ENCODED.sub(lambda match: f"%{ord(match.group()):02X}", path)
    return target if len(target) > 1 else f"./{target}"  # a lone letter is taken for the beginning of a drive


def is_linkable(path: str) -> bool:
    """Whether a path can only be a file's."""
    if len(path) > _LONGEST or ".zip/" in path.lower() or path == "-":
        return False
    return visible(path) == path and path == path.strip() and _PATH.fullmatch(path) is not None


def folder_of(stream: TextIO) -> str | None:
    """The folder of the file that is written; None when it is no file: then links begin where the program did."""
    name = getattr(stream, "name", None)
    return os.path.realpath(Path(name).parent) if isinstance(name, str) and Path(name).is_file() else None


def _seen_from(folder: str, path: str) -> str:
    if path.startswith("/") or folder == str(Path.cwd()):
        return path
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).absolute().as_posix()
