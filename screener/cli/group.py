"""The root command: `screen PATH…` is a command without a name, beside those that have one.

The first word decides. A command's name or one of the root's own options is taken as such; anything
else is the beginning of the default command. One case is caught: a single word that is no file and
nearly a command's name is a slip of the fingers, not a resume.

Commands with a name are imported when they are asked for: `screen resume.pdf` pays for none of them.
"""

import difflib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from typer import Typer, TyperException
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

from screener.cli import console
from screener.cli.options import with_options
from screener.errors import ExitCode, ScreenerError

DEFAULT_COMMAND = " "  # a name that nobody types, and that leaves no trace in messages


if TYPE_CHECKING:
    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter


class UnknownWord(ScreenerError):
    """A word that is neither a file nor a command, though nearly one."""


class LazyGroup(TyperGroup):
    """Commands that are imported when they are asked for."""

    modules: ClassVar[dict[str, str]] = {}  # each holds a function of the command's name, or a table COMMANDS like this

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002
        return list(self.modules)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        if cmd_name in self.modules and cmd_name not in self.commands:
            self.commands[cmd_name] = _load_command(cmd_name, self.modules[cmd_name])
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: "Context", args: list[str]) -> Any:
        if args and args[0] not in self.modules and args[0] not in self.commands:
            for name in self.modules:  # the message suggests the nearest of those that are there
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


class ScreenerGroup(LazyGroup):
    """Finds the command to run, and turns our own errors into a line and an exit code."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        own_options = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if args and args[0] not in own_options and args[0] not in self.modules:
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
        if self.modules:
            formatter.write_usage(ctx.command_path, "COMMAND --help")

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The options of the default command stand on the front page: it is what people came for."""
        default = self.commands[DEFAULT_COMMAND]
        options = [*default.params[1:], *self.get_params(ctx)]  # the first is PATH, which the text above explains
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record])
        self.format_commands(ctx, formatter)

    def _check_for_slip(self, words: list[str]) -> None:
        match words:
            case [name, word] if name == DEFAULT_COMMAND and not _exists(word):
                if near := difflib.get_close_matches(word, self.modules, n=1, cutoff=0.7):
                    raise UnknownWord(f"no such file or command '{word}'; did you mean '{near[0]}'?")


class NamedCommand(TyperCommand):
    """A command whose usage names its arguments without brackets, as the group's does."""

    def collect_usage_pieces(self, ctx: "Context") -> list[str]:
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


def _load_command(name: str, module_name: str) -> "Command":
    module = import_module(module_name)
    alone = Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    if hasattr(module, "COMMANDS"):
        group = type("Group", (LazyGroup,), {"modules": module.COMMANDS})
        alone.callback(cls=group, no_args_is_help=True, help=module.__doc__)(lambda: None)
        return get_group(alone)
    alone.command(name, cls=NamedCommand)(with_options(getattr(module, name)))
    return get_command(alone)


def _exists(word: str) -> bool:
    try:
        Path(word).lstat()
    except OSError:
        return False
    return True


def show_usage_error(error: TyperException) -> ExitCode:
    """Wrong usage in one line; without any arguments it is the help itself."""
    from typer._click.exceptions import NoArgsIsHelpError, UsageError

    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return ExitCode.USAGE
    message = error.format_message().rstrip(".").replace(". Did you", "; did you").rstrip("?")
    context = error.ctx if isinstance(error, UsageError) else None
    command = context.command_path.strip() if context else "screen"
    console.complain(f"{message[:1].lower()}{message[1:]}; {_remedy(command)}")
    return ExitCode.USAGE


def _remedy(command: str) -> str:
    """Where to look, and what to write when the command's name was meant for a file."""
    name = command.rpartition(" ")[2]
    is_file = command != name and Path(name).is_file()
    return f"see '{command} --help'" + (f", or write './{name}' for the file of this name" if is_file else "")
