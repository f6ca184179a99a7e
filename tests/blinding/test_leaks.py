"""Of generated resumes in many languages and layouts, nothing of a candidate's own is left in any format."""

from datetime import date
from pathlib import Path

import pytest

from blinding.leaks import Token, find_leaks, leaks_in
from screener import load_role, parse_resume, read_document, screen
from screener.model.report import Report
from screener.model.screening import Outcome
from tests.generator.resumes import make

AS_OF = date(2026, 11, 30)


@pytest.mark.parametrize("seed", range(310, 330))
def test_generated_resumes_leak_nothing(seed: int, tmp_path: Path) -> None:
    made = make(seed)
    path = tmp_path / f"{seed}{made.layout.suffix}"
    made.layout.draw(made.sheet, path, seed)
    document, role = read_document(path), load_role("backend-software-engineer")
    outcome = Outcome(str(path), document.sha256, screen(parse_resume(document, AS_OF), role, AS_OF))
    assert find_leaks(outcome, Report((outcome,), role, AS_OF, "0"), {"name": made.truth.name}) == []


def test_a_leak_is_found() -> None:
    tokens = [Token("name", "brenn"), Token("phone", "0100199"), Token("school", "farrowdale university")]
    text = "ŁUCJA BRÉNN at Farrowdale University, +1 (555) 010-0199"
    assert [leak.token.kind for leak in leaks_in(text, tokens, "csv")] == ["name", "phone", "school"]
    assert list(leaks_in("brennan, 010019, Farrowdale", tokens, "csv")) == []
