"""Words in one spelling: what folding changes, and what it leaves alone."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.vocabulary import tokens
from screener.vocabulary.tokens import spelling_key, tokenise

TEXTS = st.text(st.characters() | st.sampled_from("cC+#. \n-_/ﬁＡ\u00a0\u00ad\u200bΣİı½ŉО日本"), max_size=30)


def test_letters_that_folding_passes_over_are_those_that_it_would_not_change() -> None:
    passed_over = [letter for letter in map(chr, range(sys.maxunicode + 1)) if not tokens._CHANGED.match(letter)]
    assert len(passed_over) > 30_000
    assert [letter for letter in passed_over if tokens._fold_character(letter) != letter.lower()] == []
    assert {len(letter.lower()) for letter in passed_over} == {1}


@given(TEXTS)
def test_a_spelling_is_the_words_run_together(text: str) -> None:
    assert spelling_key(text) == "".join(tokenise(text).words)


@pytest.mark.parametrize("name", ["Node.js", "NodeJS", "Node JS", "node-js", "ＮｏｄｅＪＳ", "N\u00adode.js"])
def test_a_name_has_one_spelling(name: str) -> None:
    assert spelling_key(name) == "nodejs"


@given(TEXTS)
def test_offsets_are_those_of_the_text_as_given(text: str) -> None:
    found = tokenise(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
