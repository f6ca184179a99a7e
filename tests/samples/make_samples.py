"""Make the sample resumes of this folder: `python -m tests.samples.make_samples`.

All people are invented. The bytes are the same on every run, so that a changed sample shows in a diff.
"""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parent
_EPOCH = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Job:
    title: str
    employer: str
    dates: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    name: str
    headline: str
    contact: tuple[str, ...]
    summary: str
    jobs: tuple[Job, ...]
    education: tuple[tuple[str, str, str], ...]  # degree, school, dates
    skills: tuple[tuple[str, str], ...]  # group, names


FIT = Person(
    "Mira Solheim",
    "Backend Engineer",
    ("Bergen, Norway", "mira.solheim@example.com", "+47 555 0101"),
    "Builds booking services that stay quiet at night. Likes small releases and honest dashboards.",
    (
        Job(
            "Senior Backend Engineer",
            "Fjordline Booking",
            "March 2023 – October 2026",
            (
                "Split a monolith into NestJS services in TypeScript that sell 9,000 tickets a day.",
                "Moved seat holds to PostgreSQL advisory locks and ended double bookings.",
                "Sends booking events through Azure Service Bus to Azure Functions.",
            ),
        ),
        Job(
            "Backend Engineer",
            "Nordlys Maps",
            "January 2021 – February 2023",
            (
                "Wrote Node.js REST APIs over MongoDB for 40 map layers.",
                "Added Jest integration tests and reviewed every pull request of the team in Git.",
            ),
        ),
    ),
    (("Bachelor of Science in Computer Science", "Vestland Technical University", "2017 – 2020"),),
    (
        ("Languages", "TypeScript, JavaScript, SQL"),
        ("Back end", "Node.js, NestJS, Express, REST APIs"),
        ("Data", "MongoDB, PostgreSQL, Elasticsearch"),
        ("Cloud", "Azure, Docker, Git"),
    ),
)

REVIEW = Person(
    "Tomas Okoro",
    "Software Developer",
    ("Leeds, UK", "tomas.okoro@example.org", "+44 555 0102"),
    "Developer with 6 years of experience in payment software.",
    (
        Job(
            "Software Developer",
            "Pennine Payments",
            "2021 – 2026",
            (
                "Maintains NestJS services and a PostgreSQL ledger.",
                "Introduced MongoDB for the audit trail.",
            ),
        ),
    ),
    (("Bachelor of Engineering, Mechatronics", "Aire Valley University", "2016 – 2020"),),
    (("Skills", "Node.js, NestJS, TypeScript, PostgreSQL, MongoDB, Git"),),
)

NO_FIT = Person(
    "June Parkhurst",
    "Java Developer",
    ("Austin, TX", "june.parkhurst@example.net", "(512) 555-0103"),
    "Java developer. No experience with Node.js yet; currently learning TypeScript.",
    (
        Job(
            "Java Developer",
            "Lone Star Insurance",
            "June 2022 – August 2026",
            (
                "Builds claim services in Java and Spring Boot on PostgreSQL.",
                "Keeps the build green with Jenkins and Docker.",
            ),
        ),
        Job("QA Intern", "Lone Star Insurance", "January 2022 – May 2022", ("Automated smoke tests with Selenium.",)),
    ),
    (("Bachelor of Science, Information Technology", "Hill Country College", "2018 – 2021"),),
    (("Skills", "Java, Spring Boot, PostgreSQL, Docker, Jenkins, Git"),),
)

TWO_COLUMNS = Person(
    "Lena Castell",
    "Full-Stack Developer",
    ("Lyon, France", "lena.castell@example.com", "+33 555 0104"),
    "Full-stack developer who prefers the server side.",
    (
        Job(
            "Full-Stack Developer",
            "Atelier Nuage",
            "Sep 2022 – Present",
            (
                "Runs an Express and Node.js API with",
                "MongoDB behind 30 shop fronts.",
                "Ships to Azure App Service every day.",
            ),
        ),
        Job(
            "Web Developer",
            "Boulon & Fils",
            "Feb 2020 – Aug 2022",
            ("Rebuilt the catalogue in React and", "JavaScript with a GraphQL gateway."),
        ),
    ),
    (("Licence, Informatique", "Université du Rhône", "2016 – 2019"),),
    (
        ("Languages", "TypeScript|JavaScript"),
        ("Back end", "Node.js|Express|GraphQL"),
        ("Data", "MongoDB|PostgreSQL"),
        ("Tools", "Git|Docker|Azure"),
    ),
)

TABLES = Person(
    "Idris Vale",
    "Backend Developer",
    ("Porto, Portugal", "idris.vale@example.org", "+351 555 0105"),
    "Backend developer for logistics and retail.",
    (
        Job(
            "Backend Developer",
            "Cargo Atlântico",
            "05/2021 – 09/2026",
            (
                "Designed NestJS services on PostgreSQL and MongoDB for 200 depots.",
                "Cut the nightly import from three hours to ten minutes with Node.js streams.",
            ),
        ),
        Job("Junior Developer", "Loja Verde", "02/2019 – 04/2021", ("Maintained a PHP shop.",)),
    ),
    (("Licenciatura em Engenharia Informática", "Universidade do Douro", "2015 – 2018"),),
    (("Skills", "Node.js, NestJS, TypeScript, MongoDB, PostgreSQL, Azure, Git"),),
)


def main() -> None:
    """Write all samples beside this script."""
    (FOLDER / "fit.pdf").write_bytes(one_column_pdf(FIT))
    (FOLDER / "review.pdf").write_bytes(one_column_pdf(REVIEW))
    (FOLDER / "two-columns.pdf").write_bytes(two_column_pdf(TWO_COLUMNS))
    (FOLDER / "scan.pdf").write_bytes(scan_pdf(FIT))
    (FOLDER / "no-fit.docx").write_bytes(plain_docx(NO_FIT))
    (FOLDER / "tables.docx").write_bytes(table_docx(TABLES))


def one_column_pdf(person: Person) -> bytes:
    """A plain page with right-aligned dates."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=True)
    y = 780.0

    def put(text: str, size: float = 10, *, bold: bool = False, indent: float = 0, right: str = "") -> None:
        nonlocal y
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        canvas.drawString(60 + indent, y, text)
        if right:
            canvas.setFont("Helvetica", 10)
            canvas.drawRightString(535, y, right)
        y -= size * 1.45

    def heading(text: str) -> None:
        nonlocal y
        y -= 10
        put(text, 13, bold=True)
        canvas.line(60, y + 13, 535, y + 13)

    put(person.name, 22, bold=True)
    put(person.headline, 12)
    put("  |  ".join(person.contact))
    heading("Summary")
    put(person.summary)
    heading("Experience")
    for job in person.jobs:
        put(f"{job.title}, {job.employer}", bold=True, right=job.dates)
        for line in job.lines:
            put(f"• {line}", indent=12)
        y -= 4
    heading("Education")
    for degree, school, dates in person.education:
        put(f"{degree}, {school}", right=dates)
    heading("Skills")
    for group, names in person.skills:
        put(names if group == "Skills" else f"{group}: {names}")
    canvas.save()
    return buffer.getvalue()


def two_column_pdf(person: Person) -> bytes:
    """A dark sidebar with contact and skills, the jobs beside it."""
    from reportlab.lib.colors import HexColor
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setFillColor(HexColor("#1f3552"))
    canvas.rect(0, 0, 190, 842, stroke=0, fill=1)

    def column(x: float, y: float, color: str, rows: Iterable[tuple[str, float, bool]]) -> None:
        canvas.setFillColor(HexColor(color))
        for text, size, bold in rows:
            y -= size * 1.6
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
            canvas.drawString(x, y, text)

    side: list[tuple[str, float, bool]] = [("Contact", 13, True), *((line, 9.5, False) for line in person.contact)]
    side += [("Skills", 13, True)]
    for group, names in person.skills:
        side += [(group, 10, True), *((name, 9.5, False) for name in names.split("|"))]
    column(24, 760, "#ffffff", side)
    main: list[tuple[str, float, bool]] = [(person.name, 24, True), (person.headline, 12, False)]
    main += [("Profile", 13, True), (person.summary, 10, False), ("Experience", 13, True)]
    for job in person.jobs:
        main += [(job.title, 11, True), (f"{job.employer}  |  {job.dates}", 10, False)]
        main += [(line, 10, False) for line in job.lines]
    main += [("Education", 13, True)]
    main += [
        row
        for degree, school, dates in person.education
        for row in ((degree, 10, True), (f"{school}, {dates}", 10, False))
    ]
    column(215, 800, "#1b1b1b", main)
    canvas.save()
    return buffer.getvalue()


def scan_pdf(person: Person) -> bytes:
    """A picture of a page: what a flatbed scanner makes."""
    from PIL import Image, ImageDraw
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    picture = Image.new("L", (620, 877), 244)
    pen = ImageDraw.Draw(picture)
    for number, text in enumerate(
        (person.name, person.headline, person.summary[:60], *(job.title for job in person.jobs))
    ):
        pen.text((60, 60 + 24 * number), text, fill=40)
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.save()
    return buffer.getvalue()


def plain_docx(person: Person) -> bytes:
    """Paragraphs in Word's own styles."""
    from docx import Document

    made = Document()
    made.add_heading(person.name, 0)
    made.add_paragraph(person.headline)
    made.add_paragraph(" | ".join(person.contact))
    made.add_heading("Summary", 1)
    made.add_paragraph(person.summary)
    made.add_heading("Work Experience", 1)
    for job in person.jobs:
        made.add_paragraph().add_run(f"{job.title}, {job.employer} ({job.dates})").bold = True
        for line in job.lines:
            made.add_paragraph(line, style="List Bullet")
    made.add_heading("Education", 1)
    for row in person.education:
        made.add_paragraph(", ".join(row))
    made.add_heading("Skills", 1)
    made.add_paragraph("; ".join(names for _, names in person.skills))
    return _saved(made)


def table_docx(person: Person) -> bytes:
    """Jobs in a table with dates in the left cell, skills in a text box, contact in the header."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    made = Document()
    made.sections[0].header.paragraphs[0].text = "  |  ".join((person.name, *person.contact))
    made.add_heading(person.name, 0)
    made.add_paragraph(person.headline)
    box = "".join(
        f"<w:p><w:r><w:t>{name}</w:t></w:r></w:p>" for _, names in person.skills for name in names.split(", ")
    )
    picture = (
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict>'
        '<v:shape style="width:160pt;height:120pt"><v:textbox><w:txbxContent>'
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Skills</w:t></w:r></w:p>{box}'
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    made.add_heading("Experience", 1)
    table = made.add_table(rows=0, cols=2)
    for job in person.jobs:
        left, right = table.add_row().cells
        left.text = job.dates
        right.text = f"{job.title}, {job.employer}"
        for line in job.lines:
            right.add_paragraph(line, style="List Bullet")
    made.add_heading("Education", 1)
    for degree, school, dates in person.education:
        made.add_paragraph(f"{degree}, {school}, {dates}")
    made.element.body.insert(len(made.element.body) - 1, parse_xml(picture))
    return _saved(made)


def _saved(made: object) -> bytes:
    """The DOCX with the same times in every run."""
    buffer = BytesIO()
    made.save(buffer)  # type: ignore[attr-defined]
    fixed = BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-01T00:00:00Z", data)
            info = zipfile.ZipInfo(member.filename, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return fixed.getvalue()


if __name__ == "__main__":
    main()
