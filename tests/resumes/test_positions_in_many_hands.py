"""Jobs as people of many countries set them: kinds, open ends, wrapped dates, names that mislead."""

import pytest

from screener.model.resume import Grade, PositionKind
from screener.resumes.header_words import kind_of
from tests.made_resumes import resume


def _jobs(lines: list[str], heading: str = "Experience") -> list[tuple[str | None, str | None, str]]:
    """(start, end, kind) of each position."""
    made = resume(["Jane Doe", "jane.doe@example.com", heading, *lines])
    return [
        (
            position.period.start.iso() if position.period else None,
            position.period.end.iso(is_end=True) if position.period else None,
            position.kind.value,
        )
        for position in made.positions
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Urlop rodzicielski", PositionKind.BREAK),
        ("Отпуск по уходу за ребёнком", PositionKind.BREAK),
        ("育児休業", PositionKind.BREAK),
        ("Année sabbatique", PositionKind.BREAK),
        ("Стажёр-программист", PositionKind.INTERNSHIP),
        ("Developer-Intern", PositionKind.INTERNSHIP),
        ("Yazılım Stajyeri", PositionKind.INTERNSHIP),
        ("Stage bij ontwikkelafdeling", PositionKind.INTERNSHIP),
        ("软件开发实习生", PositionKind.INTERNSHIP),
        ("Intern Program Manager", None),
        ("Internal Auditor", None),
        ("International Sales Manager", None),
    ],
)
def test_titles_tell_the_kind_in_every_language(title: str, kind: PositionKind | None) -> None:
    assert kind_of(title) is kind


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Engineer | Acme | 03/25 –", ("2025-03", "present")),
        ("Engineer | Acme | 2025/11 -- (7 months)", ("2025-11", "present")),
        ("Engineer | Acme | since Dec-23", ("2023-12", "present")),
        ("2017 (9 months): Java Developer, Acme Ltd", ("2017", "2017")),
        ("2024 | Accountant | Acme Ltd", ("2024", "2024")),
        ("インフラエンジニア | 株式会社 | 2009/10から2010/06まで", ("2009-10", "2010-06")),
        ("工程师 | 公司 | 2024.10〜2025.06", ("2024-10", "2025-06")),
    ],
)
def test_open_single_and_asian_dates(line: str, found: tuple[str, str]) -> None:
    ((start, end, _),) = _jobs([line])
    assert (start, end) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Engineer – Acme (December 1, 2020–February 28,", "2022)"], ("2020-12-01", "2022-02-28")),
        (["Engineer, Acme, listopad", "2021 – styczeń 2023"], ("2021-11", "2023-01")),
        (["Engineer, Acme, czerwiec – grudzień", "2019"], ("2019-06", "2019-12")),
        (["Apprentice Engineer, Acme Ltd,", "Jun 2017 – Dec 2020"], ("2017-06", "2020-12")),
    ],
    ids=["in a full date", "month from year", "both months", "comma"],
)
def test_dates_that_wrap(lines: list[str], found: tuple[str, str]) -> None:
    ((start, end, _),) = _jobs(lines)
    assert (start, end) == found


def test_an_open_end_above_another_range_stays_open() -> None:
    jobs = _jobs(["6/2025 –   Engineer, Acme Ltd", "8/2023 – 5/2025   Tester, Globex Ltd", "- Ran the tests"])
    assert [job[:2] for job in jobs] == [("2025-06", "present"), ("2023-08", "2025-05")]


def test_a_break_takes_no_title_from_the_job_below() -> None:
    lines = ["Engineer", "Acme Ltd", "Jan 2024 – Jun 2024", "- Built things"]
    lines += ["Sabbatical", "Mar 2023 – Dec 2023", "Tester", "Globex Ltd", "Jan 2021 – Feb 2023"]
    assert [job[2] for job in _jobs(lines)] == ["work", "break", "work"]


def test_a_title_above_the_dates_is_kept_after_roles_of_one_line() -> None:
    lines = ["Acme Ltd | Jan 2020 – Dec 2023", "Senior Engineer | Jan 2022 – Dec 2023", "- Built things"]
    lines += ["Engineer | Jan 2020 – Dec 2021", "- Built more things", "Trainee", "Globex | Jan 2018 – Dec 2019"]
    assert _jobs(lines)[-1] == ("2018-01", "2019-12", "internship")


def test_a_project_in_a_job_starts_no_section_in_any_language() -> None:
    lines = ["Entwickler, Acme GmbH, 01/2022 – 12/2023", "- Betrieb", "Projekt: Atlas", "- Planung"]
    assert len(_jobs([*lines, "Tester, Globex GmbH, 01/2020 – 12/2021"], "Berufserfahrung")) == 2


def test_months_in_small_letters_begin_a_job_below_a_long_bullet() -> None:
    bullet = "- Mise en place d'un portail de suivi pour toutes les équipes du groupe"
    jobs = _jobs(
        [f"Ingénieur, Acme, janv. 2024 – déc. 2024\n{bullet}", "mai 2020 -- déc. 2023: Comptable, Globex SARL"]
    )
    assert [job[0] for job in jobs] == ["2024-01", "2020-05"]


@pytest.mark.parametrize(
    ("line", "skill", "shown"),
    [
        ("没有Kafka经验。", "Kafka", False),
        ("将旧系统迁移到GCP", "Google Cloud", True),
        ("負責基於Terraform的報表平台", "Terraform", True),
        ("Kafka deneyimim yok.", "Kafka", False),
        ("PHP 8 deneyimim yok.", "PHP", False),
        ("現在Kafkaを学習中です。", "Kafka", False),
        ("Sto imparando Docker.", "Docker", False),
        ("Нет опыта работы с Docker.", "Docker", False),
        ("Brak doświadczenia z Docker.", "Docker", False),
        ("Geen ervaring met Docker.", "Docker", False),
    ],
)
def test_skills_are_shown_and_denied_in_every_language(line: str, skill: str, shown: bool) -> None:
    found = resume(["Jane Doe", "jane.doe@example.com", "Summary", line]).skill(skill)
    assert bool(found and found.evidence) is shown


def test_a_clients_name_is_no_evidence() -> None:
    lines = ["Jane Doe", "jane.doe@example.com", "Experience", "Freelance Developer, Jan 2022 – Dec 2023"]
    made = resume([*lines, "Clients: MongoDB Inc., Docker Ltd", "- Built services with Redis"])
    used = {found.skill for found in made.skills if found.evidence and found.evidence[0].grade is Grade.USED}
    assert used == {"Redis"}


@pytest.mark.parametrize("name", ["李小明", "Zoë al-Rashidi", "青木 太郎"])
def test_names_of_many_scripts(name: str) -> None:
    assert resume([name, "jane.doe@example.com", "Experience", "Engineer, Acme, 2019 – 2021"]).candidate.name == name
