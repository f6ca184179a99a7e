"""`screen explain --letter`: a letter to each candidate, by the shipped template or the company's own."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Exit, Option

from screener.cli import console
from screener.errors import ScreenerError

if TYPE_CHECKING:
    from screener.cli.candidates import Candidates
    from screener.cli.output import Destination
    from screener.model.screening import Outcome
    from screener.reports.explaining.letter.template import LetterTemplate


_SEVERAL = "each candidate gets a letter; name a folder for them with -o letters/"


class NoLetter(ScreenerError):
    """Letters that can't be written as they were asked for."""


def _print_template(is_wanted: bool) -> None:
    if is_wanted:
        from screener.reports.explaining.letter.template import shipped_template

        console.write_results(lambda stream: stream.write(shipped_template()))
        raise Exit


@dataclass(frozen=True, slots=True)
class LetterOptions:
    """Whether a letter is wanted, and by which template."""

    letter: Annotated[
        bool,
        Option("--letter", help="Write to the candidate instead: what was found, what wasn't, and what to send."),
    ] = False
    template: Annotated[
        str | None,
        Option(
            "--template",
            metavar="FILE",
            help="Write letters by this Jinja2 template: letter.txt.j2, letter.md.j2 or letter.html.j2.",
        ),
    ] = None
    print_template: Annotated[
        bool,
        Option(
            "--print-template",
            callback=_print_template,
            is_eager=True,
            help="Show the template of letters, and end.",
        ),
    ] = False


def write_letters(
    paths: Sequence[str], output: Sequence[str], options: LetterOptions, find: Callable[[], "Candidates"]
) -> int:
    """Write a letter to everybody who is found. Whatever is wrong with template and places is said before."""
    from screener.reports.explaining.letter import is_for_candidate
    from screener.reports.explaining.letter.template import load_template

    template = load_template(options.template)
    folder = _folder(output)
    places = () if folder else _places(output, paths, template)
    if not folder and _are_several(paths):
        raise NoLetter(_SEVERAL)
    found = find()
    _check_named(found.named)
    named = {outcome.file for outcome in found.named}
    outcomes = [outcome for outcome in found.named if outcome.duplicate_of not in named]
    _tell_who_gets_none(found.named, named)
    outcomes = [outcome for outcome in outcomes if is_for_candidate(outcome)]
    if folder:
        _write_into(folder, outcomes, found, template)
    elif len(outcomes) > 1:
        raise NoLetter(_SEVERAL)
    else:
        for outcome in outcomes:
            _write(outcome, places, found, template)
    return found.code


def check_is_letter(options: LetterOptions, *, is_blind: bool = False) -> None:
    """Raises NoLetter for a template without a letter, and for a letter to nobody."""
    if options.letter and is_blind:
        raise NoLetter("a letter names whom it is to; leave out --letter or --blind")
    if options.template is not None and not options.letter:
        raise NoLetter("--template is for letters; add --letter")


def _check_named(outcomes: "Sequence[Outcome]") -> None:
    from screener.blinding.pseudonyms import is_pseudonym

    if any(map(is_pseudonym, outcomes)):
        raise NoLetter("a letter names whom it is to, and these results are blind; use those that they were made of")


def _folder(output: Sequence[str]) -> str | None:
    """The folder that letters go to: one that is there, or a name that ends in a slash."""
    folders = [file for file in output if file.endswith(("/", os.sep)) or Path(file).is_dir()]
    if not folders:
        return None
    if len(output) > 1:
        raise NoLetter(f"{folders[0]}: is a folder; give -o once, or files only")
    parent = Path(folders[0]).absolute().parent
    if not parent.is_dir():
        raise NoLetter(f"{folders[0]}: there is no folder {str(parent)!r}; make it first")
    return folders[0]


def _are_several(paths: Sequence[str]) -> bool:
    """Whether there are several candidates, as far as that can be told before any is read."""
    from screener.reports.stored import is_results_file

    return len(set(paths)) > 1 and not any(map(is_results_file, paths))


def _places(output: Sequence[str], paths: Sequence[str], template: "LetterTemplate") -> "tuple[Destination, ...]":
    """The files that are named, or stdout."""
    from screener.cli.options import TextOptions
    from screener.cli.output import Choice, plan

    for file in output:
        if Path(file).suffix.lower() not in template.suffixes:
            raise NoLetter(f"{file}: the letter is {template.format}; end its name in {template.suffixes[0]}")
    choice = Choice((template.format,), dict.fromkeys(template.suffixes, template.format))
    return plan(TextOptions(list(output)), paths, choice)


def _tell_who_gets_none(named: "Sequence[Outcome]", files: set[str]) -> None:
    from screener.model.screening import Unreadable
    from screener.reports.explaining.letter import is_for_candidate

    for outcome in named:
        if outcome.duplicate_of in files:
            console.say(f"note: {outcome.file}: the same candidate as {outcome.duplicate_of}, who gets one letter")
        elif isinstance(outcome.result, Unreadable) and not is_for_candidate(outcome):
            console.complain(f"{outcome.file}: {outcome.result.message}")


def _write_into(folder: str, outcomes: "Sequence[Outcome]", found: "Candidates", template: "LetterTemplate") -> None:
    from screener.cli.letter_names import letter_names

    try:
        Path(folder).mkdir(exist_ok=True)
    except OSError as error:
        raise NoLetter(f"{folder}: can't be made: {(error.strerror or 'unknown error').lower()}") from error
    files = [str(Path(folder) / f"{name}{template.suffixes[0]}") for name in letter_names(outcomes)]
    if files:
        places = _places(files, [outcome.file for outcome in found.report.outcomes], template)
        for outcome, place in zip(outcomes, places, strict=True):
            _write(outcome, [place], found, template)
    console.say(f"as of {found.report.as_of}: {len(files)} letter{'' if len(files) == 1 else 's'} written to {folder}")


def _write(
    outcome: "Outcome", places: "Sequence[Destination]", found: "Candidates", template: "LetterTemplate"
) -> None:
    from screener.cli.output import deliver
    from screener.reports.explaining.letter import write_letter

    deliver(places, lambda _, stream: write_letter(found.report, outcome, stream, template))
