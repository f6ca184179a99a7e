"""Readings -> JSON with everything: one indented object, or one object on each line for several files.

`jq` takes both alike. Every key is always there, in the same order, and the same files give the
same bytes.
"""

from collections.abc import Sequence
from typing import TextIO

from screener import __version__
from screener.model.document import Cell, Document, Link
from screener.model.period import month_index, total_months
from screener.model.reading import Reading
from screener.model.resume import Certificate, ExperienceClaim, ResumeLine, SkillEvidence
from screener.reports import write_utf8
from screener.reports.json_text import Json, dumps
from screener.reports.reading import DEFAULT_VIEW, ReadingView
from screener.reports.reading.lines import ReadLine, read_lines
from screener.reports.results import (
    SCHEMA_VERSION,
    candidate_json,
    education_json,
    evidence_json,
    hidden_json,
    number_json,
    position_json,
    warning_json,
)


def write(readings: Sequence[Reading], stream: TextIO, view: ReadingView = DEFAULT_VIEW) -> None:  # noqa: ARG001
    """Write an object for every file."""
    write_objects([_reading(reading) for reading in readings], stream)


def write_objects(objects: Sequence[Json], stream: TextIO) -> None:
    """One object for people and programs, several as lines that can be read one by one."""
    indent = 2 if len(objects) == 1 else None
    write_utf8(stream, "".join(dumps(item, indent=indent) + "\n" for item in objects))


def _reading(reading: Reading) -> Json:
    document, resume = reading.document, reading.resume
    return {
        "schema_version": SCHEMA_VERSION,
        "screener": __version__,
        "as_of": reading.as_of.isoformat(),
        "file": reading.file,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "page_count": document.page_count,
        "is_resume": resume.is_resume,
        "pages": _pages(document),
        "lines": [_line(found) for found in read_lines(reading)],
        "links": [_link(link) for link in document.links],
        "hidden": [hidden_json(hidden) for hidden in resume.hidden],
        "warnings": [warning_json(warning) for warning in resume.warnings],
        "candidate": candidate_json(resume.candidate),
        "positions": _positions(reading),
        "claim": _claim(resume.claim),
        "education": [education_json(education) for education in resume.education],
        "certificates": [_certificate(certificate) for certificate in resume.certificates],
        "skills": [_skill(skill) for skill in resume.skills],
    }


def _pages(document: Document) -> list[Json]:
    """The pages that were read; their sizes are null where the format has none."""
    if document.page_sizes:
        sizes = enumerate(document.page_sizes, start=1)
        return [{"page": n, "width": number_json(size.width), "height": number_json(size.height)} for n, size in sizes]
    pages = sorted({line.page for line in document.lines})
    return [{"page": page, "width": None, "height": None} for page in pages]


def _line(found: ReadLine) -> Json:
    line, parts = found
    return {
        "page": line.page,
        "line": line.number,
        "region": line.region,
        **_understood(parts[0] if parts else None),
        "bullet": line.bullet,
        "heading_style": line.heading,
        "text": line.text,
        "cells": [_cell(cell) for cell in line.cells],
        "top": number_json(line.top),
        "bottom": number_json(line.bottom),
        "parts": [{**_understood(part), "text": part.text} for part in parts] if found.is_taken_apart else [],
    }


def _understood(part: ResumeLine | None) -> Json:
    return {
        "section": part.section.value if part and part.section else None,
        "position": part.position if part else None,
        "heading": part.is_heading if part else False,
        "continues": part.continues if part else False,
        "grade": part.grade.value if part and part.grade else None,
    }


def _cell(cell: Cell) -> Json:
    numbers = {"x0": number_json(cell.x0), "x1": number_json(cell.x1), "size": number_json(cell.size)}
    return {"text": cell.text, **numbers, "bold": cell.bold}


def _link(link: Link) -> Json:
    return {"uri": link.uri, "text": link.text, "page": link.page}


def _positions(reading: Reading) -> list[Json]:
    as_of = month_index(reading.as_of.year, reading.as_of.month)
    return [
        position_json(position, total_months([position.period] if position.period else [], as_of))
        for position in reading.resume.positions
    ]


def _claim(claim: ExperienceClaim | None) -> Json | None:
    if claim is None:
        return None
    return {"years": number_json(claim.years), "quote": claim.quote, "page": claim.page, "line": claim.line}


def _certificate(certificate: Certificate) -> Json:
    return {"name": certificate.name, "page": certificate.page, "line": certificate.line}


def _skill(skill: SkillEvidence) -> Json:
    return {
        "name": skill.skill,
        "evidence": [evidence_json(evidence) for evidence in skill.evidence],
        "notes": [{**evidence_json(note), "cause": note.cause} for note in skill.notes],
    }
