"""A resume understood: who, where they worked and studied, and what each line is evidence for."""

from dataclasses import dataclass
from enum import StrEnum

from screener.model.document import HiddenText, ReadingWarning
from screener.model.period import Period

Span = tuple[int, int]  # from, to: offsets into the text of a line


class Section(StrEnum):
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATIONS = "certifications"
    COURSES = "courses"
    PUBLICATIONS = "publications"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    LANGUAGES = "languages"
    AWARDS = "awards"
    REFERENCES = "references"
    CONTACT = "contact"
    OTHER = "other"


class PositionKind(StrEnum):
    WORK = "work"
    FREELANCE = "freelance"
    INTERNSHIP = "internship"
    VOLUNTEER = "volunteer"
    BREAK = "break"


class Grade(StrEnum):
    """How strong a piece of evidence is, strongest first."""

    USED = "used"
    PROJECT = "project"
    CERTIFIED = "certified"
    LISTED = "listed"
    MENTIONED = "mentioned"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return _GRADE_RANKS[self]


class Level(StrEnum):
    """Levels of education, lowest first."""

    HIGH_SCHOOL = "high_school"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"

    @property
    def rank(self) -> int:
        return _LEVEL_RANKS[self]


_GRADE_RANKS = {grade: rank for rank, grade in enumerate(Grade)}
_LEVEL_RANKS = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Candidate:
    name: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One job. `period` is None when the page gives no date that can be read.

    `again` marks a further period of the position before it: the lines of both are the first one's.
    """

    title: str | None
    employer: str | None
    kind: PositionKind
    period: Period | None
    page: int
    line: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Education:
    level: Level | None
    field: str | None
    institution: str | None
    period: Period | None
    completed: bool
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Certificate:
    name: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class ResumeLine:
    """A line with what the page's structure says of it.

    `grade` is what a skill named here would be worth; None where names are no evidence.
    `continues` joins a wrapped line to the one before it. `names` are the spans of employers,
    places, institutions, links and addresses: a skill's name inside them is no evidence.
    """

    text: str
    page: int
    line: int
    section: Section | None
    position: int | None
    grade: Grade | None
    continues: bool = False
    is_heading: bool = False
    names: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote that shows something, where it stands, and how strong it is.

    In a note (evidence that doesn't count) `grade` is None and `cause` says why:
    learning, negated, recruiting, wished or name.
    """

    quote: str
    page: int
    line: int
    section: Section | None
    position: int | None
    grade: Grade | None
    matched: str
    implied_by: str | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class SkillEvidence:
    """All evidence and notes for one skill of the vocabulary, best first."""

    skill: str
    evidence: tuple[Evidence, ...]
    notes: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ExperienceClaim:
    """Years that the prose claims ("6+ years of experience"); never added to anything."""

    years: float
    quote: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Resume:
    candidate: Candidate
    positions: tuple[Position, ...]
    education: tuple[Education, ...]
    certificates: tuple[Certificate, ...]
    skills: tuple[SkillEvidence, ...]
    lines: tuple[ResumeLine, ...]
    claim: ExperienceClaim | None
    is_resume: bool
    hidden: tuple[HiddenText, ...]
    warnings: tuple[ReadingWarning, ...]

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join([line.text for line in self.lines])

    @property
    def best_grades(self) -> tuple[tuple[str, Grade | None], ...]:
        """The skills with evidence, and the best grade that each has."""
        return tuple([(skill.skill, skill.evidence[0].grade) for skill in self.skills if skill.evidence])

    def lines_worth(self, grade: Grade) -> tuple[ResumeLine, ...]:
        """The lines of this grade."""
        return tuple([line for line in self.lines if line.grade is grade])

    def texts_at(self, page: int, number: int) -> tuple[str, ...]:
        """What a line of the page says; several texts where jobs stand side by side."""
        return tuple([line.text for line in self.lines if line.line == number and line.page == page])

    def skill(self, name: str) -> SkillEvidence | None:
        for skill in self.skills:
            if skill.skill == name:
                return skill
        return None
