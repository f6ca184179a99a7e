"""Findings -> rows with their quotes, each line of the resume quoted once.

One line often shows several things ("NestJS services in TypeScript"). It is written out where it is needed first,
with everything that matched in it marked. Quotes are numbered in the order in which they are written out, by
the style sheet, and rows name the numbers of theirs.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from screener.model.requirement import Importance
from screener.model.resume import Evidence
from screener.model.screening import Finding, Screening, Status
from screener.reports.quotes import find_match
from screener.reports.wording import (
    IMPORTANCES,
    STATUSES,
    cause_words,
    date_words,
    found_months,
    requirement_name,
)

_LONGEST = 320  # characters of a quote; a longer one is cut around what matched
_BEFORE = 120  # of these ahead of the match

Piece = tuple[str, bool]  # a part of a quote, and whether it matched


class Quote(NamedTuple):
    """A line of the resume; `place` is "page 1, line 14 · A", or the section where it is in no position."""

    pieces: tuple[Piece, ...]
    place: str


class Row(NamedTuple):
    """One requirement: what was found, and the quotes that aren't written out above it."""

    status: Status
    name: str
    found: str
    months: str
    last_used: str
    points: str
    quotes: tuple[Quote, ...]
    numbers: str  # of its quotes, here and above, and how many more there are: "1, 4", "1, 4 +2"


class Group(NamedTuple):
    """The requirements of one importance; `missing` are those of which there is nothing but the name to say."""

    title: str
    met: int
    asked: int
    rows: tuple[Row, ...]
    missing: str
    missing_points: str


class Note(NamedTuple):
    """A line that names requirements and doesn't count for them."""

    names: str
    cause: str
    quote: Quote


_Line = tuple[int, int, str]  # page, line, quote
Letters = Mapping[int, str]  # of positions, by their place in the resume


def groups_of(screening: Screening, letters: Letters, most_quotes: int) -> tuple[Group, ...]:
    """One group for each importance that the role uses, gates first; so many new quotes in each row, at most."""
    now = screening.as_of.isoformat()[:7]
    findings = screening.findings
    quoting = _Quoting(findings, letters, most_quotes)
    groups = []
    for importance in Importance:
        members = [finding for finding in findings if finding.requirement.importance is importance]
        if not members:
            continue
        bare = [finding for finding in members if importance is not Importance.MUST and _is_bare(finding)]
        groups.append(
            Group(
                IMPORTANCES[importance],
                sum(finding.status is Status.MET for finding in members),
                len(members),
                tuple(_row(finding, quoting, now) for finding in members if finding not in bare),
                ", ".join(requirement_name(finding.requirement) for finding in bare),
                number_words(sum((finding.requirement.weight for finding in bare), Decimal(0))),
            )
        )
    return tuple(groups)


def notes_of(findings: Sequence[Finding], letters: Letters) -> tuple[Note, ...]:
    """Every line that doesn't count, once, with the cause."""
    of_line: dict[tuple[_Line, str], list[tuple[Finding, Evidence]]] = {}
    for finding in findings:
        for note in finding.notes:
            of_line.setdefault((_line(note), cause_words(note)), []).append((finding, note))
    notes = []
    for (line, cause), members in of_line.items():
        names = dict.fromkeys(requirement_name(finding.requirement) for finding, _ in members)
        pieces = _pieces(line[2], _spans(line[2], [note.matched for _, note in members]))
        notes.append(Note(", ".join(names), cause, Quote(pieces, _place(members[0][1], letters))))
    return tuple(notes)


def number_words(number: Decimal) -> str:
    """3, 2.13; never 3.00 and never an exponent."""
    return f"{number.normalize():f}"


class _Quoting:
    """Hands out quotes: a line is written out once, and referred to from then on."""

    def __init__(self, findings: Sequence[Finding], letters: Letters, most: int) -> None:
        self._letters = letters
        self._most = most
        self._matched: dict[_Line, dict[str, None]] = {}
        self._numbers: dict[_Line, int] = {}
        for finding in findings:
            for item in finding.evidence:
                self._matched.setdefault(_line(item), {})[item.matched] = None

    def quote(self, finding: Finding) -> tuple[tuple[Quote, ...], str]:
        """The quotes to write out, best first, and the numbers of all that are written out."""
        lines = {_line(item): item for item in reversed(finding.evidence)}
        best_first = list(dict.fromkeys(map(_line, finding.evidence)))
        quotes = []
        for line in best_first[: self._most]:
            if line in self._numbers:
                continue
            self._numbers[line] = len(self._numbers) + 1
            pieces = _pieces(line[2], _spans(line[2], list(self._matched[line])))
            quotes.append(Quote(pieces, _place(lines[line], self._letters)))
        numbers = sorted(self._numbers[line] for line in best_first if line in self._numbers)
        more = len(best_first) - len(numbers)
        words = ", ".join(map(str, numbers)) + (f" +{more}" if more else "")
        return tuple(quotes), words.lstrip()


def _row(finding: Finding, quoting: _Quoting, now: str) -> Row:
    quotes, numbers = quoting.quote(finding)
    requirement = finding.requirement
    return Row(
        finding.status,
        requirement_name(requirement),
        _found(finding),
        found_months(finding),
        _last_used(finding, now),
        f"{number_words(requirement.weight * finding.credit)}/{number_words(requirement.weight)}",
        quotes,
        numbers,
    )


def _last_used(finding: Finding, now: str) -> str:
    if not finding.last_used:
        return ""
    return "now" if finding.last_used == now else date_words(finding.last_used)


def _found(finding: Finding) -> str:
    """ "used", "used (NestJS)", else the reason."""
    if finding.status is not Status.MET or finding.grade is None:
        return finding.reason or STATUSES[finding.status]
    via = finding.evidence[0].implied_by
    return f"{finding.grade.value} ({via})" if via else finding.grade.value


def _is_bare(finding: Finding) -> bool:
    """Whether the name and "not found" say it all."""
    return finding.status is Status.NOT_MET and not finding.credit and finding.reason in ("not found", "")


def _line(item: Evidence) -> _Line:
    return item.page, item.line, item.quote


def _place(item: Evidence, letters: Letters) -> str:
    place = f"page {item.page}, line {item.line}"
    where = letters.get(item.position, "") if item.position is not None else ""
    where = where or (item.section.value if item.section else "")
    return f"{place} · {where}" if where else place


def _spans(quote: str, matched: Sequence[str]) -> list[tuple[int, int]]:
    """Where the matches stand, in order; those that touch or overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(find_match(quote, words) for words in matched):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif end > start:
            joined.append((start, end))
    return joined


def _pieces(quote: str, spans: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """The quote in pieces; a long one from a little before its first match on, with dots where it is cut."""
    begin = 0
    if len(quote) > _LONGEST and spans:
        begin = max(min(spans[0][0] - _BEFORE, len(quote) - _LONGEST), 0)
    end = begin + _LONGEST if len(quote) > _LONGEST else len(quote)
    pieces = [("…", False)] if begin else []
    at = begin
    for start, stop in spans:
        if start >= end:
            break
        pieces += [(quote[at:start], False), (quote[start : min(stop, end)], True)]
        at = min(stop, end)
    pieces += [(quote[at:end], False)]
    pieces += [("…", False)] if end < len(quote) else []
    return tuple(piece for piece in pieces if piece[0])


def cell_words(finding: Finding | None) -> str:
    """A cell of the matrix: "used 5y 4m", "not met 8m", "unknown"."""
    if finding is None:
        return "not asked"
    grade = finding.grade.value if finding.grade else ""
    words = grade if finding.status is Status.MET and grade else STATUSES[finding.status]
    return f"{words} {found_months(finding)}".rstrip()
