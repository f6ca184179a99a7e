"""The options that commands share: one dataclass for each group, one field for each option.

`with_options` turns a command that takes such dataclasses into a function that Typer can read, with
one parameter for every field. Values are checked here, so that a command only sees good ones.
"""

import inspect
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from typing import Annotated, Any, cast, get_type_hints

from typer import Argument, BadParameter, Option

from screener.cli.blindness import Blind, Key
from screener.documents.limits import Limits
from screener.reports import FORMATS

_LIMITS = Limits()
_SUFFIXES = [writer.suffixes[0] for writer in FORMATS.values()]
_MEGABYTE = 1_000_000

Paths = Annotated[
    list[str],
    Argument(metavar="PATH...", help="Resumes, or folders in which they are looked for.", show_default=False),
]
OptionalPaths = Annotated[
    list[str] | None,
    Argument(metavar="PATH...", help="Resumes, folders, ZIP files, or - for a resume on stdin.", show_default=False),
]


def parse_requirement(text: str) -> str:
    """fit, review or a score from 0 to 100."""
    is_score = re.fullmatch(r"\d{1,3}(\.\d+)?", text, re.ASCII) and float(text) <= 100
    if text in {"fit", "review"} or is_score:
        return text
    raise BadParameter(f"{text!r} is neither fit nor review nor a score from 0 to 100")


def parse_day(text: str) -> date:
    """A day as YYYY-MM-DD, and in no other way."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise BadParameter(f"{text!r} is not a day written as YYYY-MM-DD")


AsOf = Annotated[
    date | None,
    Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        parser=parse_day,
        help="The day on which 'present' ends, best the day the resumes came in.  [default: today]",
    ),
]


ReportFormat = Annotated[
    str | None,
    Option(
        "--format",
        "-f",
        metavar="|".join(FORMATS),
        help="How results are written.  [default: table]",
    ),
]
ReportFiles = Annotated[
    list[str] | None,
    Option(
        "--output",
        "-o",
        metavar="FILE",
        help=f"Write to a {', '.join(_SUFFIXES[1:])} or {_SUFFIXES[0]} file instead of the terminal; may be repeated.",
    ),
]
Bom = Annotated[bool, Option("--bom", help="Begin CSV with a byte order mark, for Excel.")]


def parse_seconds(text: str) -> float:
    """A time that can be waited for: more than nothing, at most a day."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if 0 < seconds <= 86_400:
        return seconds
    raise BadParameter(f"{text!r} is not a number of seconds from above 0 to 86400")


def whole_number(least: int, most: int = 1_000_000_000) -> Callable[[str], int]:
    """A parser for whole numbers within bounds."""

    def parse(text: str) -> int:
        if re.fullmatch(r"\d{1,10}", str(text), re.ASCII) and least <= int(text) <= most:
            return int(text)
        raise BadParameter(f"{text!r} is not a whole number from {least} to {most}")

    return parse


Top = Annotated[
    int | None,
    Option(
        "--top",
        metavar="N",
        parser=whole_number(1),
        help="Show the first N candidates; tables and Markdown only.",
    ),
]


def today() -> date:
    """The only look at the clock that can change a result."""
    return date.today()


@dataclass(frozen=True, slots=True)
class QuestionOptions:
    """What is asked of the resumes, and as of when."""

    role: Annotated[
        str | None,
        Option(
            "--role",
            "-r",
            metavar="NAME|FILE",
            help="A shipped role's name, or a role file.  [default: backend-software-engineer]",
        ),
    ] = None
    as_of: AsOf = None

    @property
    def day(self) -> date:
        return self.as_of or today()


@dataclass(frozen=True, slots=True)
class FileOptions:
    """Which files of the folders are taken, and where else paths come from."""

    include: Annotated[
        list[str] | None,
        Option(
            "--include",
            metavar="GLOB",
            help="In folders, take only files that match, whatever their kind; may be repeated.",
        ),
    ] = None
    exclude: Annotated[
        list[str] | None,
        Option("--exclude", metavar="GLOB", help="In folders, leave out files and folders that match; likewise."),
    ] = None
    files_from: Annotated[
        str | None,
        Option(
            "--files-from",
            metavar="FILE",
            help="Take the paths in this file too, one on each line or separated by null characters; - is stdin.",
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """What is made of the results, and where it goes."""

    format: ReportFormat = None
    output: ReportFiles = None
    require: Annotated[
        str | None,
        Option(
            "--require",
            metavar="fit|review|SCORE",
            parser=parse_requirement,
            help="End with exit code 1 unless every candidate reaches this; review means fit or review.",
        ),
    ] = None
    top: Top = None
    bom: Bom = False
    blind: Blind = False
    key: Key = None
    resume: Annotated[
        bool, Option("--resume", help="Continue the .jsonl file of a run that was stopped; files that are done stay.")
    ] = False
    quiet: Annotated[bool, Option("--quiet", "-q", help="No progress, no notes; only results and errors.")] = False


@dataclass(frozen=True, slots=True)
class TextOptions:
    """Where text for people goes."""

    output: Annotated[
        list[str] | None,
        Option("--output", "-o", metavar="FILE", help="Write to a .txt file instead of the terminal; may be repeated."),
    ] = None
    blind: Blind = False
    key: Key = None

    @property
    def format(self) -> str | None:
        return None


@dataclass(frozen=True, slots=True)
class LimitOptions:
    """What one file may cost."""

    jobs: Annotated[
        int | None,
        Option(
            "--jobs",
            "-j",
            metavar="N",
            parser=whole_number(1, 512),
            help="Files at a time.  [default: one for each CPU]",
        ),
    ] = None
    timeout: Annotated[
        float, Option("--timeout", metavar="SECONDS", parser=parse_seconds, help="Longest time for one file.")
    ] = _LIMITS.seconds
    max_mb: Annotated[
        int, Option("--max-mb", metavar="N", parser=whole_number(1, 2_000), help="Largest file that is read, in MB.")
    ] = _LIMITS.file_bytes // _MEGABYTE
    max_inflated_mb: Annotated[
        int,
        Option("--max-inflated-mb", metavar="N", parser=whole_number(1, 100_000), help="The same once it is unpacked."),
    ] = _LIMITS.inflated_bytes // _MEGABYTE
    max_memory_mb: Annotated[
        int,
        Option(
            "--max-memory-mb", metavar="N", parser=whole_number(50, 1_000_000), help="Most memory for one file, in MB."
        ),
    ] = _LIMITS.memory_bytes // _MEGABYTE
    max_pages: Annotated[
        int,
        Option(
            "--max-pages",
            metavar="N",
            parser=whole_number(1),
            help="Pages that are read; a warning says if there are more.",
        ),
    ] = _LIMITS.pages
    max_characters: Annotated[
        int, Option("--max-characters", metavar="N", parser=whole_number(1), help="Characters that are read; likewise.")
    ] = _LIMITS.characters

    @property
    def limits(self) -> Limits:
        return Limits(
            file_bytes=self.max_mb * _MEGABYTE,
            pages=self.max_pages,
            characters=self.max_characters,
            inflated_bytes=self.max_inflated_mb * _MEGABYTE,
            seconds=self.timeout,
            memory_bytes=self.max_memory_mb * _MEGABYTE,
        )

    def jobs_for(self, file_count: int) -> int:
        """As many as asked, else as many as there are CPUs that this program may use."""
        import os

        usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        return min(self.jobs or usable or 1, file_count)


def with_options(command: Callable[..., int]) -> Callable[..., int]:
    """The command with one parameter for each field of the dataclasses that it takes."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if is_dataclass(hint)}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(command).parameters.items():
        parameters += _parameters_of(groups[name]) if name in groups else [parameter]

    def flat(**values: Any) -> int:
        made = {
            name: cast(Any, group)(**{field.name: values.pop(field.name) for field in fields(cast(Any, group))})
            for name, group in groups.items()
        }
        return command(**values, **made)

    flat.__doc__ = command.__doc__
    flat.__name__ = command.__name__
    flat.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    flat.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return flat


def _parameters_of(group: Any) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for field in fields(group):
        default = inspect.Parameter.empty if field.default is MISSING else field.default
        yield inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hints[field.name]
        )
