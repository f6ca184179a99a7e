"""A Report -> the blind report, and the key: which pseudonym stands for which file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from screener.blinding.outcomes import blind_outcome, words_of_role
from screener.blinding.pseudonyms import is_pseudonym, pseudonym_of, pseudonyms_of
from screener.model.report import Report
from screener.model.screening import Outcome, Screening


class KeyEntry(NamedTuple):
    """Who is behind a pseudonym; nobody has a name in a file that can't be read."""

    pseudonym: str
    file: str
    sha256: str | None
    name: str | None


class Blinded(NamedTuple):
    report: Report
    key: tuple[KeyEntry, ...]


def blind(report: Report) -> Blinded:
    """The report with pseudonyms, its rows in their order. Verdicts, scores and months are what they were."""
    pseudonyms = pseudonyms_of(report.outcomes)
    plain = words_of_role(report.role)

    def pseudonym(path: str) -> str:
        return pseudonyms.get(path) or pseudonym_of(None, path)  # a twin that isn't in this report

    outcomes = tuple(blind_outcome(outcome, pseudonym, plain) for outcome in report.outcomes)
    return Blinded(replace(report, outcomes=outcomes), tuple(sorted(_key(report, pseudonyms))))


def _key(report: Report, pseudonyms: dict[str, str]) -> Iterator[KeyEntry]:
    for outcome in report.outcomes:
        if not is_pseudonym(outcome):
            yield KeyEntry(pseudonyms[outcome.file], outcome.file, outcome.sha256, _name(outcome))


def _name(outcome: Outcome) -> str | None:
    return outcome.result.resume.candidate.name if isinstance(outcome.result, Screening) else None
