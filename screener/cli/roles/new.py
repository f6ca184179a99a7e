"""`screen roles new POSTING`: a job posting in, the draft of a role out."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from typer import Argument, BadParameter, Option

from screener.cli import console
from screener.cli.options import LimitOptions
from screener.errors import ExitCode, ScreenerError

if TYPE_CHECKING:
    from screener.documents.limits import Limits

STDIN = "-"
_STDOUT = "-"
_STDIN_NAME = "standard input"


@dataclass(frozen=True, slots=True)
class NewOptions:
    """What the role is called, and where it goes."""

    output: Annotated[
        str | None,
        Option("--output", "-o", metavar="FILE", help="Write to a new file; no file is overwritten."),
    ] = None
    title: Annotated[
        str | None, Option("--title", metavar="TEXT", help="The role's title, instead of the posting's.")
    ] = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="No summary on stderr.")] = False


class CannotDraft(ScreenerError):
    """A posting from which no role can be made."""


class UnreadablePostingFile(CannotDraft):
    exit_code = ExitCode.UNREADABLE


class Drafted(NamedTuple):
    """What a worker makes of a posting: the role's text, or why there is none."""

    text: str = ""
    problem: str = ""
    is_unreadable: bool = False


@dataclass(frozen=True, slots=True)
class DraftPosting:
    """The work on one posting; it travels to a process that can be killed. `data` is what came from stdin."""

    limits: "Limits"
    title: str | None
    data: bytes | None = None

    def __call__(self, file: str) -> Drafted:
        from screener.roles.draft import NothingAsked, draft_text
        from screener.roles.drafting.lines import UnreadablePosting, posting_lines, read_posting

        try:
            given = self.data is not None
            lines = posting_lines(self.data or b"", "", self.limits) if given else read_posting(file, self.limits)
            return Drafted(draft_text(lines, self.title))
        except UnreadablePosting as error:
            return Drafted(problem=str(error), is_unreadable=True)
        except NothingAsked as error:
            return Drafted(problem=str(error))


def new(
    posting: Annotated[
        str, Argument(metavar="POSTING", help="Text, Markdown, HTML, PDF or DOCX; - is standard input.")
    ],
    options: NewOptions,
    limits: LimitOptions,
) -> int:
    """Draft a role from a job posting, each line with the sentence it came from.

    A draft is a beginning: what wasn't understood, and what must not decide who gets a job, is listed at its end.
    """
    title = _checked_title(options.title)
    output = None if options.output == _STDOUT else options.output
    if output is not None:
        _refuse_to_overwrite(output)
    data = _read_stdin(limits.limits) if posting == STDIN else None
    text = _draft(_STDIN_NAME if posting == STDIN else posting, DraftPosting(limits.limits, title, data))
    if output is None:
        console.write_results(lambda stream: stream.write(text))
        return ExitCode.OK
    _write(output, text)
    if not options.quiet:
        console.say(f"written to {output}; read every line, then run 'screen roles check {output}'")
    return ExitCode.OK


def _draft(file: str, work: DraftPosting) -> str:
    """The role's text, made in a process that is stopped when the posting takes too much."""
    from screener.batch.executors import EXECUTORS, Bug
    from screener.model.screening import Outcome, Unreadable

    found = next(iter(EXECUTORS["processes"](work, [file], work.limits, 1)))
    if isinstance(found, Bug):
        raise RuntimeError(f"{file}: the draft failed\n{found.traceback}")
    if isinstance(found, Outcome):
        cause = found.result.message if isinstance(found.result, Unreadable) else "can't be read; give another file"
        raise UnreadablePostingFile(f"{file}: {cause}")
    if found.problem:
        raise (UnreadablePostingFile if found.is_unreadable else CannotDraft)(f"{file}: {found.problem}")
    return found.text


def _checked_title(title: str | None) -> str | None:
    """The title on one line. Raises BadParameter for one that no role may have."""
    if title is None:
        return None
    from screener.roles.drafting.protected import find_protected
    from screener.roles.fields import LONGEST_NAME

    title = " ".join(title.split())
    if not any(map(str.isalnum, title)) or not title.isprintable() or len(title) > LONGEST_NAME:
        raise BadParameter(f"--title is no title; write up to {LONGEST_NAME} printable characters, with a letter")
    if found := find_protected(title):
        raise BadParameter(f"--title says {found.word!r}, which must not decide who gets a job; {found.instead}")
    return title


def _read_stdin(limits: "Limits") -> bytes:
    """All of standard input, one byte more than may be at most."""
    data = sys.stdin.buffer.read(limits.file_bytes + 1) if sys.stdin is not None else b""
    if len(data) > limits.file_bytes:
        message = f"is larger than {limits.file_bytes / 1_000_000:g} MB, the most that is read; raise it with --max-mb"
        raise UnreadablePostingFile(f"{_STDIN_NAME}: {message}")
    return data


def _refuse_to_overwrite(file: str) -> None:
    path = Path(file)
    if path.is_dir():
        raise console.CannotWrite(f"{file}: is a folder; give the name of a file")
    if path.is_file() or path.is_symlink():
        raise console.CannotWrite(
            f"{file}: is there already and isn't overwritten; give another name, or remove it first"
        )
    if not path.exists() and not path.absolute().parent.is_dir():
        raise console.CannotWrite(f"{file}: there is no folder {str(path.parent)!r}; make it first")


def _write(file: str, text: str) -> None:
    """Into a file that isn't there yet; a pipe or a device takes it too."""
    try:
        with Path(file).open("w" if Path(file).exists() else "x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except OSError as error:
        raise console.CannotWrite(f"{file}: can't be written: {(error.strerror or 'unknown error').lower()}") from error
