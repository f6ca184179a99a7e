"""Small PDFs as LaTeX, Typst and Chromium make them, each with its source beside it, are read line by line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document

FOLDER = Path(__file__).parent / "made_by"
SOURCES = sorted(file for suffix in ("tex", "typ", "html") for file in FOLDER.glob(f"*.{suffix}"))


def listed(document: Document) -> str:
    """The lines in reading order, each with its page and region; "*" marks list items, "|" parts cells."""
    return "".join(
        f"{line.page} {line.region} {'*' if line.bullet else ' '} {' | '.join(cell.text for cell in line.cells)}\n"
        for line in document.lines
    )


def test_there_are_files_of_each_maker() -> None:
    assert {file.stem.split("-")[0] for file in SOURCES} == {"latex", "typst", "chromium"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_lines_are_read_as_they_stand(source: Path, check_expected: Callable[[str, str], None]) -> None:
    document = extract(source.with_suffix(".pdf").read_bytes(), "sha", Limits())
    assert document.hidden == ()
    check_expected(f"reading/made_by/{source.stem}.txt", listed(document))
