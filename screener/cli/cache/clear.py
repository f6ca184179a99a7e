"""`screen cache clear DIR`: removes what --cache has kept there."""

from typing import Annotated

from typer import Argument

from screener.cli import console
from screener.errors import ExitCode


def clear(folder: Annotated[str, Argument(metavar="DIR", help="The folder that --cache was given.")]) -> int:
    """Remove everything that is kept, and no other file; the folder itself stays."""
    from screener.batch import cache
    from screener.reports.sizes import size_words

    size = cache.clear(folder)
    console.say(f"{folder}: cleared, {size_words(size)}")
    return ExitCode.OK
