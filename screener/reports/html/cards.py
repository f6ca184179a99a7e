"""One candidate's Screening -> everything that the page shows of it."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from screener.model.requirement import AnyRequirement, ExperienceRequirement, Importance, Requirement, SkillRequirement
from screener.model.resume import Candidate
from screener.model.role import Role
from screener.model.screening import Outcome, Screening, Status, Verdict
from screener.reports.html.evidence import Group, cell_words, groups_of, notes_of, number_words
from screener.reports.html.timeline import Timeline, letters_of, percent, timeline_of
from screener.reports.reasons import reasons_together
from screener.reports.remedies import remedy
from screener.reports.wording import asked, counted, education_words, period_words, short_range
from screener.requirements.durations import duration_range

_MOST = 40  # addresses or degrees of one candidate

_ZERO = Decimal(0)
_LETTERS = {Status.MET: "m", Status.NOT_MET: "n", Status.UNKNOWN: "u"}
_WEB = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:[/?#][\w./?=&%#~+,:;@!$*()-]*)?", re.ASCII)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


class Shown(NamedTuple):
    """Some of many, and how many there are besides."""

    items: tuple[object, ...]
    more: int


class Contact(NamedTuple):
    """A mail address, a number or a link; `href` only where it can't be anything else."""

    text: str
    href: str


class Cell(NamedTuple):
    """Of the matrix; `letter` is m, n or u, "o" when the candidate wasn't asked."""

    letter: str
    words: str


class Twin(NamedTuple):
    """The file to look at instead; `rank` is 0 when it isn't on the page."""

    file: str
    rank: int
    note: str


class Band(NamedTuple):
    """The scale on which experience is drawn, in months, and what is asked on it."""

    end: int
    low: int
    above: int  # the end of what is asked
    words: str  # "" when no experience is asked


class Detail(NamedTuple):
    """How much is shown of a candidate; the rest is counted."""

    quotes: int  # new ones for one requirement
    others: int  # notes, hidden texts, warnings
    links: bool  # whether addresses can be followed, which writes them twice
    chart: bool


FULL = Detail(quotes=6, others=40, links=True, chart=True)
BRIEF = Detail(quotes=1, others=2, links=False, chart=True)
TERSE = Detail(quotes=0, others=0, links=False, chart=False)


class Card(NamedTuple):
    """A candidate. Positions, evidence and the like are made when the page comes to them."""

    rank: int
    outcome: Outcome
    screening: Screening
    file: str  # within the folder that all files share
    name: str
    twin: Twin | None
    band: Band
    cells: tuple[Cell, ...]
    detail: Detail

    @property
    def verdict(self) -> Verdict:
        return self.screening.verdict

    @property
    def experience(self) -> str:
        return short_range(self.screening.experience)

    @property
    def experience_counted(self) -> str:
        return duration_range(self.screening.experience)

    @property
    def claimed(self) -> str:
        claim = self.screening.resume.claim
        return f"{claim.years:g} years claimed" if claim else ""

    @property
    def bar(self) -> tuple[str, str]:
        """What is sure and what is possible of the experience, in hundredths of the scale."""
        months = self.screening.experience
        low, high = (min(number * 100 / self.band.end, 100) for number in (months.low, months.high))
        return percent(low), percent(high)

    @property
    def gates(self) -> str:
        """ "4/6": gates met, of all."""
        gates = [item for item in self.screening.findings if item.requirement.importance is Importance.MUST]
        return f"{sum(gate.status is Status.MET for gate in gates)}/{len(gates)}" if gates else ""

    @property
    def reasons(self) -> tuple[str, ...]:
        return reasons_together(self.screening) or ("every must-have is met",)

    @property
    def questions(self) -> tuple[str, ...]:
        if self.verdict is Verdict.FIT:
            return ()
        return tuple(dict.fromkeys(item.question for item in self.screening.findings if item.question))

    @property
    def contacts(self) -> tuple[Contact, ...]:
        contacts = contacts_of(self.screening.resume.candidate)
        return contacts if self.detail.links else tuple(contact._replace(href="") for contact in contacts)

    @property
    def timeline(self) -> Timeline:
        return timeline_of(self.screening, has_chart=self.detail.chart)

    @property
    def groups(self) -> tuple[Group, ...]:
        return groups_of(self.screening, letters_of(self.screening), self.detail.quotes)

    @property
    def points(self) -> str:
        """ "39.2/52": the sum of the points, of all there are."""
        findings = self.screening.findings
        points = sum((item.requirement.weight * item.credit for item in findings), start=_ZERO)
        return f"{number_words(points)}/{number_words(sum((item.requirement.weight for item in findings), _ZERO))}"

    @property
    def notes(self) -> Shown:
        return _shown(notes_of(self.screening.findings, letters_of(self.screening)), self.detail.others)

    @property
    def education(self) -> tuple[tuple[str, str, bool], ...]:
        """What, when, and whether it was completed."""
        entries = self.screening.resume.education[:_MOST]
        return tuple(
            (education_words(entry), period_words(entry.period) if entry.period else "", entry.completed)
            for entry in entries
        )

    @property
    def skills(self) -> str:
        """Those that the role doesn't ask for; the others stand among the requirements."""
        asked_for = {skill for item in self.screening.role.requirements for skill in _skills_of(item)}
        skills = [item.skill for item in self.screening.resume.skills if item.evidence]
        return ", ".join(skill for skill in skills if skill not in asked_for)

    @property
    def hidden(self) -> Shown:
        return _shown(self.screening.resume.hidden, self.detail.others)

    @property
    def warnings(self) -> Shown:
        """Each with what to do and where."""
        warnings = []
        for item in self.screening.warnings:
            line = f", line {item.line}" if item.line else ""
            warnings.append((item.message, remedy(item.code), f"page {item.page}{line}" if item.page else ""))
        return _shown(warnings, self.detail.others)

    def left_out(self, positions: int, notes: int, hidden: int, warnings: int) -> str:
        """How much of what isn't shown: "2 notes, 1 warning"."""
        numbers = {"position": positions, "note": notes, "hidden text": hidden, "warning": warnings}
        return ", ".join(counted(number, noun) for noun, number in numbers.items() if number)

    @property
    def asides(self) -> str:
        """What a row of the list says of the things that are shown when it is opened."""
        parts = (
            ("hidden text" if self.screening.resume.hidden else ""),
            counted(len(self.screening.warnings), "warning") if self.screening.warnings else "",
        )
        return ", ".join(filter(None, parts))


def cells_of(screening: Screening, role: Role) -> tuple[Cell, ...]:
    """One for each requirement of the role, in its order."""
    findings = {finding.requirement: finding for finding in screening.findings}
    return tuple(
        Cell(_LETTERS[finding.status] if finding else "o", cell_words(finding))
        for finding in map(findings.get, role.requirements)
    )


def _skills_of(requirement: Requirement) -> tuple[str | None, ...]:
    if isinstance(requirement, AnyRequirement):
        return tuple(entry.skill for entry in requirement.entries)
    return (requirement.skill,) if isinstance(requirement, SkillRequirement) else ()


def band_of(role: Role, most_months: int) -> Band:
    """From nothing to twice what is asked; without years asked, to the most that anybody has."""
    wanted = next((item for item in role.requirements if isinstance(item, ExperienceRequirement)), None)
    if wanted is None or not wanted.months:
        return Band(max(most_months, 1), 0, 0, "")
    end = max(2 * wanted.months, (wanted.months_above or 0) * 5 // 4)
    return Band(end, wanted.months, wanted.months_above or end, asked(wanted))


def contacts_of(candidate: Candidate) -> tuple[Contact, ...]:
    """Addresses, numbers and links; only plain web and mail addresses can be followed."""
    mails = [Contact(text, f"mailto:{text}" if _MAIL.fullmatch(text) else "") for text in candidate.emails[:_MOST]]
    numbers = [Contact(text, "") for text in candidate.phones[:_MOST]]
    links = [Contact(text, text if _WEB.fullmatch(text) else "") for text in candidate.links[:_MOST]]
    return (*mails, *numbers, *links)


def _shown(items: Sequence[object], most: int) -> Shown:
    return Shown(tuple(items[:most]), max(len(items) - most, 0))
