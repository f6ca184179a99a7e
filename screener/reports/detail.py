"""One Outcome -> the detailed view: the verdict first, then why, then everything it rests on."""

from collections.abc import Iterator

from rich.text import Text

from screener.model.document import ReadingWarning
from screener.model.report import Report
from screener.model.requirement import ExperienceRequirement
from screener.model.resume import Education
from screener.model.screening import Outcome, Screening, Status, Unreadable, Verdict
from screener.reports.experience import experience_lines
from screener.reports.pen import GAP, MARGIN, Column, Pen
from screener.reports.remedies import remedy
from screener.reports.requirement_rows import requirement_lines
from screener.reports.styles import DO, VERDICT_STYLES
from screener.reports.timeline import timeline_lines
from screener.reports.wording import (
    VERDICTS,
    asked,
    cause_words,
    counted,
    day_words,
    education_words,
    period_words,
    requirement_name,
)
from screener.requirements.durations import duration_range

_INDENT = MARGIN + 2
_MOST = 8  # hidden texts and warnings shown; the rest is counted
_LABEL = 10

_WHY = {
    Verdict.FIT: ("Why it fits", Status.MET),
    Verdict.REVIEW: ("What to look at", Status.UNKNOWN),
    Verdict.NO_FIT: ("Why it doesn't fit", Status.NOT_MET),
}


def detail_lines(report: Report, outcome: Outcome, pen: Pen) -> Iterator[Text]:
    """The whole view, line by line."""
    pen.has_cut = False
    result = outcome.result
    yield Text()
    if isinstance(result, Unreadable):
        yield from _unreadable(report, outcome, result, pen)
        return
    sections = (
        _header(report, outcome, result, pen),
        _why(result, pen),
        _experience(result, pen),
        requirement_lines(result, pen),
        timeline_lines(result, pen),
        _education(result.resume.education, pen),
        _notes(result, pen),
        _hidden(result, pen),
        _warnings(result.warnings, pen),
    )
    for lines in filter(None, map(list, sections)):
        yield from lines
        yield Text()
    if pen.has_cut:
        whole = "… marks what is cut, (+2) more quotes; “screen FILE --format json” has it all"
        yield from pen.paragraph(pen.text(whole, "dim"))
        yield Text()


def _header(report: Report, outcome: Outcome, screening: Screening, pen: Pen) -> Iterator[Text]:
    badge = pen.badge(screening.verdict, VERDICTS[screening.verdict])
    score = pen.text(f"score {screening.score}", "bold")
    indent = MARGIN + badge.cell_len + 2
    room = pen.width - indent - score.cell_len - 4
    candidate = screening.resume.candidate
    name = pen.short(candidate.name or outcome.file, room, "bold")
    line = pen.line(MARGIN, badge, 2, name)
    yield pen.line(line, pen.width - line.cell_len - score.cell_len - MARGIN, score)
    ways = (*candidate.emails[:2], *candidate.phones[:2])
    contact = [pen.short(part, 60, "dim") for part in ways]
    if more := len(candidate.emails) + len(candidate.phones) - len(ways):
        contact.append(pen.text(f"and {counted(more, 'more way')} to reach them; --format json has them all", "dim"))
    file = [pen.path(outcome.file, room)] if candidate.name else []
    if file or contact:
        yield from pen.row([pen.join([*file, *contact], " · ")], [Column(pen.width - indent)], indent)
    run = [pen.short(report.role.title, 60, "dim"), pen.text(f"as of {day_words(screening.as_of)}", "dim")]
    yield from pen.row([pen.join(run, " · ")], [Column(pen.width - indent)], indent)
    if outcome.duplicate_of:
        duplicate = pen.line(pen.text("same candidate as ", "caution"), pen.path(outcome.duplicate_of, room - 20))
        note = [pen.text(outcome.duplicate_note, "dim")] if outcome.duplicate_note else []
        yield from pen.row([pen.join([duplicate, *note], " · ")], [Column(pen.width - indent)], indent)


def _why(screening: Screening, pen: Pen) -> Iterator[Text]:
    title, status = _WHY[screening.verdict]
    reasons = screening.reasons or ("every must-have is met",)
    yield from pen.paragraph(pen.text(title, f"bold {VERDICT_STYLES[screening.verdict]}"))
    for reason in reasons:
        yield from _item(pen.text(reason), pen, pen.sign(status))
    for step in _next_steps(screening, pen):
        yield from _item(step, pen, pen.text(DO, "bold"))


def _next_steps(screening: Screening, pen: Pen) -> Iterator[Text]:
    """What would make it a fit, and what to ask."""
    if screening.would_fit_with:
        yield pen.line(pen.text("Would fit with "), pen.text(screening.would_fit_with, "bold"))
    if screening.verdict is not Verdict.FIT:
        for question in dict.fromkeys(finding.question for finding in screening.findings if finding.question):
            yield pen.line(pen.text("Ask: "), pen.text(question))


def _experience(screening: Screening, pen: Pen) -> Iterator[Text]:
    """The months in words, and as a bar against the band that is asked."""
    months = pen.text(duration_range(screening.experience), "bold")
    parts = [months]
    wanted = next((item for item in screening.role.requirements if isinstance(item, ExperienceRequirement)), None)
    if wanted:
        words = f"{asked(wanted)} asked"
        parts = [pen.line(pen.sign(screening.experience_status), 1, months), pen.text(words)]
    claim = screening.resume.claim
    if claim:
        parts.append(pen.text(f"{claim.years:g} years claimed", "dim"))
    room = pen.width - MARGIN - _LABEL - GAP - MARGIN
    yield from pen.row([pen.text("Experience", "bold"), pen.join(parts, " · ")], [Column(_LABEL), Column(room)])
    for line in experience_lines(screening, room, pen):
        yield pen.line(MARGIN + _LABEL + GAP, line)


def _education(education: tuple[Education, ...], pen: Pen) -> Iterator[Text]:
    if not education:
        return
    yield from _title("Education", pen)
    for entry in education:
        parts = [pen.short(education_words(entry), 200)]
        if entry.period:
            parts.append(pen.text(period_words(entry.period), "dim"))
        if not entry.completed:
            parts.append(pen.text("not completed", "caution"))
        yield from _item(pen.join(parts, " · "), pen)


def _notes(screening: Screening, pen: Pen) -> Iterator[Text]:
    notes = [(requirement_name(finding.requirement), note) for finding in screening.findings for note in finding.notes]
    if not notes:
        return
    yield from _title("Doesn't count", pen, "named in the resume, but no evidence")
    for name, note in notes:
        label = pen.line(pen.join([pen.short(name, 30), pen.text(cause_words(note), "dim")], " · "), 2)
        room = pen.width - _INDENT - label.cell_len - MARGIN
        if room < 40:
            yield from _item(label, pen)
            label, room = pen.text("  "), pen.width - _INDENT - 4
        for number, line in enumerate(pen.quote(note, room, [f"page {note.page}"])):
            yield pen.line(_INDENT, label if number == 0 else label.cell_len, line)


def _hidden(screening: Screening, pen: Pen) -> Iterator[Text]:
    hidden = screening.resume.hidden
    if not hidden:
        return
    yield from _title("Hidden text", pen, "in the file but not to be seen; never counts")
    for item in hidden[:_MOST]:
        where = pen.text(f"  {item.cause}, page {item.page}", "dim")
        room = max(pen.width - _INDENT - where.cell_len - 4, 20)
        words = pen.line(pen.text("“", "dim"), pen.short(item.text, room, "italic"), pen.text("”", "dim"))
        yield from _item(pen.line(words, where), pen, pen.text("!", "caution"))
    yield from _rest(len(hidden) - _MOST, "hidden text", pen)
    yield from _item(pen.text("“screen read FILE” shows where it stands."), pen, pen.text(DO, "bold"))


def _warnings(warnings: tuple[ReadingWarning, ...], pen: Pen) -> Iterator[Text]:
    if not warnings:
        return
    yield from _title("Warnings", pen)
    for warning in warnings[:_MOST]:
        where = f"page {warning.page}" if warning.page else ""
        where += f", line {warning.line}" if warning.page and warning.line else ""
        message = pen.join([pen.text(warning.message), pen.text(where, "dim")], " · ")
        yield from _item(message, pen, pen.text("!", "caution"))
        if remedy(warning.code):
            yield from _item(pen.text(remedy(warning.code)), pen, pen.text(DO, "bold"))
    yield from _rest(len(warnings) - _MOST, "warning", pen)


def _unreadable(report: Report, outcome: Outcome, result: Unreadable, pen: Pen) -> Iterator[Text]:
    badge = pen.badge(Verdict.UNREADABLE, VERDICTS[Verdict.UNREADABLE])
    indent = MARGIN + badge.cell_len + 2
    name = pen.path(outcome.file, pen.width - indent - MARGIN, "bold")
    yield pen.line(MARGIN, badge, 2, name)
    yield from pen.row([pen.text(result.message)], [Column(pen.width - indent - MARGIN)], indent)
    run = f"{result.code} · not judged · {report.role.title} · as of {day_words(report.as_of)}"
    yield from pen.row([pen.text(run, "dim")], [Column(pen.width - indent)], indent)
    yield Text()


def _title(words: str, pen: Pen, aside: str = "") -> list[Text]:
    return pen.paragraph(pen.join([pen.text(words, "bold"), pen.text(aside, "dim")], "  "))


def _item(text: Text, pen: Pen, sign: Text | None = None) -> list[Text]:
    if sign is None:
        return pen.paragraph(text, _INDENT)
    return pen.row([sign, text], [Column(1), Column(pen.width - _INDENT - 3)], _INDENT - 2)


def _rest(number: int, noun: str, pen: Pen) -> Iterator[Text]:
    if number > 0:
        yield from _item(pen.text(f"and {counted(number, f'more {noun}')}; --format json has them all", "dim"), pen)
