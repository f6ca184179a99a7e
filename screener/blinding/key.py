"""The key of blind reports as JSON: pseudonym -> name, SHA-256 and files. Keys grow, and lose nothing.

The same resume has the same pseudonym next week, so a key that is there already is added to: an older report can still
be opened with it. Where a pseudonym stands for other bytes already, the key isn't written at all.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from screener.blinding.report import KeyEntry
from screener.errors import ScreenerError

SCHEMA_VERSION = 1
_KIND = "key of blind reports"
_SURROGATE = re.compile("[\\ud800-\\udfff]")


class WrongKey(ScreenerError):
    """A file that is no key, or that can't take what is to be added."""


def key_text(entries: Iterable[KeyEntry], held: str | None, *, file: str, version: str) -> str:
    """The text of the key file; `held` is what stands in it already. Raises WrongKey."""
    candidates = read_key(held, file) if held else {}
    for entry in entries:
        candidates[entry.pseudonym] = _merged(candidates.get(entry.pseudonym), entry, file)
    whole = {
        "schema_version": SCHEMA_VERSION,
        "screener": version,
        "kind": _KIND,
        "candidates": dict(sorted(candidates.items())),
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"  # bytes of names that aren't UTF-8


def read_key(text: str, file: str) -> dict[str, Any]:
    """What a key holds, by pseudonym. Raises WrongKey for any other file."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        whole = None
    if not isinstance(whole, dict) or whole.get("kind") != _KIND or whole.get("schema_version") != SCHEMA_VERSION:
        raise WrongKey(f"{file}: is there already and is no key that can be added to; name another file with --key")
    candidates = whole.get("candidates")
    if not isinstance(candidates, dict) or not all(map(_is_entry, candidates.values())):
        raise WrongKey(f"{file}: is a key that is damaged; restore it, or name another file with --key")
    return candidates


def _merged(held: Mapping[str, Any] | None, entry: KeyEntry, file: str) -> dict[str, Any]:
    if held is not None and held["sha256"] != entry.sha256:
        raise WrongKey(f"{file}: {entry.pseudonym} stands for another file in it; name another file with --key")
    files = sorted({*(held["files"] if held else ()), entry.file})
    return {"name": entry.name or (held["name"] if held else None), "sha256": entry.sha256, "files": files}


def _is_entry(value: Any) -> bool:
    return isinstance(value, dict) and {"name", "sha256", "files"} <= value.keys() and isinstance(value["files"], list)
