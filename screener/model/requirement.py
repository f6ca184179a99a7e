"""What a role can ask for, one dataclass for each kind of requirement."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screener.model.resume import Grade, Level


class Importance(StrEnum):
    MUST = "must"
    SHOULD = "should"
    NICE = "nice"


@dataclass(frozen=True, slots=True)
class SkillRequirement:
    """`name` is as the role writes it; `skill` is the vocabulary's name, None when it is not in it."""

    name: str
    importance: Importance
    weight: Decimal
    skill: str | None
    aliases: tuple[str, ...] = ()
    months: int | None = None  # asked at work
    grade: Grade = Grade.LISTED  # the weakest that counts
    kind: str = "skill"


@dataclass(frozen=True, slots=True)
class AnyRequirement:
    """Met when one of its entries is; named "A or B"."""

    name: str
    importance: Importance
    weight: Decimal
    entries: tuple[SkillRequirement, ...]
    kind: str = "any"


@dataclass(frozen=True, slots=True)
class ExperienceRequirement:
    name: str
    importance: Importance
    weight: Decimal
    months: int  # at least
    months_above: int | None = None  # from here on experience is above the range; None: no upper end
    review_above: bool = False
    kind: str = "experience"


@dataclass(frozen=True, slots=True)
class EducationRequirement:
    name: str
    importance: Importance
    weight: Decimal
    level: Level
    fields: tuple[str, ...] = ()  # empty: any field
    kind: str = "education"


@dataclass(frozen=True, slots=True)
class CertificationRequirement:
    name: str
    importance: Importance
    weight: Decimal
    aliases: tuple[str, ...] = ()
    kind: str = "certification"


Requirement = (
    SkillRequirement | AnyRequirement | ExperienceRequirement | EducationRequirement | CertificationRequirement
)
