"""Long quotes are shortened around the words that matched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screener.reports.quotes import excerpt, shorten, shorten_path


def cut(quote: str, matched: str, width: int) -> tuple[str, str]:
    words, start, end = excerpt(quote, matched, width=width, ellipsis="…", clean=str)
    return words, words[start:end]


def test_a_short_quote_is_whole() -> None:
    assert cut("Built APIs with NodeJS daily", "NodeJS", 40) == ("Built APIs with NodeJS daily", "NodeJS")


def test_the_match_stays_in_sight() -> None:
    quote = "a long beginning that says nothing much, then NodeJS services, and a long end that says no more"
    words, hit = cut(quote, "NodeJS", 40)
    assert hit == "NodeJS"
    assert words.startswith("…")
    assert words.endswith("…")
    assert cell_len(words) <= 40


def test_a_match_at_the_start_leaves_the_room_to_the_rest() -> None:
    assert (
        cut("TypeScript throughout, in strict mode, for years", "TypeScript", 30)[0] == "TypeScript throughout, in str…"
    )


def test_the_start_is_cut_between_words() -> None:
    assert (
        cut("Moved the nightly jobs to Azure Functions", "Azure Functions", 32)[0] == "…nightly jobs to Azure Functions"
    )


@pytest.mark.parametrize(
    ("quote", "matched", "at"),
    [("Cloud and C daily", "C", 10), ("node and Node.JS", "node.js", 9), ("MERN stack", "Express", 0)],
    ids=["whole word", "any case", "not there"],
)
def test_the_match_is_found_where_it_stands(quote: str, matched: str, at: int) -> None:
    words, start, _ = excerpt(quote, matched, width=60, ellipsis="…", clean=str)
    assert (words, start) == (quote, at)


@given(st.text(max_size=80), st.text(max_size=12), st.integers(4, 60))
def test_an_excerpt_never_takes_more_room_than_there_is(quote: str, matched: str, width: int) -> None:
    words, start, end = excerpt(quote, matched, width=width, ellipsis="…", clean=str)
    assert cell_len(words) <= width + 1  # a sign that is wider beside its neighbour
    assert 0 <= start <= end <= len(words)


def test_texts_keep_their_beginning_and_paths_their_end() -> None:
    assert shorten("Senior Backend Engineer", 10, "…") == "Senior Ba…"
    assert shorten_path("resumes/2026/ada.pdf", 10, "…") == "…6/ada.pdf"
    assert shorten("陳小明陳小明", 7, "…") == "陳小明…"
