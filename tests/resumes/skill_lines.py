"""Short lines for the tests of skills, and what is found in them."""

from screener.model.resume import Grade, ResumeLine, Section, Span
from screener.resumes.skills import find_skills


def line(text: str, number: int = 1, **fields: object) -> ResumeLine:
    """A line of a dated position, unless told otherwise."""
    values: dict[str, object] = {"section": Section.EXPERIENCE, "position": 0, "grade": Grade.USED, **fields}
    return ResumeLine(text=text, page=1, line=number, **values)


def job(text: str, names: tuple[Span, ...] = ()) -> tuple[ResumeLine, ...]:
    """Lines of one position; a line that begins with ">" continues the one before."""
    return _lines(text, section=Section.EXPERIENCE, position=0, grade=Grade.USED, names=names)


def skills_list(text: str) -> tuple[ResumeLine, ...]:
    return _lines(text, section=Section.SKILLS, position=None, grade=Grade.LISTED)


def summary(text: str) -> tuple[ResumeLine, ...]:
    return _lines(text, section=Section.SUMMARY, position=None, grade=Grade.LISTED)


def own(lines: tuple[ResumeLine, ...]) -> set[str]:
    """The skills that the lines name themselves."""
    return {found.skill for found in find_skills(lines) if any(not item.implied_by for item in found.evidence)}


def everything(lines: tuple[ResumeLine, ...]) -> set[str]:
    """The skills that the lines name or imply."""
    return {found.skill for found in find_skills(lines) if found.evidence}


def notes(lines: tuple[ResumeLine, ...]) -> dict[str, str | None]:
    """The cause of the first note of each skill that has one."""
    return {found.skill: found.notes[0].cause for found in find_skills(lines) if found.notes}


def _lines(text: str, **fields: object) -> tuple[ResumeLine, ...]:
    return tuple(
        line(row.removeprefix(">"), number, continues=row.startswith(">"), **fields)
        for number, row in enumerate(text.split("\n"), start=1)
    )
