"""A resume from the cache answers like the one that was put there, whatever is asked first."""

import json
import pickle
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from screener.batch.kept import pack_resume, unpack_resume
from screener.documents.read import read_document
from screener.model.resume import Candidate, Grade, Resume
from screener.resumes.parse import parse_resume
from tests.generator.resumes import make

AS_OF = date(2026, 6, 30)
ASKED: dict[str, Callable[[Resume], object]] = {
    "text": lambda resume: resume.text,
    "best grades": lambda resume: resume.best_grades,
    "lines of each worth": lambda resume: [resume.lines_worth(grade) for grade in Grade],
    "texts at a place": lambda resume: [resume.texts_at(page, line) for page in (1, 2, 3) for line in range(80)],
    "each skill": lambda resume: [resume.skill(name) for name in ("Docker", "Git", "Node.js", "Cobol", "")],
    "all skills": lambda resume: resume.skills,
    "lines": lambda resume: resume.lines,
    "positions": lambda resume: (resume.positions, resume.education, resume.candidate),
}


def read(seed: int, folder: Path) -> Resume:
    made = make(seed)
    path = folder / f"resume{made.layout.suffix}"
    made.layout.draw(made.sheet, path, seed)
    return parse_resume(read_document(path), AS_OF)


def kept(resume: Resume) -> Resume:
    return unpack_resume(json.loads(json.dumps(pack_resume(resume))))


@pytest.mark.parametrize("seed", range(1, 25))
def test_it_is_the_same_resume(seed: int, tmp_path: Path) -> None:
    resume = read(seed, tmp_path)
    for name, ask in ASKED.items():
        assert ask(kept(resume)) == ask(resume), name
    asked_before = kept(resume)
    assert asked_before == resume
    for name, ask in ASKED.items():
        assert ask(asked_before) == ask(resume), name
    for field in fields(Resume):  # types too: a grade is no text
        assert repr(getattr(kept(resume), field.name)) == repr(getattr(resume, field.name))


def test_it_equals_and_hashes_and_travels_like_any_resume(tmp_path: Path) -> None:
    resume = read(1, tmp_path)
    assert kept(resume) == resume
    assert resume == kept(resume)
    assert hash(kept(resume)) == hash(resume)
    assert kept(resume) != replace(resume, is_resume=not resume.is_resume)
    assert kept(resume) != "a resume"
    travelled = pickle.loads(pickle.dumps(kept(resume)))
    assert type(travelled) is Resume
    assert travelled == resume


def test_a_changed_copy_answers_from_what_was_changed(tmp_path: Path) -> None:
    resume = read(2, tmp_path)
    changes = {"candidate": Candidate(), "lines": resume.lines[:5], "skills": resume.skills[:2]}
    for name, ask in ASKED.items():
        assert ask(replace(kept(resume), **changes)) == ask(replace(resume, **changes)), name


def test_evidence_that_is_of_no_line_is_not_packed(tmp_path: Path) -> None:
    resume = read(1, tmp_path)
    assert any(skill.evidence for skill in resume.skills)
    with pytest.raises(LookupError):
        pack_resume(replace(resume, lines=()))


@pytest.mark.parametrize(
    "values", [None, 7, "text", [], [1, 2], {"lines": []}, [[]] * 10, [*[None] * 8, [["short"]], []]], ids=str
)
def test_what_is_no_resume_is_a_foreseen_error(values: object) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        unpack_resume(values)


def test_an_unknown_field_is_an_attribute_error(tmp_path: Path) -> None:
    with pytest.raises(AttributeError):
        kept(read(1, tmp_path)).nothing  # type: ignore[attr-defined]  # noqa: B018
