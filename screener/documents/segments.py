"""Runs -> segments: stretches of text on one baseline without a wide gap.

Runs are sorted into rows by their baselines; in a row, neighbours that are as close as words are
belong to one segment, with a space where the gap is a word's. The same text painted twice in the
same place (fake bold, shadows) counts once. Superscripts and accents that stand a little higher
join the text they touch. Headings set with space between all letters become words again.

Turned text isn't handled here: it is turned upright first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from screener.documents.accents import compose, is_accent, with_accents
from screener.documents.bidi import in_reading_order
from screener.documents.characters import clean_text, split_bullet
from screener.documents.holes import fill_hole
from screener.documents.leaders import without_leaders
from screener.documents.page import UNMAPPED, Run
from screener.documents.spacing import respaced, word_gap

SEGMENT_GAP = 0.65  # em; wider gaps end a segment
_OVER = -0.2  # em; an accent's letter begins as far back as this
_OVERLAP = -0.6  # em; no kerning goes back so far
_SAME_ROW = 0.2  # of the smaller size: baselines that differ less are one
_BULLET_GAP = 4.0  # em between a bullet and its text
_DASH_GAP = 1.5  # the same for a dash, which may also stand between two dates
_TWIN = 0.25  # em, and of the text's width; the same text as near as this is an overprint
_EDGE_GAP = 0.33  # em; a gap that may separate columns when what follows is aligned
_CHANGE_GAP = 0.22  # em; the same where plain text turns bold or bold text plain
_SUPPORT = 3  # segments that start at one x
_LEAST_GAP = 0.1  # em; a gap that may be one between columns where words are farther apart
_LESS = 0.8  # times the space between words
_SHIFT = 0.45  # em; lines stand farther apart
_MOST_RUNS = 100  # of a line that is looked at for free places
_WIDEST_SPACING = 1.8  # em between letters that are still a word, or the next one
_WIDER_SPACING = 0.3  # em between words, more than between their letters
_LETTERS = 4  # single letters in a row that make a letter-spaced word


_PRIVATE_LETTER = re.compile(r"(?<=[^\W\d_])[\ue000-\uf8ff](?=[^\W\d_])")


class Segment(NamedTuple):
    """`text` is as painted: with bullet glyphs, ligatures and odd spaces."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    runs: tuple[Run, ...]
    aligned: bool = False  # starts at the same x as several others

    @property
    def top(self) -> float:
        return self.baseline - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.2 * self.size


def find_segments(runs: Iterable[Run]) -> list[Segment]:
    """The segments of upright runs, from top to bottom and left to right."""
    segments: list[Segment] = []
    for row in _rows(with_accents(without_leaders(runs))):
        segments += _row_segments(row)
    return _split_at_edges(_attach_raised(segments))


def _split_at_edges(segments: list[Segment]) -> list[Segment]:
    """Segments that know whether they start where others do, cut at narrow gaps that lead to such an x."""
    starts = Counter(round(2 * segment.x0) for segment in segments)
    split: list[Segment] = []
    for segment in segments:
        start = 0
        runs = segment.runs
        for at, (before, run) in enumerate(pairwise(runs), 1):
            gap = (run.x0 - before.x1) / run.size
            least = _CHANGE_GAP if run.bold != before.bold else _EDGE_GAP
            is_cell = gap > least or (gap > _LEAST_GAP and _nearly_touches(runs, start, at))
            if is_cell and _is_edge(run.x0, starts) and not _is_letter(runs, at):
                split.append(_aligned(joined(runs[start:at]), starts))
                start = at
        split.append(_aligned(joined(runs[start:]) if start else segment, starts))
    return split


def _nearly_touches(runs: Sequence[Run], start: int, at: int) -> bool:
    """Whether a run is nearer to the text before it than the words of this are to each other."""
    spaces = [after.x0 - before.x1 for before, after in pairwise(runs[start:at])]
    return bool(spaces) and runs[at].x0 - runs[at - 1].x1 < _LESS * min(spaces)


def _is_letter(runs: Sequence[Run], at: int) -> bool:
    """Whether a run is one of the letters of a word that is set wide."""
    return len(runs) >= _LETTERS and len(runs[at].text.strip()) == len(runs[at - 1].text.strip()) == 1


def _aligned(segment: Segment, starts: Counter[int]) -> Segment:
    return Segment(*segment[:-1], aligned=True) if _is_edge(segment.x0, starts) else segment


def _is_edge(x: float, starts: Counter[int]) -> bool:
    half = round(2 * x)
    return starts[half - 1] + starts[half] + starts[half + 1] >= _SUPPORT


def text_of(runs: Iterable[Run]) -> str:
    """The text of runs, line after line as they stand."""
    return " ".join(segment.text.strip() for segment in find_segments(runs))


def read_text(text: str) -> str:
    """The text as a person reads it; icons go, and a letter that only has a private code stays a gap."""
    if text.isascii():
        return " ".join(text.split())
    text = clean_text(_PRIVATE_LETTER.sub(UNMAPPED, in_reading_order(text)))
    return " ".join(word for word in text.split() if word.strip(UNMAPPED))


def make_segment(runs: Sequence[Run], text: str) -> Segment:
    """A segment around the runs; size and weight are those of most of its characters."""
    first = runs[0]
    if len(runs) == 1:
        return Segment(text, first.x0, first.x1, first.baseline, first.size, first.bold, (first,))
    lengths = [len(run.text) for run in runs]
    main = runs[max(range(len(runs)), key=lambda at: (lengths[at], runs[at].size))]
    bold = 2 * sum([length for length, run in zip(lengths, runs, strict=True) if run.bold]) > sum(lengths)
    x0, x1 = min([run.x0 for run in runs]), max([run.x1 for run in runs])
    return Segment(text, x0, x1, main.baseline, main.size, bold, tuple(runs))


def _rows(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs by baseline, each row sorted from left to right."""
    rows: list[list[Run]] = []
    for run in sorted((run for run in runs if run.text.strip()), key=lambda run: (run.baseline, run.x0)):
        if rows and run.baseline - rows[-1][0].baseline <= _SAME_ROW * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda run: (run.x0, run.order))
    return rows


def _row_segments(row: list[Run]) -> list[Segment]:
    chain: list[Run] = []
    segments: list[Segment] = []
    edge = 0.0
    for run in row:
        if chain and (at := _find_overprint(run, chain)) is not None:
            chain[at] = chain[at]._replace(bold=chain[at].bold or abs(chain[at].x0 - run.x0) > 0.01)
            continue
        if chain and run.x1 < edge and (filled := fill_hole(chain[-1], run)) is not None:
            chain[-1] = filled
            continue
        if chain and _is_apart((run.x0 - edge) / max(run.size, chain[-1].size, 0.1), chain, segments):
            segments.append(joined(chain))
            chain = []
        edge = edge if chain and edge > run.x1 else run.x1
        chain.append(run)
    segments.append(joined(chain))
    return _with_words(segments) if len(segments) >= _LETTERS else segments


def _with_words(segments: list[Segment]) -> list[Segment]:
    """The segments of a row, with letters that are set as wide apart as cells made words again."""
    found: list[Segment] = []
    start = 0
    for end in range(1, len(segments) + 1):
        if end == len(segments) or not _is_spaced(segments[end - 1], segments[end]):
            stretch = segments[start:end]
            found += [_spaced_word(stretch)] if len(stretch) >= _LETTERS else stretch
            start = end
    return found


def _is_spaced(letter: Segment, after: Segment) -> bool:
    alone = len(letter.text) == len(after.text) == 1 and letter.text.isalpha() and after.text.isalpha()
    return alone and after.x0 - letter.x1 <= _WIDEST_SPACING * after.size and after.size == letter.size


def _spaced_word(letters: list[Segment]) -> Segment:
    gaps = [after.x0 - before.x1 for before, after in pairwise(letters)]
    word = sorted(gaps)[len(gaps) // 2] + _WIDER_SPACING * letters[0].size
    text = letters[0].text + "".join(
        f" {letter.text}" if gap > word else letter.text for gap, letter in zip(gaps, letters[1:], strict=True)
    )
    return make_segment([run for letter in letters for run in letter.runs], text)


def _find_overprint(run: Run, chain: list[Run]) -> int | None:
    """The run, by index, that this one is painted over once more."""
    x0, near = run.x0, _TWIN * min(run.size, run.x1 - run.x0)
    for at in range(len(chain) - 1, max(len(chain) - 4, -1), -1):
        if abs(chain[at].x0 - x0) <= near and chain[at].text.strip() == run.text.strip():
            return at
    return None


def _is_apart(gap: float, chain: list[Run], before: list[Segment]) -> bool:
    """Whether a run `gap` ems after the chain starts a new segment; text over text is another cell."""
    return gap > _widest_gap(chain, before) or (gap < _OVERLAP and not is_accent(chain[-1].text.strip()))


def _widest_gap(chain: list[Run], before: list[Segment]) -> float:
    """What may lie between the chain and its next run, in ems: more after a lone bullet glyph."""
    glyph = chain[0].text.strip()
    if len(chain) > 1 or len(glyph) != 1 or split_bullet(glyph + " ") != (True, ""):
        return SEGMENT_GAP
    if not before or glyph > "\u2020":  # a real bullet, or nothing that it could stand between
        return _BULLET_GAP
    return _DASH_GAP if chain[0].x0 - before[-1].x1 > 2 * _DASH_GAP * chain[0].size else SEGMENT_GAP


def joined(chain: Sequence[Run]) -> Segment:
    """Runs from left to right as one segment."""
    if len(chain) == 1:
        text = chain[0].text
    else:
        widest = _letter_gap(chain)
        text = chain[0].text
        edge = chain[0].x1
        for run in chain[1:]:
            text = _append(text, run, (run.x0 - edge) / run.size, widest)
            edge = max(edge, run.x1)
    return make_segment(chain, respaced(text))


def _append(text: str, run: Run, gap: float, widest: float) -> str:
    """The text with the run added; `gap` is in ems of the run."""
    if gap < _OVER and text and is_accent(text[-1]):
        composed = compose(text[-1], run.text[:1])
        if composed:
            return text[:-1] + composed + run.text[1:]
    apart = gap > widest and not text.endswith(" ") and not run.text.startswith(" ")
    return f"{text} {run.text}" if apart else text + run.text


def _letter_gap(chain: Sequence[Run]) -> float:
    """The gap, in ems, above which words are apart; wider where single letters are all set apart."""
    letters = sum(len(run.text.strip()) == 1 for run in chain)
    if letters < _LETTERS or letters * 3 < len(chain) * 2:
        return word_gap((), 0)
    gaps = [(after.x0 - before.x1) / after.size for before, after in pairwise(chain)]
    return word_gap([gap for gap in gaps if gap > 0.03], len(gaps))


def _attach_raised(segments: list[Segment]) -> list[Segment]:
    """Segments with superscripts and single accents put where they belong, in reading order."""
    absorbed: set[int] = set()
    for at, segment in enumerate(segments):
        host = _host(segment, segments, at) if len(segment.text.strip()) <= 4 else None
        if host is not None and host not in absorbed:
            segments[host] = _with_raised(segments[host], segment)
            absorbed.add(at)
    return [segment for at, segment in enumerate(segments) if at not in absorbed] if absorbed else segments


def _host(raised: Segment, segments: list[Segment], at: int) -> int | None:
    """The segment that a small or raised piece touches, by index."""
    accent = is_accent(raised.text.strip())
    near: tuple[int, ...] = (*range(at + 1, min(at + 12, len(segments))), *range(at - 1, max(at - 12, -1), -1))
    for index in near:
        host = segments[index]
        if not (accent or _is_shifted(raised, host)) or raised.text.strip() == UNMAPPED:
            continue
        if abs(raised.baseline - host.baseline) > 0.55 * host.size:
            continue
        follows = abs(raised.x0 - host.x1) <= 0.1 * host.size
        if follows or (host.x0 - 0.3 * host.size <= raised.x0 and raised.x1 <= host.x1 + 0.35 * host.size):
            return index
    return None


def _is_shifted(raised: Segment, host: Segment) -> bool:
    """Whether a piece is smaller than its host, or as large but stands in a place that this leaves free."""
    if raised.size <= 0.85 * host.size:
        return True
    room = 0.1 * raised.size
    return (
        len(host.runs) <= _MOST_RUNS
        and 0 < abs(raised.baseline - host.baseline) <= _SHIFT * host.size
        and not any(run.x0 < raised.x1 - room and run.x1 > raised.x0 + room for run in host.runs)
    )


def _with_raised(host: Segment, raised: Segment) -> Segment:
    runs = sorted((*host.runs, *raised.runs), key=lambda run: run.x0)
    return joined(runs)._replace(baseline=host.baseline, size=host.size)
