"""The root command: `screen PATH…` is a command without a name, beside those that have one.

The first word decides. A command's name or one of the root's own options is taken as such; anything
else is the beginning of the default command. One case is caught: a single word that is no file and
nearly a command's name is a slip of the fingers, not a resume.
"""

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer import TyperException
from typer.core import TyperGroup

from screener.cli import console
from screener.errors import ExitCode, ScreenerError

DEFAULT_COMMAND = " "  # a name that nobody types, and that leaves no trace in messages


if TYPE_CHECKING:
    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter


class UnknownWord(ScreenerError):
    """A word that is neither a file nor a command, though nearly one."""


class ScreenerGroup(TyperGroup):
    """Finds the command to run, and turns our own errors into a line and an exit code."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        own_options = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if args and args[0] not in own_options and args[0] not in self._named_commands():
            args = ["--", DEFAULT_COMMAND, *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: "Context") -> Any:
        try:
            self._check_for_slip([*ctx._protected_args, *ctx.args])
            return super().invoke(ctx)
        except ScreenerError as error:
            console.complain_of(error)
            return error.exit_code

    def format_usage(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATH...")
        if self._named_commands():
            formatter.write_usage(ctx.command_path, "COMMAND --help")

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The options of the default command stand on the front page: it is what people came for."""
        default = self.commands[DEFAULT_COMMAND]
        options = [*default.params[1:], *self.get_params(ctx)]  # the first is PATH, which the text above explains
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record])
        self.format_commands(ctx, formatter)

    def _named_commands(self) -> list[str]:
        return [name for name in self.commands if name != DEFAULT_COMMAND]

    def _check_for_slip(self, words: list[str]) -> None:
        match words:
            case [name, word] if name == DEFAULT_COMMAND and not _exists(word):
                if near := difflib.get_close_matches(word, self._named_commands(), n=1, cutoff=0.7):
                    raise UnknownWord(f"no such file or command '{word}'; did you mean '{near[0]}'?")


def _exists(word: str) -> bool:
    try:
        Path(word).lstat()
    except OSError:
        return False
    return True


def show_usage_error(error: TyperException) -> ExitCode:
    """Wrong usage in one line; without any arguments it is the help itself."""
    from typer._click.exceptions import NoArgsIsHelpError

    if isinstance(error, NoArgsIsHelpError):
        error.show()
    else:
        message = error.format_message().rstrip(".")
        console.complain(f"{message[:1].lower()}{message[1:]}; see 'screen --help'")
    return ExitCode.USAGE
