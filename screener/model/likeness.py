"""By what one person is recognised in several resumes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Likeness:
    """Plain values, made where the file is read, so that the text itself need not travel.

    `name` are the words of the candidate's name, folded; `addresses` are mail addresses and `phones`
    digits, likewise. `sketch` stands for the text: the smallest hashes of its runs of words, ascending,
    four bytes each. `latest` is the latest month that the page names (an index), never an open end.
    """

    name: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    sketch: bytes = b""
    latest: int | None = None

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """One travels with every file; this takes a quarter of the time that a dataclass's own way does."""
        return Likeness, (self.name, self.addresses, self.phones, self.sketch, self.latest)
