"""One candidate's outcome -> what there is to look for, and each of its texts without it.

Everything is learned before anything is redacted: the name, addresses, schools, towns, which lines are the header's
and which speak of education.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from screener.blinding.contacts import contact_of, find_contact
from screener.blinding.dates import find_birth, find_finish, find_study_dates
from screener.blinding.dwellings import find_homes, find_postal, find_streets
from screener.blinding.folded import Folded, fold_words, folded
from screener.blinding.handles import users_in
from screener.blinding.identity import identity_of, is_common
from screener.blinding.marks import ADDRESS, DATE, FILE, SCHOOL, USER, Mark, Spans, covered, spared
from screener.blinding.names import find_name
from screener.blinding.personal import find_personal
from screener.blinding.places import find_header_places, find_labelled, find_towns, town_in
from screener.blinding.schools import find_in_degree, find_schools, is_telling, schools_of
from screener.blinding.study_words import is_field, schools_in_field
from screener.blinding.words import is_skill
from screener.model.resume import Resume, ResumeLine, Section
from screener.model.screening import Outcome, Screening
from screener.resumes.education import find_degree

_OF_HEADER = (None, Section.CONTACT)
_LEAST_STEM = 5  # letters of a file's name that tells anything
_HEADER_LINES = 40


class Where(NamedTuple):
    """What is known of the place of a text. `kept` are words that matched and must show."""

    is_header: bool = False
    is_study: bool = False
    is_entry: bool = False  # the line of a degree
    is_work: bool = False
    kept: tuple[str, ...] = ()


ANYWHERE = Where()


class Redactor:
    """What is looked for in the texts of one outcome; `plain` are words of the role, folded."""

    def __init__(self, outcome: Outcome, plain: frozenset[str]) -> None:
        resume = outcome.result.resume if isinstance(outcome.result, Screening) else None
        is_plain = plain.__contains__
        self._files = tuple(_file_names(outcome.file, is_plain))
        self._towns: tuple[str, ...] = ()
        self._study_lines = frozenset((entry.page, entry.line) for entry in resume.education) if resume else frozenset()
        headers = [line.text for line in resume.lines[:_HEADER_LINES] if _is_header(line)] if resume else []
        self._name, self.is_understood = identity_of(outcome.file, resume, headers, is_plain)
        told = (user for line in (resume.lines if resume else ()) for user in users_in(folded(line.text)))
        self._contact = contact_of(resume.candidate, self._name, is_plain, told) if resume else None
        self._learn_schools(resume)
        self._known: dict[tuple[str, Where], str] = {}  # one line is quoted again and again
        self._towns = tuple(sorted(set(self._learned_towns(headers, is_plain)), key=len, reverse=True))

    def _learn_schools(self, resume: Resume | None) -> None:
        """From what was understood, then from what is left over in the lines of degrees."""
        entries = resume.education if resume else ()
        lines = [line for line in resume.lines if self._is_of_study(line)] if resume else []
        texts = [line.text for line in lines]
        fields = [entry.field for entry in entries if entry.field]
        real = [field for field in fields if is_field(field, texts)]
        short = [name for field in real for name in schools_in_field(field)]
        self._fields = tuple(" ".join(word for word in field.split() if word not in short) for field in real)
        taken = [field for field in fields if field not in real] + short
        institutions = [*(entry.institution for entry in entries), *taken]
        self._schools = schools_of(institutions, texts)
        found: dict[str, None] = {}
        for line in lines:
            text, is_entry = folded(line.text), (line.page, line.line) in self._study_lines
            for mark in find_in_degree(text, self._fields, self._dates(text), is_entry=is_entry):
                found[line.text[mark.start : mark.end].strip(" .")] = None
        left = [name for name in found if is_telling(name)]
        self._schools = schools_of([*institutions, *left], texts)

    def _is_of_study(self, line: ResumeLine) -> bool:
        is_work = line.position is not None or line.is_heading
        return not is_work and (line.section is Section.EDUCATION or (line.page, line.line) in self._study_lines)

    def _dates(self, text: Folded) -> Spans:
        return Spans((mark.start, mark.end) for mark in find_study_dates(text))

    def where(self, page: int, line: int, section: Section | None, position: int | None) -> Where:
        """What is known of a line of the resume."""
        is_work = position is not None
        is_entry = not is_work and (page, line) in self._study_lines
        is_study = not is_work and (is_entry or section is Section.EDUCATION)
        return Where(section in _OF_HEADER and not is_work and page == 1, is_study, is_entry, is_work)

    def text(self, given: str, where: Where = ANYWHERE) -> str:
        """The text with a word in brackets for everything that tells who it is about."""
        known = self._known.get((given, where))
        if known is None:
            text = folded(given)
            marks = self._marks(text, where)
            if where.kept:
                marks = spared(marks, Spans(span for word in where.kept for span in _occurrences(text, word)))
            known = covered(given, marks) if marks else given
            self._known[given, where] = known
        return known

    def _marks(self, text: Folded, where: Where) -> list[Mark]:
        matched = [span for word in where.kept for span in _occurrences(text, word)]
        kept, marks = Spans(matched), list(self._sure(text, where))
        taken = Spans((mark.start, mark.end) for mark in marks if mark.word != USER)
        marks += find_name(text, self._name, kept, taken)
        if where.is_header:
            marks += find_header_places(text.given, [(mark.start, mark.end) for mark in marks])
        marks += find_towns(text, self._towns, kept)
        marks += find_schools(text, self._schools, kept)
        if where.is_study or (not where.is_work and _speaks_of_study(text.given, marks)):
            marks += find_study_dates(text)
        if where.is_study:
            taken = Spans([*matched, *((mark.start, mark.end) for mark in marks)])
            is_entry = where.is_entry or any(mark.word in (DATE, SCHOOL) for mark in marks)
            marks += find_in_degree(text, self._fields, taken, is_entry=is_entry)
            marks = spared(marks, Spans(self._of_degree(text)), (SCHOOL,))
        return marks

    def _of_degree(self, text: Folded) -> Iterator[tuple[int, int]]:
        """Where the degree and its field stand, which no school may swallow."""
        if (degree := find_degree(text.given)) is not None:
            yield degree.start, degree.end
        for field in self._fields:
            yield from _occurrences(text, field)

    def _sure(self, text: Folded, where: Where) -> Iterator[Mark]:
        """What is told by its shape, or is the candidate's own in any text."""
        if self._contact is not None:
            yield from find_contact(text, self._contact, is_header=where.is_header)
        yield from find_streets(text)
        yield from find_postal(text)
        yield from find_homes(text)
        yield from find_labelled(text)
        yield from find_birth(text)
        yield from find_finish(text)
        yield from find_personal(text)
        for name in self._files:
            yield from (Mark(*span, FILE) for span in _occurrences(text, name))

    def _learned_towns(self, headers: Sequence[str], is_plain: Callable[[str], bool]) -> Iterator[str]:
        for given in headers:
            for mark in self._marks(folded(given), Where(is_header=True)):
                if mark.word == ADDRESS and (town := town_in(given[mark.start : mark.end], is_plain)):
                    yield town


def _speaks_of_study(given: str, marks: Sequence[Mark]) -> bool:
    """Whether the dates in a text are those of a degree."""
    if not any(character.isdigit() for character in given):
        return False
    return any(mark.word == SCHOOL for mark in marks) or find_degree(given, strict=True) is not None


def _is_header(line: ResumeLine) -> bool:
    is_on_top = line.page == 1 and line.position is None and not line.is_heading
    return is_on_top and line.section in _OF_HEADER


def _file_names(file: str, is_plain: Callable[[str], bool]) -> Iterator[str]:
    """The path and the name; without its suffix only one of several words, which isn't a word of any text."""
    path = PurePosixPath(file)
    yield from dict.fromkeys(name for name in (file, path.name) if name != path.stem)
    parts = fold_words(path.stem)
    is_telling = len(path.stem) >= _LEAST_STEM and len(parts) > 1 and not is_skill(path.stem)
    if is_telling and not all(is_common(part) or is_plain(part) or part.isdecimal() for part in parts):
        yield path.stem


def _occurrences(text: Folded, word: str) -> Iterator[tuple[int, int]]:
    """As words of their own, whatever the case."""
    wanted = folded(word).text
    at = text.text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        before, behind = text.text[at - 1 : at] if at else "", text.text[end : end + 1]
        if not (before.isalnum() and wanted[0].isalnum()) and not (behind.isalnum() and wanted[-1].isalnum()):
            yield text.span(at, end)
        at = text.text.find(wanted, end)
