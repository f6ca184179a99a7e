"""`screen PATH…`: files and folders in, verdicts and an exit code out."""

import os
from typing import TYPE_CHECKING

from screener.cli import console
from screener.cli.options import FileOptions, OptionalPaths, OutputOptions, QuestionOptions
from screener.cli.work import WorkOptions, batch_options, prepare_cache, tell_damage
from screener.errors import ExitCode, ScreenerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screener.batch.files import FoundFiles
    from screener.batch.run import Batch
    from screener.cli.run import Run


class NothingThere(ScreenerError):
    """Nothing that is named can be opened."""

    exit_code = ExitCode.UNREADABLE


def screen(
    paths: OptionalPaths = None,
    *,
    question: QuestionOptions,
    files: FileOptions,
    output: OutputOptions,
    work: WorkOptions,
) -> int:
    """Screen resumes, and folders of them, against a role."""
    from screener import __version__
    from screener.batch.run import ScreenFile
    from screener.cli.blinding import check_blind
    from screener.cli.inputs import find_inputs, read_given, tell_found
    from screener.cli.output import check_resumable, files_among, is_streamed, plan
    from screener.cli.run import Heading, Run
    from screener.roles.load import load_role
    from screener.roles.source import DEFAULT_ROLE

    role, day = load_role(DEFAULT_ROLE if question.role is None else question.role), question.day
    found = find_inputs(paths or [], files, [*(output.output or ()), *filter(None, [output.key])])
    destinations = plan(output, found.files)
    check_blind(output, destinations, found.files, resume=output.resume)
    if output.resume:
        check_resumable(destinations)
    if work.cluster is None:  # whose workers may have files that aren't here
        _check_anything_there(found, files_among(destinations))
    cache = prepare_cache(work.cache, quiet=output.quiet)
    screen_file = ScreenFile(role, day, work.limits, read_given(found, work.limits), cache)
    with batch_options(work, len(found.files)) as options:
        run = Run(screen_file, Heading(role, day, __version__), found, options, destinations)
        is_long = is_streamed(destinations, run.file_count) and not output.blind  # what is blind is made at the end
        code = _stream(run, output) if is_long else _report(run, output)
    tell_damage(cache, quiet=output.quiet)
    if not output.quiet:
        tell_found(found)
    return code


def _check_anything_there(found: "FoundFiles", outputs: "Sequence[str]") -> None:
    """A slip of the fingers must not cost the results of another day. Raises NothingThere."""
    from screener.batch.addresses import is_remote, local_path
    from screener.batch.files import STANDARD_INPUT

    def is_missing(file: str) -> bool:
        try:
            os.stat(local_path(file))  # noqa: PTH116
        except FileNotFoundError:
            return file != STANDARD_INPUT and not is_remote(file)
        except (OSError, ValueError):  # a member of a ZIP file lies below no folder
            return False
        return False

    if outputs and not found.failures and all(map(is_missing, found.files)):
        more = f" and {len(found.files) - 1} more" if len(found.files) > 1 else ""
        names = " or ".join(outputs)
        raise NothingThere(f"{found.files[0]}{more}: no such file; check the spelling; nothing is written to {names}")


def _stream(run: "Run", output: OutputOptions) -> ExitCode:
    from screener.cli.streaming import Stream

    return Stream(run, output).run()


def _report(run: "Run", output: OutputOptions) -> ExitCode:
    """Write when all is known."""
    from screener.batch.run import Batch
    from screener.batch.stopping import Stop
    from screener.cli.blinding import blinded
    from screener.cli.output import load_formats, publish
    from screener.cli.tally import Tally
    from screener.model.report import Report

    stop = Stop(console.tell_stopping)
    batch = Batch(run.work, run.found.files, run.options, stop=stop)
    load_formats(run.destinations)  # the workers are busy
    with console.Progress(len(run.found.files), quiet=output.quiet) as progress:
        result = batch.wait(lambda done: progress.count(done, batch.unreadable))
    outcomes = result.outcomes + run.found.failures
    report = Report(outcomes, *run.heading, complete=result.complete, skipped=run.found.skipped_count)
    if not stop.is_at_once:
        publish(blinded(report, output, quiet=output.quiet), run.destinations, output)
    tell_end(batch, len(result.outcomes), len(run.found.files))
    return Tally.of(report.outcomes, output.require).exit_code(batch)


def tell_end(batch: "Batch", finished: int, total: int) -> None:
    """What went wrong, and how far it got."""
    console.tell_bugs(sorted(batch.bugs))
    if batch.failure is not None:
        console.complain(str(batch.failure))
    if not batch.is_complete:
        console.tell_stopped(finished, total)
