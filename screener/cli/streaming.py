"""Files -> lines of JSON that are written as they come in, in the order of their paths.

Nothing is kept of a file but its line until its turn, and about a kilobyte by which duplicates are
found at the end. A results file then gets its duplicates marked. What went to stdout can't be called
back: there, only where a run is too short for anybody to wait, lines are marked and written at the end.
"""

from collections.abc import Iterator
from itertools import chain

from screener.batch.duplicates import SAME_BYTES, Alike, Duplicate, Trace, find_duplicates, mark
from screener.batch.order import in_order
from screener.batch.run import Batch
from screener.batch.stopping import Stop
from screener.cli import console
from screener.cli.continuing import Asked, Continued, continue_from, load_outcomes
from screener.cli.journal import Journal
from screener.cli.lines import Entry, ScreenToLine, entry_of, start_of_lines
from screener.cli.locks import alone
from screener.cli.options import OutputOptions
from screener.cli.output import Destination, deliver, files_among, is_journal, tell_written
from screener.cli.run import Run
from screener.cli.screen import tell_end
from screener.cli.tally import Tally
from screener.errors import DocumentError, ExitCode
from screener.model.path_order import path_order
from screener.model.report import Report
from screener.model.screening import Outcome
from screener.reports import ViewOptions, render, write_utf8
from screener.reports.wording import counted, summary_of


class _Unheard(Exception):
    """Nobody reads stdout any more, so nothing need be read for it."""


class Stream:
    """One run, and all that is kept while it lasts."""

    def __init__(self, run: Run, output: OutputOptions) -> None:
        self._run = run
        self._output = output
        self._stop = Stop(console.tell_stopping)
        self._tally = Tally(output.require)
        self._traces: list[Trace] = []
        self._alike = Alike()
        self._outcomes: dict[str, Outcome] = {}
        self._files = files_among(list(filter(is_journal, run.destinations)))
        self._is_to_stdout = run.destinations == (Destination(None, "jsonl"),)
        self._others = () if self._is_to_stdout else tuple(one for one in run.destinations if not is_journal(one))
        self._start = start_of_lines(run.heading)
        self._first_of: dict[str, str] = {}  # by fingerprint
        self._marked: set[str] = set()
        self._journals: list[Journal] = []

    def run(self) -> ExitCode:
        with alone(self._files):
            return self._run_alone()

    def _run_alone(self) -> ExitCode:
        asked = Asked(self._run.heading, self._run.options.limits, self._paths())
        held = self._find_held(asked)
        done = {entry.file for entry in (*held.kept, *held.later)}
        left = [file for file in self._run.found.files if file not in done]
        work = self._run.work if self._others else ScreenToLine(self._run.work)
        batch = Batch(work, left, self._run.options, stop=self._stop)
        self._journals = [
            Journal(file, asked.form, kept_bytes=held.size, kept_lines=len(held.kept)) for file in self._files
        ]
        for entry in held.kept:
            self._remember(entry)
        try:
            self._go(batch, held)
        except _Unheard:  # as after `| head`; what is known by then makes the exit code
            return self._tally.exit_code(batch)
        except KeyboardInterrupt:  # at once: lines that wait for their turn are lost, and read again
            for journal in self._journals:
                journal.close()
            console.tell_stopped(self._tally.count, self._run.file_count)
            return ExitCode.INTERRUPTED
        self._finish(batch)
        return self._tell(batch)

    def _find_held(self, asked: Asked) -> Continued:
        """What the results file holds already, if it is to be continued."""
        if not self._output.resume:
            return Continued()
        file = self._files[0]
        held = continue_from(file, asked, self._find_fingerprint)
        if self._others:
            self._outcomes.update((outcome.file, outcome) for outcome in load_outcomes(file, held, asked))
        if not self._output.quiet and held.line_count:
            console.say(f"{file}: {held.line_count} of {self._run.file_count} files are done")
        return held

    def _find_fingerprint(self, file: str) -> str | None:
        from screener.batch.urls import fetch
        from screener.documents.read import sha256_of

        try:
            return sha256_of(fetch(file, self._run.options.limits))
        except DocumentError:
            return None

    def _paths(self) -> list[str]:
        """Of all rows there can be, sorted."""
        files = [*self._run.found.files, *(outcome.file for outcome in self._run.found.failures)]
        return sorted(files, key=path_order)

    def _go(self, batch: Batch, held: Continued) -> None:
        kept = {entry.file for entry in held.kept}
        paths = [file for file in self._paths() if file not in kept]
        done = held.line_count
        ready = [*held.later, *map(self._entry_of, self._run.found.failures)]
        with console.Progress(self._run.file_count, quiet=self._output.quiet, done=done) as progress:
            for entry in in_order(chain(ready, self._entries(batch, done, progress)), paths):
                self._remember(entry)
                self._write(entry)

    def _entries(self, batch: Batch, done: int, progress: console.Progress) -> Iterator[Entry]:
        """Of what is read now, as it is finished."""
        before = self._tally.unreadable
        for number, result in enumerate(batch.results(), start=done + 1):
            progress.count(number, before + batch.unreadable)
            yield self._entry_of(result) if isinstance(result, Outcome) else result

    def _entry_of(self, outcome: Outcome) -> Entry:
        if self._others:
            self._outcomes[outcome.file] = outcome
        return entry_of(outcome)

    def _remember(self, entry: Entry) -> None:
        self._tally.see(entry.verdict, entry.score)
        self._traces.append(self._alike.shared(entry.own_trace))

    def _write(self, entry: Entry) -> None:
        for journal in self._journals:
            journal.add(entry)
        if self._is_to_stdout:
            text = entry.text(self._start, self._find_twin(entry))
            if not console.write_results(lambda stream: write_utf8(stream, text)):
                raise _Unheard

    def _find_twin(self, entry: Entry) -> Duplicate | None:
        """The same bytes in a line above, which is all that can be known in the middle of a run."""
        if not entry.trace.sha256:
            return None
        first = self._first_of.setdefault(entry.trace.sha256, entry.file)
        if first == entry.file:
            return None
        self._marked.add(entry.file)
        return Duplicate(first, SAME_BYTES)

    def _finish(self, batch: Batch) -> None:
        """Mark duplicates, and write what is written in one piece."""
        is_whole = self._tally.count == self._run.file_count
        found = find_duplicates(self._traces) if is_whole or not self._journals or self._others else {}
        if self._others:  # first: a results file that is finished can't be continued if that fails
            self._publish(found, is_complete=batch.is_complete)
        for journal in self._journals:
            if is_whole:
                journal.finish(found)
            else:
                journal.close()
        self._tell_written(found)

    def _publish(self, found: dict[str, Duplicate], *, is_complete: bool) -> None:
        outcomes = tuple(mark(outcome, found) for outcome in self._outcomes.values())
        report = Report(outcomes, *self._run.heading, complete=is_complete, skipped=self._run.found.skipped_count)
        view = ViewOptions(top=self._output.top, bom=self._output.bom)
        deliver(self._others, lambda name, stream: render(report, name, stream, view=view))

    def _tell_written(self, found: dict[str, Duplicate]) -> None:
        if self._output.quiet:
            return
        if files := files_among(self._run.destinations):
            skipped = self._run.found.skipped_count
            words = summary_of(self._tally.verdicts, duplicates=len(found), skipped=skipped)
            tell_written(self._run.heading.as_of, words, files)
        elif missed := found.keys() - self._marked:
            console.say(f"{counted(len(missed), 'duplicate')} more came to light at the end; -o FILE marks them all")

    def _tell(self, batch: Batch) -> ExitCode:
        tell_end(batch, self._tally.count, self._run.file_count)
        if self._tally.count < self._run.file_count and self._journals and not self._output.quiet:
            console.say("the same command with --resume continues where it ended")
        return self._tally.exit_code(batch)
