"""Sidebars are flows of their own; narrow columns of dates, labels and headings belong to what is beside them."""

from io import BytesIO

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document

Placed = tuple[float, float, str]


def document(*pages: list[Placed]) -> Document:
    """Strings at x and y (from the bottom) on pages of A4."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return extract(buffer.getvalue(), "0" * 64, Limits())


def column(x: float, top: float, *lines: str) -> list[Placed]:
    return [(x, top - 15 * number, line) for number, line in enumerate(lines)]


def body(of: str) -> list[str]:
    return [f"Agreed release {number} of the {of} with stakeholders and wrote it down" for number in range(20)]


def flow(read: Document, region: int) -> list[str]:
    return [line.text for line in read.lines if (line.region == 0) == (region == 0)]


def test_a_short_right_sidebar_doesnt_swallow_the_next_page() -> None:
    first = column(40, 800, "Experience", "Engineer, Acme", "Jan 2020 – Present", *body("wallet"))
    side = column(430, 800, "Contact", "jane@example.com", "Education", "BSc Informatics")
    second = column(40, 800, "Developer, Beta", "Jan 2015 – Dec 2019", *body("cellar"))
    read = document(first + side, second)
    assert flow(read, 1) == ["Contact", "jane@example.com", "Education", "BSc Informatics"]
    assert flow(read, 0)[-22:-20] == ["Developer, Beta", "Jan 2015 – Dec 2019"]


def test_a_left_sidebar_of_few_lines_on_each_page() -> None:
    one = column(40, 800, "Jane Doe", "Skills", "Git") + column(
        200, 800, "Experience", "Lead, Acme", "Jan 2021 – Present", *body("kitchen")
    )
    two = column(40, 770, "Education", "BSc Physics", "2008 – 2012") + column(
        200, 800, "MongoDB sharding", "", "Engineer", "Ikeja Power", "Feb 2014 – Dec 2020", *body("meter")
    )
    read = document(one, two)
    assert flow(read, 1) == ["Jane Doe", "Skills", "Git", "Education", "BSc Physics", "2008 – 2012"]
    assert flow(read, 0)[23:27] == ["MongoDB sharding", "Engineer", "Ikeja Power", "Feb 2014 – Dec 2020"]


def job(number: int, top: float, x: float) -> list[Placed]:
    return column(
        x, top, f"Engineer {number}", *(f"Built service {number} with care and a plan {line}" for line in range(5))
    )


def test_employer_place_and_dates_below_each_other_come_before_their_job() -> None:
    labels = [
        placed
        for number in (1, 2, 3)
        for placed in [
            (40.0, 850.0 - 110 * number, f"Employer {number}"),
            (40.0, 838.0 - 110 * number, "Berlin"),
            (40.0, 826.0 - 110 * number, f"Jan 201{number} – Dec 201{number}"),
        ]
    ]
    jobs = [placed for number in (1, 2, 3) for placed in job(number, 850 - 110 * number, 200)]
    texts = [line.text for line in document([(40, 800, "Jane Doe"), *labels, *jobs]).lines]
    at = texts.index("Employer 2")
    assert texts[at : at + 4] == ["Employer 2", "Berlin", "Jan 2012 – Dec 2012", "Engineer 2"]


def test_dates_between_a_sidebar_and_the_jobs_belong_to_the_jobs() -> None:
    side = column(40, 770, "Skills", *(f"Skill {number}" for number in range(14)), "Education", "BSc", "2001 – 2004")
    dates = [(170.0, 850.0 - 110 * number, f"Jan 201{number} – Dec 201{number}") for number in (1, 2, 3)]
    jobs = [placed for number in (1, 2, 3) for placed in job(number, 850 - 110 * number, 300)]
    read = document([(170, 800, "Jane Doe"), *side, *dates, *jobs])
    rows = [[cell.text for cell in line.cells] for line in read.lines]
    assert ["Jan 2012 – Dec 2012", "Engineer 2"] in rows


def test_headings_in_a_column_of_their_own_come_before_what_is_beside_them() -> None:
    headings = [(40.0, 734.0 - 110 * number, heading) for number, heading in enumerate(("Work", "Education", "Skills"))]
    beside = [
        placed
        for number in range(3)
        for placed in column(160, 740 - 110 * number, f"First {number}", f"Second {number}")
    ]
    texts = [line.text for line in document([(160, 800, "Jane Doe"), *headings, *beside]).lines]
    assert texts == [
        "Jane Doe",
        "Work",
        "First 0",
        "Second 0",
        "Education",
        "First 1",
        "Second 1",
        "Skills",
        "First 2",
        "Second 2",
    ]


def test_places_and_dates_in_the_rows_of_employer_and_title_stay_in_them() -> None:
    rows = [
        placed
        for number in (1, 2, 3)
        for placed in [
            (40.0, 850.0 - 110 * number, f"Employer {number}"),
            (500.0, 850.0 - 110 * number, "Berlin"),
            (40.0, 836.0 - 110 * number, f"Engineer {number}"),
            (441.0, 836.0 - 110 * number, f"201{number} – Dec 201{number}"),
            (60.0, 822.0 - 110 * number, "Built a service that nobody had dared to build before"),
        ]
    ]
    read = document([(40, 800, "Jane Doe"), *rows])
    cells = [[cell.text for cell in line.cells] for line in read.lines]
    assert ["Employer 2", "Berlin"] in cells
    assert ["Engineer 2", "2012 – Dec 2012"] in cells


def test_headings_that_stick_out_of_a_timeline_belong_to_its_column() -> None:
    side = column(40, 800, "Contact", "jane@example.com", "Skills", "Python", "Java", "Docker", "Git", "Go", "Rust")
    jobs = [*column(212, 785, "2019 – 2021", "Engineer, Acme", "2017 – 2019", "Engineer, Beta")]
    main = [(200.0, 800.0, "Experience"), *jobs, (200.0, 712.0, "Education"), *column(212, 697, "2013 – 2017", "BSc")]
    read = document(side + main)
    assert flow(read, 1) == [text for *_, text in side]
    assert flow(read, 0) == [text for *_, text in main]


def test_headings_at_the_left_that_wrap_and_end_at_one_edge_come_before_their_sections() -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    headings = [(740, "Work"), (726, "Experience"), (630, "Education"), (520, "Technical"), (506, "Skills")]
    side = [(130 - stringWidth(text, "Helvetica", 10), y, text) for y, text in headings]
    beside = [
        placed
        for number in range(3)
        for placed in column(160, 740 - 110 * number, f"First {number}", f"Second {number}")
    ]
    texts = [line.text for line in document([(160, 800, "Jane Doe"), *side, *beside]).lines]
    expected = ["Work Experience", "First 0", "Second 0", "Education", "First 1", "Second 1", "Technical Skills"]
    assert texts == ["Jane Doe", *expected, "First 2", "Second 2"]


def test_a_heading_above_a_tables_first_column_makes_no_sidebar_of_it() -> None:
    rows = [("2013 – 2017", "Bachelor", "Sample College"), ("2012", "Matriculation", "Sample School")]
    skills = [("Programming", "Expert", "Python"), ("", "Good", "Java"), ("Tools", "Daily", "Git")]
    placed: list[Placed] = [(40, 700, "Education"), (40, 640, "Technical Skills")]
    for top, table in ((680, rows), (620, skills)):
        for number, row in enumerate(table):
            placed += [(x, top - 18.0 * number, text) for x, text in zip((40, 150, 330), row, strict=True)]
    cells = [[cell.text for cell in line.cells] for line in document(placed).lines]
    assert ["2012", "Matriculation", "Sample School"] in cells
    assert ["Tools", "Daily", "Git"] in cells


def test_labels_that_are_called_like_sections_are_labels() -> None:
    placed: list[Placed] = [(130, 700, "Computing"), (130, 640, "Spoken at home")]
    rows = [(685, "Languages", "Python, SQL"), (670, "Methods", "Scrum"), (625, "Welsh", "all"), (610, "Irish", "some")]
    for y, label, text in rows:
        placed += [(70, y, label), (130, y, text)]
    placed += [(300, 685, "Frameworks"), (370, 685, "Flask"), (300, 670, "Cloud"), (370, 670, "None")]
    read = document(placed)
    assert flow(read, 1) == []
    assert read.lines[1].text.split() == ["Languages", "Python,", "SQL", "Frameworks", "Flask"]


def centred(x: float, top: float, *lines: str) -> list[Placed]:
    """Lines of Helvetica in 10 points around one centre, as near as the average letter tells."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return [(x - stringWidth(line, "Helvetica", 10) / 2, y, line) for _, y, line in column(x, top, *lines)]


def test_a_right_sidebar_whose_lines_are_centred() -> None:
    jobs: list[Placed] = []
    for number in range(4):
        told = f"Built service {number} with care and a plan"
        jobs += column(40, 760 - 60 * number, f"201{number}.02 — 201{number}.11", f"Engineer {number} at Acme", told)
    side = centred(480, 752, "Contact", "jane.doe@example.com", "Tema, Ghana", "", "Skills", "TypeScript", "Git")
    side += centred(480, 632, "Education", "BSc Informatics", "Example University", "2003 — 2007")
    read = document([(40, 800, "Jane Doe"), (40, 780, "Experience"), *jobs, *side])
    assert flow(read, 0)[:4] == ["Jane Doe", "Experience", "2010.02 — 2010.11", "Engineer 0 at Acme"]
    assert flow(read, 0)[-2:] == ["Engineer 3 at Acme", "Built service 3 with care and a plan"]
    assert flow(read, 1)[:3] == ["Contact", "jane.doe@example.com", "Tema, Ghana"]


def test_sections_side_by_side_though_nothing_is_aligned_below_one_of_them() -> None:
    jobs = column(40, 740, "Engineer", "Acme", "Keeps clusters", "", "", "Administrator", "Beta", "Kept logs")
    dates = [(240.0, 740.0, "Nov 2021 – Present"), (240.0, 665.0, "May 2018 – Oct 2021")]
    studies = column(40, 600, "Education", "BS Software Engineering", "Example University")
    dates.append((240.0, 585.0, "2014 – 2018"))
    rings = [(418.0, 718.0, "90%"), (502.0, 718.0, "70%"), (409.0, 690.0, "Terraform"), (496.0, 690.0, "Python")]
    read = document([(40, 760, "Experience"), (400, 760, "Skills"), *jobs, *dates, *studies, *rings])
    assert flow(read, 0)[:2] == ["Experience", "Engineer   Nov 2021 – Present"]
    assert flow(read, 0)[-2:] == ["BS Software Engineering   2014 – 2018", "Example University"]
    assert flow(read, 1) == ["Skills", "90%   70%", "Terraform   Python"]


def test_a_heading_that_is_set_in_stands_above_its_column() -> None:
    jobs = column(40, 760, "Experience", *body("packing line")[:6])
    studies = column(50, 640, "Education") + column(40, 625, "BS Informatics", "Example College", "2014 – 2018")
    skills = column(330, 640, "Skills") + column(320, 625, "Docker, Git")
    texts = [line.text for line in document([*jobs, *studies, *skills]).lines]
    assert texts[-6:] == ["Education", "BS Informatics", "Example College", "2014 – 2018", "Skills", "Docker, Git"]
