"""Lines of a resume -> the skills they are evidence for.

Wrapped lines are joined into paragraphs, and the vocabulary's names are found in each. Names that
lie in an employer's or a place's name are set apart, ambiguous ones need something that vouches for
them, and cues in the same clause turn evidence into notes. What is left takes the grade of the line
where the name begins, and is also evidence for everything the skill implies.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from typing import NamedTuple

from screener.model.resume import Evidence, Grade, ResumeLine, Section, SkillEvidence
from screener.resumes.skill_cues import find_causes, find_heading_cause
from screener.resumes.skill_words import Surroundings, find_meant, find_undoubted, vouching_skills
from screener.vocabulary import load
from screener.vocabulary.glued import split_glued
from screener.vocabulary.lexicon import Hit, Lexicon, find_hits, lexicon_of, may_name, vocabulary_lexicon
from screener.vocabulary.tokens import Tokens, tokenise

_RANKS = {grade: rank for rank, grade in enumerate(Grade)}
_LINK_SIGNS = ("://", "www.", "@", ".com", ".org", ".io/", "github.io")
_LONGEST_LINK = 200  # characters looked at on each side of a name

_Place = tuple[Section | None, int | None]


class _Paragraph(NamedTuple):
    """Lines that are read as one text; `breaks` are the offsets where they begin in it."""

    lines: tuple[int, ...]
    breaks: tuple[int, ...]
    tokens: Tokens
    hits: tuple[Hit, ...]  # without those inside names
    named: tuple[Hit, ...]  # inside names and links
    undoubted: tuple[Hit, ...]
    cause: str | None  # what the heading above says of all of it

    def line_of(self, hit: Hit) -> int:
        """The line where a name begins, by its place among all lines."""
        return self.lines[bisect_right(self.breaks, self.tokens.starts[hit.first]) - 1]


class _NameSpans:
    """The spans of employers, places and links in a paragraph."""

    def __init__(self, breaks: Sequence[int], lines: Sequence[ResumeLine]) -> None:
        spans = sorted(
            (begin + start, begin + min(end, len(line.text)))
            for begin, line in zip(breaks, lines, strict=True)
            for start, end in line.names
        )
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))  # the farthest end so far

    def hold(self, tokens: Tokens, hit: Hit) -> bool:
        """Whether any of them touches the name."""
        before = bisect_left(self._starts, tokens.ends[hit.last])
        return before > 0 and self._ends[before - 1] > tokens.starts[hit.first]


class _Find(NamedTuple):
    """A name that means a skill, with the evidence it is; `line` is its place among all lines."""

    skill: int
    line: int
    evidence: Evidence


def find_skills(lines: Sequence[ResumeLine]) -> tuple[SkillEvidence, ...]:
    """All skills of the vocabulary that the lines name, sorted by name, with evidence and notes, best first."""
    names = load("skills")["names"]
    by_skill: dict[int, list[_Find]] = {}
    for find in _find_all(lines, vocabulary_lexicon()):
        by_skill.setdefault(find.skill, []).append(find)
    for find in list(chain.from_iterable(by_skill.values())):
        if find.evidence.grade is not None:
            for implied in load("skills")["implies"][find.skill]:
                evidence = replace(find.evidence, implied_by=names[find.skill])
                by_skill.setdefault(implied, []).append(_Find(implied, find.line, evidence))
    return tuple(_skill_evidence(names[skill], by_skill[skill]) for skill in sorted(by_skill))


def find_terms(lines: Sequence[ResumeLine], terms: Sequence[str]) -> SkillEvidence:
    """Evidence for literal names, any of them, found with the same boundaries and the same cues."""
    lexicon = lexicon_of(terms)
    finds = list(_find_all(lines, lexicon)) if lexicon.terms else []
    return _skill_evidence(terms[0] if terms else "", finds)


def _find_all(lines: Sequence[ResumeLine], lexicon: Lexicon) -> Iterator[_Find]:
    paragraphs = list(_read_paragraphs(lines, lexicon))
    nearby: dict[_Place, set[int]] = {}
    counts: dict[_Place, int] = {}
    for paragraph in paragraphs:
        place = _place(lines[paragraph.lines[0]])
        counts[place] = counts.get(place, 0) + len(paragraph.hits)
        if paragraph.undoubted and place != (None, None):
            nearby.setdefault(place, set()).update(vouching_skills(paragraph.undoubted))
    for paragraph in paragraphs:
        place = _place(lines[paragraph.lines[0]])
        around = _surroundings(paragraph, place, nearby, counts)
        seen = set()
        for find in _finds(paragraph, lines, around):
            key = (find.skill, find.line, find.evidence.grade, find.evidence.cause)
            if key not in seen:
                seen.add(key)
                yield find


def _surroundings(
    paragraph: _Paragraph, place: _Place, nearby: Mapping[_Place, set[int]], counts: Mapping[_Place, int]
) -> Surroundings:
    own = vouching_skills(paragraph.undoubted)
    return Surroundings(place[0] is Section.SKILLS, own, nearby.get(place, own), counts[place])


def _place(line: ResumeLine) -> _Place:
    """What a line's neighbours have in common with it; nothing outside sections."""
    if line.position is not None:
        return None, line.position
    return line.section if line.section is not Section.OTHER else None, None


def _read_paragraphs(lines: Sequence[ResumeLine], lexicon: Lexicon) -> Iterator[_Paragraph]:
    """The paragraphs that name anything."""
    cause: str | None = None
    for group in _group(lines):
        first = lines[group[0]]
        if first.is_heading:
            cause = find_heading_cause(tokenise(first.text)) if len(first.text) < 80 else None
        if all(lines[at].grade is None for at in group):
            continue
        text = "\n".join([lines[at].text for at in group])
        if lexicon.is_literal and not may_name(text, lexicon):
            continue
        tokens = split_glued(tokenise(text), lexicon.terms)
        hits = find_hits(tokens, lexicon)
        if hits:
            yield _paragraph(lines, group, (tokens, hits), cause)


def _paragraph(
    lines: Sequence[ResumeLine], group: Sequence[int], found: tuple[Tokens, list[Hit]], cause: str | None
) -> _Paragraph:
    tokens, hits = found
    breaks = [0]
    for at in group[:-1]:
        breaks.append(breaks[-1] + len(lines[at].text) + 1)
    spans = _NameSpans(breaks, [lines[at] for at in group])
    has_links = any(sign in tokens.text for sign in _LINK_SIGNS)
    named = [hit for hit in hits if spans.hold(tokens, hit) or (has_links and _is_in_link(tokens, hit))]
    apart = set(named)
    free = [hit for hit in hits if hit not in apart] if named else hits
    return _Paragraph(
        lines=tuple(group),
        breaks=tuple(breaks),
        tokens=tokens,
        hits=tuple(free),
        named=tuple(find_undoubted(tokens, named)),
        undoubted=tuple(find_undoubted(tokens, free)),
        cause=cause,
    )


def _group(lines: Sequence[ResumeLine]) -> Iterator[list[int]]:
    """Lines by paragraph: those that continue the one before belong to it."""
    group: list[int] = []
    for at, line in enumerate(lines):
        if group and not line.continues:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _is_in_link(tokens: Tokens, hit: Hit) -> bool:
    """Whether the name is a piece of an address: github.com/ada, ada@azure.example.com."""
    start, end = tokens.starts[hit.first], tokens.ends[hit.last]
    before = tokens.text[max(0, start - _LONGEST_LINK) : start].split()
    after = tokens.text[end : end + _LONGEST_LINK].split()
    head = before[-1] if before and not tokens.text[start - 1].isspace() else ""
    tail = after[0] if after and not tokens.text[end : end + 1].isspace() else ""
    if any(sign in head or sign in tail for sign in ("://", "www.", ".com", ".org", ".io/", "github.io")):
        return True
    at = (head + tail).find("@")
    return at > 0 and "." in (head + tail)[at:]


def _finds(paragraph: _Paragraph, lines: Sequence[ResumeLine], around: Surroundings) -> Iterator[_Find]:
    for hit in paragraph.named:
        yield from _find(paragraph, lines, hit, "name")
    meant = find_meant(paragraph.tokens, paragraph.hits, paragraph.undoubted, around)
    for hit, cause in zip(meant, find_causes(paragraph.tokens, meant) if meant else (), strict=True):
        yield from _find(paragraph, lines, hit, cause or paragraph.cause)


def _find(paragraph: _Paragraph, lines: Sequence[ResumeLine], hit: Hit, cause: str | None) -> Iterator[_Find]:
    at = paragraph.line_of(hit)
    line = lines[at]
    if line.grade is None:
        return
    grade: Grade | None = line.grade
    if cause == "mentioned":
        grade, cause = Grade.MENTIONED, None
    elif cause is not None:
        grade = None
    tokens = paragraph.tokens
    yield _Find(
        hit.skill,
        at,
        Evidence(
            quote=line.text,
            page=line.page,
            line=line.line,
            section=line.section,
            position=line.position,
            grade=grade,
            matched=" ".join(tokens.text[tokens.starts[hit.first] : tokens.ends[hit.last]].split("\n")),
            cause=cause,
        ),
    )


def _skill_evidence(name: str, finds: Sequence[_Find]) -> SkillEvidence:
    """One piece of evidence a line, its own before what is implied; the best first, then as on the page."""
    best: dict[int, tuple[tuple[int, bool, int], Evidence]] = {}
    notes: dict[tuple[int, str | None], tuple[int, Evidence]] = {}
    for find in finds:
        evidence = find.evidence
        if evidence.grade is None:
            notes.setdefault((find.line, evidence.cause), (find.line, evidence))
            continue
        rank = (_RANKS[evidence.grade], evidence.implied_by is not None, find.line)
        if find.line not in best or rank < best[find.line][0]:
            best[find.line] = (rank, evidence)
    ordered = sorted(best.values(), key=lambda pair: (pair[0][0], pair[0][2]))
    noted = sorted(notes.values(), key=lambda pair: pair[0])
    return SkillEvidence(name, tuple(evidence for _, evidence in ordered), tuple(evidence for _, evidence in noted))
