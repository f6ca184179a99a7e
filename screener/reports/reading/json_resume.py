"""Readings -> JSON Resume (jsonresume.org, version 1.0.0), for programs that speak it.

Only what was read is written, in the page's words: a key that isn't known is left out, because the
schema has no null. Dates are as precise as the page; a job without an endDate goes on. What the
schema has no place for is left out: career breaks, references, hidden text, warnings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from screener.model.document import CELL_GAP
from screener.model.period import Period
from screener.model.reading import Reading
from screener.model.resume import Candidate, Education, Position, PositionKind, ResumeLine, Section
from screener.reports.json_text import Json
from screener.reports.reading import DEFAULT_VIEW, ReadingView
from screener.reports.reading.lines import named_skills, read_lines
from screener.reports.reading.whole_json import write_objects
from screener.reports.results import period_json

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_VERSION = "v1.0.0"
_NETWORKS = {
    "linkedin.com": "LinkedIn",
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "stackoverflow.com": "Stack Overflow",
}
_NETWORKS |= {"x.com": "X", "twitter.com": "Twitter", "xing.com": "XING", "bitbucket.org": "Bitbucket"}
_DATE = re.compile(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?", re.ASCII)
_LISTED = re.compile(r"\s*[,;|•·]\s*")
_FLUENCY = re.compile(r"\s*(?:[:(–—]|\s-\s)\s*")
_PROSE_WORDS = 8  # from here on a line of a job is a sentence, not a title, an employer or a place
_NAME_OF = {Section.AWARDS: "title", Section.PUBLICATIONS: "name", Section.INTERESTS: "name"}


def write(readings: Sequence[Reading], stream: TextIO, view: ReadingView = DEFAULT_VIEW) -> None:  # noqa: ARG001
    """Write an object for every file."""
    write_objects([_resume(reading) for reading in readings], stream)


def _resume(reading: Reading) -> Json:
    resume = reading.resume
    lines = _Lines(reading)
    positions = list(enumerate(resume.positions))
    volunteer = [_position(it, lines, at) for at, it in positions if it.kind is PositionKind.VOLUNTEER]
    elsewhere = (PositionKind.VOLUNTEER, PositionKind.BREAK)
    whole = {
        "$schema": _SCHEMA,
        "basics": _basics(resume.candidate, lines.paragraph(Section.SUMMARY)),
        "work": list(filter(None, (_position(it, lines, at) for at, it in positions if it.kind not in elsewhere))),
        "volunteer": list(filter(None, map(_as_volunteer, volunteer))),
        "education": list(filter(None, map(_education, resume.education))),
        "awards": lines.named(Section.AWARDS),
        "certificates": [{"name": item.name} for item in resume.certificates],
        "publications": lines.named(Section.PUBLICATIONS),
        "skills": [{"name": name} for name, _ in named_skills(resume)],
        "languages": [language for text in lines.items(Section.LANGUAGES) for language in _languages(text)],
        "interests": lines.named(Section.INTERESTS),
        "projects": lines.projects(),
        "meta": {"canonical": _SCHEMA, "version": _VERSION},
    }
    return _known(whole)


class _Lines:
    """The lines of a resume as items: a bullet with its wrapped lines is one, so is a paragraph."""

    def __init__(self, reading: Reading) -> None:
        parts = [(part, found.line.bullet) for found in read_lines(reading) for part in found.parts]
        self._parts = [(part, is_bullet) for part, is_bullet in parts if not part.is_heading]

    def items(self, section: Section) -> list[str]:
        return [text for text, _ in _joined(self._outside(section))]

    def paragraph(self, section: Section) -> str:
        return " ".join(self.items(section))

    def named(self, section: Section) -> list[Json]:
        return [{_NAME_OF[section]: text} for text in self.items(section)]

    def of_position(self, position: int) -> list[tuple[str, bool]]:
        """Items, and whether they are list items."""
        return list(_joined(pair for pair in self._parts if pair[0].position == position))

    def projects(self) -> list[Json]:
        """Every line that is no list item names a project; list items are its highlights."""
        projects: list[Json] = []
        for text, is_bullet in _joined(self._outside(Section.PROJECTS)):
            if is_bullet and projects:
                projects[-1]["highlights"].append(text)
            else:
                projects.append({"name": text, "highlights": []})
        return [_known(project) for project in projects]

    def _outside(self, section: Section) -> Iterator[tuple[ResumeLine, bool]]:
        return (pair for pair in self._parts if pair[0].section is section and pair[0].position is None)


def _joined(parts: Iterable[tuple[ResumeLine, bool]]) -> Iterator[tuple[str, bool]]:
    """Wrapped lines as one text."""
    texts: list[str] = []
    is_item = False
    for part, is_bullet in parts:
        if part.continues and texts:
            texts.append(part.text)
            continue
        if texts:
            yield " ".join(texts), is_item
        texts, is_item = [part.text], is_bullet
    if texts:
        yield " ".join(texts), is_item


def _basics(candidate: Candidate, summary: str) -> Json:
    profiles = [profile for link in candidate.links if (profile := _profile(link))]
    others = [link for link in candidate.links if not _profile(link)]
    return _known(
        {
            "name": candidate.name,
            "email": candidate.emails[0] if candidate.emails else None,
            "phone": candidate.phones[0] if candidate.phones else None,
            "url": _address(others[0]) if others else None,
            "summary": summary,
            "profiles": profiles,
        }
    )


def _profile(link: str) -> Json | None:
    """A page on a network that is known; None for any other address."""
    host, _, path = re.sub(r"^https?://", "", link, flags=re.IGNORECASE).partition("/")
    network = _NETWORKS.get(host.lower().removeprefix("www."))
    if network is None:
        return None
    username = path.split("?")[0].rstrip("/").rpartition("/")[2]
    return _known({"network": network, "username": username, "url": _address(link)})


def _address(link: str) -> str:
    """The link with a scheme and without blanks, as the schema wants it."""
    link = re.sub(r"\s", "%20", link.strip())
    return link if re.match(r"https?://", link, re.IGNORECASE) else f"https://{link}"


def _position(position: Position, lines: _Lines, number: int) -> Json:
    items = lines.of_position(number)
    prose = [text for text, is_bullet in items if not is_bullet and _is_prose(text, position)]
    return _known(
        {
            "name": position.employer,
            "position": position.title,
            **_dates(position.period),
            "summary": " ".join(prose),
            "highlights": [text for text, is_bullet in items if is_bullet],
        }
    )


def _is_prose(text: str, position: Position) -> bool:
    """A sentence about the job, not the line that names it."""
    names = (position.title, position.employer, CELL_GAP)
    return len(text.split()) >= _PROSE_WORDS and not any(name in text for name in names if name)


def _as_volunteer(work: Json) -> Json:
    return {"organization" if key == "name" else key: value for key, value in work.items()}


def _education(education: Education) -> Json:
    return _known(
        {
            "institution": education.institution,
            "area": education.field,
            "studyType": education.level.value.replace("_", " ") if education.level else None,
            **_dates(education.period),
        }
    )


def _languages(text: str) -> Iterator[Json]:
    """ "English (native), German – B2": a language each, with what is said of it."""
    for part in (part for cell in text.split(CELL_GAP) for part in _LISTED.split(cell)):
        language, fluency = [*_FLUENCY.split(part, maxsplit=1), ""][:2]
        if language:
            yield _known({"language": language, "fluency": fluency.strip(" )")})


def _dates(period: Period | None) -> Json:
    dates = period_json(period)
    found = {"startDate": dates["start"], "endDate": dates["end"]}
    return {key: date for key, date in found.items() if date and _DATE.fullmatch(date)}


def _known(values: Json) -> Json:
    """Without the keys that nothing is known of."""
    return {key: value for key, value in values.items() if value}
