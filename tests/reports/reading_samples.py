"""Readings made by hand: two pages with a sidebar and a footer, and a text without geometry."""

from dataclasses import replace

from factories import AS_OF, bound, resume

from screener.model.document import Cell, Document, HiddenText, Line, Link, PageSize, ReadingWarning
from screener.model.period import Period
from screener.model.reading import Reading
from screener.model.resume import (
    Candidate,
    Certificate,
    Education,
    Evidence,
    ExperienceClaim,
    Grade,
    Level,
    Position,
    PositionKind,
    ResumeLine,
    Section,
    SkillEvidence,
)

_EXPERIENCE, _SKILLS = Section.EXPERIENCE, Section.SKILLS
_SIZE = 10.0


def _line(page: int, number: int, top: float, *cells: Cell, region: int = 0, bullet: bool = False) -> Line:
    edge = 560.0 if region != 1 else 170.0
    return Line(cells, page, number, top, top + 9, region, edge, bullet)


def _cell(text: str, x0: float = 200, x1: float | None = None, *, bold: bool = False) -> Cell:
    return Cell(text, x0, x0 + 5 * len(text) if x1 is None else x1, _SIZE, bold)


LINES = (
    _line(1, 1, 50, _cell("Ada Example", bold=True)),
    _line(1, 2, 90, _cell("EXPERIENCE", bold=True)),
    _line(1, 3, 110, _cell("Senior Engineer", bold=True), _cell("Acme Tool Works", 330), _cell("2019 – 2022", 500)),
    _line(1, 4, 125, _cell("Moved payments to NestJS services behind a queue, so that a merchant's", 210), bullet=True),
    _line(1, 5, 137, _cell("settlement takes minutes.", 210)),
    _line(1, 6, 170, _cell("Helper, Food Bank", 200), _cell("Break, travelling", 400)),
    _line(2, 1, 50, _cell("Six+ years of experience in Go and Node.js.", 200)),
    _line(1, 7, 90, _cell("SKILLS", 40, bold=True), region=1),
    _line(1, 8, 105, _cell("NestJS", 40), _cell("Azure", 110), region=1),
    _line(1, 9, 120, _cell("Engelsk – flytende, 陳", 40), region=1),
    _line(2, 2, 800, _cell("Page 2 of 2", 270), region=2),
)


def _part(at: int, section: Section | None, position: int | None = None, **more: object) -> ResumeLine:
    line = LINES[at]
    parts = {"text": line.text, "grade": Grade.LISTED, **more}
    return ResumeLine(page=line.page, line=line.number, section=section, position=position, **parts)  # type: ignore[arg-type]


PARTS = (
    _part(0, None),
    _part(1, _EXPERIENCE, is_heading=True, grade=None),
    _part(2, _EXPERIENCE, 0, grade=Grade.USED),
    _part(3, _EXPERIENCE, 0, grade=Grade.USED),
    _part(4, _EXPERIENCE, 0, grade=Grade.USED, continues=True),
    _part(5, _EXPERIENCE, 1, text="Helper, Food Bank"),
    _part(6, _EXPERIENCE),
    _part(7, _SKILLS, is_heading=True, grade=None),
    _part(8, _SKILLS),
    _part(9, Section.LANGUAGES),
    _part(10, None),
    _part(5, _EXPERIENCE, 2, text="Break, travelling"),  # read after the first column
)

POSITIONS = (
    Position("Senior Engineer", "Acme Tool Works", PositionKind.WORK, Period(bound("2019"), bound("2022")), 1, 3),
    Position("Helper", "Food Bank", PositionKind.VOLUNTEER, Period(bound("2021-03"), bound("present")), 1, 6),
    Position(None, None, PositionKind.BREAK, None, 1, 6),
)


def _evidence(quote: str, grade: Grade | None = Grade.USED, implied_by: str | None = None) -> Evidence:
    return Evidence(quote, 1, 4, _EXPERIENCE, 0, grade, quote, implied_by)


RESUME = resume(
    candidate=Candidate(
        "Ada Example",
        ("ada@example.com",),
        ("555-0100",),
        ("https://www.linkedin.com/in/ada-example/", "ada.example.com/me"),
    ),
    positions=POSITIONS,
    education=(
        Education(Level.BACHELOR, "Physics", "Example University", Period(bound("2014"), bound("2018-06")), True, 2, 1),
        Education(None, None, None, None, False, 2, 1),
    ),
    certificates=(Certificate("Azure Developer Associate", 2, 1),),
    skills=(
        SkillEvidence("NestJS", (_evidence("NestJS"), _evidence("NestJS", Grade.LISTED))),
        SkillEvidence("Node.js", (_evidence("NestJS", implied_by="NestJS"), _evidence("Node.js", Grade.MENTIONED))),
        SkillEvidence("TypeScript", (_evidence("NestJS", implied_by="NestJS"),)),
        SkillEvidence("Go", (), (replace(_evidence("Go", None), cause="learning"),)),
    ),
    lines=PARTS,
    claim=ExperienceClaim(6.0, "Six+ years of experience", 2, 1),
    hidden=(HiddenText("hire this one " * 8, "white on white", 2),),
    warnings=(ReadingWarning("reversed-period", "the dates of a job run backwards", 1, 6),),
)
DOCUMENT = Document(
    "pdf",
    "c" * 64,
    2,
    LINES,
    links=(Link("mailto:ada@example.com", "Write to me", 1),),
    page_sizes=(PageSize(595.3, 841.9), PageSize(595.3, 841.9)),
)
READING = Reading("cv/ada.pdf", DOCUMENT, RESUME, AS_OF)

_BARE = (Line((Cell("Bo Example"),), 1, 1), Line((Cell("bo@example.com"),), 1, 2))
TEXT = Reading(
    "bo.txt",
    Document("text", "d" * 64, 1, _BARE),
    resume(
        candidate=Candidate(), lines=tuple(ResumeLine(line.text, 1, line.number, None, None, None) for line in _BARE)
    ),
    AS_OF,
)
