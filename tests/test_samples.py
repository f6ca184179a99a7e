"""The samples keep the verdicts that their names promise, for as long as they are screened as of one day."""

from datetime import date
from pathlib import Path

import pytest

from screener import load_role, parse_resume, read_document, screen
from screener.errors import NoTextLayer

AS_OF = date(2026, 11, 22)
SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("fit.pdf", "fit"),
        ("review.pdf", "review"),
        ("no-fit.docx", "no_fit"),
        ("two-columns.pdf", "no_fit"),
        ("tables.docx", "fit"),
    ],
)
def test_verdicts_of_the_samples(name: str, verdict: str) -> None:
    resume = parse_resume(read_document(SAMPLES / name), AS_OF)
    assert screen(resume, load_role("backend-software-engineer"), AS_OF).verdict == verdict


def test_the_scan_has_no_text() -> None:
    with pytest.raises(NoTextLayer, match="scan"):
        read_document(SAMPLES / "scan.pdf")
