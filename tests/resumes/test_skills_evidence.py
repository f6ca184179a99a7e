"""Lines to evidence: grades, quotes, wrapped lines, names of employers and places, literal terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skill_lines import job, line, notes, own, skills_list, summary

from screener.model.resume import Grade, ResumeLine, Section, SkillEvidence
from screener.resumes.skills import find_skills, find_terms
from screener.vocabulary import load

WRAPPED = [
    ("between words", "Queues on Azure Service\n>Bus for invoices", {"Azure Service Bus"}),
    ("after the brand", "Hosted on Microsoft\n>Azure since 2020", {"Azure"}),
    ("hyphen in the word", "Reports from Post-\n>greSQL", {"PostgreSQL"}),
    ("hyphen in a later word", "Deployed Azure Func-\n>tions", {"Azure Functions"}),
    ("hyphen that belongs", "Moved to Node.js-\n>based services", {"Node.js"}),
    ("compound", "An event-\n>driven design", {"Event-driven architecture"}),
    ("dot at the end", "Wrote Node.\n>js services", {"Node.js"}),
    ("comma at the end", "Redis,\n>Docker", {"Redis", "Docker"}),
    ("three lines", "On Azure\n>Kubernetes\n>Service", {"Azure Kubernetes Service"}),
    ("not continued", "Azure Service\nBus driver", {"Azure"}),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in WRAPPED], ids=[row[0] for row in WRAPPED])
def test_names_are_found_over_the_end_of_a_line(text: str, expected: set[str]) -> None:
    assert own(job(text)) == expected


def test_the_quote_is_the_line_where_the_name_begins() -> None:
    found = skill("Azure Service Bus", job("Moved invoices onto Azure Service\n>Bus for speed"))
    assert [(item.quote, item.line, item.matched) for item in found.evidence] == [
        ("Moved invoices onto Azure Service", 1, "Azure Service Bus")
    ]


def test_evidence_is_best_grade_first_then_as_on_the_page() -> None:
    lines = (
        line("Docker", 1, section=Section.SKILLS, position=None, grade=Grade.LISTED),
        line("Docker in production", 2),
        line("A Docker pet project", 3, section=Section.PROJECTS, position=None, grade=Grade.PROJECT),
        line("More Docker", 4, position=1),
    )
    assert [item.line for item in skill("Docker", lines).evidence] == [2, 4, 3, 1]


def test_skills_are_sorted_by_name() -> None:
    found = [item.skill for item in find_skills(job("Redis, Docker and Kafka"))]
    assert found == ["Docker", "Kafka", "Redis"]


def test_one_line_is_evidence_once_and_its_own_word_comes_first() -> None:
    found = skill("Node.js", job("Node.js with NestJS and Express.js, Node.js again"))
    assert [(item.matched, item.implied_by) for item in found.evidence] == [("Node.js", None)]


def test_implied_evidence_quotes_the_line_and_names_what_implies_it() -> None:
    (item,) = skill("Node.js", job("Built NestJS services")).evidence
    assert (item.quote, item.matched, item.implied_by) == ("Built NestJS services", "NestJS", "NestJS")
    assert (item.grade, item.position) == (Grade.USED, 0)


@pytest.mark.parametrize("grade", list(Grade))
def test_evidence_takes_the_grade_of_its_line(grade: Grade) -> None:
    assert skill("Docker", (line("Docker", grade=grade),)).evidence[0].grade is grade


def test_a_line_without_a_grade_is_neither_evidence_nor_note() -> None:
    assert find_skills((line("Docker and Azure", grade=None, is_heading=True),)) == ()


@pytest.mark.parametrize(
    ("text", "span"),
    [("MongoDB Inc., Accountant", (0, 12)), ("Accountant, Docker GmbH", (12, 23)), ("at PostgreSQL Europe", (3, 20))],
)
def test_a_name_of_an_employer_is_a_note(text: str, span: tuple[int, int]) -> None:
    (found,) = find_skills(job(text, names=(span,)))
    assert found.evidence == ()
    assert [(item.cause, item.grade) for item in found.notes] == [("name", None)]


def test_a_skill_beside_an_employers_name_counts() -> None:
    lines = job("MongoDB Inc., Docker engineer", names=((0, 12),))
    assert own(lines) == {"Docker"}
    assert notes(lines) == {"MongoDB": "name"}


@pytest.mark.parametrize("text", ["ada@docker.example.com", "https://example.org/redis/x", "www.example.com/kafka"])
def test_addresses_are_no_evidence(text: str) -> None:
    assert own(summary(text)) == set()


def test_terms_are_found_like_skills() -> None:
    found = find_terms(job("Ran the Microsoft cloud\nNever used Frobnicator"), ("Microsoft cloud", "Frobnicator"))
    assert found.skill == "Microsoft cloud"
    assert [(item.quote, item.matched) for item in found.evidence] == [("Ran the Microsoft cloud", "Microsoft cloud")]
    assert [(item.quote, item.cause) for item in found.notes] == [("Never used Frobnicator", "negated")]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Frob.js", "frobjs, FROB JS"),
        ("Frob.js", "A Frob.js-based tool"),
        ("CICS", "COBOL|CICS|JCL"),
        ("Six Sigma", "Six\n>Sigma"),
        ("Frobnicator", "Frobni-\n>cator"),
        ("AS/400", "AS/400, AS400"),
        ("Überlauf", "ÜBERLAUF"),
    ],
)
def test_terms_have_spellings_too(term: str, text: str) -> None:
    assert find_terms(job(text), (term,)).evidence


@pytest.mark.parametrize(
    ("term", "text"),
    [("Frob", "Frobnicator"), ("CICS", "basics"), ("Six Sigma", "six, sigma"), ("", "x"), ("—", "— x")],
)
def test_terms_are_whole_words(term: str, text: str) -> None:
    assert find_terms(job(text), (term,)).evidence == ()


def test_no_terms_find_nothing() -> None:
    assert find_terms(job("Docker"), ()) == SkillEvidence("", ())


@pytest.mark.parametrize(
    "piece", ["go, ", "REST ", "GitHub ", "C, ", "not ", "never used it ", "CI / ", "a- ", "@", "MERN "]
)
def test_long_lines_take_time_in_proportion(piece: str) -> None:
    assert "Docker" in own(job(piece * 20_000 + ". Docker"))


WORDS = st.one_of(
    st.sampled_from(["Docker", "Azure", "Service", "Bus", "Go", "C", "R", "Node", "React", "Express", "GitHub"]),
    st.sampled_from(["not", "never", "learning", "no experience with", "hired", "engineers", "it", "but", "and"]),
    st.sampled_from([".js", "-", "(", ")", ", ", ". ", "\u200b", ":", "/"]),
)
SENTENCES = st.lists(WORDS, max_size=14)
TEXTS = st.one_of(st.text(max_size=60), SENTENCES.map(" ".join), SENTENCES.map("".join))
LINES = st.lists(
    st.builds(
        ResumeLine,
        text=TEXTS,
        page=st.just(1),
        line=st.integers(1, 9),
        section=st.sampled_from([None, *Section]),
        position=st.sampled_from([None, 0, 1]),
        grade=st.sampled_from([None, *Grade]),
        continues=st.booleans(),
        is_heading=st.booleans(),
        names=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60)), max_size=2).map(tuple),
    ),
    max_size=6,
)


@given(LINES)
def test_no_text_raises_and_every_quote_is_a_line(lines: list[ResumeLine]) -> None:
    texts = {one.text for one in lines}
    known = set(load("skills")["names"])
    for found in (*find_skills(lines), find_terms(lines, ("Docker", "Service Bus"))):
        assert all(item.quote in texts for item in (*found.evidence, *found.notes))
        assert all(item.grade is not None and item.cause is None for item in found.evidence)
        assert all(item.grade is None and item.cause is not None for item in found.notes)
        assert found.skill in known | {"Docker"}


def skill(name: str, lines: tuple[ResumeLine, ...]) -> SkillEvidence:
    return next(found for found in find_skills(lines) if found.skill == name)


def test_a_list_of_skills_is_listed() -> None:
    assert skill("NestJS", skills_list("NestJS")).evidence[0].grade is Grade.LISTED
