"""The options `--blind` and `--key`, as every command that shows candidates has them."""

from typing import Annotated, Protocol

from typer import Option

Blind = Annotated[
    bool,
    Option("--blind", help="Leave out names, contact details, addresses, schools and their dates, in every output."),
]
Key = Annotated[
    str | None,
    Option(
        "--key", metavar="FILE", help="Keep who is who of --blind in this file, for you alone; what it holds stays."
    ),
]


class Blindness(Protocol):
    """What was asked for."""

    @property
    def blind(self) -> bool: ...
    @property
    def key(self) -> str | None: ...
