"""A role and how its examples were judged -> the requirements and aliases that no example touches.

An example touches a requirement when something is found for it (evidence; for the years, months of
counted positions), or when its `expect` names it. So one whose status differs between resumes is always
touched: nothing else makes a difference. An alias is touched when evidence was found by it: its words
stand in what matched, or the vocabulary takes both for the same skill. What nothing touches could be
misspelt without anybody noticing, because every example would say the same.
"""

from collections.abc import Iterator, Sequence

from screener.model.requirement import (
    AnyRequirement,
    CertificationRequirement,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import Evidence
from screener.model.role import Role
from screener.model.screening import Finding, Screening, Status
from screener.model.trial import Coverage, Untouched
from screener.trials.expectations import Result, names_of


def coverage(role: Role, results: Sequence[Result | None]) -> Coverage:
    """`results` are those of the role's examples, in any order."""
    screenings = [result for result in results if isinstance(result, Screening)]
    named = {name for example in role.examples for status in Status for name in names_of(example, status)}
    requirements = []
    aliases = []
    for number, requirement in enumerate(role.requirements):
        findings = [screening.findings[number] for screening in screenings]
        if requirement.name not in named and not _is_found(findings):
            requirements.append(requirement.name)
        evidence = [item for finding in findings for item in finding.evidence]
        for alias in _aliases(requirement):
            if not _is_shown(alias, evidence):
                aliases.append(Untouched(alias, requirement.name))
    alias_count = sum(len(list(_aliases(requirement))) for requirement in role.requirements)
    return Coverage(len(role.requirements), tuple(requirements), alias_count, tuple(aliases))


def _is_found(findings: Sequence[Finding]) -> bool:
    return any(finding.evidence or (finding.months and finding.months.high) for finding in findings)


def _aliases(requirement: Requirement) -> Iterator[str]:
    """Every spelling that the role adds to a name."""
    match requirement:
        case AnyRequirement():
            for entry in requirement.entries:
                yield from entry.aliases
        case SkillRequirement() | CertificationRequirement():
            yield from requirement.aliases


def _is_shown(alias: str, evidence: Sequence[Evidence]) -> bool:
    from screener.vocabulary import find_skill
    from screener.vocabulary.lexicon import find_hits, lexicon_of
    from screener.vocabulary.tokens import tokenise

    lexicon, skill = lexicon_of((alias,)), find_skill(alias)
    for item in evidence:
        if find_hits(tokenise(item.matched), lexicon) or (skill and skill == find_skill(item.matched)):
            return True
    return False
