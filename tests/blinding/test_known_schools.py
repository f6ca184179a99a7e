"""Schools go wherever they are named: in the lines of degrees whole, elsewhere by a list and by their form."""

import pytest
from factories import AS_OF, asks_skill, role
from made_resumes import resume

from screener.blinding.folded import folded
from screener.blinding.known_schools import find_known
from screener.blinding.marks import covered
from screener.blinding.outcomes import words_of_role
from screener.blinding.redactor import Redactor
from screener.blinding.report import blind
from screener.model.report import Report
from screener.model.screening import Outcome, Screening
from screener.screening import screen

LINE = "BSc Computer Science, {}, 2010 - 2014"
SCHOOLS = [
    "MIT",
    "M.I.T.",
    "IIT Bombay",
    "IIT-B",
    "TU München",
    "TUM",
    "Uni Heidelberg",
    "FH Darmstadt",
    "INSA Lyon",
    "ENS Ulm",
    "École 42",
    "CentraleSupélec",
    "Télécom Paris",
    "Sciences Po",
    "ETH Zürich",
    "EPFL",
    "KU Leuven",
    "Politecnico di Milano",
    "USP",
    "PUC-Rio",
    "Caltech",
    "UC Berkeley",
    "Georgia Tech",
    "UT Austin",
    "Oxford",
    "LSE",
    "Imperial",
    "King's",
    "BITS Pilani",
    "Anna Univ.",
    "清华",
    "東京大学",
    "서울대학교",
    "МГУ",
    "ČVUT",
    "Technion",
    "الجامعة الأمريكية",
    "האוניברסיטה העברית",
    "ODTÜ",
    "UofT",
    "Open U",
    "Le Wagon",
    "Vassar",
    "Quillon Farrowdale",
    "Hanze Voorbeeldschool",
    "Universiti Contoh",
]


def outcome(*study: str, summary: str = "Engineer") -> Outcome:
    lines = ["Zora Quillfeather", "zora@example.com", "Summary", summary, "Experience"]
    lines += ["Backend Engineer, Acme GmbH   Jan 2019 - Dec 2025", "- NestJS services", "Education", *study]
    return Outcome("in/17.pdf", "0" * 64, screen(resume(lines), role(asks_skill("NestJS")), AS_OF))


def redactor(given: Outcome) -> Redactor:
    assert isinstance(given.result, Screening)
    return Redactor(given, words_of_role(given.result.role))


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_school_goes_from_the_line_of_its_degree_and_from_any_other(school: str) -> None:
    given = outcome(LINE.format(school))
    assert isinstance(given.result, Screening)
    line = next(item for item in given.result.resume.lines if item.text.startswith("BSc"))
    look = redactor(given)
    shown = look.text(line.text, look.where(line.page, line.line, line.section, line.position)).replace("].,", "],")
    assert shown == "BSc Computer Science, [school], [date]"
    assert (
        look.text(f"Taught TypeScript at {school} in spring").replace("]. ", "] ")
        == "Taught TypeScript at [school] in spring"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published under the MIT license", "Published under the MIT license"),
        ("MIT graduate, exchange at KIT", "[school] graduate, exchange at [school]"),
        ("talks at Georgia Tech, Oxford and Brown", "talks at [school] and [school]"),
        ("a debugging kit for brown bags", "a debugging kit for brown bags"),
        ("Uni Heidelberg and Leeds Uni", "[school] and [school]"),
        ("Uni testing, UC Java", "Uni testing, UC Java"),
        ("HTW Berlin, Fit for Purpose, X axis", "[school], Fit for Purpose, X axis"),
    ],
)
def test_known_schools_are_told_from_words(text: str, expected: str) -> None:
    assert covered(text, find_known(folded(text))) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2012: BSc Computer Science from Leeds University", "[date]: BSc Computer Science from [school]"),
        ("Leeds University BSc Computer Science 2012", "[school] BSc Computer Science [school]"),
        ("MSc Informatics Springmere 2012", "MSc Informatics [school] [date]"),
        ("Master of Science, Computer Science (Farrowdale)", "Master of Science, Computer Science ([school])"),
    ],
)
def test_a_degree_keeps_its_level_and_its_field(line: str, expected: str) -> None:
    given = outcome(line)
    assert isinstance(given.result, Screening)
    item = next(item for item in given.result.resume.lines if item.text == line)
    look = redactor(given)
    assert look.text(line, look.where(item.page, item.line, item.section, item.position)) == expected


@pytest.mark.parametrize(
    "school", ["INSA", "TU Springmere", "Goldsmiths", "Hanze Voorbeeldschool", "Universiti Contoh"]
)
def test_a_school_that_was_taken_for_the_field_goes(school: str) -> None:
    given = outcome(f"BSc {school}, 2012")
    assert isinstance(given.result, Screening)
    result = blind(Report((given,), given.result.role, AS_OF, "0")).report.outcomes[0].result
    assert isinstance(result, Screening)
    assert school not in repr(result.resume.education)
    assert school not in redactor(given).text(f"a bachelor's degree in {school}, a field that the role doesn't list")


@pytest.mark.parametrize(
    "field", ["Psychology", "Computer Science", "CSE", "Computational Biology", "Datateknik", "History"]
)
def test_a_field_stays(field: str) -> None:
    given = outcome(f"BSc {field}, Farrowdale University, 2012")
    assert isinstance(given.result, Screening)
    result = blind(Report((given,), given.result.role, AS_OF, "0")).report.outcomes[0].result
    assert isinstance(result, Screening)
    assert [entry.field for entry in result.resume.education] == [field]
    assert redactor(given).text(f"a bachelor's degree in {field}") == f"a bachelor's degree in {field}"
