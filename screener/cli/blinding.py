"""`--blind` and `--key FILE`: results without anything that tells who somebody is, and the way back in a file apart."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from screener.batch.addresses import local_path
from screener.cli import console
from screener.cli.blindness import Blindness
from screener.cli.console import CannotWrite
from screener.cli.drafts import sync_folder
from screener.cli.output import CannotTell, Destination, check_writable, files_among, is_replaceable

if TYPE_CHECKING:
    from screener.blinding.report import KeyEntry
    from screener.cli.candidates import Candidates
    from screener.model.report import Report
    from screener.model.screening import Outcome

_OWNER_ONLY = 0o600


def check_blind(
    options: Blindness, destinations: Sequence[Destination], inputs: Iterable[str], *, resume: bool = False
) -> None:
    """Raises before any work is done in vain."""
    if options.key is not None and not options.blind:
        raise CannotTell("--key says who is who in a blind report; add --blind, or leave it out")
    if options.blind and resume:
        raise CannotTell(
            "--resume continues a file that names candidates, which --blind doesn't; finish it without --blind, "
            "then write 'screen report RESULTS.jsonl --blind -o FILE'"
        )
    if options.key == "-":
        raise CannotWrite("-: a key is for its owner alone and isn't written to stdout; name a file with --key")
    if options.key is not None:
        _check_key(options.key, files_among(destinations), inputs)


def blinded(report: "Report", options: Blindness, *, quiet: bool) -> "Report":
    """The report as it may be seen. The key is written first: without it nobody finds back."""
    if not options.blind:
        return report
    from screener.blinding.pseudonyms import are_blind
    from screener.blinding.report import blind

    blind_report, key = blind(report)
    _keep_key(key, options, version=report.version, quiet=quiet, is_blind=are_blind(report.outcomes))
    _tell_unknown(blind_report.outcomes)
    return blind_report


def blinded_candidates(found: "Candidates", options: Blindness) -> "Candidates":
    """The same of candidates that were named: by pseudonym, because the order in which they were typed tells them."""
    if not options.blind:
        return found
    from screener.blinding.pseudonyms import are_blind
    from screener.blinding.report import blind

    blind_report, key = blind(found.report)
    named = {outcome.file for outcome in found.named}
    shown = [entry for entry in key if entry.file in named]
    pseudonyms = {entry.pseudonym for entry in shown} or named
    is_blind = are_blind(found.report.outcomes)
    _keep_key(shown, options, version=found.report.version, quiet=True, is_blind=is_blind)
    outcomes = tuple(outcome for outcome in blind_report.outcomes if outcome.file in pseudonyms)
    _tell_unknown(outcomes)
    return found._replace(report=blind_report, named=outcomes)


def _tell_unknown(outcomes: "Iterable[Outcome]") -> None:
    """Said even where no notes are wanted: whoever hands it on may give somebody away."""
    from screener.blinding.outcomes import is_name_unknown

    count = sum(map(is_name_unknown, outcomes))
    if count:
        candidates = "1 candidate's name wasn't" if count == 1 else f"{count} candidates' names weren't"
        console.say(f"note: {candidates} understood (blind-name-unknown); look before you hand it on")


def check_alike(outcomes: "Sequence[Outcome]") -> None:
    """Raises CannotTell where some results are blind and others aren't: nobody could tell who is there twice."""
    from screener.blinding.pseudonyms import is_pseudonym

    blind = [outcome.file for outcome in outcomes if is_pseudonym(outcome)]
    if blind and len(blind) < len(outcomes):
        raise CannotTell(
            f"{blind[0]}: is of a blind report, and others are named; report on the two apart, or all with --blind "
            "from results that name everybody"
        )


def _check_key(file: str, outputs: Sequence[str], inputs: Iterable[str]) -> None:
    place = os.path.realpath(file)
    if place in map(os.path.realpath, outputs):
        raise CannotWrite(f"{file}: is one of the results; keep the key in a file apart")
    if place in {os.path.realpath(local_path(one)) for one in inputs}:
        raise CannotWrite(f"{file}: is one of the files to read; keep the key in a file of its own")
    if Path(file).exists() and not Path(file).is_dir() and not is_replaceable(file):
        raise CannotWrite(f"{file}: is no regular file, so that nobody could tell who may read it; name a file")
    check_writable(file)
    _read_held(file, check=True)


def _read_held(file: str, *, check: bool = False) -> str | None:
    """What stands in the key already; None where there is none."""
    try:
        text = Path(file).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        text = "\0"  # no key at all, which is said where it is parsed
    except OSError as error:
        raise CannotWrite(f"{file}: can't be added to: {(error.strerror or 'unknown error').lower()}") from error
    if check and text:
        from screener.blinding.key import read_key

        read_key(text, file)
    return text


def _keep_key(
    entries: "Iterable[KeyEntry]", options: Blindness, *, version: str, quiet: bool, is_blind: bool = False
) -> None:
    if options.key is None:
        return
    from screener.blinding.key import key_text

    entries = tuple(entries)
    if not entries and is_blind:
        console.say(f"note: {options.key}: nothing to keep; the results are blind already, and nobody is named in them")
        return
    text = key_text(entries, _read_held(options.key), file=options.key, version=version)
    try:
        _write_for_owner(Path(os.path.realpath(options.key)), text)
    except OSError as error:
        raise CannotWrite(f"{options.key}: can't be written: {(error.strerror or 'unknown error').lower()}") from error
    if not quiet:
        console.say(f"{options.key} tells who is who; only you can read it, so keep it away from the report")


def _write_for_owner(target: Path, text: str) -> None:
    """Beside the file, synced and renamed; nobody else may ever open it, whatever the umask is."""
    draft = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            draft.chmod(_OWNER_ONLY)
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
        sync_folder(target)
    finally:
        with suppress(OSError):
            draft.unlink()
