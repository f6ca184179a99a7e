"""`screen roles test PATH…`: role files in, what became of their examples and an exit code out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from typer import Argument, BadParameter, Option

from screener.cli import console
from screener.cli.options import AsOf, LimitOptions, today
from screener.errors import ExitCode

if TYPE_CHECKING:
    from screener.roles.lint import CheckedFile
    from screener.trials.examples import TrialResult, Tried
    from screener.trials.loading import LoadedRole

RoleFiles = Annotated[
    list[str],
    Argument(metavar="PATH...", help="Role files, folders of them, or shipped roles by name.", show_default=False),
]


@dataclass(frozen=True, slots=True)
class ExampleOptions:
    """What is told of the examples, in which form, and what is done about those that fail."""

    format: Annotated[str, Option("--format", "-f", metavar="text|json|junit", help="How the results are written.")] = (
        "text"
    )
    coverage: Annotated[
        bool, Option("--coverage", help="List the requirements and aliases that no example touches.")
    ] = False
    update: Annotated[
        bool,
        Option("--update", help="Write what happened into the role files, as what is expected from now on."),
    ] = False
    as_of: AsOf = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="No progress and no summary on stderr.")] = False


def test(paths: RoleFiles, *, options: ExampleOptions, limits: LimitOptions) -> int:
    """Run the examples of role files, which are their tests."""
    from screener.reports.trials import FORMATS, render
    from screener.roles.source import find_role_files
    from screener.trials.loading import LoadedRole, load_roles

    if options.format not in FORMATS:
        raise BadParameter(f"unknown format {options.format!r}; choose one of: {', '.join(FORMATS)}")
    loaded = load_roles(find_role_files(paths))
    result = _try([one for one in loaded if isinstance(one, LoadedRole)], options, limits)
    tried = _updated(result) if options.update and result.complete else result.tried
    if options.coverage:
        tried = _with_coverage(tried)
    trials = iter([one.trial for one in tried])
    shown = [next(trials) if isinstance(one, LoadedRole) else one for one in loaded]
    console.write_results(lambda stream: render(shown, options.format, stream))
    refused = [one for one in loaded if not isinstance(one, LoadedRole)]
    _tell(result, tried, refused, options)
    return _exit_code(result, tried, refused)


def _try(roles: Sequence["LoadedRole"], options: ExampleOptions, limits: LimitOptions) -> "TrialResult":
    from screener.batch.run import BatchOptions
    from screener.trials.examples import count_examples, try_examples

    total = count_examples(roles)
    batch = BatchOptions(limits.limits, limits.jobs_for(total))
    with console.Progress(total, quiet=options.quiet) as progress:
        return try_examples(roles, options.as_of or today(), options=batch, on_progress=progress.count)


def _updated(result: "TrialResult") -> tuple["Tried", ...]:
    """The trials with what was written into their files; what wasn't is told."""
    from screener.trials.update import CannotUpdate, update_role

    tried = []
    for one in result.tried:
        try:
            trial, complaints = update_role(one)
        except CannotUpdate as error:
            trial, complaints = one.trial, (str(error),)
        for complaint in complaints:
            console.complain(complaint)
        tried.append(one._replace(trial=trial))
    return tuple(tried)


def _with_coverage(tried: Sequence["Tried"]) -> tuple["Tried", ...]:
    from screener.trials.coverage import coverage

    return tuple(
        one._replace(trial=replace(one.trial, coverage=coverage(one.loaded.role, one.results))) for one in tried
    )


def _tell(
    result: "TrialResult", tried: Sequence["Tried"], refused: Sequence["CheckedFile"], options: ExampleOptions
) -> None:
    from screener.reports.trials.wording import summary
    from screener.trials.examples import count_examples

    console.tell_bugs(result.bugs)
    if not result.complete:
        total = count_examples([one.loaded for one in tried])
        console.complain(f"stopped; {result.finished} of {total} examples were finished")
    elif not options.quiet:
        console.say(summary([one.trial for one in tried], len(refused)))


def _exit_code(result: "TrialResult", tried: Sequence["Tried"], refused: Sequence["CheckedFile"]) -> ExitCode:
    codes = {ExitCode.OK}
    if any(one.trial.failed for one in tried):
        codes.add(ExitCode.REQUIREMENT_NOT_HELD)
    if refused:
        codes.add(ExitCode.USAGE)
    if result.bugs:
        codes.add(ExitCode.BUG)
    if not result.complete:
        codes.add(ExitCode.INTERRUPTED)
    return max(codes)
