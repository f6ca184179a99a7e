"""`screen roles show ROLE`: a role in plain sentences."""

from typing import Annotated

from typer import Argument

from screener.cli import console
from screener.errors import ExitCode


def show(role: Annotated[str, Argument(metavar="NAME|FILE", help="A shipped role's name, or a role file.")]) -> int:
    """Say in plain sentences what a role asks for."""
    from screener.reports.role_words import role_lines
    from screener.reports.safe_text import visible
    from screener.roles.load import load_role

    lines = [visible(line) for line in role_lines(load_role(role))]
    console.write_results(lambda stream: stream.write("\n".join(lines) + "\n"))
    return ExitCode.OK
