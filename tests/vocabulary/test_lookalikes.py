"""Letters that look Latin are compared as Latin ones, in words that look Latin and in no others."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.vocabulary import lookalikes
from screener.vocabulary.folding import fold
from screener.vocabulary.lookalikes import BLOCKS, find_disguised_words, is_latin, looks_same, read_as_latin
from screener.vocabulary.tokens import spelling_key, tokenise

TABLE = Path(lookalikes.__file__).with_name("lookalikes.txt")
ROWS = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
PAIRS = [(kind, script, *pair) for kind, script, *pairs in ROWS for pair in pairs]
# Letters that are worth mixing: Latin, alike, other, and what stands between words.
MIXED = st.text(st.sampled_from("aokPTijеоаРТіΟοαհօᎪꓮᴀɪıİßЖщЩλçñ 1-.\u200b\u0301'"), max_size=30)


def test_the_table_has_pairs_of_a_plain_letter_and_one_of_the_script_it_names() -> None:
    assert len(PAIRS) > 150
    for kind, script, latin, other in PAIRS:
        assert kind in {"same", "alike"}
        assert latin.isascii()
        assert latin.isalpha()
        assert unicodedata.name(other).startswith(script.upper()), f"{other} is not {script}"
        assert ord(other) >> 8 in BLOCKS
        assert script == "Latin" or not is_latin(other)


def test_no_letter_is_in_the_table_twice() -> None:
    others = [other for *_, other in PAIRS]
    assert len(others) == len(set(others))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("N\u043ede.js", "Node.js", id="Cyrillic letter"),
        pytest.param("\u041a\u0443bernetes", "Kybernetes", id="Cyrillic letters"),
        pytest.param("D\u03bfcker", "Docker", id="Greek letter"),
        pytest.param("\u13a1ust", "Rust", id="Cherokee letter"),
        pytest.param("T\u0443\u0440\u0435S\u0441ri\u0440t", "TypeScript", id="mostly Cyrillic"),
        pytest.param("\u1d05\u1d0f\u1d04\u1d0b\u1d07\u0280", "DOCKER", id="small capitals"),
        pytest.param("SQL-запросы", "SQL-запросы", id="two words, one of them Russian"),
        pytest.param("SQLзапросы", "SQLзапросы", id="one word in two languages"),
        pytest.param("PHPшник", "PHPшник", id="Russian ending"),
        pytest.param("с ним", "с ним", id="Russian words of look-alikes"),
        pytest.param("РНР", "РНР", id="a Cyrillic abbreviation"),
        pytest.param("ΔT Ωmega", "ΔT Ωmega", id="letters like no other"),
        pytest.param("résumé Çelik µm ªº", "résumé Çelik µm ªº", id="Latin letters"),
    ],
)
def test_a_word_is_read_as_latin_when_all_of_it_looks_so(written: str, read: str) -> None:
    assert read_as_latin(written) == read


def test_names_are_also_found_when_every_letter_is_of_another_script() -> None:
    assert read_as_latin("РНР", whole_words=True) == "PHP"
    assert read_as_latin("тест", whole_words=True) == "тест"
    assert tokenise("Skills: С, С++, С#").words == ("skills", "c", "c++", "c#")


SPELLINGS = ["N\u043ed\u0435.js", "Nod\u200bejs", "ɴᴏᴅᴇ.ᴊꜱ", "𝗡𝗼𝗱𝗲.𝗷𝘀", "Ｎｏｄｅ．ｊｓ", "No\u00adde\u2060JS"]


@pytest.mark.parametrize("spelling", SPELLINGS, ids=ascii)
def test_spellings_that_look_alike_are_one_name(spelling: str) -> None:
    assert spelling_key(spelling) == "nodejs"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Kub\u0435rnetes, N\u043ede.js", ["Kub\u0435rnetes", "N\u043ede"], id="Cyrillic"),
        pytest.param("TNFα, IFN-γ, NFκB, PGC1α, µC, ΔT", [], id="names in biology and physics"),
        pytest.param("1С, ООО, С++, HР, IТ", [], id="short or without a Latin letter"),
        pytest.param("Яндекс.Market VKонтакте", [], id="brands in two scripts"),
        pytest.param("/ˈɪŋɡlɪʃ/ ɢɪᴛ", [], id="phonetic signs"),
        pytest.param("Zürich, Łódź, İstanbul, Dvořák", [], id="Latin letters"),
    ],
)
def test_only_letters_that_are_drawn_the_same_disguise_a_word(text: str, words: list[str]) -> None:
    assert find_disguised_words(text) == words


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert read_as_latin(text, whole_words=True) == text
    assert fold(text) == text.lower()


@given(MIXED)
def test_folding_keeps_the_length_and_is_settled_at_once(text: str) -> None:
    for folded in (fold(text), read_as_latin(text), read_as_latin(text, whole_words=True)):
        assert len(folded) == len(text)
    assert fold(fold(text)) == fold(text)
    assert read_as_latin(read_as_latin(text)) == read_as_latin(text)


@given(MIXED)
def test_words_stand_where_their_offsets_say(text: str) -> None:
    tokens = tokenise(text)
    assert tokens.text == text
    assert all(0 <= start < end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True))


@given(st.text())
def test_no_text_raises(text: str) -> None:
    find_disguised_words(text)
    tokenise(text)
    assert len(read_as_latin(text)) == len(text)
    assert all(isinstance(looks_same(letter), bool) for letter in text)
