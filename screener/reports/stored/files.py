"""Results files of one run or of several that belong together -> one Report.

A file is one JSON object or JSON Lines, told apart by its content. Files are merged when the role, the as-of
date and the version are the same; a resume that is in several of them must have the same result in all.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from screener.documents.opening import read_named
from screener.errors import ScreenerError
from screener.model.report import Report
from screener.model.requirement import Requirement
from screener.model.role import ALWAYS_COUNTED, Role
from screener.model.screening import Outcome, Screening
from screener.reports.stored.fields import Fields, WrongValue
from screener.reports.stored.requirements import requirement_of
from screener.reports.stored.rows import Row, outcome_of, row_of
from screener.reports.stored.run import Run, difference, run_of

STDIN = "-"
_MOST_PROBLEMS = 20
_LOOKED_AT = 4096  # bytes of a file that tell whether it holds results
_SUFFIXES = (".json", ".jsonl")
_DAMAGED = "restore the file, or screen the resumes again"


class ResultsError(ScreenerError):
    """Results that can't be shown; `problems` are lines ready to print."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class _Placed(NamedTuple):
    """A row and where it stands; `place` is "results.jsonl:12"."""

    place: str
    run: Run
    row: Row


class _File(NamedTuple):
    rows: tuple[_Placed, ...]
    run: Run | None = None
    requirements: tuple[Requirement, ...] = ()
    complete: bool = True
    skipped: int = 0


def is_results_file(path: str) -> bool:
    """Whether a path names results rather than a resume (JSON Resume is JSON, too)."""
    if not path.lower().endswith(_SUFFIXES):
        return False
    try:
        start = read_named(path, _LOOKED_AT)
    except OSError:
        return False
    return b'"schema_version"' in start and b'"screener"' in start and b'"role"' in start


def load_results(paths: Sequence[str]) -> Report:
    """One report of all of them. Raises ResultsError with a line for everything that is wrong."""
    problems: list[str] = []
    files = [file for path in dict.fromkeys(paths) if (file := _load(path, problems)) is not None]
    outcomes = _merge(files, problems)
    if problems:
        more = len(problems) - _MOST_PROBLEMS
        raise ResultsError(problems[:_MOST_PROBLEMS] + ([f"and {more} more problems"] if more > 0 else []))
    run, role = _run(files), _role(files)
    placed = tuple(_in_role(outcome, role) for outcome in outcomes)
    is_complete, skipped = all(file.complete for file in files), sum(file.skipped for file in files)
    return Report(placed, role, run.as_of, run.version, is_complete, skipped)


def load_outcome(line: str, role: Role) -> Outcome:
    """What a line of JSON was made of, held against the role that it was held against. Raises WrongValue."""
    fields = Fields(_value(line))
    outcome = outcome_of(row_of(fields), role, run_of(fields))
    result = outcome.result
    if not isinstance(result, Screening):
        return outcome
    if len(result.findings) != len(role.requirements):
        raise WrongValue(f"its requirements aren't those of the role; {_DAMAGED}")
    asked = zip(result.findings, role.requirements, strict=True)
    findings = tuple(replace(finding, requirement=requirement) for finding, requirement in asked)
    return replace(outcome, result=replace(result, findings=findings))


def _load(path: str, problems: list[str]) -> _File | None:
    try:
        text = _read(path)
    except OSError as error:
        problems.append(f"{path}: can't be read: {(error.strerror or 'unknown error').lower()}")
    except UnicodeDecodeError:
        problems.append(f"{path}: isn't text in UTF-8; name a file that was written with -o results.json or .jsonl")
    else:
        if not text.strip():
            problems.append(f"{path}: is empty; name a file that was written with -o results.json or .jsonl")
            return None
        return _parse(path, text, problems)
    return None


def _read(path: str) -> str:
    data = sys.stdin.buffer.read() if path == STDIN else read_named(path)
    return data.decode("utf-8-sig")


def _parse(path: str, text: str, problems: list[str]) -> _File | None:
    """One object over several lines or on a single one, or a result on each line."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    is_whole = not lines[0][1].rstrip().endswith("}") or (len(lines) == 1 and '"results"' in text)
    rows = []
    for number, line in [(0, text)] if is_whole else lines:
        place = f"{path}:{number}" if number else path
        try:
            if is_whole:
                return _whole(path, line)
            rows.append(_line(place, line))
        except WrongValue as error:
            problems.append(_problem(place, error))
    return None if is_whole else _File(tuple(rows))


def _problem(place: str, error: WrongValue) -> str:
    """The line for it, with the remedy that it names or else the usual one."""
    return f"{place}: {error}" if ";" in str(error) else f"{place}: {error}; {_DAMAGED}"


def _line(place: str, line: str) -> _Placed:
    fields = Fields(_value(line))
    return _Placed(place, run_of(fields), row_of(fields))


def _whole(path: str, text: str) -> _File:
    fields = Fields(_value(text))
    run = run_of(fields)
    rows = (_Placed(f"{path}: {item.text('file')}", run, row_of(item)) for item in fields.at_each("results"))
    requirements = tuple(map(requirement_of, fields.at_each("requirements")))
    return _File(tuple(rows), run, requirements, fields.flag("complete"), fields.whole("skipped"))


def _value(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise WrongValue(f"isn't valid JSON{where}; {_DAMAGED}, or finish a stopped run with --resume") from None


def _refuse(word: str) -> None:
    raise ValueError(word)


def _merge(files: Sequence[_File], problems: list[str]) -> list[Outcome]:
    """Every resume's one result, if all are of the same run."""
    held: dict[str, tuple[str, Outcome]] = {}
    for placed in (placed for file in files for placed in file.rows):
        run, asked = _run(files), _asked(files)
        if placed.run != run:
            other = difference(placed.run, run)
            problems.append(f"{placed.place}: is of {other}; report on the two apart, or screen all with the same")
        elif placed.row.is_judged and placed.row.requirements != asked:
            problems.append(f"{placed.place}: its requirements aren't those of the other results; {_DAMAGED}")
        else:
            _hold(placed, held, problems)
    return [outcome for _, outcome in held.values()]


def _hold(placed: _Placed, held: dict[str, tuple[str, Outcome]], problems: list[str]) -> None:
    run = placed.run
    unknown = Role(run.title, run.file, run.sha256, ())
    try:
        outcome = outcome_of(placed.row, unknown, run)
    except WrongValue as error:
        problems.append(_problem(placed.place, error))
        return
    place, before = held.setdefault(outcome.file, (placed.place, outcome))
    if before != outcome:
        problems.append(f"{placed.place}: {outcome.file} has another result in {place}; leave out one of them")


def _run(files: Sequence[_File]) -> Run:
    return next(file.run or file.rows[0].run for file in files)


def _asked(files: Sequence[_File]) -> tuple[Requirement, ...]:
    """The role's requirements wherever they are told; of JSON Lines, those of the first candidate."""
    told = (file.requirements for file in files if file.requirements)
    shown = (placed.row.requirements for file in files for placed in file.rows if placed.row.is_judged)
    return next(chain(told, shown), ())


def _role(files: Sequence[_File]) -> Role:
    run = _run(files)
    counts = ALWAYS_COUNTED.union(*(placed.row.counted for file in files for placed in file.rows))
    return Role(run.title, run.file, run.sha256, _asked(files), counts)


def _in_role(outcome: Outcome, role: Role) -> Outcome:
    result = outcome.result
    return replace(outcome, result=replace(result, role=role)) if isinstance(result, Screening) else outcome
