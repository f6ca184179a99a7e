"""`screen PATH…`: files and folders in, verdicts and an exit code out."""

from typing import TYPE_CHECKING

from screener.cli import console
from screener.cli.options import FileOptions, LimitOptions, OptionalPaths, OutputOptions, QuestionOptions
from screener.errors import ExitCode

if TYPE_CHECKING:
    from screener.batch.run import BatchResult
    from screener.model.report import Report
    from screener.model.screening import Outcome


def screen(
    paths: OptionalPaths = None,
    *,
    question: QuestionOptions,
    files: FileOptions,
    output: OutputOptions,
    limits: LimitOptions,
) -> int:
    """Screen resumes, and folders of them, against a role."""
    from screener import __version__
    from screener.batch.run import Batch, BatchOptions, ScreenFile
    from screener.cli.inputs import find_inputs, read_given, tell_found
    from screener.cli.output import load_formats, plan, publish
    from screener.model.report import Report
    from screener.roles.load import load_role
    from screener.roles.source import DEFAULT_ROLE

    role, day = load_role(DEFAULT_ROLE if question.role is None else question.role), question.day
    found = find_inputs(paths or [], files)
    destinations = plan(output, found.files)
    options = BatchOptions(limits.limits, limits.jobs_for(len(found.files)))
    given = read_given(found, options.limits)
    batch = Batch(ScreenFile(role, day, options.limits, given), found.files, options)
    load_formats(destinations)  # the workers are busy
    with console.Progress(len(found.files), quiet=output.quiet) as progress:
        result = batch.wait(progress.count)
    outcomes = result.outcomes + found.failures
    report = Report(outcomes, role, day, __version__, complete=result.complete, skipped=found.skipped_count)
    publish(report, destinations, output)
    if not output.quiet:
        tell_found(found)
    console.tell_bugs(result.bugs)
    if not result.complete:
        console.tell_stopped(len(result.outcomes), len(found.files))
    return _exit_code(report, result, output.require)


def _exit_code(report: "Report", result: "BatchResult", require: str | None) -> ExitCode:
    from screener.model.screening import Unreadable

    codes = {ExitCode.OK}
    if require and not all(_holds(require, outcome) for outcome in report.outcomes):
        codes.add(ExitCode.REQUIREMENT_NOT_HELD)
    if any(isinstance(outcome.result, Unreadable) for outcome in report.outcomes):
        codes.add(ExitCode.UNREADABLE)
    if result.bugs:
        codes.add(ExitCode.BUG)
    if not result.complete:
        codes.add(ExitCode.INTERRUPTED)
    return max(codes)


def _holds(require: str, outcome: "Outcome") -> bool:
    """Whether a candidate reaches what --require asks; a file that can't be read is no candidate."""
    from decimal import Decimal

    from screener.model.screening import Unreadable, Verdict

    if isinstance(outcome.result, Unreadable):
        return True
    verdict, score = outcome.result.verdict, outcome.result.score
    if require == "fit":
        return verdict is Verdict.FIT
    return verdict is not Verdict.NO_FIT and (require == "review" or score >= Decimal(require))
