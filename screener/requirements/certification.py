"""A certificate that the candidate holds, under its name or one of the role's aliases.

Good: "Azure Developer Associate" is met by "Microsoft Certified: Azure Developer Associate (AZ-204)", and
"AWS Solutions Architect" by "AWS Certified Solutions Architect": a certificate's name may have up to
three words between those asked for, in their order. A place in a skills list is enough.
Not met: not found, or only being prepared for.
Unknown: found, but marked as not yet passed, or only mentioned (a course about it).
Not handled: certificates that have expired.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from screener.model.requirement import CertificationRequirement
from screener.model.resume import Evidence, Grade, Section, SkillEvidence
from screener.model.screening import Finding, Status
from screener.requirements.judging import STATUS_CREDIT, Judging, credit
from screener.requirements.skill import strength

_MOST_BETWEEN = 3  # words
_LONGEST = 60  # words of a certificate that are looked at
_BREAK = r"[\s,;:()\[\]|/–—\"“”]+"
_CODE = r"\b([a-z]{2,4})[ -]?([0-9]{2,4})\b"  # AZ-204, AZ 204, AZ204
_NOT_YET = r"(?i)\b(?:in progress|expected|preparing|pursuing|planned|scheduled|studying|working towards?|not yet)\b"


def judge_certification(requirement: CertificationRequirement, judging: Judging) -> Finding:
    shown = _find(requirement, judging)
    held = [item for item in shown.evidence if item.grade is not Grade.MENTIONED]
    passed = [item for item in held if not re.search(_NOT_YET, item.quote)]
    if passed:
        status, reason = Status.MET, "held" if passed[0].grade is Grade.CERTIFIED else "named as held"
    elif held:
        status, reason = Status.UNKNOWN, "found, but marked as not yet passed"
    elif shown.evidence:
        status, reason = Status.UNKNOWN, "only mentioned"
    else:
        status, reason = Status.NOT_MET, "not found, only being prepared for" if shown.notes else "not found"
    return Finding(
        requirement=requirement,
        status=status,
        credit=credit(STATUS_CREDIT[status]),
        reason=reason,
        evidence=tuple(sorted(shown.evidence, key=lambda item: (item not in passed, strength(item)))),
        notes=shown.notes,
        lacking=None if status is Status.MET else f"the certificate {requirement.name}",
        question=f"Is the certificate {requirement.name} held?" if status is Status.UNKNOWN else None,
    )


def _find(requirement: CertificationRequirement, judging: Judging) -> SkillEvidence:
    terms = (requirement.name, *requirement.aliases)
    literal = judging.find_literally(terms) or SkillEvidence(requirement.name, ())
    seen = {(item.page, item.line) for item in (*literal.evidence, *literal.notes)}
    loose = [item for item in _certificates(terms, judging) if (item.page, item.line) not in seen]
    return SkillEvidence(requirement.name, (*literal.evidence, *loose), literal.notes)


def _certificates(terms: Sequence[str], judging: Judging) -> Iterator[Evidence]:
    """Certificates, and lines that stand among certificates, that are named like one of the terms."""
    asked = _all_words(tuple(terms))
    held = [(item.name, item.page, item.line) for item in judging.resume.certificates]
    lines = [(item.text, item.page, item.line) for item in judging.resume.lines_worth(Grade.CERTIFIED)]
    for name, page, line in dict.fromkeys((*held, *lines)):
        words = _words(name)
        if any(_holds(words, term) for term in asked):
            *_, quote = name, *judging.resume.texts_at(page, line)
            yield Evidence(quote, page, line, Section.CERTIFICATIONS, None, Grade.CERTIFIED, name)


@lru_cache(maxsize=1000)  # a role asks the same of everybody
def _all_words(terms: tuple[str, ...]) -> tuple[Sequence[str], ...]:
    return tuple(_words(term) for term in terms)


def _words(text: str) -> list[str]:
    joined = re.sub(_CODE, r"\1\2", text.casefold())
    return [word.strip(".-®™'") for word in re.split(_BREAK, joined)[:_LONGEST] if word.strip(".-®™'")]


def _holds(words: Sequence[str], term: Sequence[str]) -> bool:
    """Whether the term's words stand in these words, in their order and not far apart."""
    reached = {index for index, word in enumerate(words) if term and word == term[0]}
    for wanted in term[1:]:
        reached = {
            after
            for index in reached
            for after in range(index + 1, min(index + 2 + _MOST_BETWEEN, len(words)))
            if words[after] == wanted
        }
    return bool(reached)
