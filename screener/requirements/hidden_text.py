"""Hidden text that names what the role asks for, or speaks to whoever reads the resume.

Hidden text never counts as evidence; most of it is an innocent ghost of a template. It becomes a reason
for a person to look when it names a requirement of this role (by any name or alias, whatever it
implies), or holds a phrase that is addressed to a reader or a program. Text spelt letter by letter
is read without its blanks, too.
"""

import unicodedata
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

_FEW = 4  # letters of a name, or words
_LONG = 12  # letters of a phrase; shorter ones come about where words meet


def named_in_hidden_text(requirements: Sequence[Requirement], hidden: Sequence[HiddenText]) -> tuple[str, ...]:
    """The requirements, by name, that hidden text mentions."""
    if not hidden:
        return ()
    lines = [ResumeLine(item.text, item.page, 0, Section.SKILLS, None, Grade.LISTED) for item in hidden]
    skills = _skills_named(lines)
    spelt = "".join(_spelt(item.text) for item in hidden)
    return tuple(
        requirement.name
        for requirement in requirements
        if skills.intersection(_skills_of(requirement))
        or _is_named(_terms_of(requirement), lines)
        or (spelt and _is_spelt(_terms_of(requirement), spelt))
    )


def find_address_to_reader(hidden: Sequence[HiddenText]) -> str | None:
    """The first phrase in hidden text that is addressed to the reader of the resume."""
    if not hidden:
        return None
    phrases = [(phrase, _plain(phrase)) for phrase in load("reader_phrases")["phrases"]]
    for item in hidden:
        text = f" {_plain(item.text)} "
        spelt = _spelt(item.text)
        for phrase, plain in phrases:
            if (plain if _writes_without_blanks(plain) else f" {plain} ") in text:
                return str(phrase)
            if len(plain) >= _LONG and plain.replace(" ", "") in spelt:
                return str(phrase)
    return None


def _plain(text: str) -> str:
    """Words in small letters with one blank between, without accents and punctuation."""
    from screener.vocabulary.folding import fold

    letters = unicodedata.normalize("NFKD", fold(text)) if not text.isascii() else text.lower()
    words = "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", words).split())


def _writes_without_blanks(phrase: str) -> bool:
    return phrase[:1] >= "\u3040"


def _spelt(text: str) -> str:
    """The text without blanks where it is spelt letter by letter, else nothing."""
    words = text.split()
    single = sum(len(word) == 1 for word in words)
    return _plain("".join(words)).replace(" ", "") if len(words) >= _FEW and 2 * single > len(words) else ""


def _skills_named(lines: Sequence[ResumeLine]) -> frozenset[str]:
    from screener.resumes.skills import find_skills

    return frozenset(found.skill for found in find_skills(lines) if found.evidence)


def _is_named(terms: Sequence[str], lines: Sequence[ResumeLine]) -> bool:
    if not terms:
        return False
    from screener.resumes.skills import find_terms

    return bool(find_terms(lines, terms).evidence)


def _is_spelt(terms: Sequence[str], spelt: str) -> bool:
    """Whether a name is in text that was spelt letter by letter; short ones would be in any."""
    names = (_plain(term).replace(" ", "") for term in terms)
    return any(len(name) >= _FEW and name in spelt for name in names)


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
