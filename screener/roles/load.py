"""A role file -> Role: find it, read its nodes, check them against the table, make the requirements."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from screener.model.requirement import (
    AnyRequirement,
    CertificationRequirement,
    EducationRequirement,
    ExperienceRequirement,
    Importance,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import Grade, Level, PositionKind
from screener.model.role import ALWAYS_COUNTED, Role, RoleExample
from screener.roles.fields import REQUIREMENT_KEYS, ROLE
from screener.roles.nodes import MapNode, Node, compose
from screener.roles.problems import Problem, RefusedRole
from screener.roles.source import RoleSource, read_source
from screener.roles.validate import meant_key, read_value

_MOST_KEYS = 20  # that are looked at for slips, in a file that has no key of a role


def default_weights() -> dict[Importance, Decimal]:
    """The points of each importance where the role doesn't set its own."""
    return {Importance.MUST: Decimal(3), Importance.SHOULD: Decimal(2), Importance.NICE: Decimal(1)}


def load_role(source: str | Path) -> Role:
    """The role at a path, or the shipped role of that name; raises RoleError with all its problems."""
    return parse_role(read_source(source))


def parse_role(source: RoleSource) -> Role:
    """The role in a text; raises RoleError with all its problems."""
    read = read_role(source)
    if read.role is None:
        raise RefusedRole(source.file, read.problems)
    return read.role


class ReadRole(NamedTuple):
    """A role, None when it can't be used, the problems that are the reason, and the nodes it was read from."""

    role: Role | None
    problems: tuple[Problem, ...]
    root: Node | None = None


def read_role(source: RoleSource) -> ReadRole:
    """What can be made of a text; nothing is raised."""
    root, found = compose(source.text)
    problems = list(found)
    if root is None:
        if not problems:
            problems.append(Problem(1, 1, "the file is empty; write at least a title and a requirement", "empty"))
        return ReadRole(None, tuple(problems))
    if isinstance(root, MapNode) and not _looks_like_a_role(root):
        return ReadRole(None, (*problems, _no_role(root)), root)
    values = read_value(ROLE, root, problems)
    known = {(problem.line, problem.column) for problem in found}  # a refused tag explains what comes of it
    problems = [problem for problem in problems if problem in found or (problem.line, problem.column) not in known]
    if values is None or problems:
        return ReadRole(None, tuple(problems), root)
    role = _role(values, source)
    problems.extend(_problems_of_the_whole(role, root))
    return ReadRole(None if problems else role, tuple(problems), root)


def _looks_like_a_role(root: MapNode) -> bool:
    names = {field.name for field in ROLE.fields}
    keys = [key.text for key, _ in root.pairs]
    return not names.isdisjoint(keys) or any(meant_key(ROLE, key) for key in keys[:_MOST_KEYS])


def _no_role(root: Node) -> Problem:
    """Said once: a folder holds YAML of other programs, too."""
    keys = ", ".join(field.name for field in ROLE.fields)
    message = f"no key of a role stands here ({keys}); write them, or leave this file out"
    return Problem(root.line, root.column, message, "unknown-key")


def _role(values: dict[str, Any], source: RoleSource) -> Role:
    counts = values.get("experience", {}).get("counts", ())
    order = list(Importance)
    requirements = sorted(_requirements(values), key=lambda requirement: order.index(requirement.importance))
    return Role(
        title=values["title"],
        file=source.file,
        sha256=source.sha256,
        requirements=tuple(requirements),
        counts=ALWAYS_COUNTED | {PositionKind(kind) for kind in counts},
        examples=tuple(_example(example) for example in values.get("examples", ())),
    )


def _problems_of_the_whole(role: Role, root: Node) -> Iterator[Problem]:
    if not role.requirements:
        message = f"the role asks for nothing; add a requirement under one of: {', '.join(REQUIREMENT_KEYS)}"
        yield Problem(root.line, root.column, message, "no-requirement")
    elif not any(requirement.weight for requirement in role.requirements):
        message = "every weight is 0, so no score can be made; give one requirement a weight"
        yield Problem(root.line, root.column, message, "bad-value")


def _requirements(values: dict[str, Any]) -> Iterator[Requirement]:
    weights = default_weights() | {Importance(name): weight for name, weight in values.get("weights", {}).items()}
    if "experience" in values:
        yield _experience(values["experience"], weights)
    for importance in Importance:
        for entry in values.get("skills", {}).get(importance, ()):
            yield _skill(_as_mapping(entry), importance, weights[importance])
    if "education" in values:
        yield _education(values["education"], weights)
    for importance in Importance:
        for entry in values.get("certifications", {}).get(importance, ()):
            yield _certification(_as_mapping(entry), importance, weights[importance])


def _as_mapping(entry: str | dict[str, Any]) -> dict[str, Any]:
    return {"name": entry} if isinstance(entry, str) else entry


def _experience(values: dict[str, Any], weights: dict[Importance, Decimal]) -> ExperienceRequirement:
    importance = Importance(values.get("importance", Importance.MUST))
    months, months_above = values["years"]
    review_above = values.get("above") == "review"
    return ExperienceRequirement("experience", importance, weights[importance], months, months_above, review_above)


def _education(values: dict[str, Any], weights: dict[Importance, Decimal]) -> EducationRequirement:
    importance = Importance(values.get("importance", Importance.SHOULD))
    fields = tuple(values.get("fields", ()))
    return EducationRequirement("education", importance, weights[importance], Level(values["level"]), fields)


def _skill(values: dict[str, Any], importance: Importance, weight: Decimal) -> Requirement:
    weight = values.get("weight", weight)
    if "any" not in values:
        return _one_skill(values, importance, weight)
    entries = tuple(_one_skill(_as_mapping(entry), importance, weight) for entry in values["any"])
    return AnyRequirement(either([entry.name for entry in entries]), importance, weight, entries)


def _one_skill(values: dict[str, Any], importance: Importance, weight: Decimal) -> SkillRequirement:
    from screener.vocabulary import find_skill

    return SkillRequirement(
        name=values["name"],
        importance=importance,
        weight=weight,
        skill=find_skill(values["name"]),
        aliases=tuple(values.get("aliases", ())),
        months=values["years"][0] if "years" in values else None,
        grade=Grade(values.get("evidence", Grade.LISTED)),
    )


def _certification(values: dict[str, Any], importance: Importance, weight: Decimal) -> CertificationRequirement:
    weight = values.get("weight", weight)
    if "any" in values:  # one certificate of several is one certificate with several names
        return CertificationRequirement(either(values["any"]), importance, weight, tuple(values["any"]))
    return CertificationRequirement(values["name"], importance, weight, tuple(values.get("aliases", ())))


def either(names: list[str]) -> str:
    """A or B; A, B or C."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _example(values: dict[str, Any]) -> RoleExample:
    return RoleExample(
        name=values["name"],
        resume=values.get("resume"),
        text=values.get("text"),
        as_of=values.get("as_of"),
        expect=values["expect"],
    )
