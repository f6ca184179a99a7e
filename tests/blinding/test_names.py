"""A name is found whole and in parts, however it is written; words that only look like it stay."""

import time

import pytest

from screener.blinding.folded import folded
from screener.blinding.marks import Spans, covered
from screener.blinding.names import find_name, name_of


def blind(text: str, *names: str, role: tuple[str, ...] = (), kept: str = "") -> str:
    given = folded(text)
    at = text.find(kept) if kept else -1
    spans = [(at, at + len(kept))] if at >= 0 else []
    return covered(text, find_name(given, name_of(names, {word.lower() for word in role}.__contains__), Spans(spans)))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Ada Lovegood", "Ada Lovegood built it", "[name] built it"),
        ("Ada Lovegood", "ADA LOVEGOOD", "[name]"),
        ("Ada Lovegood", "Lovegood, Ada", "[name]"),
        ("Ada Lovegood", "ada_lovegood_cv", "[name]_cv"),
        ("Ada Lovegood", "by adalovegood and alovegood", "by [name] and [name]"),
        ("Ada Lovegood", "Dr. A. Lovegood, PhD", "[name], PhD"),
        ("Ada Lovegood", "Lovegood’s team", "[name]’s team"),
        ("Ada K. Lovegood", "Ada K. Lovegood", "[name]"),
        ("JOSÉ GARCÍA-LÓPEZ", "Jose Garcia Lopez and José garcía-lópez", "[name] and [name]"),
        ("José García-López", "GARCÍA, then López", "[name], then [name]"),
        ("Siobhan O'Brien", "O’Brien as OBrien as O'BRIEN", "[name] as [name] as [name]"),
        ("Vincent van der Berglund", "V. van der Berglund", "[name]"),
        ("Jürgen Müllerheim", "Mullerheim alias Muellerheim", "[name] alias [name]"),
        ("Łukasz Żółtowski", "Lukasz Zoltowski", "[name]"),
        ("Дмитрий Каменцев", "Каменцев Дмитрий и ДМИТРИЙ", "[name] и [name]"),
        ("王小明", "王小明的简历 小明", "[name]的简历 [name]"),
        ("星野 太郎", "星野太郎と星野", "[name]と[name]"),
        ("김민수", "김민수는 민수", "[name]는 [name]"),
        ("สมชาย ใจดี", "คุณสมชายทำงาน", "คุณ[name]ทำงาน"),
        ("Li Wu", "Li and Wu, li and wu", "[name] and [name], li and wu"),
        ("Jose\u0301 Quint", "José Quint", "[name]"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str, expected: str) -> None:
    assert blind(text, name) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("May Long", "May 2020 – June 2021, a long way", "May 2020 – June 2021, a long way"),
        ("May Long", "Long-running jobs since May", "Long-running jobs since May"),
        ("May Long", "May Long wrote it", "[name] wrote it"),
        ("May Long", "as Ms. Long said", "as [name] said"),
        ("Grace Young", "a grace period for Grace", "a grace period for [name]"),
        ("Mark Price", "marked prices, Price lists", "marked prices, Price lists"),
        ("Will Best", "will do our best", "will do our best"),
        ("Ada Example", "Adapters of an exemplary kind", "Adapters of an exemplary kind"),
        ("Ada Lovegood", "built by Ada. May 2020", "built by [name]. May 2020"),
        ("Ada Lovegood", "JD, A and L", "JD, A and L"),
    ],
)
def test_ordinary_words_stay(name: str, text: str, expected: str) -> None:
    assert blind(text, name) == expected


@pytest.mark.parametrize(
    ("text", "kept", "expected"),
    [
        ("Built Ruby services", "Ruby", "Built Ruby services"),
        ("Ruby Scalari, Ruby developer", "Ruby", "[name], Ruby developer"),
        ("Jade, Ruby, Scalari", "Ruby", "Jade, Ruby, [name]"),
    ],
)
def test_a_skill_that_is_a_name_shows_where_it_matched(text: str, kept: str, expected: str) -> None:
    assert blind(text, "Ruby Scalari", role=("Ruby",), kept=kept) == expected


def test_a_page_of_nothing_but_the_name_takes_time_in_proportion() -> None:
    name = "Ada Beatrix Caroline Dorothea Example-Lovegood"
    begun = time.process_time()
    assert "Ada" not in blind(f"{name} " * 4000, name, "A" * 100_000)
    assert time.process_time() - begun < 5
