"""A Reading -> what was understood, in short: who, positions, education, certificates, skills.

And what is in the file but not on the page, and what a person should know. Nothing is left out:
what wasn't found is said to be none.
"""

from collections.abc import Iterable, Iterator

from rich.text import Text

from screener.model.period import month_index, total_months
from screener.model.reading import Reading
from screener.model.resume import Candidate, Position, PositionKind, Resume
from screener.reports.reading.lines import letters, named_skills
from screener.reports.reading.sheet import Sheet
from screener.reports.wording import GRADES, education_words, period_words
from screener.requirements.durations import duration_range


def understood_lines(reading: Reading, sheet: Sheet) -> Iterator[Text]:
    """Everything that a role would be held against."""
    resume = reading.resume
    yield from _block("Candidate", _candidate(resume.candidate, sheet), sheet)
    yield Text()
    yield from _block("Positions", _positions(reading, sheet), sheet)
    yield Text()
    yield from _block("Education", _education(resume, sheet), sheet)
    yield Text()
    yield from _block("Certificates", _certificates(resume, sheet), sheet)
    yield Text()
    yield from _block("Skills", _skills(resume, sheet), sheet)


def hidden_lines(reading: Reading, sheet: Sheet) -> Iterator[Text]:
    """What is in the file but not to be seen, with the reason why."""
    pen = sheet.pen
    items = (
        sheet.item(
            pen.join(
                [pen.whole(item.cause, "caution"), pen.text(f"page {item.page}", "dim"), pen.whole(item.text)], " · "
            )
        )
        for item in reading.resume.hidden
    )
    yield from _block("Hidden text", items, sheet)


def warning_lines(reading: Reading, sheet: Sheet) -> Iterator[Text]:
    pen = sheet.pen
    items = (
        sheet.item(pen.join([pen.whole(item.message), _place(item.page, item.line, sheet)], " · "))
        for item in reading.resume.warnings
    )
    yield from _block("Warnings", items, sheet)


def _block(title: str, items: Iterable[Iterable[Text]], sheet: Sheet) -> Iterator[Text]:
    lines = [line for item in items for line in item]
    yield sheet.title(title, "" if lines else "none")
    yield from lines


def _candidate(candidate: Candidate, sheet: Sheet) -> Iterator[Iterator[Text]]:
    found = {
        "name": [candidate.name] if candidate.name else [],
        "e-mail": candidate.emails,
        "phone": candidate.phones,
        "link": candidate.links,
    }
    for label, values in found.items():
        for value in values:
            yield sheet.item(sheet.pen.whole(value), sheet.pen.text(label.ljust(6), "dim"))


def _positions(reading: Reading, sheet: Sheet) -> Iterator[Iterator[Text]]:
    pen, positions = sheet.pen, reading.resume.positions
    width = len(letters(len(positions) - 1)) if positions else 0
    for number, position in enumerate(positions):
        label = pen.text(letters(number).ljust(width), "letter")
        yield sheet.item(_position(position, reading, sheet), label)
    if claim := reading.resume.claim:
        words = pen.join([pen.whole(f"“{claim.quote}”"), _place(claim.page, claim.line, sheet)], " · ")
        yield sheet.item(words, pen.text(f"claims {claim.years:g} years", "dim"))


def _position(position: Position, reading: Reading, sheet: Sheet) -> Text:
    pen = sheet.pen
    parts = [pen.whole(", ".join(filter(None, (position.title, position.employer))) or "untitled")]
    if position.kind is not PositionKind.WORK:
        parts.append(pen.text(position.kind.value))
    if position.period is None:
        parts.append(pen.text("no dates that can be read", "caution"))
    else:
        months = total_months([position.period], month_index(reading.as_of.year, reading.as_of.month))
        parts += [pen.text(period_words(position.period)), pen.text(duration_range(months))]
    return pen.join([*parts, _place(position.page, position.line, sheet)], " · ")


def _education(resume: Resume, sheet: Sheet) -> Iterator[Iterator[Text]]:
    pen = sheet.pen
    for entry in resume.education:
        parts = [pen.whole(education_words(entry))]
        if entry.period:
            parts.append(pen.text(period_words(entry.period)))
        if not entry.completed:
            parts.append(pen.text("not completed", "caution"))
        yield sheet.item(pen.join([*parts, _place(entry.page, entry.line, sheet)], " · "))


def _certificates(resume: Resume, sheet: Sheet) -> Iterator[Iterator[Text]]:
    pen = sheet.pen
    for item in resume.certificates:
        yield sheet.item(pen.join([pen.whole(item.name), _place(item.page, item.line, sheet)], " · "))


def _skills(resume: Resume, sheet: Sheet) -> Iterator[Iterator[Text]]:
    """What the page names, by the best grade of its evidence."""
    pen = sheet.pen
    width = max(map(len, GRADES.values()))
    for grade, words in GRADES.items():
        names = [name for name, best in named_skills(resume) if best is grade]
        if names:
            yield sheet.item(pen.whole(", ".join(names)), pen.text(words.ljust(width), "dim"))


def _place(page: int | None, line: int | None, sheet: Sheet) -> Text:
    words = ", ".join(f"{noun} {number}" for noun, number in (("page", page), ("line", line)) if number is not None)
    return sheet.pen.text(words, "dim")
