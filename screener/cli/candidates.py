"""Paths of resumes, or of results that were kept -> the candidates that a command talks about."""

from typing import TYPE_CHECKING, NamedTuple

from screener.cli import console
from screener.cli.options import QuestionOptions
from screener.cli.work import CacheOptions, prepare_cache, tell_damage
from screener.errors import ExitCode, ScreenerError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.model.report import Report
    from screener.model.screening import Outcome


class NotThere(ScreenerError):
    """What was named can't be told about."""


class Candidates(NamedTuple):
    """In the order in which they were named; folders are gone through by path."""

    report: "Report"
    named: tuple["Outcome", ...]
    code: ExitCode


def find_candidates(paths: list[str], question: QuestionOptions, limits: CacheOptions) -> Candidates:
    """Screen them, or look them up: after results files, paths choose among the candidates in them."""
    from screener.reports.stored import is_results_file

    kept = [path for path in paths if is_results_file(path)]
    chosen = [path for path in paths if path not in kept]
    if not kept:
        return _screened(chosen, question, limits)
    if question.role is not None or question.as_of is not None:
        raise NotThere("results are of the role and the day they were made with; leave out --role and --as-of")
    return _looked_up(kept, chosen)


def tell_problems(problems: tuple[str, ...]) -> ExitCode:
    """A line for everything that is wrong with results files."""
    for problem in problems:
        console.complain(problem)
    return ExitCode.USAGE


def tell_unreadable(outcomes: "Iterable[Outcome]") -> None:
    """A line for every file that has no verdict."""
    from screener.model.screening import Unreadable

    for outcome in outcomes:
        if isinstance(outcome.result, Unreadable):
            console.complain(f"{outcome.file}: {outcome.result.message}")


def _screened(paths: list[str], question: QuestionOptions, limits: CacheOptions) -> Candidates:
    from screener import __version__
    from screener.batch.run import Batch, BatchOptions, ScreenFile
    from screener.batch.stopping import Stop
    from screener.cli.inputs import find_inputs, read_given
    from screener.cli.options import FileOptions
    from screener.cli.screen import tell_end
    from screener.cli.tally import Tally
    from screener.model.report import Report
    from screener.roles.load import load_role
    from screener.roles.source import DEFAULT_ROLE

    role = load_role(DEFAULT_ROLE if question.role is None else question.role)
    found = find_inputs(paths, FileOptions())
    options = BatchOptions(limits.limits, limits.jobs_for(len(found.files)))
    cache = prepare_cache(limits.cache, quiet=False)
    work = ScreenFile(role, question.day, options.limits, read_given(found, options.limits), cache)
    batch = Batch(work, found.files, options, stop=Stop(console.tell_stopping))
    result = batch.wait()
    outcomes = result.outcomes + found.failures
    report = Report(outcomes, role, question.day, __version__, result.complete, found.skipped_count)
    tell_end(batch, len(result.outcomes), len(found.files))
    tell_damage(cache, quiet=False)
    return Candidates(report, _in_order(report, paths), Tally.of(outcomes, None).exit_code(batch))


def _in_order(report: "Report", paths: list[str]) -> tuple["Outcome", ...]:
    """As they were typed; what lies in folders after that."""
    places = {path.replace("\\", "/"): number for number, path in reversed(list(enumerate(paths)))}
    return tuple(sorted(report.outcomes, key=lambda outcome: places.get(outcome.file, len(places))))


def _looked_up(kept: list[str], chosen: list[str]) -> Candidates:
    from screener.reports.stored import load_results

    report = load_results(kept)
    if not chosen:
        return Candidates(report, report.outcomes, ExitCode.OK)
    return Candidates(report, tuple(_find(path, report) for path in dict.fromkeys(chosen)), ExitCode.OK)


def _find(path: str, report: "Report") -> "Outcome":
    """The one result of this path, or of the file of this name."""
    exact = [outcome for outcome in report.outcomes if outcome.file == path]
    named = exact or [outcome for outcome in report.outcomes if outcome.file.rpartition("/")[2] == path]
    if len(named) == 1:
        return named[0]
    if not named:
        raise NotThere(f"{path}: isn't among the results; write the path as it stands there")
    raise NotThere(f"{path}: {len(named)} of the results are of this name; write the whole path")
