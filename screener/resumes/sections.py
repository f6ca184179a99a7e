"""Lines -> lines that know their section.

A heading is a line (or the first cell of a line: "Work │ Senior Engineer …") that says nothing but
a known heading, and looks like one: once a document has headings that stand out from the body, a
line that doesn't stand out is body text, so a wrapped "experience." never starts a section. Short
lines that look exactly like the known headings are headings too, of a section we don't know.
"Skills: …" at the start of a line is a heading when no position follows under it; in documents
without any heading of their own, "Summary: … Education: …" inside running text are headings.
Each region (main flow, sidebar) has its own running section, so a sidebar interrupts nothing.

Not handled: headings drawn as pictures; headings rotated at the side of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from screener.model.document import Line
from screener.model.resume import PositionKind, Section
from screener.resumes.date_words import date_words
from screener.resumes.dates import find_periods
from screener.resumes.header_words import has_employer_word, has_title_word, is_form_label, kind_of
from screener.resumes.style import Look, Looks, look_of, looks_of
from screener.resumes.wrapping import is_unfinished
from screener.vocabulary import find_skill
from screener.vocabulary.folding import fold
from screener.vocabulary.headings import (
    heading_kind,
    heading_section,
    is_ambiguous,
    is_environment,
    is_within_position,
)

_STRONG = {Section.EXPERIENCE, Section.EDUCATION}
_SHORT = 40  # characters of a heading, at most
_FEWEST_MARKED = 3  # sections whose headings have a mark, where nothing else shows that they are headings
_LABEL = re.compile(r"[^\W\d_][^:：\n]{1,40}[:：]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPEN = frozenset("-–—~→")
_ANY_MONTH = 24_000  # closes open ends where only their presence matters
_INNER_LABEL = re.compile(r"(?:^|(?<=[\s.)|]))((?:[^\W\d_&]+(?: & | )){0,3}[^\W\d_]+)[:：](?=\s|$)")


class SectionLine(NamedTuple):
    """A line, or the part of one under an inline heading, with its section.

    `kind` is what the heading says of all positions below it ("Internships"); `under` counts
    headings, so that two sections of the same sort stay apart.
    """

    line: Line
    section: Section | None
    is_heading: bool = False
    kind: PositionKind | None = None
    under: int = 0


def find_sections(lines: Sequence[Line]) -> list[SectionLine]:
    """Every line with its section, in order; lines with headings inside are split at them."""
    looks = looks_of(lines)
    lines = _without_marks(lines, looks)
    known = _standalone(lines, looks)
    if len(known) < 2:
        lines = [part for line in lines for part in _split_at_labels(line)]
        known = _standalone(lines, looks) | {at: found for at, line in enumerate(lines) if (found := _label_only(line))}
    unknown = _unknown_headings(lines, known, looks)
    return list(_assign(lines, known, unknown))


def _without_marks(lines: Sequence[Line], looks: Looks) -> Sequence[Line]:
    """The lines, those with a mark before each heading ("■ Education") without it: a mark is no bullet there."""
    lines = [replace(line, bullet=False) if line.bullet and _is_labelled(line) else line for line in lines]
    marked: dict[Look, dict[int, Section]] = {}
    for at, line in enumerate(lines):
        section = heading_section(line.text) if line.bullet and _is_bare(line) and len(line.text) <= _SHORT else None
        if section is not None:
            marked.setdefault(look_of(line), {})[at] = section
    found: set[int] = set()
    for headings in marked.values():
        sections = set(headings.values())
        fewest = _FEWEST_MARKED - looks.stands_out(lines[next(iter(headings))])
        if sections & _STRONG and len(sections) >= fewest:
            found.update(headings)
    return [replace(line, bullet=False) if at in found else line for at, line in enumerate(lines)] if found else lines


def _is_labelled(line: Line) -> bool:
    """A label of a form with its value in a cell of its own ("• Employer │ Acme"): no list item."""
    return len(line.cells) == 2 and is_form_label(line.cells[0].text)


def _standalone(lines: Sequence[Line], looks: Looks) -> dict[int, Section]:
    """Lines whose first cell is nothing but a heading, and looks like one, by index."""
    named = {
        at: found
        for at, line in enumerate(lines)
        if (found := _named(line)) is not None and not (at and _goes_on(lines[at - 1], line))
    }
    strong = {look_of(lines[at]) for at, section in named.items() if section in _STRONG and _is_bare(lines[at])}
    outstanding = {look for at, look in ((at, look_of(lines[at])) for at in named) if looks.stands_out(lines[at])}
    if strong & outstanding:
        strong &= outstanding
    return {at: section for at, section in named.items() if _looks_right(lines[at], strong, looks)}


def _named(line: Line) -> Section | None:
    if line.bullet or not line.cells or line.cells[0].text.endswith("."):
        return None
    return heading_section(line.cells[0].text)


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line is the rest of a name: "UNIVERSITY OF" above "TECHNOLOGY"."""
    return above.region == line.region and look_of(above) == look_of(line) and is_unfinished(above.text)


def _is_bare(line: Line) -> bool:
    return len(line.cells) == 1


def _looks_right(line: Line, strong: set[Look], looks: Looks) -> bool:
    """A heading by look, like those of experience and education; plain ones only where no word is ambiguous."""
    if look_of(line) in strong:
        return True
    text = line.cells[0].text
    if is_within_position(text) and strong:
        return False
    if line.text[:1].islower() or line.paragraph_start is False:
        return False
    return not is_ambiguous(text) or looks.plain or (not strong and looks.stands_out(line))


def _unknown_headings(lines: Sequence[Line], known: dict[int, Section], looks: Looks) -> set[int]:
    """Short lines that look exactly like known headings: sections this vocabulary has no word for."""
    outstanding = {at: section for at, section in known.items() if looks.stands_out(lines[at])}
    strong = [at for at, section in outstanding.items() if section in _STRONG]
    shapes = {look_of(lines[at]) for at in strong or outstanding}
    first = min(known, default=0)
    found = {
        at
        for at, line in enumerate(lines)
        if at > first
        and at not in known
        and _is_bare(line)
        and not line.bullet
        and look_of(line) in shapes
        and len(line.text.split()) <= 4
        and not any(character.isdigit() or character == ":" for character in line.text.rstrip(" :"))
        and not _heads_a_job(lines, at, known)
    }
    return found if len(found) <= len(known) else set()


def _heads_a_job(lines: Sequence[Line], at: int, known: dict[int, Section]) -> bool:
    """A title, a break or an employer by its words; among jobs, anything beside a title or above a range of dates."""
    text = lines[at].text
    if has_title_word(text) or has_employer_word(text.partition(",")[0]) or kind_of(text) is not None:
        return True
    above = [heading for heading in known if heading < at and lines[heading].region == lines[at].region]
    if not above or known[max(above)] is not Section.EXPERIENCE or at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    if not lines[at - 1].bullet and at - 1 not in known and has_title_word(lines[at - 1].text):
        return True
    if below.bullet:
        return False
    return has_title_word(below.text) or len(_YEAR.findall(below.text)) + _ends_open(below) >= 2


def _ends_open(line: Line) -> bool:
    """Whether a line ends in a dash or a word for "still there"."""
    tail = fold(line.text.rstrip(" )]."))
    return tail[-1:] in _OPEN or tail.endswith(tuple(date_words().present))


def _assign(lines: Sequence[Line], known: dict[int, Section], unknown: set[int]) -> Iterator[SectionLine]:
    running: dict[int, SectionLine] = {}  # the latest heading of each region
    under = 0
    last_positions = _last_anchors(lines, known)
    for at, line in enumerate(lines):
        current = running.get(line.region)
        within_skills = current is not None and current.section is Section.SKILLS
        section = known.get(at, Section.OTHER if at in unknown and not within_skills else None)
        if section is Section.LANGUAGES and within_skills and _heads_skills(lines, at):
            section = None
        if section is None and current is not None and current.section is Section.CONTACT and _dates_a_job(line):
            under += 1
            running[line.region] = current = SectionLine(line, None, under=under)
        if section is not None:
            under += 1
            heading = SectionLine(line, section, is_heading=True, kind=heading_kind(line.cells[0].text), under=under)
            running[line.region] = heading
            if _is_bare(line):
                yield heading
            else:
                yield heading._replace(line=replace(line, cells=line.cells[:1]))
                yield heading._replace(line=replace(line, cells=line.cells[1:]), is_heading=False)
            continue
        label = _label(line, current, at > last_positions.get(line.region, -1))
        if label is not None:
            under += 1
            section, rest = label
            running[line.region] = SectionLine(line, section, is_heading=True, under=under)
            yield running[line.region]._replace(line=rest, is_heading=False)
            continue
        yield SectionLine(line, None) if current is None else current._replace(line=line, is_heading=False)


def _dates_a_job(line: Line) -> bool:
    """Whether a line begins with a range of dates and says more: what is below a heading we don't know."""
    dated = next(iter(find_periods(line.text, _ANY_MONTH)), None)
    return dated is not None and not dated.single and not dated.start and len(line.text) > dated.end


def _heads_skills(lines: Sequence[Line], at: int) -> bool:
    """Whether "Languages" among skills speaks of TypeScript, not of English."""
    below = lines[at + 1] if at + 1 < len(lines) and _is_bare(lines[at]) else lines[at]
    return any(find_skill(name) is not None for name in re.split(r"\s*[,;|/·•]\s*|\s{2,}", below.text))


def _last_anchors(lines: Sequence[Line], known: dict[int, Section]) -> dict[int, int]:
    """The last line of each region that ends in digits or a word for "still there": where a job may begin."""
    present = date_words().present
    last: dict[int, int] = {}
    for at, line in enumerate(lines):
        if at not in known and not line.bullet and line.cells:
            tail = line.cells[-1].text.rstrip(" )].")
            if tail[-2:].isdigit() or fold(tail).rsplit(" ", 1)[-1] in present:
                last[line.region] = at
    return last


def _label(line: Line, current: SectionLine | None, no_job_follows: bool) -> tuple[Section, Line] | None:
    """ "Skills: Go, Express": the section and the line; inside a job only when no other job follows."""
    if line.bullet or not line.cells:
        return None
    match = _LABEL.match(line.text)
    if match is None or not line.text[0].isupper():
        return None
    section = heading_section(match.group())
    if section is None:
        return None
    in_section = current.section if current else None
    if in_section in {Section.EXPERIENCE, Section.PROJECTS, Section.VOLUNTEERING}:
        label = match.group()
        of_a_job = is_within_position(label) and not (no_job_follows and section is Section.SKILLS)
        if of_a_job or is_environment(label) or section is Section.CONTACT:
            return None
    elif in_section is Section.SKILLS and section in {Section.LANGUAGES, Section.SKILLS, Section.OTHER}:
        return None
    return section, line


def _split_at_labels(line: Line) -> Iterator[Line]:
    """A line of running text, cut in front of every "Heading:" inside it."""
    if len(line.cells) != 1:
        yield line
        return
    cell = line.cells[0]
    cuts = [match.start(1) for match in _INNER_LABEL.finditer(cell.text) if _labelled(match.group(1))]
    if not cuts:
        yield line
        return
    edges = sorted({0, *cuts, len(cell.text)})
    for start, end in pairwise(edges):
        text = cell.text[start:end].strip()
        if text:
            yield replace(line, cells=(replace(cell, text=text),), bullet=line.bullet and start == 0)


def _labelled(text: str) -> bool:
    return text[:1].isupper() and heading_section(text) is not None


def _label_only(line: Line) -> Section | None:
    """ "Experience:" alone, the end of a split line."""
    return heading_section(line.text) if line.text.endswith((":", "：")) else None
