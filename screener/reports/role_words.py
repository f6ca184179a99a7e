"""A role -> plain sentences, as a recruiter would read them to a hiring manager."""

from collections.abc import Iterator

from screener.model.requirement import (
    AnyRequirement,
    EducationRequirement,
    ExperienceRequirement,
    Importance,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import PositionKind
from screener.model.role import ALWAYS_COUNTED, Role
from screener.reports.wording import asked, counted, requirement_name
from screener.vocabulary import load

_INTRODUCTIONS = {
    Importance.MUST: "Gates: without any one of these a candidate is no fit.",
    Importance.SHOULD: "Wanted: these order the candidates.",
    Importance.NICE: "Welcome: these order them, too, with less weight.",
}
_ALSO_COUNTED = {PositionKind.INTERNSHIP: "internships", PositionKind.VOLUNTEER: "voluntary work"}


def role_lines(role: Role) -> Iterator[str]:
    """The whole role, a line each; what belongs together is set off by blank lines."""
    yield f"{role.title} ({role.file})"
    for importance, introduction in _INTRODUCTIONS.items():
        requirements = [one for one in role.requirements if one.importance is importance]
        if requirements:
            yield ""
            yield introduction
        for requirement in requirements:
            yield f"  - {_requirement(requirement)}"
    yield ""
    yield from _how_it_is_judged(role)


def one_line(role: Role) -> str:
    """18 requirements, 5 of them gates; 3 examples."""
    gates = sum(requirement.importance is Importance.MUST for requirement in role.requirements)
    examples = f"; {counted(len(role.examples), 'example')}" if role.examples else ""
    are_gates = f"{gates} of them {'a gate' if gates == 1 else 'gates'}"
    return f"{counted(len(role.requirements), 'requirement')}, {are_gates}{examples}"


def _requirement(requirement: Requirement) -> str:
    parts = [requirement_name(requirement)]
    if words := _asked(requirement):
        parts.append(f": {words}")
    parts.append(f" (weight {requirement.weight.normalize():f})")
    if also := _also_known(requirement):
        parts.append(f"; also found as {', '.join(also)}")
    return "".join(parts)


def _asked(requirement: Requirement) -> str:
    match requirement:
        case ExperienceRequirement():
            if requirement.months_above is None:
                return f"at least {asked(requirement)}"
            return asked(requirement) + (
                "; more is looked at by a person" if requirement.review_above else "; more is fine"
            )
        case EducationRequirement() if requirement.fields:
            level = requirement.level.value.replace("_", " ")
            return f"{level} or higher in {' or '.join(requirement.fields)}; another field is asked about, not refused"
        case AnyRequirement():
            words = asked(requirement)
            enough = "either is enough" if len(requirement.entries) < 3 else "one of these is enough"
            return f"{enough}{'; ' + words if words else ''}"
        case _:
            return asked(requirement)


def _also_known(requirement: Requirement) -> tuple[str, ...]:
    """The spellings that the role itself adds and that the name doesn't hold."""
    if isinstance(requirement, AnyRequirement):
        return tuple(alias for entry in requirement.entries for alias in entry.aliases)
    aliases: tuple[str, ...] = getattr(requirement, "aliases", ())
    return tuple(alias for alias in aliases if alias not in requirement.name)


def _how_it_is_judged(role: Role) -> Iterator[str]:
    extra = sorted(_ALSO_COUNTED[kind] for kind in role.counts - ALWAYS_COUNTED)
    kinds = "work and freelance positions" + (f", and {' and '.join(extra)}" if extra else "")
    yield f"Experience is counted from {kinds}; overlapping jobs count once, gaps are never held against anybody."
    unknown = [one.name for one in _skills(role) if one.skill is None]
    if unknown:
        size = len(load("skills")["names"])
        yield f"Not in the vocabulary of {size} skills, so matched as written: {', '.join(unknown)}."
    yield f"In all {one_line(role)}."


def _skills(role: Role) -> Iterator[SkillRequirement]:
    for requirement in role.requirements:
        if isinstance(requirement, AnyRequirement):
            yield from requirement.entries
        elif isinstance(requirement, SkillRequirement):
            yield requirement
