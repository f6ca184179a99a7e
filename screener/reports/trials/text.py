"""What became of examples -> lines that people read: a sign for each example, and under it what differed."""

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.text import Text

from screener.model.screening import Status
from screener.model.trial import ExampleResult, RoleTrial
from screener.reports.pen import Pen, open_console, window_width
from screener.reports.reading.sheet import Sheet
from screener.reports.trials import NO_EXAMPLES, Tried
from screener.reports.trials.wording import coverage_lines, failure_lines, outcome_words
from screener.reports.wording import counted
from screener.roles.lint import CheckedFile

_UNDER = 6  # spaces in front of what differs


def write(tried: Sequence[Tried], stream: TextIO) -> None:
    """A block for each role; the problems of a file that can't be used, as `check` writes them."""
    width = window_width(stream)
    sheet = Sheet(Pen(open_console(stream, width)), wraps=width is not None)
    for one in tried:
        sheet.pen.print(_role(one, sheet) if isinstance(one, RoleTrial) else _problems(one, sheet))
    stream.flush()


def _problems(checked: CheckedFile, sheet: Sheet) -> Iterator[Text]:
    for problem in checked.problems:
        yield sheet.pen.whole(problem.text(checked.file), "not met")


def _role(trial: RoleTrial, sheet: Sheet) -> Iterator[Text]:
    pen = sheet.pen
    head = [pen.whole(trial.file, "bold"), pen.text(trial.title)]
    if not trial.examples:
        yield from sheet.hang(Text(), pen.join([*head, pen.text(NO_EXAMPLES, "caution")], " · "))
    else:
        yield from sheet.hang(Text(), pen.join([*head, pen.text(counted(len(trial.examples), "example"))], " · "))
    for example in trial.examples:
        yield from _example(trial.file, example, sheet)
    if trial.coverage:
        for number, line in enumerate(coverage_lines(trial.coverage)):
            yield from sheet.hang(pen.text(" " * (_UNDER if number else 2)), pen.text(line, "" if number else "dim"))


def _example(file: str, example: ExampleResult, sheet: Sheet) -> Iterator[Text]:
    pen = sheet.pen
    sign = pen.sign(Status.MET if example.has_passed else Status.NOT_MET)
    parts = [pen.text(example.name, "" if example.has_passed else "bold"), pen.text(outcome_words(example), "dim")]
    if example.is_updated:
        sign = pen.text("~", "caution")
        parts.append(pen.text("updated", "caution"))
    if not example.has_passed:
        parts.append(pen.whole(f"{file}:{example.line}", "dim"))
    yield from sheet.hang(pen.line(2, sign, 1), pen.join(parts, " · "))
    for line in failure_lines(example):
        yield from sheet.hang(pen.text(" " * _UNDER), pen.text(line))
