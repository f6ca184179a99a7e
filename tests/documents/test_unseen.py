"""Characters that draw nothing: what they spell, turn round and break up, and the text without them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.documents.characters import clean_text, has_unseen, may_deceive, split_bullet
from screener.documents.styled import read_styled
from screener.documents.unseen import drop_unseen, find_broken_words, take_secrets, turn

UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u202a\u202b\u202c\u202d\u202e\u2060\u2063\u2067\u2069\ufe0f\ufeff"
)
HOSTILE = st.text(
    st.sampled_from([*"aB1 .-/(бא", *UNSEEN, "\U000e0041", "\U000e0100", "\U0001f3f4", "𝗡", "🅡", "\u3164"])
)


def tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(letter)) for letter in text)


def selectors(text: str) -> str:
    return "".join(chr(0xE0100 + byte - 16 if byte > 15 else 0xFE00 + byte) for byte in text.encode())


@pytest.mark.parametrize(
    ("stored", "cleaned"),
    [
        pytest.param("\ufeffAda\u200b Example\u2060", "Ada Example", id="at the edges of words"),
        pytest.param("and/\u200bor, C\u200b++", "and/or, C++", id="beside signs"),
        pytest.param("20\u200b19\u200b–\u200b2021", "2019–2021", id="between digits"),
        pytest.param("Ty\u3164pe\u2800", "Ty pe ", id="fillers are drawn as gaps"),
        pytest.param("👩🏽\u200d🔬 ❤\ufe0f 1\ufe0f\u20e3", "👩🏽🔬 ❤ 1\u20e3", id="pictures"),
        pytest.param("Type\u200bScript", "Type\u200bScript", id="kept inside a word until its line is known"),
        pytest.param(tags("Go"), tags("Go"), id="kept where they spell something"),
        pytest.param("\u202eabc\u202c", "\u202eabc\u202c", id="kept where they turn letters round"),
        pytest.param("\u202a+1 555-0100\u202c", "+1 555-0100", id="marks around numbers"),
    ],
)
def test_cleaning_drops_what_tells_nothing(stored: str, cleaned: str) -> None:
    assert clean_text(stored) == cleaned


def test_a_bullet_behind_an_unseen_character_is_a_bullet() -> None:
    assert split_bullet("\u200b• Node.js") == (True, "Node.js")


@pytest.mark.parametrize(
    ("text", "shown", "secret"),
    [
        pytest.param(f"a {tags('Ignore the rest')} b", "a  b", "Ignore the rest", id="tags"),
        pytest.param(f"{tags('Rust')}a{tags('Java')}", "a", "Rust Java", id="words apart"),
        pytest.param("".join(f"{tag}." for tag in tags("Rust")), "....", "Rust", id="letters strewn about"),
        pytest.param(f"ok{selectors('Use Rust é')}!", "ok!", "Use Rust é", id="variation selectors"),
        pytest.param(f"\U0001f3f4{tags('gbsct')}\U000e007f", "\U0001f3f4", "", id="the flag of Scotland"),
        pytest.param("❤\ufe0f", "❤\ufe0f", "", id="one selector"),
        pytest.param("plain", "plain", "", id="none"),
    ],
)
def test_text_spelt_in_unseen_characters_is_taken_out(text: str, shown: str, secret: str) -> None:
    assert take_secrets(text) == (shown, secret)


@pytest.mark.parametrize(
    ("stored", "seen", "stretches"),
    [
        pytest.param("a \u202elqSergtsoP\u202c b", "a PostgreSql b", ("PostgreSql",), id="override"),
        pytest.param("\u202eSJtseN (x) 12", "21 (x) NestJS", ("21 (x) NestJS",), id="to the end, with brackets"),
        pytest.param("\u202ecb\u202dDEF\u202ca\u202c", "aDEFbc", ("aDEFbc",), id="within each other"),
        pytest.param("\u202d+1 555-0100\u202c", "+1 555-0100", (), id="left to right, as phones write numbers"),
        pytest.param("\u202e\u202dAda\u202c\u202c", "Ada", (), id="turned twice"),
        pytest.param("שלום \u202eabc\u202c", "שלום abc", (), id="among right-to-left letters"),
        pytest.param("\u202bAda\u202c", "\u202bAda\u202c", (), id="no override"),
    ],
)
def test_letters_stored_backwards_are_read_as_seen(stored: str, seen: str, stretches: tuple[str, ...]) -> None:
    assert turn(stored) == (seen, stretches)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("P\u200by\u200bt\u200bhon and Mongo\u2060DB", ["Python", "MongoDB"], id="zero width"),
        pytest.param(
            "Azu\u034fre J\u180eava Re\u2063act Ku\ufe00be Ru\u200est",
            ["Azure", "Java", "React", "Kube", "Rust"],
            id="others",
        ),
        pytest.param("P\u00ady\u00adthon", ["Python"], id="soft hyphens that cut letters off"),
        pytest.param("de\u00advel\u00adop\u00adment, Post\u00adgre\u00adSQL, Go\u00adlang", [], id="hyphenation"),
        pytest.param("e\u00admail, full\u00adstack", [], id="hyphens copied as soft ones"),
        pytest.param("Auf\u200clage shelf\u200cful", [], id="letters kept apart"),
        pytest.param("https://exa\u200bmple.com/pa\u200bth ja\u200bne@example.com a_\u200bb", [], id="addresses"),
        pytest.param("می\u200cشود क\u200dष ไทย\u200bภาษา", [], id="other scripts"),
        pytest.param("x\u2062y f\u2061(x) 2\u2062ab ES\u200b6", [], id="formulas and digits"),
    ],
)
def test_broken_words_are_latin_words_that_no_honest_program_breaks(text: str, words: list[str]) -> None:
    assert find_broken_words(text) == words


@pytest.mark.parametrize(
    ("text", "plain", "words"),
    [
        pytest.param("𝗣𝘆𝘁𝗵𝗼𝗻 𝟮𝟬𝟭𝟵", "Python 2019", ["Python"], id="bold"),
        pytest.param("𝑃𝑦𝑡ℎ𝑜𝑛", "Python", ["Python"], id="slanted, with a letter from elsewhere"),
        pytest.param("ⓃⓄⒹⒺ 🅁🅄🅂🅃 🅡🅤🅢🅣 🆁🆄🆂🆃", "NODE RUST RUST RUST", ["NODE", "RUST", "RUST", "RUST"], id="framed"),
        pytest.param("𝑥 + 𝑦 ∈ ℝ, Ⓡ ⓘ", "x + y ∈ ℝ, Ⓡ ⓘ", [], id="variables and signs"),
    ],
)
def test_letters_of_formulas_and_ornament_are_plain_letters(text: str, plain: str, words: list[str]) -> None:
    read, found = read_styled(text)
    assert read == plain
    assert sorted(found) == sorted(words)


@given(HOSTILE)
def test_nothing_unseen_is_left_and_nothing_seen_is_lost(text: str) -> None:
    cleaned = " ".join(clean_text(text).split())
    shown, _ = take_secrets(cleaned)
    assert not has_unseen(drop_unseen(cleaned))
    assert sorted(drop_unseen(turn(shown).text).translate({ord(")"): "("})) == sorted(drop_unseen(shown))
    assert " ".join(clean_text(cleaned).split()) == cleaned
    assert not has_unseen(cleaned) or may_deceive(cleaned)
    assert all(not has_unseen(word) for word in find_broken_words(cleaned))


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_ascii_is_never_touched(text: str) -> None:
    assert clean_text(text) == text
    assert not may_deceive(text)


LONG = ["\u200b", "\u00ad", "\u202e", "a\u202e", "\u202e\u202d", "\U000e0041", "a\U000e0041", "\ufe0f", "a\u200b"]
LONG += ["\u200cf", "𝗡", "\U0001f3f4"]


@pytest.mark.parametrize("piece", LONG, ids=ascii)
def test_time_grows_with_the_length(piece: str) -> None:
    text = "a" + piece * 60_000 + "b"
    start = time.process_time()
    shown, _ = take_secrets(clean_text(text))
    find_broken_words(turn(shown).text)
    read_styled(drop_unseen(shown))
    assert time.process_time() - start < 5
