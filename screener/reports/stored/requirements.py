"""A requirement as JSON -> the requirement, without what only matters to finding evidence (aliases)."""

from screener.model.requirement import (
    AnyRequirement,
    CertificationRequirement,
    EducationRequirement,
    ExperienceRequirement,
    Importance,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import Grade, Level
from screener.reports.stored.fields import Fields


def requirement_of(fields: Fields) -> Requirement:
    name, weight = fields.text("name"), fields.number("weight")
    importance, asked = fields.choice("importance", Importance), fields.at("asked")
    match fields.text("kind"):
        case "skill":
            return SkillRequirement(name, importance, weight, *_skill(asked))
        case "any":
            entries = (
                SkillRequirement(entry.text("name"), importance, weight, *_skill(entry))
                for entry in asked.at_each("any")
            )
            return AnyRequirement(name, importance, weight, tuple(entries))
        case "experience":
            above = asked.find_whole("months_above")
            return ExperienceRequirement(
                name, importance, weight, asked.whole("months"), above, review_above=asked.flag("review_above")
            )
        case "education":
            return EducationRequirement(name, importance, weight, asked.choice("level", Level), asked.texts("fields"))
        case "certification":
            return CertificationRequirement(name, importance, weight)
        case _:
            raise fields.wrong("kind", "a kind of requirement")


def _skill(fields: Fields) -> tuple[str | None, tuple[str, ...], int | None, Grade]:
    """Name in the vocabulary, aliases, months and grade that are asked."""
    return fields.find_text("skill"), (), fields.find_whole("months"), fields.choice("grade", Grade)
