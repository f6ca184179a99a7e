"""A position's dates -> the warning that a person should see, quoting what the page says."""

from screener.model.document import ReadingWarning
from screener.model.resume import Position
from screener.resumes.anchor import Anchor
from screener.resumes.dates import Calendar
from screener.resumes.stated_durations import find_contradiction


def date_warnings(
    anchor: Anchor | None, position: Position, calendar: Calendar, behind: str = ""
) -> list[ReadingWarning]:
    """One warning for a period that can't be taken as it stands; `behind` is what follows it on its line."""
    place = (position.page, position.line)
    if anchor is None or position.period is None:
        what = position.title or position.employer or "a position"
        return [ReadingWarning("undated-position", f"“{what}” has no date that can be read; it adds 0 months", *place)]
    period = position.period
    if period.is_reversed and not period.end.present:
        return [ReadingWarning("reversed-period", f"“{anchor.quote}” ends before it starts; it adds 0 months", *place)]
    if period.start.first > calendar.as_of:
        return [
            ReadingWarning("future-start", f"“{anchor.quote}” starts after the as-of date; it adds 0 months", *place)
        ]
    if period.end.first > calendar.as_of and not period.end.present:
        return [ReadingWarning("future-end", f"“{anchor.quote}” ends after the as-of date, where it is cut", *place)]
    said = find_contradiction(behind, period, calendar.as_of)
    if said is not None:
        message = f"“{anchor.quote}” isn't “{said}”, as the page says; the dates are counted"
        return [ReadingWarning("duration-mismatch", message, *place)]
    return []


def outside_experience(anchor: Anchor | None, position: Position) -> ReadingWarning:
    """The warning about what looks like a job below a heading that isn't known."""
    dates = f" ({anchor.quote})" if anchor else ""
    message = f"“{position.title}”{dates} stands below a heading that isn't known; it adds 0 months"
    return ReadingWarning("unclear-position", message, position.page, position.line)


def one_date_only(quote: str, position: Position) -> ReadingWarning:
    """The warning about a job that has one date where most have two: where its other one stands isn't known."""
    message = f"“{quote}” is one date, which tells no time; it adds 0 months"
    return ReadingWarning("undated-position", message, position.page, position.line)
