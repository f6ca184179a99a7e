"""A Report -> CSV (RFC 4180): one row for each file, best candidates first, files that can't be read last.

A spreadsheet takes a cell that begins with = + - or @ for a formula, so an apostrophe is set before it, as
OWASP advises; where lists are separated by semicolons, a cell may begin after each of those. The text itself
comes back by taking away the first apostrophe at the beginning and after each semicolon, where nothing but
spaces, apostrophes and quotation marks stands between it and one of these signs. Control characters and the like
are shown as escapes. Several values of one cell stand between bars. Columns depend on the role alone; numbers are
numbers.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from screener.model.report import Report
from screener.model.requirement import Requirement
from screener.model.screening import Outcome, Screening, Unreadable, Verdict
from screener.reports import DEFAULT_VIEW, ViewOptions, write_utf8
from screener.reports.ranking import ranked, unreadable
from screener.reports.results import number_json
from screener.reports.safe_text import visible
from screener.reports.wording import education_words

_BOM = "\ufeff"
_FORMULA = re.compile("(^|;)(?=[\\s'\"]*[=+\\-@＝＋－＠])")

Value = str | int | float | None
_COLUMNS: dict[str, Callable[[Outcome, Screening], Value]] = {
    "name": lambda _, screening: screening.resume.candidate.name,
    "reasons": lambda _, screening: _joined(screening.reasons),
    "would_fit_with": lambda _, screening: screening.would_fit_with,
    "questions": lambda _, screening: _joined([item.question for item in screening.findings if item.question]),
    "experience_months": lambda _, screening: screening.experience.middle,
    "experience_months_min": lambda _, screening: screening.experience.low,
    "experience_months_max": lambda _, screening: screening.experience.high,
    "claimed_years": lambda _, screening: _years_claimed(screening),
    "emails": lambda _, screening: _joined(screening.resume.candidate.emails),
    "phones": lambda _, screening: _joined(screening.resume.candidate.phones),
    "links": lambda _, screening: _joined(screening.resume.candidate.links),
    "education": lambda _, screening: _joined([education_words(item) for item in screening.resume.education]),
    "warnings": lambda _, screening: _joined([item.message for item in screening.warnings]),
    "hidden_text": lambda _, screening: _joined([item.text for item in screening.resume.hidden]),
}


def write(report: Report, stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:
    """Write all rows; the same report gives the same bytes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in _rows(report):
        writer.writerow([inert(value) if isinstance(value, str) else value for value in row])
    write_utf8(stream, (_BOM if view.bom else "") + text.getvalue())


def inert(text: str) -> str:
    """The text as a cell that no spreadsheet calculates."""
    return _FORMULA.sub(r"\1'", visible(text))


def _rows(report: Report) -> Iterator[list[Value]]:
    yield [
        *("rank", "verdict", "score", "file", *_COLUMNS, "duplicate_of", "duplicate_note", "error", "message"),
        *("sha256", "role", "as_of", "screener"),
        *_headings(report.role.requirements),
    ]
    run: list[Value] = [report.role.title, report.as_of.isoformat(), report.version]
    for rank, (outcome, screening) in enumerate(ranked(report.outcomes), start=1):
        known = [value(outcome, screening) for value in _COLUMNS.values()]
        start: list[Value] = [rank, screening.verdict.value, float(screening.score), outcome.file]
        yield [*start, *known, *_ending(outcome, None), *run, *_found(screening, report.role.requirements)]
    for outcome, cause in unreadable(report.outcomes):
        blank: list[Value] = [None] * len(_COLUMNS)
        beginning: list[Value] = [None, Verdict.UNREADABLE.value, None, outcome.file]
        yield [*beginning, *blank, *_ending(outcome, cause), *run, *[None] * (2 * len(report.role.requirements))]


def _ending(outcome: Outcome, cause: Unreadable | None) -> list[Value]:
    failure = (cause.code, cause.message) if cause else (None, None)
    return [outcome.duplicate_of, outcome.duplicate_note, *failure, outcome.sha256]


def _headings(requirements: Sequence[Requirement]) -> Iterator[str]:
    """Two columns for each requirement; the kind of requirement keeps equal names apart."""
    for requirement in requirements:
        name = f"{requirement.importance.value} {requirement.kind}: {requirement.name}"
        yield name
        yield f"{name}, months"


def _found(screening: Screening, requirements: Sequence[Requirement]) -> Iterator[Value]:
    findings = {finding.requirement: finding for finding in screening.findings}
    for finding in map(findings.get, requirements):
        yield finding.status.value if finding else None
        yield finding.months.middle if finding and finding.months else None


def _years_claimed(screening: Screening) -> int | float | None:
    claim = screening.resume.claim
    return number_json(claim.years) if claim else None


def _joined(values: Sequence[str]) -> str:
    return " | ".join(dict.fromkeys(values))
