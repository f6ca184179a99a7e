"""Skills of which any is enough, with years: every report says of each what was asked and found."""

import io
from pathlib import Path

import pytest
from factories import AS_OF, asks_any, asks_skill, position, resume, role, used
from report_samples import rendered

from screener.model.period import Months
from screener.model.report import Report
from screener.model.screening import Outcome, Screening
from screener.reports import FORMATS
from screener.reports.comparison import write_comparison
from screener.reports.explaining import write
from screener.reports.explaining.points import credit_words
from screener.reports.stored import load_results
from screener.reports.wording import found_months
from screener.screening import screen

ASKED = role(
    asks_any(asks_skill("MongoDB", months=36), asks_skill("Docker", months=24), asks_skill("Kafka", months=12))
)
JOBS = [position("2023-01 – 2023-12"), position("2024-01 – 2025-03")]
FEW = resume(positions=JOBS, skills=[*used("MongoDB", position=0), *used("Docker", position=1)])
MANY = resume(positions=[position("2020-01 – 2025-12")], skills=used("Docker"))
EACH = (
    "MongoDB used in a position, 1 y, and 3 years are asked; "
    "Docker used in a position, 1 y 3 m, and 2 years are asked; Kafka not found"
)


def outcomes() -> tuple[Outcome, ...]:
    return tuple(Outcome(f"{name}.pdf", name * 64, screen(of, ASKED, AS_OF)) for name, of in (("a", FEW), ("b", MANY)))


def run() -> Report:
    return Report(outcomes(), ASKED, AS_OF, "0.1.0")


def screening(number: int) -> Screening:
    result = outcomes()[number].result
    assert isinstance(result, Screening)
    return result


def test_the_sum_can_be_redone() -> None:
    """15 ÷ 24 stands nowhere else: the months of both together are 27."""
    assert credit_words(screening(0).findings[0]) == (
        "MongoDB 1 for use in a position × 12 ÷ 36 months ≈ 0.3333, rounded half up to 0.33; "
        "Docker 1 for use in a position × 15 ÷ 24 months = 0.625, rounded half up to 0.63; "
        "Kafka 0, because nothing shows it. The best of them counts: 0.63"
    )


def test_the_reason_says_it_of_each_and_no_months_of_both_stand_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    few, many = screening(0).findings[0], screening(1).findings[0]
    assert few.reason == EACH
    assert few.months == Months(27, 27)
    assert (found_months(few), found_months(many)) == ("", "6y")
    stream = io.StringIO()
    write_comparison(run(), outcomes(), stream)
    assert "Docker used in a position, 1 y 3 m" in " ".join(stream.getvalue().split())


def test_who_has_enough_of_one_is_told_of_that_one() -> None:
    assert screening(1).findings[0].reason == "Docker used in a position, 6 y, and 2 years are asked"
    assert [one.status.value for one in screening(1).findings[0].alternatives] == ["not_met", "met", "not_met"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_is_the_same_from_a_results_file(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(rendered(run(), "json"))
    assert rendered(load_results([str(file)]), name) == rendered(run(), name)


def test_an_explanation_is_the_same_from_a_results_file(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(rendered(run(), "json"))
    loaded = load_results([str(file)])
    at_once, later = io.StringIO(), io.StringIO()
    write(run(), outcomes(), at_once)
    write(loaded, loaded.outcomes, later)
    assert at_once.getvalue() == later.getvalue()
