"""Hidden text that names what the role asks for, or speaks to whoever reads the resume.

Hidden text never counts as evidence; most of it is an innocent ghost of a template. It becomes a reason
for a person to look when it names a requirement of this role (by any name or alias, whatever it
implies), or holds a phrase that is addressed to a reader or a program.
"""

from collections.abc import Iterator, Sequence

from screener.model.document import HiddenText
from screener.model.requirement import (
    AnyRequirement,
    CertificationRequirement,
    EducationRequirement,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import Grade, ResumeLine, Section
from screener.vocabulary import load


def named_in_hidden_text(requirements: Sequence[Requirement], hidden: Sequence[HiddenText]) -> tuple[str, ...]:
    """The requirements, by name, that hidden text mentions."""
    if not hidden:
        return ()
    lines = [ResumeLine(item.text, item.page, 0, Section.SKILLS, None, Grade.LISTED) for item in hidden]
    skills = _skills_named(lines)
    return tuple(
        requirement.name
        for requirement in requirements
        if skills.intersection(_skills_of(requirement)) or _is_named(_terms_of(requirement), lines)
    )


def find_address_to_reader(hidden: Sequence[HiddenText]) -> str | None:
    """The first phrase in hidden text that is addressed to the reader of the resume."""
    for item in hidden:
        text = " ".join(item.text.casefold().split())
        for phrase in load("reader_phrases")["phrases"]:
            if phrase in text:
                return str(phrase)
    return None


def _skills_named(lines: Sequence[ResumeLine]) -> frozenset[str]:
    from screener.resumes.skills import find_skills

    return frozenset(found.skill for found in find_skills(lines) if found.evidence)


def _is_named(terms: Sequence[str], lines: Sequence[ResumeLine]) -> bool:
    if not terms:
        return False
    from screener.resumes.skills import find_terms

    return bool(find_terms(lines, terms).evidence)


def _skills_of(requirement: Requirement) -> Iterator[str]:
    for entry in _entries(requirement):
        if entry.skill:
            yield entry.skill


def _terms_of(requirement: Requirement) -> tuple[str, ...]:
    if isinstance(requirement, CertificationRequirement):
        return (requirement.name, *requirement.aliases)
    if isinstance(requirement, EducationRequirement):
        return requirement.fields
    return tuple(term for entry in _entries(requirement) for term in (entry.name, *entry.aliases))


def _entries(requirement: Requirement) -> tuple[SkillRequirement, ...]:
    if isinstance(requirement, SkillRequirement):
        return (requirement,)
    return requirement.entries if isinstance(requirement, AnyRequirement) else ()
