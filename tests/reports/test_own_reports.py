"""Whatever the program writes as a report, it knows again when it lies among resumes; no resume is taken for one."""

import io
from pathlib import Path

import pytest
from report_samples import MANY, ONE, SCAN, rendered, report

from screener.batch.choosing import Skipped
from screener.batch.files import find_files
from screener.batch.patterns import Patterns
from screener.documents.limits import Limits
from screener.documents.own_reports import SUFFIXES_OF_REPORTS, is_own_report
from screener.documents.read import parse_document
from screener.errors import NotAResumeFormat
from screener.model.report import Report
from screener.reports import FORMATS, ViewOptions
from screener.reports.comparison import write_comparison
from screener.reports.explaining import write

REPORTS = {"one": report(ONE), "many": report(*MANY), "none": report(SCAN), "stopped": report(*MANY, complete=False)}
EXPECTED = Path(__file__).parents[1] / "expected"


@pytest.mark.parametrize("shown", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("name", FORMATS)
def test_reports_of_every_format_are_passed_over_and_counted(name: str, shown: Report, tmp_path: Path) -> None:
    (tmp_path / "ada.pdf").write_bytes(b"%PDF-1.4\n")
    data = rendered(shown, name)
    for suffix in FORMATS[name].suffixes:
        assert suffix in SUFFIXES_OF_REPORTS
        (tmp_path / f"r{suffix}").write_bytes(data)
    for patterns in (Patterns(), Patterns(["*"])):
        found = find_files([str(tmp_path)], patterns)
        assert found.files == (f"{tmp_path}/ada.pdf",)
        assert found.skipped == ((Skipped.OWN_REPORT, len(FORMATS[name].suffixes)),)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("shown", REPORTS.values(), ids=REPORTS)
def test_text_of_any_width_is_known(shown: Report, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    write(shown, shown.outcomes[:2], stream)
    assert is_own_report(rendered(shown, "table", ViewOptions(width=width)))
    assert is_own_report(stream.getvalue().encode())
    if len(shown.outcomes) > 1:
        stream = io.StringIO()
        write_comparison(shown, shown.outcomes[:3], stream)
        assert is_own_report(stream.getvalue().encode())


def test_what_the_samples_show_is_known_and_letters_are_not() -> None:
    texts = [file for kind in ("one", "several", "unreadable", "compared", "explained") for file in _shown(kind)]
    assert len(texts) > 20
    assert [file.name for file in texts if not is_own_report(file.read_bytes())] == []
    letters = list((EXPECTED / "reports" / "letters").glob("*.txt"))
    assert letters
    assert [file.name for file in letters if is_own_report(file.read_bytes())] == []


def _shown(kind: str) -> list[Path]:
    return [file for file in (EXPECTED / "reports").glob(f"{kind}-*.txt") if "colours" not in file.name]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example\nada@example.com\nBalance as of 30 Jun 2026: [x REVIEW board]\nEngineer, Acme, 2019 - 2024",
        "**Ada Example** · as of 30 Jun 2026\n\n## Experience\n",
        'Skills: "screener", "schema_version", JSON\nExperience\nEngineer, Acme, 2019 - 2024',
        "rank,verdict,score\n1,guilty,5\n",
        '{"basics": {"name": "Ada Example"}, "work": [{"name": "screener"}]}',
        '<html><meta name="generator" content="Word">',
    ],
)
def test_other_files_are_no_reports(text: str) -> None:
    assert not is_own_report(text.encode())


@pytest.mark.parametrize("name", ["csv", "markdown", "table", "jsonl"])
def test_a_report_that_is_named_is_refused_as_what_it_is(name: str) -> None:
    with pytest.raises(NotAResumeFormat, match="is a report that screener wrote"):
        parse_document(rendered(report(*MANY), name), "r.text", sha256="", limits=Limits())
