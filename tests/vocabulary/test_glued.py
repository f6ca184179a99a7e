"""Names that run together are cut, other words with capitals inside stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.vocabulary.glued import split_glued
from screener.vocabulary.lexicon import vocabulary_lexicon
from screener.vocabulary.tokens import Tokens, tokenise


def split(text: str) -> Tokens:
    return split_glued(tokenise(text), vocabulary_lexicon().terms)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("JavaKotlinDocker", ("java", "kotlin", "docker")),
        ("JavaSpringBootHibernate", ("java", "springboot", "hibernate")),
        ("Node.jsNestJSMongoDB", ("node", "js", "nestjs", "mongodb")),
        ("HTML5CSS3JavaScript and more", ("html5", "css3", "javascript", "and", "more")),
        ("JavaScript", ("javascript",)),
        ("PowerPoint", ("powerpoint",)),
        ("GitKraken", ("gitkraken",)),
        ("javakotlindocker", ("javakotlindocker",)),
    ],
)
def test_only_words_that_are_names_throughout_are_cut(text: str, words: tuple[str, ...]) -> None:
    assert split(text).words == words


def test_offsets_stay_those_of_the_text() -> None:
    text = "Skills: JavaKotlinDocker, Git"
    tokens = split(text)
    found = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert found == ["Skills", "Java", "Kotlin", "Docker", "Git"]


@given(st.text(alphabet="JavKotlinDGM.js ,-é\u200b5", max_size=60))
def test_no_text_raises_and_every_list_keeps_its_length(text: str) -> None:
    tokens = split(text)
    assert len(tokens.words) == len(tokens.starts) == len(tokens.ends) == len(tokens.gaps) - 1
    assert all(0 <= start < end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True))
