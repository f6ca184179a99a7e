"""A file that was met before -> what was made of it then; one that wasn't is read, understood and kept.

Two things are kept of a file: the document as read, or the reason why it can't be, under its content,
its kind of name and the limits; and the resume as understood on a day, which is the larger part of the
work that is left. Of the latter only the last day's is kept: a folder is mostly screened on one day,
with one role after another. What ran into a limit of time or memory isn't kept.
"""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from screener.batch.cache import Place, Store
from screener.batch.kept import pack_resume, unpack_resume
from screener.batch.plain import pack, unpack
from screener.batch.understanding import Understood, ran_out_of_memory, understood
from screener.documents.limits import Limits
from screener.documents.read import read_bytes, sha256_of
from screener.errors import DocumentError
from screener.model.document import Document
from screener.model.likeness import Likeness

_SAMPLE = 8  # files
_DOCUMENT, _REFUSAL, _RESUME = "document", "refusal", "resume"  # what an entry holds


class Memory:
    """What is known of one file."""

    def __init__(self, store: Store, file: str, *, sha256: str, limits: Limits) -> None:
        self._store = store
        # A name's suffix, and whether it is a link, decide what is believed of the content.
        parts = [sha256, Path(file).suffix.lower(), os.path.islink(file)]  # noqa: PTH114 - once for every file
        whole = _start_of_keys(store.place.reader, limits) + json.dumps(parts).encode("ascii")
        key = blake2b(whole, digest_size=31).digest()
        self._document_key, self._resume_key = key + b"D", key + b"R"

    def is_understood(self, as_of: date) -> bool:
        """Whether it was, on this day."""
        kept = self._find(self._resume_key)
        return kept is not None and kept[:2] == [_RESUME, as_of.isoformat()]

    def understand(self, as_of: date, parse: Callable[[], Document]) -> Understood:
        """The file as understood on a day; `parse` reads it. Raises DocumentError like `parse`."""
        day = as_of.isoformat()
        kept = self._find(self._resume_key)
        if kept is not None and kept[:2] == [_RESUME, day] and (found := _understood_from(kept)) is not None:
            return found
        made = understood(self._document(parse), as_of)
        with suppress(LookupError):
            self._keep(self._resume_key, [_RESUME, day, made.sha256, pack_resume(made.resume), pack(made.likeness)])
        return made

    def _document(self, parse: Callable[[], Document]) -> Document:
        kept = self._find(self._document_key)
        if kept is not None and (document := _document_from(kept)) is not None:
            return document
        try:
            document = parse()
        except DocumentError as error:
            if not ran_out_of_memory(error):
                self._keep(self._document_key, [_REFUSAL, error.code, str(error)])
            raise
        self._keep(self._document_key, [_DOCUMENT, pack(document)])
        return document

    def _find(self, key: bytes) -> list[Any] | None:
        content = self._store.find(key)
        try:
            found = None if content is None else json.loads(content)
        except (ValueError, RecursionError):
            return None
        return found if isinstance(found, list) else None

    def _keep(self, key: bytes, values: list[Any]) -> None:
        self._store.keep(key, json.dumps(values, separators=(",", ":")).encode("ascii"))


def knows_all(cache: Place, files: Sequence[str], as_of: date, limits: Limits) -> bool:
    """Whether files are likely all known: a few of them are looked up."""
    with closing(Store(cache)) as store:
        return all(_is_known(store, file, as_of, limits) for file in files[:: len(files) // _SAMPLE + 1])


def _is_known(store: Store, file: str, as_of: date, limits: Limits) -> bool:
    if not Path(file).is_file():
        return False  # a member of a ZIP file is unpacked by workers only
    try:
        sha256 = sha256_of(read_bytes(file, limits))
    except DocumentError:
        return False
    return Memory(store, file, sha256=sha256, limits=limits).is_understood(as_of)


@lru_cache(maxsize=8)
def _start_of_keys(reader: str, limits: Limits) -> bytes:
    return json.dumps([reader, asdict(limits)]).encode("ascii")


def _understood_from(kept: list[Any]) -> Understood | None:
    try:
        _, _, sha256, resume, likeness = kept
        return Understood(sha256, unpack_resume(resume), unpack(Likeness, likeness))
    except (ValueError, TypeError, LookupError):
        return None


def _document_from(kept: list[Any]) -> Document | None:
    """Raises the error of a file that couldn't be read."""
    match kept:
        case [kind, code, str(message)] if kind == _REFUSAL and code in _errors():
            raise _errors()[code](message)
        case [kind, values] if kind == _DOCUMENT:
            try:
                document: Document = unpack(Document, values)
                return document
            except (ValueError, TypeError, LookupError):
                pass
    return None


def _errors() -> dict[str, type[DocumentError]]:
    kinds: list[type[DocumentError]] = [*DocumentError.__subclasses__(), DocumentError]
    return {kind.code: kind for kind in kinds}
