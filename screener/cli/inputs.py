"""Paths and options as typed -> the files to screen, what is given on standard input, and what to say of them."""

from typing import TYPE_CHECKING

from screener.cli import console
from screener.cli.options import FileOptions
from screener.documents.limits import Limits
from screener.errors import ScreenerError

if TYPE_CHECKING:
    from collections.abc import Collection

    from screener.batch.files import FoundFiles


class NothingNamed(ScreenerError):
    """No path is given, or one that can't be meant."""


def find_inputs(paths: list[str], options: FileOptions, outputs: "Collection[str]" = ()) -> "FoundFiles":
    """The files that the command line names, in whatever way; `outputs` will be overwritten."""
    from screener.batch.addresses import is_remote
    from screener.batch.files import STANDARD_INPUT, find_files
    from screener.batch.patterns import Patterns

    listed: tuple[str, ...] = ()
    if options.files_from is not None:
        from screener.batch.file_lists import read_list

        if options.files_from == STANDARD_INPUT and STANDARD_INPUT in paths:
            raise NothingNamed("standard input can't be a resume and the list of files; give one of them as a file")
        listed = tuple(_never_standard_input(path) for path in read_list(options.files_from))
    if not paths and not listed:
        raise NothingNamed("missing argument 'PATH...'; see 'screen --help'")
    patterns = Patterns(options.include or (), options.exclude or ())
    everything = (*paths, *listed)
    remote = sorted(set(filter(is_remote, everything)))
    found = find_files((path for path in everything if not is_remote(path)), patterns, outputs)
    if not remote:
        return found
    from screener.batch.urls import with_urls

    return with_urls(found, remote, patterns)


def read_given(found: "FoundFiles", limits: Limits) -> bytes | None:
    """What comes in on standard input, where it is one of the files; little more than may be read."""
    from screener.batch.files import STANDARD_INPUT

    if STANDARD_INPUT not in found.files:
        return None
    from screener.batch.file_lists import read_standard_input

    try:
        return read_standard_input(limits.file_bytes + 1)
    except OSError as error:
        raise NothingNamed(f"standard input can't be read: {(error.strerror or 'unknown error').lower()}") from error


def tell_found(found: "FoundFiles") -> None:
    """What was passed over in folders, and patterns that had no effect."""
    if found.skipped:
        counts = ", ".join(f"{count} {_plural(cause) if count > 1 else cause}" for cause, count in found.skipped)
        console.say(f"skipped: {counts}")
    for pattern in found.unused:
        console.say(f"note: {pattern} matches nothing in the folders")


def _never_standard_input(path: str) -> str:
    """In a list, `-` is a file of that name."""
    return "./-" if path == "-" else path


def _plural(cause: str) -> str:
    """Lock files, links to folders, reports of screener."""
    for joint in (" to a ", " of ", " other than ", " with "):
        noun, found, rest = cause.partition(joint)
        if found:
            return f"{noun}s to {rest}s" if joint == " to a " else f"{noun}s{joint}{rest}"
    return f"{cause}s"
