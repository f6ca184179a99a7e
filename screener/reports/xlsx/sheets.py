"""A Report -> what stands in each sheet of the workbook."""

from collections.abc import Iterator, Sequence

from screener.model.report import Report
from screener.model.requirement import Importance, Requirement
from screener.model.resume import Evidence, Position
from screener.model.screening import Finding, Outcome, Screening, Verdict
from screener.reports.ranking import ranked, unreadable
from screener.reports.wording import (
    STATUSES,
    VERDICTS,
    asked,
    cause_words,
    education_words,
    requirement_name,
)
from screener.reports.xlsx.book import Book, Column, Link, Sheet, Value, cell_text

_BETWEEN = " | "
_STATUS_WORDS = (("met", "fit"), ("unknown", "review"), ("not met", "no-fit"))
_VERDICT_WORDS = (("fit", "fit"), ("review", "review"), ("no fit", "no-fit"))
_FIRST = (
    Column("#", 5, "number"),
    Column("Verdict", 9, "strong", _VERDICT_WORDS),
    Column("Score", 7, "tenth"),
    Column("Candidate", 24, "strong"),
    Column("File", 20),
    Column("Experience\nyears", 11, "tenth"),
    Column("at least\nyears", 9, "tenth"),
    Column("at most\nyears", 9, "tenth"),
    Column("Why", 48),
    Column("Would fit with", 30),
    Column("Ask", 36),
)
_LAST = (
    Column("Claimed\nyears", 9, "tenth"),
    Column("E-mail", 26),
    Column("Phone", 18),
    Column("Links", 44),
    Column("Education", 40),
    Column("Same candidate as", 20),
    Column("What differs there", 30),
    Column("Warnings", 40),
    Column("Hidden text", 30),
    Column("SHA-256", 68),
)
_PATHS = ("File", "Same candidate as")
_EVIDENCE = (
    Column("#", 5, "number"),
    Column("Candidate", 24, "strong"),
    Column("File", 20),
    Column("Requirement", 24),
    Column("Importance", 11),
    Column("Status", 9, "text", _STATUS_WORDS[:2]),
    Column("Found", 30),
    Column("Years", 7, "tenth"),
    Column("Last used", 10),
    Column("Weight", 7, "number"),
    Column("Credit", 7, "hundredth"),
    Column("Quote", 70),
    Column("Page", 6, "number"),
    Column("Line", 6, "number"),
    Column("Section", 14),
    Column("Position", 30),
    Column("Grade", 18),
    Column("Matched", 18),
    Column("Implied by", 14),
    Column("Doesn't count", 20),
)


def write_candidates(report: Report, book: Book) -> None:
    """A row for everyone with a verdict, the best first, with a column for each requirement."""
    requirements = report.role.requirements
    between = tuple(Column(_heading(item), 13, "text", _colours(item)) for item in requirements)
    sheet = book.sheet("Candidates", _fitted((*_FIRST, *between, *_LAST), report), frozen=4)
    for rank, (outcome, screening) in enumerate(ranked(report.outcomes), start=1):
        findings = {finding.requirement: finding for finding in screening.findings}
        statuses = [STATUSES[findings[item].status] if item in findings else None for item in requirements]
        sheet.add([*_beginning(rank, outcome, screening), *statuses, *_ending(outcome, screening)])
    sheet.finish()


def write_evidence(report: Report, book: Book) -> None:
    """A row for every quote, those that don't count included, and one for a requirement that has none."""
    sheet = book.sheet("Evidence", _fitted(_EVIDENCE, report), frozen=2)
    for rank, (outcome, screening) in enumerate(ranked(report.outcomes), start=1):
        for finding in screening.findings:
            start = [rank, screening.resume.candidate.name, outcome.file, *_finding(finding)]
            for quote in (*finding.evidence, *finding.notes) or (None,):
                sheet.add([*start, *(_quote(quote, screening) if quote else [])])
    sheet.finish()


def write_run(report: Report, book: Book) -> None:
    """What all of them were held against, how many there are of each verdict, and what couldn't be read."""
    sheet = book.sheet("Run", (Column("About this run", 30, "strong"), Column("", 60), Column("", 90)))
    for name, value in _facts(report):
        sheet.add([name, value])
    sheet.add([])
    sheet.add(["Requirement", "Asked", "Importance and weight"], "head")
    for item in report.role.requirements:
        weight = f"{item.importance.value}, weight {item.weight.normalize():f}"
        sheet.add([requirement_name(item), asked(item), weight])
    sheet.add([])
    _add_unreadable(report, sheet)


def _add_unreadable(report: Report, sheet: Sheet) -> None:
    failed = unreadable(report.outcomes)
    sheet.add(["Can't be read", "File", "Cause"] if failed else ["Every file could be read"], "head")
    for outcome, cause in failed:
        sheet.add([cause.code, _file(outcome), cause.message])


def _fitted(columns: Sequence[Column], report: Report) -> list[Column]:
    """The columns, those of paths wide enough for them: not every program breaks the line of a link."""
    longest = max((len(cell_text(outcome.file)) for outcome in report.outcomes), default=0)
    width = min(max(longest, 20), 60)
    return [column._replace(width=width) if column.title in _PATHS else column for column in columns]


def _heading(requirement: Requirement) -> str:
    words = f"{requirement_name(requirement)}\n{requirement.importance.value}"
    more = asked(requirement)
    return f"{words}, {more}" if more else words


def _colours(requirement: Requirement) -> tuple[tuple[str, str], ...]:
    """Red is for what decides: a nice-to-have that is missing is no alarm."""
    return _STATUS_WORDS if requirement.importance is Importance.MUST else _STATUS_WORDS[:2]


def _beginning(rank: int, outcome: Outcome, screening: Screening) -> list[Value | Link]:
    months = screening.experience
    return [
        rank,
        VERDICTS[screening.verdict],
        float(screening.score),
        screening.resume.candidate.name,
        _file(outcome),
        *(number / 12 for number in (months.middle, months.low, months.high)),
        _BETWEEN.join(screening.reasons),
        screening.would_fit_with,
        _BETWEEN.join(dict.fromkeys(item.question for item in screening.findings if item.question)),
    ]


def _file(outcome: Outcome) -> Value | Link:
    """A file without a hash could not be opened, or is a pseudonym: there is nothing to follow."""
    return Link(outcome.file) if outcome.sha256 else outcome.file


def _ending(outcome: Outcome, screening: Screening) -> list[Value | Link]:
    resume = screening.resume
    candidate = resume.candidate
    return [
        resume.claim.years if resume.claim else None,
        *(_BETWEEN.join(values) for values in (candidate.emails, candidate.phones, candidate.links)),
        _BETWEEN.join(map(education_words, resume.education)),
        outcome.duplicate_of,
        outcome.duplicate_note,
        _BETWEEN.join(warning.message for warning in screening.warnings),
        _BETWEEN.join(hidden.text for hidden in resume.hidden),
        outcome.sha256,
    ]


def _finding(finding: Finding) -> list[Value]:
    asks = finding.requirement
    return [
        requirement_name(asks),
        asks.importance.value,
        STATUSES[finding.status],
        finding.reason,
        finding.months.middle / 12 if finding.months else None,
        finding.last_used,
        float(asks.weight),
        float(finding.credit),
    ]


def _quote(quote: Evidence, screening: Screening) -> list[Value]:
    return [
        quote.quote,
        quote.page,
        quote.line,
        quote.section.value if quote.section else None,
        None if quote.position is None else _position(screening.resume.positions[quote.position]),
        quote.grade.value if quote.grade else None,
        quote.matched,
        quote.implied_by,
        cause_words(quote) if quote.cause else None,
    ]


def _position(position: Position) -> str:
    return ", ".join(filter(None, (position.title, position.employer))) or "untitled"


def _facts(report: Report) -> Iterator[tuple[str, Value]]:
    judged = ranked(report.outcomes)
    yield "Role", report.role.title
    yield "Role file", report.role.file
    yield "SHA-256 of the role file", report.role.sha256
    yield "As of", report.as_of.isoformat()
    yield "screener", report.version
    yield "Files", len(report.outcomes)
    for verdict in list(Verdict)[:-1]:
        yield VERDICTS[verdict].capitalize(), sum(screening.verdict is verdict for _, screening in judged)
    yield "Unreadable", len(report.outcomes) - len(judged)
    yield "Duplicates", sum(outcome.duplicate_of is not None for outcome in report.outcomes)
    yield "Skipped", report.skipped
    yield "Complete", "yes" if report.complete else "no: stopped before the last file"
    yield "Verdict", "gates decide it; the score only orders candidates who share a verdict"
    yield "Score", "the sum of weight × credit over all requirements, divided by the sum of weights, times 100"
    yield "Links", "open the files for as long as they and this workbook stay where they were"
