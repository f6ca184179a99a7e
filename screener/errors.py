"""The errors screener raises on purpose, each with the exit code it stands for."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a shell or a CI job reads; when several apply, the highest wins."""

    OK = 0
    REQUIREMENT_NOT_HELD = 1
    USAGE = 2
    UNREADABLE = 3
    BUG = 4
    INTERRUPTED = 130


class ScreenerError(Exception):
    """Anything a user can mend; the message is one line that names the thing and the remedy."""

    exit_code = ExitCode.USAGE


class RoleError(ScreenerError):
    """A role file that can't be used. `problems` are lines ready to print, all of them at once."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class DocumentError(ScreenerError):
    """One resume that can't be read. `code` is the error code of the JSON output."""

    exit_code = ExitCode.UNREADABLE
    code = "unreadable-file"


class EmptyFile(DocumentError):
    code = "empty-file"


class Encrypted(DocumentError):
    code = "encrypted"


class NoTextLayer(DocumentError):
    code = "no-text-layer"


class UnmappedFonts(DocumentError):
    code = "unmapped-fonts"


class Damaged(DocumentError):
    code = "damaged"


class NotAResumeFormat(DocumentError):
    code = "not-a-resume-format"


class TooLarge(DocumentError):
    code = "too-large"


class UnreadableFile(DocumentError):
    """The file system refuses: missing, no permission, a folder, a pipe."""
