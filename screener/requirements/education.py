"""A degree: of the level asked or a higher one, finished, in a field that the role lists.

Good: `level: bachelor, fields: [computer science]` and "M.Sc. Informatics, 2016".
Not met: degrees are found, and all of them are of a lower level.
Unknown, to be asked: no education found, a degree that isn't finished, a field the role doesn't list
or the resume doesn't give, a degree whose level can't be told.
Not handled: whether an institution is accredited, and which degree of one country equals another's.
"""

from screener.model.requirement import EducationRequirement
from screener.model.resume import Education, Evidence, Level, Section
from screener.model.screening import Finding, Status
from screener.requirements.judging import STATUS_CREDIT, Judging, credit
from screener.requirements.study_fields import is_same_field

_LEVEL_WORDS = {
    Level.HIGH_SCHOOL: "a high school diploma",
    Level.ASSOCIATE: "an associate degree",
    Level.BACHELOR: "a bachelor's degree",
    Level.MASTER: "a master's degree",
    Level.DOCTORATE: "a doctorate",
}


def judge_education(requirement: EducationRequirement, judging: Judging) -> Finding:
    entries = judging.resume.education
    held = [entry for entry in entries if _is_enough(requirement, entry)]
    open_entries = [entry for entry in entries if _might_be_enough(requirement, entry)]
    shown: Education | None
    if held:
        status, reason, shown = Status.MET, _name(held[0]), held[0]
    elif open_entries or not entries:
        shown = open_entries[0] if open_entries else None
        status, reason = Status.UNKNOWN, _why_unknown(requirement, shown)
    else:
        shown = max(entries, key=lambda entry: entry.level.rank if entry.level else -1)
        status, reason = Status.NOT_MET, f"{_name(shown)} at most, and {_asked(requirement)} is asked"
    return Finding(
        requirement=requirement,
        status=status,
        credit=credit(STATUS_CREDIT[status]),
        reason=reason,
        evidence=(_evidence(shown, judging),) if shown else (),
        lacking=None if status is Status.MET else _asked(requirement),
        question=_question(requirement, shown) if status is Status.UNKNOWN else None,
    )


def _is_enough(requirement: EducationRequirement, entry: Education) -> bool:
    return entry.completed and _has_level(requirement, entry) and _has_field(requirement, entry)


def _might_be_enough(requirement: EducationRequirement, entry: Education) -> bool:
    """Anything but a finished degree of a lower level leaves something to ask."""
    return not entry.completed or entry.level is None or _has_level(requirement, entry)


def _has_level(requirement: EducationRequirement, entry: Education) -> bool:
    return entry.level is not None and entry.level.rank >= requirement.level.rank


def _has_field(requirement: EducationRequirement, entry: Education) -> bool:
    if not requirement.fields:
        return True
    return entry.field is not None and any(is_same_field(asked, entry.field) for asked in requirement.fields)


def _asked(requirement: EducationRequirement) -> str:
    level = _LEVEL_WORDS[requirement.level]
    if not requirement.fields:
        return level
    *most, last = requirement.fields
    return f"{level} in {' or '.join(filter(None, (', '.join(most), last)))}"


def _name(entry: Education) -> str:
    level = _LEVEL_WORDS[entry.level] if entry.level else "a degree"
    return f"{level} in {entry.field}" if entry.field else level


def _why_unknown(requirement: EducationRequirement, entry: Education | None) -> str:
    if entry is None:
        return f"no education found, and {_asked(requirement)} is asked"
    if not entry.completed:
        return f"{_name(entry)}, not finished"
    if entry.level is None:
        return f"{_name(entry)}, its level can't be told"
    if entry.field is None:
        return f"{_name(entry)}, its field isn't given"
    return f"{_name(entry)}, a field that the role doesn't list"


def _question(requirement: EducationRequirement, entry: Education | None) -> str:
    if entry is None:
        return f"Is there {_asked(requirement)} or a higher one?"
    if not entry.completed:
        return _question_unfinished(requirement, entry)
    if entry.level is None:
        return f"Which level does {_name(entry)} have?"
    if entry.field is None:
        return f"In which field is {_name(entry)}?"
    return f"Is {entry.field} close enough to {' or '.join(requirement.fields)}?"


def _question_unfinished(requirement: EducationRequirement, entry: Education) -> str:
    """Whether it was finished, as far as that would be enough."""
    if entry.level is not None and not _has_level(requirement, entry):
        return f"Is there {_asked(requirement)} or a higher one?"
    if entry.field is not None and not _has_field(requirement, entry):
        fields = " or ".join(requirement.fields)
        return f"Has {_name(entry)} been finished since, and is {entry.field} close enough to {fields}?"
    return f"Has {_name(entry)} been finished since?"


def _evidence(entry: Education, judging: Judging) -> Evidence:
    quote = (*judging.resume.texts_at(entry.page, entry.line), _name(entry))[0]
    return Evidence(quote, entry.page, entry.line, Section.EDUCATION, None, None, entry.field or quote)
