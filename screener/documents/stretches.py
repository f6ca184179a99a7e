"""A run of text -> points on its letters, and the stretches of words that are seen and that aren't.

Where a word stands within its run is reckoned from how much text is before it, so it may stand a
little beside: a word only counts as hidden when everything around its place is.
"""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin, sqrt

from screener.documents.page import Run

TOP, MIDDLE, BOTTOM = 0.6, 0.35, 0.08  # ems above the baseline; where letters have their ink

_MOST_POINTS = 60  # along a run
_SLACK, _SPREAD = 0.25, 0.35  # ems; how far from where it is reckoned a word in a run may stand
_TURNED_SLACK = 8.0  # points; the same for text at an odd angle


def places(run: Run) -> list[float]:
    """Places along the run, in its own frame, close enough to meet each letter."""
    width = abs(run.x1 - run.x0)
    count = int(min(max(2 * width / max(run.size, 1.0), len(run.text), 2), _MOST_POINTS))
    return [min(run.x0, run.x1) + width * (at + 0.5) / count for at in range(count)]


def points(run: Run, x: float) -> Iterator[tuple[float, float]]:
    """Points of the page over the height of a letter; at odd angles also around it."""
    cosine, sine = cos(radians(run.angle)), sin(radians(run.angle))
    shifts = (0.0,) if run.angle % 90 == 0 else (-_TURNED_SLACK, 0.0, _TURNED_SLACK)
    for height in (MIDDLE, TOP, BOTTOM):
        for shift in shifts:
            along, across = x, run.baseline - height * run.size + shift
            yield cosine * along - sine * across, sine * along + cosine * across


def parted(run: Run, verdicts: Sequence[str | None]) -> Iterator[tuple[Run, str | None]]:
    """The run's stretches of words that are seen, and of words that surely aren't."""
    words: list[tuple[int, int, str | None]] = []
    at = 0
    for word in run.text.split(" "):
        words.append((at, at + len(word), _cause_of_word(run, (at, at + len(word)), verdicts) if word else None))
        at += len(word) + 1
    start = 0
    for place, (_, end, cause) in enumerate(words):
        if place + 1 == len(words) or words[place + 1][2] != cause:
            stop = len(run.text) if place + 1 == len(words) else end + 1
            yield _stretch(run, start, stop), cause
            start = stop


def _cause_of_word(run: Run, word: tuple[int, int], verdicts: Sequence[str | None]) -> str | None:
    """Why a word can't be seen: everything around where it is reckoned to be can't."""
    low = _edge(run, word[0], -1)
    high = _edge(run, word[1], 1)
    count = len(verdicts)
    around = verdicts[int(low * count) : max(int(high * count + 0.999), int(low * count) + 1)]
    return around[len(around) // 2] if around and None not in around else None


def _edge(run: Run, characters: int, side: int) -> float:
    """How far along its run the edge of a word may stand at most, of 1, after so many characters."""
    length = len(run.text)
    share = characters / length
    if share in (0.0, 1.0):
        return share
    slack = _SLACK + _SPREAD * sqrt(length * share * (1 - share))  # ems; letters differ in width
    return min(max(share + side * slack * run.size / (abs(run.x1 - run.x0) or 1.0), 0.0), 1.0)


def _stretch(run: Run, start: int, stop: int) -> Run:
    each = (run.x1 - run.x0) / len(run.text)
    return run._replace(text=run.text[start:stop], x0=run.x0 + each * start, x1=run.x0 + each * stop)
