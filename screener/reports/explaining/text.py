"""One Outcome -> everything its verdict rests on, in plain sentences."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from screener.model.period import Months
from screener.model.report import Report
from screener.model.requirement import ExperienceRequirement, Importance
from screener.model.resume import Evidence
from screener.model.screening import Finding, Outcome, Screening, Status, Unreadable, Verdict
from screener.reports.explaining.months import (
    Step,
    counted_steps,
    middle_words,
    months_words,
    position_words,
    uncounted_steps,
)
from screener.reports.explaining.points import credit_words, points_words, score_rows, score_words
from screener.reports.pen import GAP, MARGIN, PROSE, Column, Pen, widest
from screener.reports.remedies import remedy
from screener.reports.styles import STATUS_STYLES, VERDICT_STYLES
from screener.reports.wording import (
    STATUSES,
    VERDICTS,
    asked,
    cause_words,
    counted,
    date_words,
    day_words,
    requirement_name,
)

_INDENT = MARGIN + 2
_MOST = 6  # quotes of one requirement, hidden texts; the rest is counted
_LONGEST_QUOTE = 400
_NOT_SETTLED = "what was found doesn't settle it"
_SUM = 22  # cells: "1.25 × 0.71 = 0.8875"
_IMPORTANCES = {Importance.MUST: "gate", Importance.SHOULD: "should have", Importance.NICE: "nice to have"}


def explanation_lines(report: Report, outcome: Outcome, pen: Pen) -> Iterator[Text]:
    """The whole explanation, line by line."""
    result = outcome.result
    yield Text()
    yield from pen.paragraph(_title(report, outcome, pen))
    if isinstance(result, Unreadable):
        sentence = f"It can't be read ({result.code}): {result.message}. Nothing is said of the candidate."
        yield from pen.paragraph(pen.text(sentence))
        yield Text()
        return
    for title, lines in (
        ("Why", _why(outcome, result, pen)),
        ("Requirement by requirement", _requirements(result, pen)),
        ("The score", _score(result, pen)),
        ("The months of experience", _months(result, pen)),
        ("Hidden text, which never counts", _hidden(result, pen)),
        ("Warnings", _warnings(result, pen)),
    ):
        shown = list(lines)
        if shown:
            yield from (Text(), pen.line(MARGIN, pen.text(title, "bold underline")))
            yield from shown
    yield Text()


def _title(report: Report, outcome: Outcome, pen: Pen) -> Text:
    result = outcome.result
    verdict = result.verdict if isinstance(result, Screening) else Verdict.UNREADABLE
    name = result.resume.candidate.name if isinstance(result, Screening) else None
    who = f"{name} ({outcome.file})" if name else outcome.file
    words = pen.text(VERDICTS[verdict].upper(), f"bold {VERDICT_STYLES[verdict]}")
    where = f" for {report.role.title}, as of {day_words(report.as_of)}."
    return pen.line(pen.text(who, "bold"), pen.text(": "), words, pen.text(where))


def _why(outcome: Outcome, screening: Screening, pen: Pen) -> Iterator[Text]:
    gates = [item for item in screening.findings if item.requirement.importance is Importance.MUST]
    met = sum(gate.status is Status.MET for gate in gates)
    yield from pen.paragraph(pen.text(_verdict_words(screening.verdict, met, len(gates))))
    for reason in screening.reasons:
        yield from _item(pen.text(reason), pen)
    if screening.would_fit_with:
        change = pen.text(screening.would_fit_with, "bold")
        yield from pen.paragraph(
            pen.line(pen.text("The smallest change that would make it a fit: "), change, pen.text("."))
        )
    if screening.verdict is not Verdict.FIT:
        for question in dict.fromkeys(item.question for item in screening.findings if item.question):
            yield from pen.paragraph(pen.text(f"Ask: {question}"))
    if outcome.duplicate_of:
        note = f" ({outcome.duplicate_note})" if outcome.duplicate_note else ""
        yield from pen.paragraph(pen.text(f"The same candidate as {outcome.duplicate_of}{note}."))


def _verdict_words(verdict: Verdict, met: int, gates: int) -> str:
    tally = f"{met} of {counted(gates, 'gate')} {'is' if met == 1 else 'are'} met"
    if verdict is Verdict.FIT:
        return f"{tally} and nothing needs a person's look, so it is a fit."
    if verdict is Verdict.REVIEW:
        return f"{tally} and none failed, but a person must look:"
    return f"{tally}. One that isn't met is enough for no fit, whatever the score:"


def _requirements(screening: Screening, pen: Pen) -> Iterator[Text]:
    for number, finding in enumerate(screening.findings):
        if number:
            yield Text()
        yield from _requirement(finding, screening, pen)


def _requirement(finding: Finding, screening: Screening, pen: Pen) -> Iterator[Text]:
    asks = finding.requirement
    wanted = ", ".join(filter(None, (_IMPORTANCES[asks.importance], asked(asks))))
    status = pen.text(STATUSES[finding.status], STATUS_STYLES[finding.status])
    name = pen.line(pen.text(requirement_name(asks), "bold"), pen.text(f" ({wanted}): "), status, pen.text("."))
    yield from pen.paragraph(pen.line(name, pen.text(_found(finding))))
    quotes = list({(item.page, item.line, item.quote): item for item in reversed(finding.evidence)}.values())[::-1]
    for quote in quotes[:_MOST]:
        yield from _item(_quote(quote, screening, pen), pen)
    yield from _rest(len(quotes) - _MOST, "quote", pen)
    for note in finding.notes[:_MOST]:
        line = pen.line(pen.text(f"Doesn't count, {cause_words(note)}: "), _quote(note, screening, pen))
        yield from _item(line, pen)
    yield from _rest(len(finding.notes) - _MOST, "quote that doesn't count", pen)
    yield from pen.paragraph(pen.text(f"Credit: {credit_words(finding)}. Points: {points_words(finding)}.", "dim"))
    if finding.lacking:
        yield from pen.paragraph(pen.text(f"It would be met with {finding.lacking}."))


def _found(finding: Finding) -> str:
    """The reason as a sentence, and since when it wasn't used."""
    reason = finding.reason[:1].upper() + finding.reason[1:]
    parts = [f" {reason}." if reason else ""]
    if finding.last_used:
        parts.append(f" Last used in {date_words(finding.last_used)}.")
    return "".join(parts)


def _quote(evidence: Evidence, screening: Screening, pen: Pen) -> Text:
    parts = [f"page {evidence.page}, line {evidence.line}"]
    if evidence.position is not None:
        position = screening.resume.positions[evidence.position]
        parts.append(position.employer or position.title or "untitled")
    elif evidence.section:
        parts.append(evidence.section.value)
    if evidence.implied_by:
        parts.append(f"implied by {evidence.implied_by}")
    place = pen.text(f" ({', '.join(parts)})", "dim")
    return pen.line(pen.text("“"), pen.text(_cut(evidence.quote), "italic"), pen.text("”"), place)


def _score(screening: Screening, pen: Pen) -> Iterator[Text]:
    yield from pen.paragraph(pen.text("Each requirement gives its weight × its credit, which is rounded first:"))
    room = min(pen.width - _INDENT - GAP - _SUM, 60)
    rows = [(pen.short(name, room), pen.text(words)) for name, words in score_rows(screening.findings)]
    columns = [Column(widest([name for name, _ in rows], room)), Column(_SUM)]
    for row in rows:
        yield from pen.row(row, columns, _INDENT)
    for sentence in score_words(screening):
        yield from pen.paragraph(pen.text(sentence))


def _months(screening: Screening, pen: Pen) -> Iterator[Text]:
    steps = [*counted_steps(screening), *uncounted_steps(screening)]
    if not steps:
        yield from pen.paragraph(pen.text("No position was found, so there is nothing to count."))
        return
    yield from pen.paragraph(pen.text("Both ends of a period count. Positions that count, oldest first:"))
    yield from _steps(steps, pen)
    yield from pen.paragraph(pen.text(f"In all {middle_words(screening.experience)}"))
    yield from _against_asked(screening, pen)
    if claim := screening.resume.claim:
        yield from pen.paragraph(pen.text(f"The resume claims {claim.years:g} years; a claim is never added."))


def _steps(steps: Sequence[Step], pen: Pen) -> Iterator[Text]:
    for step in steps:
        name = pen.text(position_words(step.position), "bold")
        yield from _item(pen.line(name, pen.text(f". {step.words}")), pen)


def _against_asked(screening: Screening, pen: Pen) -> Iterator[Text]:
    months = screening.experience
    for finding in screening.findings:
        asks = finding.requirement
        if isinstance(asks, ExperienceRequirement):
            yield from pen.paragraph(pen.text(_compared(finding, asks.months, months)))


def _compared(finding: Finding, asked: int, months: Months) -> str:
    """How the months stand to those asked, and why that isn't all when it can't be told."""
    if finding.status is not Status.UNKNOWN:
        return f"{asked} months are asked: {STATUSES[finding.status]}."
    if months.low < asked <= months.high:
        return f"{asked} months are asked, and {months_words(months)} may be more or fewer: unknown."
    _, _, why = finding.reason.partition("; ")  # which positions might add to it
    return f"{asked} months are asked, and {why or _NOT_SETTLED}: unknown."


def _hidden(screening: Screening, pen: Pen) -> Iterator[Text]:
    hidden = screening.resume.hidden
    for item in hidden[:_MOST]:
        yield from _item(pen.text(f"“{_cut(item.text)}” ({item.cause}, page {item.page})"), pen)
    yield from _rest(len(hidden) - _MOST, "hidden text", pen)


def _cut(text: str) -> str:
    """The beginning of a long text, and how much more there is of it."""
    rest = len(text) - _LONGEST_QUOTE
    if rest <= 0:
        return text
    return f"{text[:_LONGEST_QUOTE]}… ({rest} more characters; “screen FILE --format json” has them all)"


def _warnings(screening: Screening, pen: Pen) -> Iterator[Text]:
    for warning in screening.warnings:
        place = f" (page {warning.page}{f', line {warning.line}' if warning.line else ''})" if warning.page else ""
        advice = f" {remedy(warning.code)}" if remedy(warning.code) else ""
        yield from _item(pen.text(f"{warning.message}{place}.{advice}"), pen)


def _item(text: Text, pen: Pen) -> list[Text]:
    return pen.row([pen.text("-"), text], [Column(1), Column(min(pen.width, PROSE) - _INDENT - 3)], MARGIN)


def _rest(number: int, noun: str, pen: Pen) -> Iterator[Text]:
    if number > 0:
        words = f"and {counted(number, f'more {noun}')}; “screen FILE --format json” has them all"
        yield from _item(pen.text(words, "dim"), pen)
