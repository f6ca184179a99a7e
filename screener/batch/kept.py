"""A Resume <-> plain values of which most are only turned into objects when somebody asks for them.

Lines are nine tenths of a resume's objects, and a role asks for few of them: judging takes the evidence
of the skills that it names. So a resume from the cache answers from the values, and turns lines and
skills into objects when they are asked for as a whole. What it says is always what the resume said that
was packed. Evidence repeats what its line says, so the place of the line is kept instead.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from screener.batch.plain import packing_of
from screener.model.document import HiddenText, ReadingWarning
from screener.model.resume import (
    Candidate,
    Certificate,
    Education,
    Evidence,
    ExperienceClaim,
    Grade,
    Position,
    Resume,
    ResumeLine,
    Section,
    SkillEvidence,
)

_FIELDS = ("candidate", "positions", "education", "certificates", "claim", "is_resume", "hidden", "warnings")
_KINDS: tuple[Any, ...] = (
    Candidate,
    tuple[Position, ...],
    tuple[Education, ...],
    tuple[Certificate, ...],
    ExperienceClaim | None,
    bool,
    tuple[HiddenText, ...],
    tuple[ReadingWarning, ...],
)
_LINES: Any = tuple[ResumeLine, ...]
_IN_ORDER = attrgetter(*Resume.__dataclass_fields__)
_LINE_COLUMNS = len(ResumeLine.__dataclass_fields__)
_GRADE = 5  # the column of a line's grade
_GRADES: dict[str | None, Grade | None] = {None: None} | {grade.value: grade for grade in Grade}
_SECTIONS: dict[str | None, Section | None] = {None: None} | {section.value: section for section in Section}


def pack_resume(resume: Resume) -> list[Any]:
    """The resume as values. Raises LookupError where evidence isn't of one of its lines."""
    places = {_line_of(line.text, line): at for at, line in enumerate(resume.lines)}
    skills = [
        [skill.skill, _pack_evidence(skill.evidence, places), _pack_evidence(skill.notes, places)]
        for skill in resume.skills
    ]
    parts = [_packed(kind, getattr(resume, name)) for name, kind in zip(_FIELDS, _KINDS, strict=True)]
    return [*parts, _packed(_LINES, resume.lines), skills]


def unpack_resume(values: Any) -> Resume:
    """The resume again. Raises ValueError, TypeError or LookupError on values that are none."""
    *parts, lines, skills = values
    if not {_LINE_COLUMNS}.issuperset(map(len, lines)):
        raise ValueError("a line has other columns")
    resume = object.__new__(_KeptResume)
    keep = object.__setattr__  # it is frozen
    for name, kind, part in zip(_FIELDS, _KINDS, parts, strict=True):
        turn = packing_of(kind).unpack
        keep(resume, name, turn(part) if turn else part)
    keep(resume, "_rows", lines)
    keep(resume, "_shown", {name: (evidence, notes) for name, evidence, notes in skills})
    return resume


class _KeptResume(Resume):
    """A resume whose lines and skills are values until they are asked for; equal to any other that says the same."""

    __slots__ = ("_rows", "_shown")
    _rows: list[list[Any]] | None  # a line each; None in a copy that was changed, which has all as objects
    _shown: dict[str, tuple[list[list[Any]], list[list[Any]]]]

    def __getattr__(self, name: str) -> Any:
        """What was not asked for before."""
        if name == "_rows":
            return None
        if name not in ("lines", "skills") or self._rows is None:
            raise AttributeError(name)
        turn = packing_of(_LINES).unpack
        value = tuple(map(self._skill, self._shown)) if name == "skills" or turn is None else turn(self._rows)
        object.__setattr__(self, name, value)
        return value

    @property
    def text(self) -> str:
        return "\n".join([row[0] for row in self._rows]) if self._rows is not None else super().text

    @property
    def best_grades(self) -> tuple[tuple[str, Grade | None], ...]:
        if self._rows is None:
            return super().best_grades
        return tuple([(name, _GRADES[shown[0][1]]) for name, (shown, _) in self._shown.items() if shown])

    def lines_worth(self, grade: Grade) -> tuple[ResumeLine, ...]:
        is_worth_looking = self._rows is None or any(row[_GRADE] == grade for row in self._rows)
        return super().lines_worth(grade) if is_worth_looking else ()

    def texts_at(self, page: int, number: int) -> tuple[str, ...]:
        if self._rows is None:
            return super().texts_at(page, number)
        return tuple([row[0] for row in self._rows if row[2] == number and row[1] == page])

    def skill(self, name: str) -> SkillEvidence | None:
        if self._rows is None:
            return super().skill(name)
        return self._skill(name) if name in self._shown else None

    def _skill(self, name: str) -> SkillEvidence:
        evidence, notes = self._shown[name]
        return SkillEvidence(name, self._evidence(evidence), self._evidence(notes))

    def _evidence(self, packed: list[list[Any]]) -> tuple[Evidence, ...]:
        found, rows = [], self._rows or []
        for at, grade, *rest in packed:
            text, page, number, section, position, *_ = rows[at]
            found.append(Evidence(text, page, number, _SECTIONS[section], position, _GRADES[grade], *rest))
        return tuple(found)

    def __eq__(self, other: object) -> bool:
        return _IN_ORDER(self) == _IN_ORDER(other) if isinstance(other, Resume) else NotImplemented

    def __hash__(self) -> int:
        return hash(_IN_ORDER(self))

    def __reduce__(self) -> Any:
        return Resume, _IN_ORDER(self)


def _line_of(quote: str, place: Evidence | ResumeLine) -> tuple[Any, ...]:
    return quote, place.page, place.line, place.section, place.position


def _pack_evidence(evidence: Sequence[Evidence], places: dict[tuple[Any, ...], int]) -> list[list[Any]]:
    return [
        [places[_line_of(item.quote, item)], item.grade, item.matched, item.implied_by, item.cause] for item in evidence
    ]


def _packed(kind: Any, value: Any) -> Any:
    turn = packing_of(kind).pack
    return turn(value) if turn else value
