"""`screen roles diff OLD NEW PATH…`: two roles and a folder in, who moves between verdicts and why out."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from typer import Argument, BadParameter, Option

from screener.cli import console
from screener.cli.options import AsOf, Paths, today
from screener.cli.work import WorkOptions, batch_options, prepare_cache, tell_damage
from screener.errors import ExitCode, RoleError

if TYPE_CHECKING:
    from screener.batch.files import FoundFiles
    from screener.model.role import Role
    from screener.trials.comparing import ComparedFiles

OldRole = Annotated[str, Argument(metavar="OLD", help="The role as it is: a file, or a shipped role's name.")]
NewRole = Annotated[str, Argument(metavar="NEW", help="The role as it is to become, likewise.")]


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """As of when, and in which form."""

    format: Annotated[str, Option("--format", "-f", metavar="text|json", help="How the comparison is written.")] = (
        "text"
    )
    as_of: AsOf = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="No progress, no notes; only results and errors.")] = False

    @property
    def day(self) -> date:
        return self.as_of or today()


def diff(old: OldRole, new: NewRole, paths: Paths, *, options: DiffOptions, work: WorkOptions) -> int:
    """Show who moves when a role changes, and why."""
    from screener.batch.files import find_files
    from screener.reports.role_diff import FORMATS, render
    from screener.trials.diff import diff_roles

    if options.format not in FORMATS:
        raise BadParameter(f"unknown format {options.format!r}; choose one of: {', '.join(FORMATS)}")
    roles, day = _load(old, new), options.day
    found = find_files(paths)
    compared = _compare(roles, found, options=options, work=work)
    result = diff_roles(*roles, as_of=day, compared=compared, skipped=found.skipped_count)
    console.write_results(lambda stream: render(result, options.format, stream))
    console.tell_bugs(compared.bugs)
    if not compared.complete:
        console.tell_stopped(compared.finished, len(found.files))
    return _exit_code(compared)


def _load(old: str, new: str) -> tuple["Role", "Role"]:
    """Both roles; the problems of both are told at once."""
    from screener.roles.load import load_role

    roles: list[Role] = []
    problems: list[str] = []
    for role in (old, new):
        try:
            roles.append(load_role(role))
        except RoleError as error:
            problems += error.problems
    if problems:
        raise RoleError(tuple(dict.fromkeys(problems)))
    return roles[0], roles[1]


def _compare(
    roles: tuple["Role", "Role"], found: "FoundFiles", *, options: DiffOptions, work: WorkOptions
) -> "ComparedFiles":
    from screener.trials.comparing import CompareFile, compare_files, with_failures

    cache = prepare_cache(work.cache, quiet=options.quiet)
    compare = CompareFile(*roles, options.day, work.limits, cache)
    progress = console.Progress(len(found.files), quiet=options.quiet)
    with batch_options(work, len(found.files)) as batch, progress:
        compared = compare_files(compare, found.files, options=batch, on_progress=progress.count)
    tell_damage(cache, quiet=options.quiet)
    return with_failures(compared, found.failures)


def _exit_code(compared: "ComparedFiles") -> ExitCode:
    codes = {ExitCode.OK}
    if compared.unreadable:
        codes.add(ExitCode.UNREADABLE)
    if compared.bugs:
        codes.add(ExitCode.BUG)
    if not compared.complete:
        codes.add(ExitCode.INTERRUPTED)
    return max(codes)
