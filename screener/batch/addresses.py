"""A path as typed -> whether it is a URL, and the path on this machine that a file:// URL stands for.

`file://`, `local://` and `file://localhost` in any case are spellings of local paths; nothing in them is
decoded, as fsspec has it. All other URLs are storages that fsspec knows.
"""

import os
import re

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # a letter alone is a drive of Windows
_LOCAL = re.compile(r"(?:file|local)://(?:localhost(?=/))?", re.IGNORECASE)
_DRIVE = re.compile(r"/[a-z]:", re.IGNORECASE)


def is_url(path: str) -> bool:
    """Whether a path is a URL; it need not be one that can be read."""
    return _URL.match(path) is not None


def is_remote(path: str) -> bool:
    """Whether a path leads to a storage that is no folder of this machine."""
    return is_url(path) and _LOCAL.match(path) is None


def local_path(path: str) -> str:
    """The path itself, or the one behind a file:// URL; what is remote stays as it is."""
    local = _LOCAL.match(path)
    if local is None:
        return path
    path = path[local.end() :]
    return path[1:] if os.name == "nt" and _DRIVE.match(path) else path
