"""Properties of the whole way from lines to a resume."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.document import Cell, Document, Line
from screener.model.period import month_index, total_months
from screener.resumes.parse import parse_resume
from tests.made_resumes import AS_OF, resume

WORDS = st.sampled_from(
    [
        "Experience",
        "Education",
        "Skills",
        "Jane",
        "Doe",
        "Engineer",
        "at",
        "Acme",
        "GmbH",
        "Jan",
        "2020",
        "–",
        "Mar",
        "2022",
        "Present",
        "2019",
        "-",
        "BSc",
        "in",
        "Computer",
        "Science",
        "University",
        "Node.js",
        "NestJS",
        "no",
        "experience",
        "with",
        "learning",
        "•",
        "|",
        ",",
        "(",
        ")",
        ":",
        "03/2021",
        "to",
        "5",
        "years",
        "ü",
        "工作经历",
        "\x00",
        "\u202e",
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=12).map(" ".join)
LINES = st.lists(
    st.builds(
        lambda texts, bullet, region, size, bold: (texts, bullet, region, size, bold),
        st.lists(TEXTS, min_size=1, max_size=3),
        st.booleans(),
        st.integers(0, 2),
        st.sampled_from([0.0, 10.0, 14.0]),
        st.booleans(),
    ),
    max_size=12,
)


def made(rows: list[tuple[list[str], bool, int, float, bool]]) -> Document:
    lines = tuple(
        Line(tuple(Cell(text, size=size, bold=bold) for text in texts), 1, number, region=region, bullet=bullet)
        for number, (texts, bullet, region, size, bold) in enumerate(rows, 1)
    )
    return Document("pdf", "0" * 64, 1, lines)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_no_lines_raise_and_every_quote_is_verbatim(rows: list[tuple[list[str], bool, int, float, bool]]) -> None:
    document = made(rows)
    read = parse_resume(document, AS_OF)
    texts = {(line.page, line.number): line.text for line in document.lines}
    for skill in read.skills:
        for evidence in (*skill.evidence, *skill.notes):
            assert evidence.quote in texts[evidence.page, evidence.line]
    assert {line.position for line in read.lines} <= {None, *range(len(read.positions))}


def test_another_person_changes_nothing_but_the_candidate() -> None:
    lines = [
        "Jane Doe",
        "jane@example.com",
        "Experience",
        "Engineer, Acme, Jan 2020 – Mar 2022",
        "Built Node.js services",
    ]
    one, other = resume(lines), resume(["Kwame Nkomo", "k@example.org", *lines[2:]])
    assert (one.positions, one.skills, one.education) == (other.positions, other.skills, other.education)


def test_adding_a_position_never_lowers_the_months() -> None:
    head = ["Jane Doe", "Experience", "Engineer, Acme, Jan 2020 – Mar 2022"]
    month = month_index(AS_OF.year, AS_OF.month)

    def months(lines: list[str]) -> int:
        return total_months([job.period for job in resume(lines).positions if job.period], month).high

    assert months([*head, "Developer, Beta, 2017 – 2019"]) >= months(head)


def test_the_same_lines_give_the_same_resume() -> None:
    lines = ["Jane Doe", "Skills: Node.js, Go", "Experience", "Engineer, Acme, since 2021"]
    assert resume(lines) == resume(lines)
    assert resume(lines, as_of=date(2027, 1, 1)) != resume(lines)
