"""The generator's own rules, and what its resumes must reach in a run that is small enough for every day."""

import pytest

from tests.generator.__main__ import measure_seed
from tests.generator.dates import AS_OF, Day, Span, draw_style, write_period
from tests.generator.resumes import make
from tests.generator.scoring import Outcome, figure, share_right
from tests.generator.truth import Edge, WrittenPeriod, count_months
from tests.generator.words import LANGUAGES, words_of

SEEDS = range(1_000, 1_060)
_TEXT = "text"


def _years(first: int, last: int) -> WrittenPeriod:
    return WrittenPeriod("", _year(first), _year(last))


def _year(year: int) -> Edge:
    return Edge(year * 12, year * 12 + 11, str(year), is_year=True)


def _month(year: int, month: int) -> Edge:
    return Edge(year * 12 + month - 1, year * 12 + month - 1, f"{year}-{month:02d}")


@pytest.mark.parametrize(
    ("periods", "months"),
    [
        ([WrittenPeriod("", _month(2020, 1), _month(2020, 3))], (3, 3)),
        ([_years(2019, 2021)], (14, 36)),
        ([_years(2019, 2019)], (1, 12)),
        ([_years(2016, 2018), _years(2018, 2021), _years(2021, 2024)], (86, 108)),
        ([WrittenPeriod("", _month(2015, 1), _year(2018)), WrittenPeriod("", _year(2018), _month(2020, 3))], (63, 63)),
        ([WrittenPeriod("", _month(2015, 1), _month(2018, 3)), _years(2018, 2020)], (61, 72)),
        (
            [WrittenPeriod("", _month(2020, 1), _month(2021, 12)), WrittenPeriod("", _month(2021, 6), _month(2022, 6))],
            (30, 30),
        ),
    ],
    ids=["months", "years", "one year", "years in a row", "month and year", "month against year", "overlap"],
)
def test_truth_counts_months_as_a_reader_would(periods: list[WrittenPeriod], months: tuple[int, int]) -> None:
    assert count_months(periods) == months


def test_a_seed_always_gives_the_same_resume() -> None:
    one, other = make(7), make(7)
    assert (one.sheet, one.truth, one.classes) == (other.sheet, other.truth, other.classes)


def test_seeds_reach_every_language_and_many_layouts() -> None:
    made = [make(seed) for seed in range(300)]
    assert {resume.classes["language"] for resume in made} == set(LANGUAGES)
    assert len({resume.classes["layout"] for resume in made}) > 5
    assert len({resume.classes["arrangement"] for resume in made}) > 20
    assert len({resume.classes["dates"] for resume in made}) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_write_every_style(language: str) -> None:
    from random import Random

    rng, words = Random(1), words_of(language)
    for _ in range(80):
        written = write_period(rng, draw_style(rng, words), words, Span(Day(2019 * 12 + 2, 14), None))
        assert written.text
        assert written.end.first == AS_OF


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    """Resumes as text, and a few as PDF and DOCX; these seeds stay the same, so that a change can be seen."""
    chosen = [seed for seed in SEEDS if make(seed).classes["layout"].startswith(_TEXT)]
    others = [seed for seed in SEEDS if seed not in chosen][:14]
    assert len(chosen) > 5
    return [measure_seed(seed) for seed in (*chosen, *others)]


def test_experience_is_right(outcomes: list[Outcome]) -> None:
    assert share_right(outcomes, "months") >= 0.95, [outcome.misses("months") for outcome in outcomes]


@pytest.mark.parametrize(
    ("fact", "least"), [("skills", 0.995), ("used", 0.98), ("periods", 0.98), ("degree", 0.97)], ids=lambda value: value
)
def test_facts_are_found(outcomes: list[Outcome], fact: str, least: float) -> None:
    found = figure(outcomes, fact).f1
    assert found >= least, [(outcome.seed, outcome.misses(fact)) for outcome in outcomes if outcome.misses(fact)]


@pytest.mark.parametrize("fact", ["name", "email"])
def test_people_are_found(outcomes: list[Outcome], fact: str) -> None:
    assert share_right(outcomes, fact) >= 0.97
