"""Document -> Resume: the steps, in order, and nothing else."""

from dataclasses import replace
from datetime import date

from screener.model.document import Document
from screener.model.period import month_index
from screener.model.resume import Candidate, Resume
from screener.resumes.certificates import find_certificates
from screener.resumes.claims import find_claim
from screener.resumes.contact import find_candidate
from screener.resumes.dates import calendar_of
from screener.resumes.document_kind import judge_document
from screener.resumes.education import find_education
from screener.resumes.grading import grade_lines
from screener.resumes.language import find_unsupported_language
from screener.resumes.positions import find_positions
from screener.resumes.sections import find_sections
from screener.resumes.side_by_side import unfold
from screener.resumes.skills import find_skills
from screener.resumes.style import looks_of
from screener.resumes.wrapping import find_wrapped


def parse_resume(document: Document, as_of: date) -> Resume:
    """Understand a document; open periods end at the as-of date. Raises nothing on any text."""
    calendar = calendar_of((line.text for line in document.lines), month_index(as_of.year, as_of.month))
    lines = unfold(find_sections(document.lines), calendar)
    wrapped = find_wrapped([line.line for line in lines])
    found = find_positions(lines, wrapped, looks_of(document.lines), calendar)
    studied = find_education(lines, wrapped, found.owner, calendar)
    candidate = find_candidate(document, lines)
    foreign = find_unsupported_language(document.lines)
    kind = judge_document(lines, candidate, found.positions, studied.education)
    names = {at: (*found.names.get(at, ()), *studied.names.get(at, ())) for at in {*found.names, *studied.names}}
    graded = grade_lines(lines, wrapped, found.positions, found.owner, names)
    if not kind.is_about_candidate:
        graded = tuple(replace(line, grade=None) for line in graded)
        candidate = Candidate()  # the name and the address in it are somebody else's
    return Resume(
        candidate=candidate,
        positions=found.positions,
        education=studied.education,
        certificates=find_certificates(lines, wrapped),
        skills=find_skills(graded),
        lines=graded,
        claim=find_claim(lines, frozenset(found.owner)),
        is_resume=kind.is_resume,
        hidden=document.hidden,
        warnings=(*document.warnings, *((foreign,) if foreign else ()), *kind.warnings, *found.warnings),
    )
