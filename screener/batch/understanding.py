"""The bytes of a file -> the resume in them, as far as no role is needed for it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from screener.documents.limits import Limits
from screener.documents.read import parse_document
from screener.model.document import Document
from screener.model.likeness import Likeness
from screener.model.resume import Resume

if TYPE_CHECKING:
    from screener.batch.cache import Place


class Understood(NamedTuple):
    """What the work on a file goes on with, whatever the role."""

    sha256: str
    resume: Resume
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Understand:
    """The way from a file's bytes to its resume, with or without a cache; it travels to workers."""

    as_of: date
    cache: "Place | None" = None

    def __call__(self, data: bytes, file: str, *, sha256: str, limits: Limits) -> Understood:
        """Raises DocumentError like parse_document."""
        if self.cache is None:
            return understood(parse_document(data, file, sha256=sha256, limits=limits), self.as_of)
        from screener.batch.cache import store_at  # SQLite is for those who asked for it
        from screener.batch.remembering import Memory

        memory = Memory(store_at(self.cache), file, sha256=sha256, limits=limits)
        return memory.understand(self.as_of, lambda: parse_document(data, file, sha256=sha256, limits=limits))


def understood(document: Document, as_of: date) -> Understood:
    """A document, understood as of a day."""
    from screener.batch.likeness import likeness_of
    from screener.resumes.parse import parse_resume

    resume = parse_resume(document, as_of)
    return Understood(document.sha256, resume, likeness_of(resume, as_of))


def ran_out_of_memory(error: BaseException) -> bool:
    """Whether an engine took a lack of memory for a damaged file."""
    cause = error.__cause__ or error.__context__
    return cause is not None and (isinstance(cause, MemoryError) or ran_out_of_memory(cause))
