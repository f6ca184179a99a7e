"""User names, addresses, numbers and facts about a person go from any sentence; what stands beside them stays."""

import pytest
from factories import AS_OF, asks_skill, role
from made_resumes import resume

from screener.blinding.outcomes import words_of_role
from screener.blinding.redactor import ANYWHERE, Redactor
from screener.model.screening import Outcome
from screener.screening import screen

LINES = ["Zora Quillfeather", "zora@example.com", "Experience", "Engineer, Acme GmbH   Jan 2019 - Dec 2025", "- NestJS"]


@pytest.fixture(scope="module")
def look() -> Redactor:
    asked = role(asks_skill("NestJS"))
    return Redactor(Outcome("in/17.pdf", "0" * 64, screen(resume(LINES), asked, AS_OF)), words_of_role(asked))


@pytest.mark.parametrize(
    "told",
    [
        "hub.docker.com/u/zq88",
        "npmjs.com/~zq88",
        "dev.to/zq88",
        "zq88.dev",
        "zq.me",
        "zq88.github.io",
        "zq88.medium.com",
        "git@github.com:zq88/app.git",
        "ssh://git@gitlab.com/zq88/app",
        "orcid.org/0000-0002-1825-0097",
        "scholar.google.com/citations?user=zq88",
        "zq88 [at] mail [dot] com",
        "zq88 AT mail DOT com",
        "zq88 at mail dot com",
        "zq88@mail . com",
        "zq88_at_mail.com",
        "zq88@mail",
        "z q 8 @ mail.com",
        "mailto:zq88@mail.com",
        "@zq88@mastodon.social",
        "+254 712 345678",
        "555-0142",
        "1-800-ZORAZQ",
        "12 Rosewood Lane",
        "Rosewood Lane 12",
        "Rosewoodstraße 5",
        "Flat 3, Rosewood House, LS6 3AB",
        "5 Rosewood Ave., Springfield, IL 62701",
        "Musterweg 3, 10115 Springmere",
        "SW1A 1AA",
        "Plot 5, Rosewood Colony",
        "〒100-0001 東京都千代田区1-1",
        "北京市海淀区中关村路1号",
        "34-year-old",
        "34 y/o",
        "DE89 3704 0044 0532 0130 00",
    ],
)
def test_what_leads_to_a_person_goes_whole(look: Redactor, told: str) -> None:
    shown = look.text(f"NestJS and {told} were mine")
    assert shown.startswith("NestJS and [")
    assert shown.endswith("] were mine")
    assert shown.count("[") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LinkedIn: zq, Skype: zora", "LinkedIn: [user], Skype: [user]"),
        ("GitHub user zq88, GitHub (zq88), zq88 on GitHub", "GitHub user [user], GitHub ([user]), [user] on GitHub"),
        ("GitHub: Actions, Docker", "GitHub: Actions, Docker"),
        (
            "Telegram @liz_c88, Discord lizzie#1234, WeChat ID: zq_88",
            "Telegram [user], Discord [user], WeChat ID: [user]",
        ),
        ("npm i @zq88/tool beside @nestjs/core", "npm i [user] beside @nestjs/core"),
        ("Node.js/NestJS, ASP.NET/C#, Socket.IO/Redis, CI/CD", "Node.js/NestJS, ASP.NET/C#, Socket.IO/Redis, CI/CD"),
        ("at Booking.com with e.g. main.py and v1.2.3", "at Booking.com with e.g. main.py and v1.2.3"),
        ("worked at Acme. Led NestJS", "worked at Acme. Led NestJS"),
        ("Lives in Headingley; NestJS", "Lives in [address]; NestJS"),
        ("based in Springmere, ZZ, with Docker", "based in [address], with Docker"),
        ("built in Java, based in part on Go", "built in Java, based in part on Go"),
        ("Born 1988-03-04 in Springmere", "Born [date] in [address]"),
        ("Age: 34, NestJS and MongoDB", "Age: [personal], NestJS and MongoDB"),
        ("Nationality: Kenyan, married, two kids, Docker", "Nationality: [personal], [personal], [personal], Docker"),
        ("Kenyan citizen, passport X1234567", "[personal], passport [personal]"),
        ("PAN ABCDE1234F, SSN 123-45-6789", "PAN [personal], SSN [personal]"),
        ("25 anos, solteira", "[personal], [personal]"),
        ("25 anos de experiência, 10 ans d'expérience", "25 anos de experiência, 10 ans d'expérience"),
        ("a 20-year-old system on S3 2GB", "a 20-year-old system on S3 2GB"),
        ("2012 graduate, class of ’12, Batch of 2016", "[date] graduate, class of [date], Batch of [date]"),
        ("I graduated in June 2012 and know Azure", "I graduated in [date] and know Azure"),
        ("completed the move in 2019, led teams until 2020", "completed the move in 2019, led teams until 2020"),
    ],
)
def test_the_smallest_span_goes(look: Redactor, text: str, expected: str) -> None:
    assert look.text(text).replace("[phone]", "[personal]") == expected


def test_what_matched_stays_within_what_goes(look: Redactor) -> None:
    kept = ANYWHERE._replace(kept=("MongoDB",))
    assert "MongoDB" in look.text("Address: 5 Elm Close MongoDB", kept)
    assert "Elm" not in look.text("Address: 5 Elm Close MongoDB", kept)
