"""Results in the order in which they are finished -> the same in the order of their paths, as soon as can be.

A result waits until all files before its own have theirs. How many can wait is bounded by the
executors, which don't begin a file too far ahead of one that is still being read; only the twins of a
file that was read wait longer, for their turn.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from screener.model.path_order import path_order


class OfFile(Protocol):
    """Anything that belongs to a file."""

    @property
    def file(self) -> str: ...


_Result = TypeVar("_Result", bound=OfFile)


def in_order(results: Iterable[_Result], files: Sequence[str]) -> Iterator[_Result]:
    """The results sorted by path; `files` are the sorted paths of all that can come. Gaps are closed at the end."""
    waiting: dict[str, _Result] = {}
    turn = 0
    for result in results:
        waiting[result.file] = result
        while turn < len(files) and files[turn] in waiting:
            yield waiting.pop(files[turn])
            turn += 1
    for file in sorted(waiting, key=path_order):
        yield waiting[file]
