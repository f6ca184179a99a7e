"""Properties of understanding, on texts made like resumes: headings, jobs, degrees, lists, and noise between them."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.period import Period, month_index, total_months
from screener.model.resume import Evidence, Resume
from screener.screening import screen
from tests.factories import asks_education, asks_experience, asks_skill, role
from tests.made_resumes import AS_OF, document, resume

NOW = month_index(AS_OF.year, AS_OF.month)
TITLES = st.sampled_from(["Developer", "Senior Software Engineer", "Data Analyst", "Freelance Developer", "Intern"])
EMPLOYERS = st.sampled_from(["Acme Corp", "Beta LLC", "Gamma GmbH", "Delta Systems", "Epsilon Ltd"])
DEEDS = st.sampled_from(
    [
        "Built Java services on Azure",
        "No experience with Docker, PostgreSQL daily",
        "Led a team of five engineers",
        "Improved the experience of customers from 2016 to 2018",
        "Environment: Kotlin, Redis, Jenkins",
    ]
)
NOISE = st.one_of(
    st.sampled_from(
        ["Experience", "Skills: Java", "Education", "- ", "5+ years of experience", "2019 –", "| |", "(", "•"]
    ),
    st.text(max_size=30),
)
NAMES = st.sampled_from(["Kwame Nkomo", "Mary-Jane O'Neil", "José da Silva", "Łukasz Ćwik", "Ruby Dart", "Li Na"])
ROLE = role(
    asks_experience(36),
    asks_skill("Java"),
    asks_skill("Docker", "should"),
    asks_education(fields=["computer science"]),
)
EDUCATION = ["Education", "B.Sc. Computer Science, Example University, 2008 – 2012"]
SKILLS = ["Skills", "Java, Docker, Git"]
SUMMARY = ["Summary", "Engineer who likes to build things that last."]


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A period written in one of many ways; sometimes backwards, or in the future."""
    start, length = draw(st.integers(2008 * 12, 2027 * 12)), draw(st.integers(-3, 90))
    end = start + length
    write = draw(
        st.sampled_from(
            [
                lambda month: f"{month % 12 + 1:02d}/{month // 12}",
                lambda month: f"{date(2000, month % 12 + 1, 1):%b} {month // 12}",
                lambda month: f"{month // 12}-{month % 12 + 1:02d}",
                lambda month: str(month // 12),
            ]
        )
    )
    last = draw(st.sampled_from([write(end), write(end), write(end), "Present"]))
    return f"{write(start)}{draw(st.sampled_from([' – ', '-', ' to ', ' — ']))}{last}"


@st.composite
def jobs(draw: st.DrawFn, least: int = 0) -> list[list[str]]:
    """The lines of each job, all of them in the same arrangement."""
    arrangement = draw(st.integers(0, 3))
    found = []
    for _ in range(draw(st.integers(least, 4))):
        title, employer, when = draw(TITLES), draw(EMPLOYERS), draw(dates())
        head = [
            [f"{title}, {employer}, {when}"],
            [title, employer, when],
            [f"{employer}    {when}", title],
            [when, f"{title} at {employer}"],
        ][arrangement]
        found.append([*head, *(f"- {deed}" for deed in draw(st.lists(DEEDS, min_size=1, max_size=3)))])
    return found


def written(found: list[list[str]], *, name: str = "Jane Doe") -> list[str]:
    return [*head(name), *experience(found), *EDUCATION, *SKILLS]


def head(name: str = "Jane Doe") -> list[str]:
    return [name, "someone@example.com"]


def experience(found: list[list[str]]) -> list[str]:
    return ["Experience", *(line for job in found for line in job)] if found else []


def periods(read: Resume) -> list[Period]:
    return [position.period for position in read.positions if position.period]


@given(jobs(), st.lists(st.tuples(st.integers(0, 40), NOISE), max_size=5))
@settings(max_examples=150, deadline=None)
def test_no_text_like_a_resume_raises_and_every_quote_is_verbatim(
    found: list[list[str]], noise: list[tuple[int, str]]
) -> None:
    lines = written(found)
    for at, text in noise:
        lines.insert(at % (len(lines) + 1), text)
    read = resume(lines)
    texts = {(line.page, line.number): line.text for line in document(lines).lines}
    for skill in read.skills:
        for item in (*skill.evidence, *skill.notes):
            assert item.quote in texts[item.page, item.line]
    for stated in (*read.positions, *read.education, *read.certificates):
        assert (stated.page, stated.line) in texts
    assert read.claim is None or read.claim.quote in texts[read.claim.page, read.claim.line]
    assert screen(read, ROLE, AS_OF).experience.low <= screen(read, ROLE, AS_OF).experience.high


@given(jobs())
@settings(max_examples=80, deadline=None)
def test_the_union_is_at_most_the_sum_and_at_least_the_longest(found: list[list[str]]) -> None:
    each = [total_months([period], NOW) for period in periods(resume(written(found)))]
    union = total_months(periods(resume(written(found))), NOW)
    assert max((months.high for months in each), default=0) <= union.high <= sum(months.high for months in each)
    assert union.low >= max((months.low for months in each), default=0)


@given(jobs(least=2))
@settings(max_examples=120, deadline=None)
def test_adding_a_position_never_lowers_the_most_months(found: list[list[str]]) -> None:
    fewer, more = (screen(resume(written(some)), ROLE, AS_OF).experience for some in (found[:-1], found))
    assert more.high >= fewer.high


@given(jobs(least=1), NAMES)
@settings(max_examples=80, deadline=None)
def test_renaming_the_person_changes_nothing_but_the_name(found: list[list[str]], name: str) -> None:
    one, other = resume(written(found)), resume(written(found, name=name))
    assert other.candidate == replace(one.candidate, name=name)
    for part in ("positions", "education", "certificates", "claim", "is_resume", "warnings"):
        assert getattr(one, part) == getattr(other, part), part
    assert evidence(one) == evidence(other)
    first, second = (screen(read, ROLE, AS_OF) for read in (one, other))
    assert (first.verdict, first.score, first.reasons) == (second.verdict, second.score, second.reasons)


def evidence(read: Resume) -> dict[str, tuple[Evidence, ...]]:
    """Without notes: one may say that a skill's name is a person's here."""
    return {skill.skill: skill.evidence for skill in read.skills if skill.evidence}


@given(jobs(least=1), st.permutations(range(4)))
@settings(max_examples=120, deadline=None)
def test_the_order_of_sections_changes_no_verdict(found: list[list[str]], order: list[int]) -> None:
    sections = [experience(found), EDUCATION, SKILLS, SUMMARY]
    usual, other = (
        screen(resume([*head(), *(line for at in some for line in sections[at])]), ROLE, AS_OF)
        for some in (range(4), order)
    )
    assert (usual.verdict, usual.score, usual.experience) == (other.verdict, other.score, other.experience)
    assert [found.status for found in usual.findings] == [found.status for found in other.findings]
