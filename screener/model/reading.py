"""One file as it was read: what is on its pages, and what was understood of it before any role is held against it."""

from dataclasses import dataclass
from datetime import date

from screener.model.document import Document
from screener.model.resume import Resume


@dataclass(frozen=True, slots=True)
class Reading:
    """`file` is as typed, with /; periods with an open end run until `as_of`."""

    file: str
    document: Document
    resume: Resume
    as_of: date
