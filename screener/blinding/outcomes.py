"""An Outcome -> the same outcome in which every text has been redacted.

All dataclasses are walked through, and every text is redacted unless it is named here: a field that is added to the
model is blind before anybody thinks of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from screener.blinding.folded import fold_words
from screener.blinding.marks import SCHOOL
from screener.blinding.pseudonyms import is_pseudonym
from screener.blinding.redactor import Redactor, Where
from screener.model.document import ReadingWarning
from screener.model.period import Bound, Months, Period
from screener.model.requirement import (
    AnyRequirement,
    CertificationRequirement,
    EducationRequirement,
    ExperienceRequirement,
    SkillRequirement,
)
from screener.model.resume import Candidate, Education, Evidence, ExperienceClaim, Resume, SkillEvidence
from screener.model.role import Role
from screener.model.screening import Finding, Outcome, Screening, Unreadable

_NOT_THE_CANDIDATES = (  # what is asked, and values without words
    *(SkillRequirement, AnyRequirement, ExperienceRequirement, EducationRequirement, CertificationRequirement),
    *(Role, Period, Bound, Months),
)
_KEPT = {  # words of ours, and of the vocabulary
    ("Evidence", "implied_by"),
    ("Evidence", "cause"),
    ("HiddenText", "cause"),
    ("ReadingWarning", "code"),
    ("Unreadable", "code"),
    ("Finding", "last_used"),
}
NAME_UNKNOWN = "blind-name-unknown"
_LOOK = "the name wasn't understood: look for it before this is handed on"
_WARNING = ReadingWarning(
    NAME_UNKNOWN, "it can't be told for sure which words are the candidate's name; some may be left in quotes"
)
_Line = tuple[int, int, str]  # page, line, quote


class _Walk(NamedTuple):
    redactor: Redactor
    pseudonyms: Callable[[str], str]
    matched: Mapping[_Line, tuple[str, ...]]  # everything that matched in a line

    def walk(self, value: Any) -> Any:
        """The value with all of its texts redacted."""
        if type(value) is str:
            return self.redactor.text(value)
        if isinstance(value, tuple):
            return tuple(map(self.walk, value))
        if isinstance(value, _NOT_THE_CANDIDATES) or not is_dataclass(value):
            return value
        special = _SPECIAL.get(type(value))
        return special(self, value) if special else self.fields(value, ())

    def fields(self, value: Any, done: Iterable[str], text: Callable[[str], str] | None = None) -> Any:
        """A dataclass with the fields redacted that aren't done; its own texts by `text`."""
        kind, changes = type(value).__name__, {}
        for field in fields(value):
            if field.name in done or (kind, field.name) in _KEPT:
                continue
            old = getattr(value, field.name)
            changes[field.name] = text(old) if text and type(old) is str else self.walk(old)
        return replace(value, **changes)


def blind_outcome(outcome: Outcome, pseudonyms: Callable[[str], str], role_words: frozenset[str]) -> Outcome:
    """The outcome under its pseudonym; `pseudonyms` tells the one of a path."""
    redactor = Redactor(outcome, role_words)
    blind: Outcome = _Walk(redactor, pseudonyms, _matched(outcome)).walk(outcome)
    return blind if redactor.is_understood or is_pseudonym(outcome) else _with_warning(blind)


def is_name_unknown(outcome: Outcome) -> bool:
    """Whether a person has to look at a blind row, because its name may not have been understood."""
    result = outcome.result
    return isinstance(result, Screening) and any(item.code == NAME_UNKNOWN for item in result.warnings)


def words_of_role(role: Role) -> frozenset[str]:
    """Every word of what is asked, folded: none of them tells who somebody is."""
    return frozenset(word for text in _texts(role.requirements) for word in fold_words(text))


def _with_warning(blind: Outcome) -> Outcome:
    """Among the warnings, and among the reasons because some formats show no warnings."""
    if not isinstance(blind.result, Screening):
        return blind
    screening, resume = blind.result, blind.result.resume
    reason = _LOOK if screening.reasons else f"every must-have is met; {_LOOK}"
    changed = replace(
        screening,
        reasons=(*screening.reasons, reason),
        warnings=(*screening.warnings, _WARNING),
        resume=replace(resume, warnings=(*resume.warnings, _WARNING)),
    )
    return replace(blind, result=changed)


def _texts(value: Any) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _outcome(walk: _Walk, outcome: Outcome) -> Outcome:
    other = walk.pseudonyms(outcome.duplicate_of) if outcome.duplicate_of else None
    changed = replace(outcome, file=walk.pseudonyms(outcome.file), sha256=None, duplicate_of=other, likeness=None)
    blind: Outcome = walk.fields(changed, ("file", "sha256", "duplicate_of", "likeness"))
    return blind


def _candidate(_: _Walk, __: Candidate) -> Candidate:
    return Candidate()


def _education(walk: _Walk, entry: Education) -> Education:
    changed = replace(entry, institution=SCHOOL if entry.institution else None, period=None)
    blind: Education = walk.fields(changed, ("institution", "period"), _study_text(walk))
    return blind


def _study_text(walk: _Walk) -> Callable[[str], str]:
    return lambda text: walk.redactor.text(text, Where(is_study=True))


def _resume(walk: _Walk, resume: Resume) -> Resume:
    """Without its lines: no report shows them, results that were kept have none, and they are most of the text."""
    blind: Resume = walk.fields(replace(resume, lines=()), ("lines",))
    return blind


def _claim(walk: _Walk, claim: ExperienceClaim) -> ExperienceClaim:
    where = walk.redactor.where(claim.page, claim.line, None, None)._replace(is_header=False)
    blind: ExperienceClaim = walk.fields(claim, (), lambda text: walk.redactor.text(text, where))
    return blind


def _evidence(walk: _Walk, item: Evidence) -> Evidence:
    """What matched stays as it is, unless it is no word of the role or of the vocabulary: a field of study, a line."""
    where = walk.redactor.where(item.page, item.line, item.section, item.position)
    kept = walk.matched.get((item.page, item.line, item.quote), ())
    quote = walk.redactor.text(item.quote, where._replace(kept=kept))
    changed = replace(item, quote=quote)
    if item.matched not in kept:
        changed = replace(changed, matched=walk.redactor.text(item.matched, Where(is_study=True)))
    blind: Evidence = walk.fields(changed, ("quote", "matched"))
    return blind


def _finding(walk: _Walk, finding: Finding) -> Finding:
    """Without notes that say of a word only that it is the candidate's name."""
    notes = tuple(note for note in finding.notes if not (note.cause == "name" and _is_own_name(walk, note)))
    is_study = isinstance(finding.requirement, EducationRequirement)
    blind: Finding = walk.fields(replace(finding, notes=notes), (), _study_text(walk) if is_study else None)
    return blind


def _skill(_: _Walk, skill: SkillEvidence) -> SkillEvidence:
    """The name and the best grade, which is all that is shown of a skill beyond the findings."""
    grades = [item.grade for item in skill.evidence[:1]]
    evidence = tuple(Evidence("", 0, 0, None, None, grade, skill.skill) for grade in grades)
    return SkillEvidence(skill.skill, evidence)


def _is_own_name(walk: _Walk, note: Evidence) -> bool:
    """Whether nothing of what matched is left where names are redacted."""
    where = walk.redactor.where(note.page, note.line, note.section, note.position)
    blind = walk.redactor.text(note.quote, where)
    return note.matched.casefold() not in blind.casefold()


def _matched(outcome: Outcome) -> dict[_Line, tuple[str, ...]]:
    """By line, what was found there that is a skill or a certificate, and not just a name."""
    found: dict[_Line, dict[str, None]] = {}
    for item in _skill_evidence(outcome.result):
        if item.cause != "name" and item.matched != item.quote:
            found.setdefault((item.page, item.line, item.quote), {})[item.matched] = None
    return {line: tuple(matched) for line, matched in found.items()}


def _skill_evidence(result: Screening | Unreadable) -> Iterator[Evidence]:
    if isinstance(result, Unreadable):
        return
    for finding in result.findings:
        if not isinstance(finding.requirement, EducationRequirement):
            yield from (*finding.evidence, *finding.notes)


_SPECIAL: dict[type, Callable[[_Walk, Any], Any]] = {
    Outcome: _outcome,
    Candidate: _candidate,
    Education: _education,
    Resume: _resume,
    ExperienceClaim: _claim,
    Evidence: _evidence,
    Finding: _finding,
    SkillEvidence: _skill,
}
