"""Positions as people of other trades, countries and templates set them."""

from screener.model.resume import Level, PositionKind
from tests.made_resumes import resume

Row = tuple[str | None, str | None, str, str]


def rows(text: str) -> list[Row]:
    """Title, employer, kind and period of each position."""
    return [
        (
            position.title,
            position.employer,
            position.kind.value,
            f"{position.period.start.iso()}/{position.period.end.iso(is_end=True)}" if position.period else "-",
        )
        for position in resume(text.strip("\n").split("\n")).positions
    ]


def test_employers_that_end_in_a_full_stop() -> None:
    text = """
Experience
Engineer
Datos S.L.
Jan 2020 – Present
- Built services
Software Engineering Intern
Vandy Labs Inc.
May 2018 – Aug 2018
- Drew charts
"""
    assert rows(text) == [
        ("Engineer", "Datos S.L.", "work", "2020-01/present"),
        ("Software Engineering Intern", "Vandy Labs Inc.", "internship", "2018-05/2018-08"),
    ]


def test_ranges_that_wrap_inside_a_grid() -> None:
    text = """
Experience
mar/2022    Mangue Tech
– atual    Desenvolvedor
- Serviços
ago/2018    Porto Soluções
– fev/2022    Analista
- Filas
May 2017 to    Tester
July 2018    Caju Labs
"""
    assert [row[3] for row in rows(text)] == ["2022-03/present", "2018-08/2022-02", "2017-05/2018-07"]


def test_europass_sets_dates_in_brackets_before_the_title() -> None:
    text = """
WORK EXPERIENCE
[ 01/03/2019 – Current ] Backend developer
Baltic Data sp. z o.o.
City: Gdańsk | Country: Poland
[ 01/07/2015 – 28/02/2019 ] Software developer
Hanza Soft S.A.
City: Gdynia | Country: Poland
"""
    assert [(row[0], row[3]) for row in rows(text)] == [
        ("Backend developer", "2019-03-01/present"),
        ("Software developer", "2015-07-01/2019-02-28"),
    ]


def test_a_sentence_from_to_before_the_title() -> None:
    text = """
ESPERIENZE LAVORATIVE
Da aprile 2021 ad oggi: Sviluppatore backend presso Vesuvio Software S.r.l.
Progettazione di microservizi.
Da febbraio 2017 a luglio 2017: Stage presso Campania Digitale
"""
    assert [(row[2], row[3]) for row in rows(text)] == [
        ("work", "2021-04/present"),
        ("internship", "2017-02/2017-07"),
    ]


def test_clients_inside_a_job_are_part_of_it() -> None:
    text = """
PROFESSIONAL EXPERIENCE
Tessarine Services, Pune    June 2017 – Till Date
Client: Barrowby Bank (Jan 2021 – Till Date)
Role: Technical Lead
Client: Nordfjell Telecom (June 2017 – Dec 2020)
Role: Software Engineer
"""
    assert [row[3] for row in rows(text)] == ["2017-06/present"]


def test_an_employer_with_the_whole_time_above_its_roles_is_no_job_of_its_own() -> None:
    text = """
Experience
Keystone Group    2016 – Present
Manager    Mar 2023 – Present
- Leads
Engineer    Jul 2016 – Feb 2023
- Built
"""
    assert rows(text) == [
        ("Manager", "Keystone Group", "work", "2023-03/present"),
        ("Engineer", "Keystone Group", "work", "2016-07/2023-02"),
    ]


def test_a_job_that_holds_another_one_is_never_dropped() -> None:
    assert [row[3] for row in rows("Experience\nAcme    2016 – Present\nBeta    2018 – 2019\n")] == [
        "2016/present",
        "2018/2019",
    ]
    partly = "Experience\nKeystone Group    2010 – Present\nManager    Mar 2020 – Present\n- Leads\n"
    assert [row[3] for row in rows(partly)] == ["2010/present", "2020-03/present"]


def test_jobs_side_by_side_are_both_read() -> None:
    text = """
Experience
Senior Engineer    Engineer
Tejo Labs    Douro Online
Jan 2022 – Present    Mar 2019 – Dec 2021
- Node.js platform    MongoDB catalogue
Education
BSc, Test University, 2012 – 2015
"""
    assert rows(text) == [
        ("Senior Engineer", "Tejo Labs", "work", "2022-01/present"),
        ("Engineer", "Douro Online", "work", "2019-03/2021-12"),
    ]


def test_turkish_capitals() -> None:
    text = """
İŞ DENEYİMİ
Yazılım Geliştirici, Boğaz A.Ş.    KASIM 2019 – HALEN
EĞİTİM
Bilgisayar Mühendisliği Lisans, Ege Üniversitesi, 2015 – 2019
"""
    assert [row[3] for row in rows(text)] == ["2019-11/present"]
    read = resume(text.strip("\n").split("\n"))
    assert [entry.level for entry in read.education] == [Level.BACHELOR]


def test_titles_of_one_long_word() -> None:
    (position,) = resume(
        ["Berufliche Erfahrung", "Seit 04/2019    Senior Softwareentwicklerin, Weser AG, Bremen"]
    ).positions
    assert (position.title, position.employer) == ("Senior Softwareentwicklerin", "Weser AG")


def test_student_jobs_and_placements_are_no_work() -> None:
    for title in (
        "IT Student Assistant",
        "Placement Year",
        "Ferialpraktikum",
        "Stage de fin d'études",
        "Afstudeerstage",
    ):
        (position,) = resume(["Experience", f"{title}, Test Lab    Sep 2016 – Dec 2017"]).positions
        assert position.kind is PositionKind.INTERNSHIP, title


def test_technologies_of_one_job_are_not_the_header_of_the_next() -> None:
    text = """
Experience
Zeepay    Accra
Platform Engineer    01/2022 – present
- Ran the estate
Technologies: Node.js, Docker
Maternity leave    06/2021 – 12/2021
"""
    assert [(row[2], row[3]) for row in rows(text)] == [("work", "2022-01/present"), ("break", "2021-06/2021-12")]
    read = resume(text.strip("\n").split("\n"))
    node = read.skill("Node.js")
    assert node is not None
    assert [evidence.position for evidence in node.evidence] == [0]
