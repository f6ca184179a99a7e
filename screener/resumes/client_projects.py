"""The lines under a heading of projects -> the jobs that the projects were part of.

Consultants list what they did for clients apart from their jobs: "Project 2, Client: …, Duration: Jul 2020
– May 2022, Environment: …". Such a project belongs to a job where the heading or a label names the
job's employer ("Key Projects (Acme)", "Company: Acme"), or where a client is named and the job's period
holds the project's. The record of a project begins where a label comes again.

Not handled: projects for clients without dates, or whose dates lie in no job; they stay projects.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from screener.model.document import CELL_GAP, Line
from screener.model.period import Period
from screener.model.resume import Position, PositionKind, Section, Span
from screener.resumes.dates import Calendar
from screener.resumes.header_words import find_client, header_words, label_of
from screener.resumes.sections import SectionLine
from screener.vocabulary.folding import fold

_AT_WORK = {PositionKind.WORK, PositionKind.FREELANCE, PositionKind.INTERNSHIP}
_LONGEST_LABEL = 4  # words
_HEAD_WORDS = 8  # of a line above a record's first label
_HEAD_LINES = 2
_LEAST_NAME = 4  # characters of an employer's name that a heading repeats
_DATED_WITHIN = 8  # lines of a record in which its dates stand
_NUMBERED = re.compile(r"\(?#?\d{1,2}[.):]\s")
_SPACES = re.compile(r"\W+")


class FoundProjects(NamedTuple):
    """`owner` gives the position of a line, `names` the spans of clients' names, by the line's index."""

    owner: dict[int, int]
    names: dict[int, tuple[Span, ...]]


def find_client_projects(
    lines: Sequence[SectionLine], positions: Sequence[Position], owned: Mapping[int, int], calendar: Calendar
) -> FoundProjects:
    """Which lines of project sections belong to which of the positions."""
    owner: dict[int, int] = {}
    names: dict[int, tuple[Span, ...]] = {}
    jobs = [at for at, position in enumerate(positions) if position.period and position.kind in _AT_WORK]
    for section in _sections(lines, owned) if jobs else ():
        above = lines[section[0] - 1] if section[0] else None
        named = _named(above.line.text, positions, jobs) if above and above.is_heading else None
        for record in _records([lines[at].line for at in section], section[0]):
            job = _job_of([lines[at].line for at in record], positions, jobs, calendar) if named is None else named
            if job is None:
                continue
            owner.update(dict.fromkeys(record, job))
            names.update({at: (span,) for at in record if (span := find_client(lines[at].line.text)) is not None})
    return FoundProjects(owner, names)


def _sections(lines: Sequence[SectionLine], owned: Mapping[int, int]) -> Iterator[range]:
    """The lines under each heading of projects, without the heading."""
    start = None
    for at, line in enumerate(lines):
        if line.section is Section.PROJECTS and not line.is_heading and at not in owned:
            start = at if start is None else start
        elif start is not None:
            yield range(start, at)
            start = None
    if start is not None:
        yield range(start, len(lines))


def _records(lines: Sequence[Line], first: int) -> Iterator[range]:
    """The lines of each project: a label that comes again begins the next one, with the short lines above it."""
    begin, seen = 0, set[str]()
    for at, line in enumerate(lines):
        label = _label(line.text)
        if label in seen:
            start = at
            while start > max(begin + 1, at - _HEAD_LINES) and _is_head(lines[start - 1]):
                start -= 1
            yield range(first + begin, first + start)
            begin, seen = start, set()
        if label is not None:
            seen.add(label)
    yield range(first + begin, first + len(lines))


def _is_head(line: Line) -> bool:
    """ "Project #2", "Freight Desk": a line that may stand above a record's first label."""
    text = line.text
    if _NUMBERED.match(text):  # "2. Title: Freight Desk"
        return True
    return not line.bullet and not text.endswith((".", ":")) and ":" not in text and len(text.split()) <= _HEAD_WORDS


def _label(text: str) -> str | None:
    """The label of a line that names the project, its client, its firm or its time."""
    label, gap, _ = text.partition(CELL_GAP)
    if not gap:
        label, gap, _ = text.partition(":")
    if not gap or len(label.split()) > _LONGEST_LABEL:
        return None
    label = label_of(label.strip(" :#"))
    words = header_words()
    return label if label in words.inner or words.labels.get(label) in {"employer", "period"} else None


def _named(text: str, positions: Sequence[Position], jobs: Sequence[int]) -> int | None:
    """The one job whose employer a heading names."""
    said = f" {_words(text)} "
    names = {at: _words(positions[at].employer or "") for at in jobs}
    found = [at for at, name in names.items() if len(name) >= _LEAST_NAME and f" {name} " in said]
    return found[0] if len({positions[at].employer for at in found}) == 1 else None


def _job_of(
    lines: Sequence[Line], positions: Sequence[Position], jobs: Sequence[int], calendar: Calendar
) -> int | None:
    """The job that a record names by its firm, or that holds its dates while it names a client."""
    labels = {label: line.text for line in lines if (label := _label(line.text)) is not None}
    words = header_words()
    for label, text in labels.items():
        if words.labels.get(label) == "employer" and label not in words.clients:
            named = _named(text, positions, jobs)
            if named is not None:
                return named
    period = _period(lines, calendar)
    if period is None or words.clients.isdisjoint(labels):
        return None
    around = [at for at in jobs if _holds(positions[at].period, period)]
    return min(around, key=lambda at: _length(positions[at].period), default=None)


def _period(lines: Sequence[Line], calendar: Calendar) -> Period | None:
    found = (dated for line in lines[:_DATED_WITHIN] if not line.bullet for dated in calendar.periods(line.text))
    return next((dated.period for dated in found if not dated.single), None)


def _holds(around: Period | None, within: Period) -> bool:
    if around is None or around.is_reversed:
        return False
    return around.start.first <= within.start.last and within.end.first <= around.end.last


def _length(period: Period | None) -> int:
    return period.end.last - period.start.first if period is not None else 0


def _words(text: str) -> str:
    return _SPACES.sub(" ", fold(text)).strip()
