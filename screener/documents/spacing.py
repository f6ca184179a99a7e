"""What gap between letters is a word's; the same inside a run and between runs. All in ems."""

from collections.abc import Sequence

_WIDER = 0.13  # than the gap between letters; less is kerning


def word_gap(gaps: Sequence[float], pairs: int) -> float:
    """The gap above which words are apart, where `pairs` letters stand side by side.

    `gaps` are those that aren't nothing. When most pairs have one, the letters are set apart, and
    only gaps clearly wider than the usual one separate words.
    """
    if pairs < 3 or 2 * len(gaps) <= pairs:
        return _WIDER
    return _WIDER + sorted(gaps)[len(gaps) - 1 - pairs // 2]
