"""Names to skills: lookup, normal spelling, and the size of it all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.vocabulary import find_skill, load
from screener.vocabulary.glued import split_glued
from screener.vocabulary.lexicon import find_hits, lexicon_of, may_name, vocabulary_lexicon
from screener.vocabulary.tokens import spelling_key, tokenise

ROLE_NAMES = [
    *("Node.js", "NestJS", "MongoDB", "PostgreSQL", "TypeScript", "JavaScript", "Azure", "Azure Service Bus"),
    *("Azure Functions", "Elasticsearch", "REST APIs", "Git", "Docker", "Express", "GraphQL"),
]


@pytest.mark.parametrize("name", ROLE_NAMES)
def test_names_that_roles_use_are_canonical(name: str) -> None:
    assert find_skill(name) == name


@pytest.mark.parametrize(
    ("name", "skill"),
    [
        ("web APIs", "REST APIs"),
        ("RESTful services", "REST APIs"),
        ("REST", "REST APIs"),
        ("microsoft azure", "Azure"),
        ("nodejs", "Node.js"),
        ("Node JS", "Node.js"),
        ("node", "Node.js"),
        ("TS", "TypeScript"),
        ("c++", "C++"),
        ("C ++", "C++"),
        ("C", "C"),
        ("c#", "C#"),
        (".net", ".NET"),
        ("ci/cd", "CI/CD"),
        ("Python 3.11", "Python"),
        ("Angular 17", "Angular"),
        ("Postgres", "PostgreSQL"),
        ("k8s", "Kubernetes"),
        ("code reviews", "Code review"),
        ("unit tests", "Unit testing"),
        ("testing", "Testing"),
        ("microservice", "Microservices"),
        ("AZ-204", "Azure Developer Associate"),
        ("Frobnicator", None),
        ("", None),
        ("—", None),
        ("3", None),
    ],
)
def test_any_spelling_is_found(name: str, skill: str | None) -> None:
    assert find_skill(name) == skill


def test_every_name_and_spelling_finds_its_skill() -> None:
    names = load("skills")["names"]
    assert len(names) >= 350
    assert [name for name in names if find_skill(name) != name] == []


def test_every_canonical_name_is_matched_whole() -> None:
    lexicon = vocabulary_lexicon()
    names = load("skills")["names"]
    assert [name for name in names if [names[hit.skill] for hit in find_hits(tokenise(name), lexicon)] != [name]] == []


def test_azure_services_imply_azure() -> None:
    skills = load("skills")
    azure = skills["names"].index("Azure")
    services = [number for number, name in enumerate(skills["names"]) if name.startswith("Azure ")]
    assert len(services) > 60
    assert [skills["names"][number] for number in services if azure not in skills["implies"][number]] == []


@given(st.text())
def test_offsets_refer_to_the_text_as_given(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens.gaps) == len(tokens.words) + 1
    assert list(tokens.starts) == sorted(tokens.starts)
    assert list(tokens.ends) == sorted(tokens.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True))


@pytest.mark.parametrize(
    "spellings", ["Node.js NodeJS node-js node_js ＮｏｄｅＪＳ", "C++ c++", "PostgreSQL Post\u00adgreSQL"]
)
def test_spellings_have_one_key(spellings: str) -> None:
    assert len({spelling_key(spelling) for spelling in spellings.split()}) == 1


def test_a_resume_is_matched_in_a_moment() -> None:
    text = "Moved invoice processing onto Azure Service Bus and Node.js, cutting month-end close to three hours. " * 60
    lexicon = vocabulary_lexicon()
    best = min(_seconds(text, lexicon) for _ in range(5))
    assert best < 0.05  # a tenth of this on an idle machine


def _seconds(text: str, lexicon: object) -> float:
    start = time.perf_counter()
    find_hits(tokenise(text), lexicon)  # type: ignore[arg-type]
    return time.perf_counter() - start


@given(
    st.text(st.sampled_from("aAjsJ.-/ \n12,Ａ"), max_size=30),
    st.text(st.sampled_from("aAjs. 1"), min_size=1, max_size=4),
)
def test_a_quick_look_never_misses_a_literal_name(text: str, name: str) -> None:
    lexicon = lexicon_of([name])
    tokens = split_glued(tokenise(text), lexicon.terms)
    assert may_name(text, lexicon) or not find_hits(tokens, lexicon)
