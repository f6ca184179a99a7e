"""Document -> Resume: the steps, in order, and nothing else."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from screener.model.document import Document
from screener.model.period import month_index
from screener.model.resume import Candidate, Resume, Span
from screener.resumes.certificates import find_certificates
from screener.resumes.claims import find_claim
from screener.resumes.client_projects import find_client_projects
from screener.resumes.contact import find_candidate, find_name_spans
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
    projects = find_client_projects(lines, found.positions, found.owner, calendar)
    owner = {**found.owner, **projects.owner}
    studied = find_education(lines, wrapped, found.owner, calendar)
    candidate = find_candidate(document, lines)
    foreign = find_unsupported_language(document.lines)
    kind = judge_document(lines, candidate, found.positions, studied.education)
    names = _merged(found.names, projects.names, studied.names, find_name_spans(lines, candidate))
    graded = grade_lines(lines, wrapped, found.positions, owner, names)
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
        claim=find_claim(lines, frozenset(found.owner)) if kind.is_about_candidate else None,
        is_resume=kind.is_resume,
        hidden=document.hidden,
        warnings=(*document.warnings, *((foreign,) if foreign else ()), *kind.warnings, *found.warnings),
    )


def _merged(*tables: Mapping[int, tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    """The spans of all tables, by line."""
    return {at: tuple(span for table in tables for span in table.get(at, ())) for at in {*chain(*tables)}}
