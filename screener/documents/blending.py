"""Paint over paint, at one point of a page -> whether a letter painted there differs from what is around it.

The point is painted twice, once with the letter's paint and once without, by PDF's rules for opacity,
blend modes and groups. What can't be known (a picture, a gradient, a mask) makes both unknown until
something known is painted over them; only what is known to be alike is lost.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from screener.documents.page import OPAQUE, Colour, Fill, Group, Image, Mixing

Thing = Fill | Image
Value = tuple[Colour, float] | None  # a colour and how much of it there is; None when unknown

PAPER: Colour = (1.0, 1.0, 1.0)
_WHOLE_PAGE = Group(OPAQUE)
_NOTHING: Value = ((0.0, 0.0, 0.0), 0.0)
_SOLID = 0.995  # of 1; opacity that nobody can tell from 1
_NEARLY = 0.01  # of 1; less makes no colour another
_SAMPLES = (0.0, 0.25, 0.5, 0.75, 1.0)  # of what may be beneath


class Ink(NamedTuple):
    colour: Colour | None
    mixing: Mixing


class Outcome(NamedTuple):
    """`lost` at the end, `lost_at_once` before anything was painted over it, `ground` what it was painted on."""

    lost: bool
    lost_at_once: bool
    ground: Colour | None


class _Frame:
    """A group (or the page) while it is painted: without the letter and with it."""

    def __init__(self, group: Group | None, value: Value) -> None:
        self.group = group
        self.without = self.with_ink = value
        self.differs = False
        self.is_full = False  # nothing beneath the group shows through

    def paint(self, source: Value, mixing: Mixing, *, solid: bool) -> None:
        """Paints both alike."""
        covers = (
            solid and _opacity(mixing) >= _SOLID and mixing.mode == "Normal" and (not source or source[1] >= _SOLID)
        )
        self.without = _over(self.without, source, mixing)
        self.with_ink = _over(self.with_ink, source, mixing) if self.differs else self.without
        if covers:
            self.with_ink, self.differs, self.is_full = self.without, False, True

    def write(self, source: Value, mixing: Mixing) -> None:
        """Paints only the one with the letter."""
        is_opaque = self.group is None or self.is_full  # blend modes don't mix with what isn't there
        if source and self.without is None and is_opaque and _leaves_all_as_it_is(source[0], mixing.mode):
            return
        self.with_ink, self.differs = _over(self.without, source, mixing), True

    def close(self, inner: "_Frame", mixing: Mixing) -> None:
        """Paints a group that is complete."""
        if inner.differs:
            self.with_ink, self.differs = _over(self.without, inner.with_ink, mixing), True
            self.without = _over(self.without, inner.without, mixing)
        else:
            self.paint(inner.without, mixing, solid=inner.is_full or inner.without is not None)


def outcome(ink: Ink, things: Sequence[Thing], below: int, tolerance: float) -> Outcome:
    """What becomes of a letter painted after the first `below` of the things at its place.

    Viewers differ on whether blend modes mix with bare paper; then it has to be lost in either way.
    """
    found = _follow(_Sheet(None), ink, (things, below), tolerance)
    if _mixes(ink.mixing) or any(_mixes(thing.mixing) for thing in things):
        other = _follow(_Sheet(_WHOLE_PAGE), ink, (things, below), tolerance)
        return Outcome(found.lost and other.lost, found.lost_at_once and other.lost_at_once, found.ground)
    return found


def _follow(sheet: "_Sheet", ink: Ink, painting: tuple[Sequence[Thing], int], tolerance: float) -> Outcome:
    """What becomes of a letter on a sheet of paper."""
    things, below = painting
    for thing in things[_first_that_counts(things, below) : below]:
        sheet.paint(thing)
    ground = sheet.now().without
    sheet.turn_to(ink.mixing.group)
    sheet.frames[-1].write((ink.colour, 1.0) if ink.colour else None, ink.mixing)
    at_once = _is_lost(sheet.now(), tolerance)
    for thing in things[below:]:
        sheet.paint(thing)
    lost = _is_lost(sheet.now(), tolerance) if below < len(things) else at_once
    return Outcome(lost, at_once, ground[0] if ground else None)


def _mixes(mixing: Mixing) -> bool:
    """Whether paint, or a group it is in, has a blend mode."""
    while mixing.mode == "Normal" and mixing.group is not None:
        mixing = mixing.group.mixing
    return mixing.mode != "Normal"


def colour_of(things: Sequence[Thing]) -> Colour | None:
    """What all these make together, where that is known."""
    sheet = _Sheet(None)
    for thing in things[_first_that_counts(things, len(things)) :]:
        sheet.paint(thing)
    value = sheet.now().without
    return value[0] if value else None


def are_alike(one: Colour, other: Colour, tolerance: float) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


def total_opacity(mixing: Mixing) -> float:
    """The opacity of paint, with that of the groups it is in; 1 where masks aren't known."""
    opacity = _opacity(mixing)
    group = mixing.group
    while group is not None:
        opacity *= _opacity(group.mixing)
        group = group.mixing.group
    return opacity


def _opacity(mixing: Mixing) -> float:
    return mixing.opacity * (1.0 if mixing.mask is None else mixing.mask)


def _first_that_counts(things: Sequence[Thing], below: int) -> int:
    """The last thing under the letter that hides all before it."""
    for at in range(below - 1, 0, -1):
        thing = things[at]
        if thing.solid and thing.colour is not None and thing.mixing == OPAQUE:
            return at
    return 0


class _Sheet:
    """A sheet of paper with the groups that are being painted, in a group for the whole page where one is given."""

    def __init__(self, page: Group | None) -> None:
        self.frames = [_Frame(None, (PAPER, 1.0))]
        self._outer = [page] if page else []

    def paint(self, thing: Thing) -> None:
        self.turn_to(thing.mixing.group)
        colour = thing.colour if thing.solid else None
        self.frames[-1].paint((colour, 1.0) if colour else None, thing.mixing, solid=thing.solid)

    def turn_to(self, group: Group | None) -> None:
        """Closes and opens groups until this one is painted."""
        chain: list[Group] = []
        while group is not None:
            chain.append(group)
            group = group.mixing.group
        chain += self._outer
        chain.reverse()
        frames = self.frames
        common = 0
        while common < min(len(chain), len(frames) - 1) and frames[common + 1].group is chain[common]:
            common += 1
        while len(frames) - 1 > common:
            _close_last(frames)
        frames += [_Frame(one, _NOTHING) for one in chain[common:]]

    def now(self) -> _Frame:
        """The page as it would be if all groups were closed now."""
        if len(self.frames) == 1:
            return self.frames[0]
        copies = []
        for frame in self.frames:
            copy = _Frame(frame.group, frame.without)
            copy.with_ink, copy.differs, copy.is_full = frame.with_ink, frame.differs, frame.is_full
            copies.append(copy)
        while len(copies) > 1:
            _close_last(copies)
        return copies[0]


def _close_last(frames: list[_Frame]) -> None:
    inner = frames.pop()
    assert inner.group is not None
    frames[-1].close(inner, inner.group.mixing)


def _is_lost(page: _Frame, tolerance: float) -> bool:
    if not page.differs:
        return True
    if page.with_ink is None or page.without is None:
        return False
    return are_alike(page.with_ink[0], page.without[0], tolerance)


def _over(under: Value, source: Value, mixing: Mixing) -> Value:
    """One paint over another."""
    opacity = _opacity(mixing)
    if opacity <= 0:
        return under
    if source is None or mixing.mode not in _MODES:
        return None
    colour, amount = source
    if mixing.mask is None:
        is_same = under is not None and under[1] >= _SOLID and are_alike(colour, under[0], _NEARLY)
        return under if is_same and mixing.mode == "Normal" else None
    amount *= opacity
    if amount <= 0:
        return under
    if under is None:
        return (colour, 1.0) if amount >= _SOLID and mixing.mode == "Normal" else None
    beneath, there = under
    total = amount + there * (1 - amount)
    blend = _MODES[mixing.mode]
    mixed = tuple(
        ((1 - amount) * there * b + amount * ((1 - there) * s + there * (blend(b, s) if blend else s))) / total
        for b, s in zip(beneath, colour, strict=True)
    )
    return (mixed[0], mixed[1], mixed[2]), total


def _leaves_all_as_it_is(colour: Colour, mode: str) -> bool:
    """Whether paint in a blend mode changes nothing, whatever is beneath it."""
    blend = _MODES.get(mode)
    return blend is not None and all(abs(blend(b, s) - b) < 0.01 for s in colour for b in _SAMPLES)


def _overlay(b: float, s: float) -> float:
    return 2 * b * s if b <= 0.5 else 1 - 2 * (1 - b) * (1 - s)


def _soft_light(b: float, s: float) -> float:
    if s <= 0.5:
        return b - (1 - 2 * s) * b * (1 - b)
    curve = ((16 * b - 12) * b + 4) * b if b <= 0.25 else b**0.5
    return b + (2 * s - 1) * (curve - b)


_MODES: dict[str, Callable[[float, float], float] | None] = {
    "Normal": None,
    "Multiply": lambda b, s: b * s,
    "Screen": lambda b, s: b + s - b * s,
    "Overlay": _overlay,
    "HardLight": lambda b, s: _overlay(s, b),
    "SoftLight": _soft_light,
    "Darken": min,
    "Lighten": max,
    "ColorDodge": lambda b, s: 0.0 if b <= 0 else (1.0 if s >= 1 else min(1.0, b / (1 - s))),
    "ColorBurn": lambda b, s: 1.0 if b >= 1 else (0.0 if s <= 0 else 1 - min(1.0, (1 - b) / s)),
    "Difference": lambda b, s: abs(b - s),
    "Exclusion": lambda b, s: b + s - 2 * b * s,
}
