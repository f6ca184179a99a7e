"""Section and position of each line -> what a skill named in it is worth."""

from collections.abc import Mapping, Sequence

from screener.model.resume import Grade, Position, PositionKind, ResumeLine, Section, Span
from screener.resumes.contact import find_contact_spans
from screener.resumes.sections import SectionLine

# Outside positions. A section that isn't here is worth `listed`.
_GRADES: dict[Section | None, Grade | None] = {
    Section.EDUCATION: Grade.MENTIONED,
    Section.PROJECTS: Grade.PROJECT,
    Section.CERTIFICATIONS: Grade.CERTIFIED,
    Section.COURSES: Grade.MENTIONED,
    Section.PUBLICATIONS: Grade.MENTIONED,
    Section.VOLUNTEERING: Grade.MENTIONED,
    Section.INTERESTS: Grade.MENTIONED,
    Section.AWARDS: Grade.MENTIONED,
    Section.REFERENCES: None,
    Section.CONTACT: None,
}


def grade_lines(
    lines: Sequence[SectionLine],
    wrapped: Sequence[bool],
    positions: Sequence[Position],
    owner: Mapping[int, int],
    names: Mapping[int, tuple[Span, ...]],
) -> tuple[ResumeLine, ...]:
    """The lines of the resume with the worth of what they say; `names` are spans that are no evidence."""
    graded = []
    for at, line in enumerate(lines):
        text = line.line.text
        contact = find_contact_spans(text)
        position = owner.get(at)
        graded.append(
            ResumeLine(
                text=text,
                page=line.line.page,
                line=line.line.number,
                section=line.section,
                position=position,
                grade=_grade(line, positions[position] if position is not None else None),
                continues=wrapped[at],
                is_heading=line.is_heading,
                names=(*names.get(at, ()), *contact),
            )
        )
    return tuple(graded)


def _grade(line: SectionLine, position: Position | None) -> Grade | None:
    if line.is_heading:
        return None
    if position is not None:
        if position.kind is PositionKind.BREAK:
            return Grade.MENTIONED
        return Grade.PROJECT if position.period is None else Grade.USED
    text = line.line.text
    if line.section in {Section.EDUCATION, Section.COURSES, Section.AWARDS} and "certif" in text.lower():
        return Grade.CERTIFIED
    return _GRADES.get(line.section, Grade.LISTED)
