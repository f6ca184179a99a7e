"""What --include and --exclude say about a path below a folder.

A pattern is matched against the whole path below the folder and against the name alone, without regard
to case; `*` matches slashes too. With any --include, only what matches one is taken, whatever kind of
file it is. What --exclude matches is left out, folders with all that is in them.
"""

import re
from collections.abc import Sequence
from fnmatch import translate
from typing import NamedTuple


class _Pattern(NamedTuple):
    shown: str  # with its option
    expression: re.Pattern[str]


class Patterns:
    """The patterns of a run, and which of them have matched nothing yet."""

    def __init__(self, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> None:
        self._include = [_compile("--include", glob) for glob in include]
        self._exclude = [_compile("--exclude", glob) for glob in exclude]
        self._used: set[str] = set()

    def is_excluded(self, below: str) -> bool:
        """Whether a file or folder is to be left out, by its path below the folder that was named."""
        return self._matches(self._exclude, below)

    def is_included(self, below: str) -> bool | None:
        """Whether a file is asked for; None when nothing was said, so that its kind decides."""
        return self._matches(self._include, below) if self._include else None

    @property
    def unused(self) -> tuple[str, ...]:
        """The patterns that matched nothing, with their options, in the order given."""
        shown = (pattern.shown for pattern in (*self._include, *self._exclude))
        return tuple(dict.fromkeys(name for name in shown if name not in self._used))

    def _matches(self, patterns: Sequence[_Pattern], below: str) -> bool:
        path = below.casefold()
        name = path.rpartition("/")[2]
        hits = [one.shown for one in patterns if one.expression.match(path) or one.expression.match(name)]
        self._used.update(hits)
        return bool(hits)


def _compile(option: str, glob: str) -> _Pattern:
    return _Pattern(f"{option} '{glob}'", re.compile(translate(glob.casefold().removeprefix("./"))))
