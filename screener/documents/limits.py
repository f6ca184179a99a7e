"""How much of a file is read at most; each limit is an option and is named in its error."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    file_bytes: int = 25_000_000
    pages: int = 30
    characters: int = 1_000_000
    inflated_bytes: int = 100_000_000  # of one compressed part, or of a whole DOCX
    seconds: float = 10.0  # wall clock, of one file
    memory_bytes: int = 1_000_000_000  # of the process that reads it
