"""A Report -> everything that the page shows: candidates in their order, files that can't be read apart."""

from collections import Counter
from typing import NamedTuple

from screener.model.report import Report
from screener.model.requirement import Importance
from screener.model.screening import Outcome, Verdict
from screener.reports.html.cards import FULL, Band, Card, Twin, band_of, cells_of
from screener.reports.html.evidence import number_words
from screener.reports.ranking import ranked, shared_folder, unreadable, within
from screener.reports.wording import IMPORTANCES, VERDICTS, asked, day_words, requirement_name, summary


class Column(NamedTuple):
    """A requirement as the head of a column of the matrix; `number` counts from 0."""

    number: int
    name: str
    asked: str
    importance: str
    is_gate: bool
    weight: str


class Lost(NamedTuple):
    """A file that can't be read."""

    file: str
    code: str
    message: str


class Page(NamedTuple):
    report: Report
    folder: str
    as_of: str
    summary: str
    tallies: tuple[tuple[Verdict, str, int], ...]
    duplicate_count: int
    columns: tuple[Column, ...]
    band: Band
    cards: tuple[Card, ...]
    lost: tuple[Lost, ...]


def page_of(report: Report) -> Page:
    """The whole page."""
    folder = shared_folder(report.outcomes)
    judged = ranked(report.outcomes)
    ranks = {outcome.file: rank for rank, (outcome, _) in enumerate(judged, start=1)}
    band = band_of(report.role, max((screening.experience.high for _, screening in judged), default=0))
    verdicts = Counter(screening.verdict for _, screening in judged)
    tallies = [(verdict, VERDICTS[verdict], verdicts[verdict]) for verdict in Verdict if verdict in verdicts]
    return Page(
        report=report,
        folder=folder,
        as_of=day_words(report.as_of),
        summary=summary(report),
        tallies=tuple(tallies),
        duplicate_count=sum(outcome.duplicate_of is not None for outcome, _ in judged),
        columns=_columns(report),
        band=band,
        cards=tuple(
            Card(
                rank,
                outcome,
                screening,
                within(outcome.file, folder),
                screening.resume.candidate.name or within(outcome.file, folder),
                _twin(outcome, ranks, folder),
                band,
                cells_of(screening, report.role),
                FULL,
            )
            for rank, (outcome, screening) in enumerate(judged, start=1)
        ),
        lost=tuple(
            Lost(within(outcome.file, folder), result.code, result.message)
            for outcome, result in unreadable(report.outcomes)
        ),
    )


def _columns(report: Report) -> tuple[Column, ...]:
    return tuple(
        Column(
            number,
            requirement_name(requirement),
            asked(requirement),
            IMPORTANCES[requirement.importance],
            requirement.importance is Importance.MUST,
            number_words(requirement.weight),
        )
        for number, requirement in enumerate(report.role.requirements)
    )


def _twin(outcome: Outcome, ranks: dict[str, int], folder: str) -> Twin | None:
    file = outcome.duplicate_of
    if file is None:
        return None
    return Twin(within(file, folder), ranks.get(file, 0), outcome.duplicate_note or "")
