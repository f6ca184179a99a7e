"""Dataclasses as plain values: what comes back is exactly what went in."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.batch.likeness import likeness_of
from screener.batch.plain import pack, unpack
from screener.documents.read import read_document
from screener.model.document import Cell, Document, HiddenText, Line, Link, PageSize, ReadingWarning
from screener.model.likeness import Likeness
from screener.model.resume import Resume
from screener.resumes.parse import parse_resume
from tests.generator.resumes import make

AS_OF = date(2026, 6, 30)
_TEXTS = st.text(st.characters(), max_size=20)  # lone surrogates too
_FLOATS = st.floats(allow_nan=False)
_CELLS = st.builds(Cell, _TEXTS, _FLOATS, _FLOATS, _FLOATS, st.booleans())
_LINES = st.builds(
    Line,
    st.lists(_CELLS, max_size=3).map(tuple),
    st.integers(1, 9),
    st.integers(1, 99),
    top=_FLOATS,
    bullet=st.booleans(),
    paragraph_start=st.none() | st.booleans(),
)
_DOCUMENTS = st.builds(
    Document,
    st.sampled_from(["pdf", "docx", "text"]),
    st.just("0" * 64),
    st.integers(0, 9),
    st.lists(_LINES, max_size=4).map(tuple),
    links=st.lists(st.builds(Link, _TEXTS, _TEXTS, st.integers(1, 9)), max_size=2).map(tuple),
    hidden=st.lists(st.builds(HiddenText, _TEXTS, _TEXTS, st.integers(1, 9)), max_size=2).map(tuple),
    warnings=st.lists(st.builds(ReadingWarning, _TEXTS, _TEXTS, st.none() | st.integers(1, 9)), max_size=2).map(tuple),
    page_sizes=st.lists(st.builds(PageSize, _FLOATS, _FLOATS), max_size=2).map(tuple),
)


def there_and_back(value: Any) -> Any:
    return unpack(type(value), json.loads(json.dumps(pack(value))))


@given(_DOCUMENTS)
def test_a_document_comes_back_exactly_equal(document: Document) -> None:
    back = there_and_back(document)
    assert back == document
    assert repr(back) == repr(document)  # types too: 1 is no 1.0


@pytest.mark.parametrize("seed", range(1, 25))
def test_what_is_read_and_understood_comes_back_exactly_equal(seed: int, tmp_path: Path) -> None:
    made = make(seed)
    path = tmp_path / f"resume{made.layout.suffix}"
    made.layout.draw(made.sheet, path, seed)
    document = read_document(path)
    resume = parse_resume(document, AS_OF)
    for value in (document, resume, likeness_of(resume, AS_OF)):
        back = there_and_back(value)
        assert back == value
        assert repr(back) == repr(value)


@pytest.mark.parametrize("values", [None, 7, "text", [], [1, 2], {"lines": []}, [["a"] * 8] * 10])
@pytest.mark.parametrize("kind", [Document, Resume, Likeness])
def test_what_is_no_such_value_is_a_foreseen_error(kind: type, values: object) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        unpack(kind, values)


def test_a_type_that_is_not_provided_for_is_refused() -> None:
    @dataclass(frozen=True)
    class Odd:
        one: dict[str, int]
        two: int

    with pytest.raises(TypeError, match="can't be packed"):
        pack(Odd({}, 1))
