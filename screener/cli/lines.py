"""An Outcome -> its line of JSON before anybody knows its neighbours, small enough to travel and to wait.

The line is cut in two around the path, because twins share everything but that. With it goes what will
be needed once all lines are there: by what duplicates are found, and what the exit code depends on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from screener.batch.duplicates import Duplicate, Trace, trace_of
from screener.cli.run import Heading
from screener.model.screening import Outcome, Unreadable, Verdict
from screener.reports import jsonl_report
from screener.reports.json_text import dumps
from screener.reports.row_text import START_OF_ROW, row_text

if TYPE_CHECKING:
    from screener.batch.run import ScreenFile

_NO_DUPLICATE = '"duplicate_of": null, "duplicate_note": null'


def start_of_lines(heading: Heading) -> str:
    """What all lines of a run have before the path."""
    return jsonl_report.start_of_lines(*heading)


class Entry(NamedTuple):
    """A file's line, from behind its path to the closing brace, and what is known of it without parsing it."""

    file: str
    body: str
    trace: Trace  # its path may be a twin's
    verdict: Verdict
    score: str | None = None
    error: str | None = None  # the code of an unreadable file's

    @property
    def own_trace(self) -> Trace:
        return self.trace._replace(file=self.file)

    def text(self, start: str, duplicate: Duplicate | None = None) -> str:
        """The whole line with its newline."""
        return f"{start}{dumps(self.file)}{marked(self.body, duplicate)}\n"


@dataclass(frozen=True, slots=True)
class ScreenToLine:
    """The work on one file, done and written down by the worker; it travels there."""

    work: "ScreenFile"

    def __call__(self, file: str) -> Entry:
        return entry_of(self.work(file))

    def knows_all(self, files: Sequence[str]) -> bool:
        """Whether hardly any of the files will have to be read."""
        return self.work.knows_all(files)


def entry_of(outcome: Outcome) -> Entry:
    """The entry of an outcome that isn't known to be a duplicate."""
    body = row_text(outcome)[len(START_OF_ROW) + len(dumps(outcome.file)) :]
    result, trace = outcome.result, trace_of(outcome)
    if isinstance(result, Unreadable):
        return Entry(outcome.file, body, trace, Verdict.UNREADABLE, error=result.code)
    return Entry(outcome.file, body, trace, result.verdict, str(result.score))


def marked(text: str, duplicate: Duplicate | None) -> str:
    """A line, or its end, that says what it is a duplicate of.

    Searching for the keys is safe: in a quote from a resume their quotation marks would be escaped.
    """
    if duplicate is None:
        return text
    marks = f'"duplicate_of": {dumps(duplicate.of)}, "duplicate_note": {dumps(duplicate.note)}'
    return text.replace(_NO_DUPLICATE, marks, 1)
