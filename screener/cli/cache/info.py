"""`screen cache info DIR`: what --cache has kept there."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from typer import Argument, BadParameter, Option

from screener.cli import console
from screener.errors import ExitCode

if TYPE_CHECKING:
    from screener.batch.cache import Info

_FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class InfoOptions:
    """In which form."""

    format: Annotated[str, Option("--format", "-f", metavar="text|json", help="How it is written.")] = _FORMATS[0]


def info(
    folder: Annotated[str, Argument(metavar="DIR", help="The folder that --cache was given.")], *, options: InfoOptions
) -> int:
    """Show how much is kept, since when, and how much of it this version can use."""
    from screener.batch import cache
    from screener.batch.reader_version import reader_version

    if options.format not in _FORMATS:
        raise BadParameter(f"unknown format {options.format!r}; choose one of: {', '.join(_FORMATS)}")
    reader = reader_version()
    found = cache.info(folder, reader)
    text = _json(folder, found, reader) if options.format == "json" else _text(folder, found, reader)
    console.write_results(lambda stream: stream.write(text))
    return ExitCode.OK


def _text(folder: str, found: "Info", reader: str) -> str:
    from screener.batch.cache import DAYS
    from screener.reports.safe_text import visible
    from screener.reports.sizes import size_words
    from screener.reports.wording import day_words

    kept = "nothing"
    if found.oldest is not None:
        entries = "1 entry" if found.entries == 1 else f"{found.entries:,} entries"
        kept = f"{entries}, {found.usable:,} of them by this version of the reader"
    facts = {
        "folder": visible(folder),
        "kept": "it is damaged; empty it with: screen cache clear DIR" if found.is_damaged else kept,
        "on the disk": size_words(found.size),
        "oldest": "–" if found.oldest is None else f"{day_words(date.fromordinal(found.oldest))}; kept for {DAYS} days",
        "reader": reader,
    }
    width = max(map(len, facts))
    return "".join(f"{name:{width}}  {fact}\n" for name, fact in facts.items())


def _json(folder: str, found: "Info", reader: str) -> str:
    from screener import __version__
    from screener.reports.json_text import dumps
    from screener.reports.results import SCHEMA_VERSION

    whole = {
        "schema_version": SCHEMA_VERSION,
        "screener": __version__,
        "folder": folder,
        "entries": found.entries,
        "usable": found.usable,
        "bytes": found.size,
        "oldest": None if found.oldest is None else date.fromordinal(found.oldest).isoformat(),
        "reader": reader,
        "damaged": found.is_damaged,
    }
    return dumps(whole, indent=2) + "\n"
