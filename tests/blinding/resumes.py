"""Synthetic people whose names, schools and addresses stand where they are hard to miss."""

from typing import NamedTuple


class Person(NamedTuple):
    """`own` is what must never be seen of them; `file` may hold any of it."""

    file: str
    lines: tuple[str, ...]
    own: tuple[str, ...]


PEOPLE = (
    Person(
        "quillon-marchetti.pdf",
        (
            "Quillon Marchetti",
            "12 Harbour Street, Springmere, ZZ 12345 | +1 555-010-0199",
            "q.marchetti@example.com | github.com/nightowl77",
            "Backend engineer with 8 years of experience in Node.js. Ask Quillon for more: nightowl77.",
            "Experience",
            "Senior Backend Engineer, Acme GmbH   Jan 2021 - Present",
            "- Quillon's NestJS services on Azure with MongoDB, see github.com/nightowl77/shop",
            "Research Assistant, Farrowdale University   Jan 2019 - Dec 2020",
            "- Node.js and PostgreSQL at Farrowdale University for q.marchetti@example.com",
            "Education",
            "BSc Computer Science, Farrowdale University   2013 - 2017",
        ),
        (
            "quillon",
            "marchetti",
            "nightowl77",
            "springmere",
            "harbour",
            "farrowdale",
            "2013",
            "2017",
            "0100199",
        ),
    ),
    Person(
        "Żółtowska Łucja.docx",
        (
            "ŁUCJA ŻÓŁTOWSKA-BRENN (Lucy)",
            "lucja.brenn@example.org   555 010 0123 4",
            "Adres: ul. Kwiatowa 5, Lipogród",
            "Data urodzenia: 12.05.1990",
            "Doświadczenie",
            "Backend Developer, Acme Sp. z o.o.   03/2019 – obecnie",
            "- Node.js, TypeScript; projekt Lucja Zoltowska dla Lipogród",
            "Wykształcenie",
            "2012 – 2016   inżynier, Informatyka, Politechnika Lipogrodzka",
        ),
        ("łucja", "lucja", "żółtowska", "zoltowska", "brenn", "kwiatowa", "lipogr", "1990", "2012", "2016"),
    ),
    Person(
        "grace.may.docx",
        (
            "Grace May Long",
            "Location: Ashcombe Vale   grace.long@example.net   linkedin.com/in/gracemaylong",
            "Skills",
            "Node.js, NestJS, Ruby, MongoDB (Grace May Long teaches them), a grace period",
            "Experience",
            "Software Engineer, Acme Ltd   May 2019 - June 2024",
            "- Long-running Node.js jobs since May, built by Grace",
            "Education",
            "M.Sc. in Computer Science from Eastmark College, graduated May 2018, MIT exchange 2016",
        ),
        ("grace may", "grace.long", "gracemaylong", "ashcombe", "eastmark", "2018", "2016", "mit"),
    ),
    Person(
        "王小明.docx",
        (
            "王小明",
            "wang.xm@example.com   +86 139 5550 1234",
            "现居住地：例城市",
            "工作经历",
            "2019年3月 - 至今   软件工程师   例子科技有限公司",
            "- 王小明 使用 Node.js 和 MongoDB 开发",
            "教育背景",
            "2012年9月 - 2016年6月   例城大学   计算机科学与技术   本科",
        ),
        ("王小明", "wang.xm", "小明", "例城大学", "2012", "55501234"),
    ),
)
