"""The engines: each turns the bytes of one format into a Document.

Adding a format is one module here with `recognises` and `extract`, and one line in ENGINES.
Engines are imported only when a file of theirs comes along, and import their libraries inside
`extract`; they translate foreign exceptions into `screener.errors` at their border.
"""

from typing import Protocol

from screener.documents.limits import Limits
from screener.model.document import Document

ENGINES = {
    "pdf": "screener.documents.engines.pdf",
    "docx": "screener.documents.engines.docx",
    "text": "screener.documents.engines.plain_text",
}


class Engine(Protocol):
    """What a module in this folder offers."""

    def extract(self, data: bytes, sha256: str, limits: Limits) -> Document:
        """The document that the bytes show. Raises a DocumentError when there is none to show."""
        ...
