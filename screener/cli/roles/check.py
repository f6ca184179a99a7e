"""`screen roles check PATH…`: role files in, their problems and an exit code out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from typer import Argument, BadParameter, Option

from screener.cli import console
from screener.cli.options import AsOf, today
from screener.errors import ExitCode

if TYPE_CHECKING:
    from screener.roles.lint import CheckedFile

RoleFiles = Annotated[
    list[str] | None,
    Argument(metavar="PATH...", help="Role files, folders of them, or shipped roles by name.", show_default=False),
]


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Which rules, how strictly, and in which form."""

    format: Annotated[
        str,
        Option("--format", "-f", metavar="text|json|github|gitlab|sarif|junit", help="How problems are written."),
    ] = "text"
    strict: Annotated[bool, Option("--strict", help="Warnings fail the check, too.")] = False
    select: Annotated[list[str] | None, Option("--select", metavar="RULE", help="Only this rule; may be repeated.")] = (
        None
    )
    ignore: Annotated[
        list[str] | None, Option("--ignore", metavar="RULE", help="Without this rule; may be repeated.")
    ] = None
    explain: Annotated[
        str | None, Option("--explain", metavar="RULE|all", help="Show the manual page of a rule, or a list of all.")
    ] = None
    as_of: AsOf = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="No summary on stderr.")] = False


def check(paths: RoleFiles = None, *, options: CheckOptions) -> int:
    """Find every mistake in role files, each at its line."""
    from screener.reports.problems import FORMATS, render
    from screener.roles.lint import check_file, parse_selection
    from screener.roles.source import find_role_files

    if options.explain is not None:
        return _explain(options.explain)
    if not paths:
        raise BadParameter("name a role file or a folder of them")
    if options.format not in FORMATS:
        raise BadParameter(f"unknown format {options.format!r}; choose one of: {', '.join(FORMATS)}")
    selection = parse_selection(_split(options.select), _split(options.ignore))
    day = options.as_of or today()
    checked = [check_file(file, day, selection) for file in find_role_files(paths)]
    console.write_results(lambda stream: render(checked, options.format, stream))
    if not options.quiet:
        console.say(_summary(checked))
    return _exit_code(checked, strict=options.strict)


def _split(names: Sequence[str] | None) -> list[str]:
    """Rules may also be named with commas between them."""
    return [name.strip() for written in names or () for name in written.split(",") if name.strip()]


def _explain(rule: str) -> ExitCode:
    from screener.roles.lint import parse_selection
    from screener.roles.rules import READING_RULES, RULES, manual_page, severity_of

    known = (*RULES, *READING_RULES)
    if rule == "all":
        width = max(map(len, known))
        lines = [f"{name:{width}}  {severity_of(name):7}  {manual_page(name).splitlines()[0]}" for name in known]
    else:
        parse_selection([rule], ())
        lines = [f"{rule} ({severity_of(rule)})", "", manual_page(rule)]
    console.write_results(lambda stream: stream.write("\n".join(lines) + "\n"))
    return ExitCode.OK


def _summary(checked: Sequence["CheckedFile"]) -> str:
    """3 files checked: 1 error, 2 warnings."""
    counts = {
        severity: sum(problem.severity == severity for file in checked for problem in file.problems)
        for severity in ("error", "warning", "note")
    }
    parts = [f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in counts.items() if count]
    files = f"{len(checked)} role file{'s' if len(checked) > 1 else ''} checked"
    return f"{files}: {', '.join(parts) or 'no problems'}"


def _exit_code(checked: Sequence["CheckedFile"], *, strict: bool) -> ExitCode:
    if not all(file.opened for file in checked):
        return ExitCode.USAGE
    failing = ("error", "warning") if strict else ("error",)
    return ExitCode.REQUIREMENT_NOT_HELD if any(file.has(*failing) for file in checked) else ExitCode.OK
