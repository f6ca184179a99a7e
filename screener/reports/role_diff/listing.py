"""Candidates -> rows of name, file and words, each under the one above."""

from collections.abc import Sequence
from posixpath import commonpath, dirname

from rich.text import Text

from screener.model.role_diff import Compared, RoleDiff
from screener.reports.pen import GAP, MARGIN, Column, Pen, widest

INDENT = MARGIN + 2


class Listing:
    """Rows as wide as these candidates need; the folder that all files lie in is not repeated."""

    def __init__(self, candidates: Sequence[Compared], diff: RoleDiff, pen: Pen) -> None:
        self._pen = pen
        self._folder = _shared_folder([*(one.file for one in diff.candidates), *(one.file for one in diff.unreadable)])
        names = [pen.text(one.name or "") for one in candidates]
        files = [pen.text(self._within(one.file)) for one in candidates]
        name = widest(names, 24 if pen.width >= 100 else 16)
        file = widest(files, pen.width // 4)
        widths = (name, file, pen.width - INDENT - MARGIN - name - file - 2 * GAP)
        self._columns = [Column(width) for width in widths]

    def row(self, candidate: Compared, words: str) -> list[Text]:
        name = self._pen.short(candidate.name or "", self._columns[0].width, "bold")
        file = self._pen.path(self._within(candidate.file), self._columns[1].width, "dim")
        return self._pen.row([name, file, self._pen.text(words)], self._columns, INDENT)

    def _within(self, file: str) -> str:
        return file[len(self._folder) + 1 :] if self._folder and file.startswith(self._folder + "/") else file


def _shared_folder(files: Sequence[str]) -> str:
    folders = [dirname(file) for file in files]
    if len(folders) < 2 or not all(folders) or len({folder.startswith("/") for folder in folders}) > 1:
        return ""
    return commonpath(folders).rstrip("/")
