"""The fills and pictures of a page -> those at a place, in paint order.

They are found by horizontal strips. Looking has a price, and what a page may cost is limited: beyond
that an outline counts as paint that may or may not be there, and nobody should ask for more.
"""

from collections import defaultdict
from collections.abc import Sequence

from screener.documents.blending import Thing
from screener.documents.page import Box, Fill, Page, Shape

Place = tuple[float, float, float, float]  # left, top, right, bottom

_STRIP = 48.0  # points
_WORK = 2_000_000  # things and lines of outlines looked at on a page; a hundred times what honest ones take
_PER_POINT = 4  # times what it takes to look at a thing among others


class Beneath:
    """The fills and pictures of a page, found by where they are."""

    def __init__(self, page: Page) -> None:
        self._strips: dict[int, list[Thing]] = defaultdict(list)
        self._work = _WORK
        self._last = int(page.height // _STRIP)
        things: list[Thing] = [*page.fills, *page.rules, *page.images]
        if page.rules or page.images:
            things.sort(key=_order)
        for thing in things:
            top, bottom = thing.box.top, thing.box.bottom
            if top < page.height and bottom > 0:  # nor anything that isn't a number
                first, last = max(top, 0) // _STRIP, min(bottom, page.height) // _STRIP
                for strip in range(int(first), int(last) + 1):
                    self._strips[strip].append(thing)

    @property
    def is_exhausted(self) -> bool:
        """Whether this page has cost all that it may."""
        return self._work < 0

    def charge(self, work: int) -> None:
        self._work -= work

    def around(self, box: Place) -> list[Thing]:
        """What may touch a box that is no higher than a line of text."""
        x0, top, x1, bottom = box
        first, last = int(top // _STRIP), min(int(bottom // _STRIP), self._last)
        strip = self._strips.get(first, ())
        self._work -= len(strip)
        found = [
            thing
            for thing in strip
            if thing[0][0] < x1 and thing[0][2] > x0 and thing[0][1] < bottom and thing[0][3] > top
        ]
        if last > first:
            found += self._rest(box, range(first + 1, last + 1))
            found.sort(key=_order)
        return found

    def all_over(self, box: Place, things: Sequence[Thing]) -> list[Thing] | None:
        """Which of the things are all over a box; None when something is only in a part of it."""
        found: list[Thing] = []
        for thing in things:
            place = thing[0]
            if place[0] > box[0] or place[2] < box[2] or place[1] > box[1] or place[3] < box[3]:
                return None
            held = self.hold(thing.shapes, Box(*box)) if thing.shapes else True
            if held is None:
                return None
            if held:
                found.append(thing)
        return found

    def hold(self, shapes: Sequence[Shape], box: Box) -> bool | None:
        """Whether all of a box is in the shapes, or nothing of it; None when neither is known."""
        held = True
        for shape in shapes:
            self._work -= shape.size
            answer = shape.holds(box) if self._work > 0 else None
            if answer is None:
                return None
            held = held and answer
        return held

    def at(self, x: float, y: float) -> list[Thing]:
        """What is at a point."""
        found: list[Thing] = []
        strip = self._strips.get(int(y // _STRIP), ())
        self._work -= _PER_POINT * len(strip)
        for thing in strip:
            if thing.box.contains(x, y):
                is_there = self._are_around(thing.shapes, x, y) if thing.shapes else True
                if is_there is None:
                    found.append(thing._replace(mixing=thing.mixing._replace(mask=None)))
                elif is_there:
                    found.append(thing)
        return found

    def drawings(self, x: float, y: float, height: float) -> list[Fill]:
        """Outlines around a point that are no higher than letters."""
        strip = self._strips.get(int(y // _STRIP), ())
        self._work -= _PER_POINT * len(strip)
        return [
            thing
            for thing in strip
            if isinstance(thing, Fill)
            and not thing.exact
            and thing.box.contains(x, y)
            and thing.box.bottom - thing.box.top < height
        ]

    def _rest(self, box: Place, strips: Sequence[int]) -> list[Thing]:
        """What begins in strips after the first."""
        self._work -= sum(len(self._strips.get(strip, ())) for strip in strips)
        return [
            thing
            for strip in strips
            for thing in self._strips.get(strip, ())
            if thing[0][0] < box[2]
            and thing[0][2] > box[0]
            and thing[0][1] < box[3]
            and int(thing[0][1] // _STRIP) == strip
        ]

    def is_within(self, shapes: Sequence[Shape], x: float, y: float) -> bool:
        """Whether all shapes contain a point, or may contain it."""
        return not shapes or self._are_around(shapes, x, y) is not False

    def _are_around(self, shapes: Sequence[Shape], x: float, y: float) -> bool | None:
        """Whether all shapes contain a point; None when that would cost too much."""
        for shape in shapes:
            self._work -= shape.size
            if self._work < 0:
                return None
            if not shape.contains(x, y):
                return False
        return True


def _order(thing: Thing) -> int:
    return thing.order
