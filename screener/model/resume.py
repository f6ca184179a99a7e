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
        return list(Grade).index(self)


class Level(StrEnum):
    """Levels of education, lowest first."""

    HIGH_SCHOOL = "high_school"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"

    @property
    def rank(self) -> int:
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Candidate:
    name: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One job. `period` is None when the page gives no date that can be read."""

    title: str | None
    employer: str | None
    kind: PositionKind
    period: Period | None
    page: int
    line: int


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

    def skill(self, name: str) -> SkillEvidence | None:
        return next((skill for skill in self.skills if skill.skill == name), None)
