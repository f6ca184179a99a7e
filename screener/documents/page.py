"""What any PDF engine hands over: the pages as runs of text, fills and images, in paint order.

Tuples rather than dataclasses, because a page has thousands of them. All lengths are points from
the top left corner of the visible page; y grows downwards.
"""

from typing import NamedTuple

UNMAPPED = "\ufffd"  # stands for a drawn character that the font gives no meaning

Colour = tuple[float, float, float]  # red, green, blue; 0 to 1


class Box(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float

    def contains(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def meet(self, other: "Box") -> "Box":
        """What both cover; empty boxes have x1 <= x0 or bottom <= top."""
        return Box(
            max(self.x0, other.x0), max(self.top, other.top), min(self.x1, other.x1), min(self.bottom, other.bottom)
        )


class Paint(NamedTuple):
    """How text is painted; runs that are painted alike share one."""

    colour: Colour | None  # None when it isn't a plain colour, as with patterns
    opacity: float
    render_mode: int  # 0 to 7, as the PDF operator Tr numbers them
    clip: Box | None  # nothing outside shows; None when nothing is cut off
    switched_off: bool  # in a layer that viewers don't show


class Run(NamedTuple):
    """Text painted in one go without a wide gap, with spaces where words are apart.

    For turned text, x0, x1 and baseline are measured in a frame turned with it by `angle`
    degrees around the top left corner of the page.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    angle: int  # degrees clockwise: 0, 90, 180, 270 or anything between
    order: int  # counts everything painted on the page
    paint: Paint

    @property
    def box(self) -> Box:
        """Where the letters are, in a frame turned with the run."""
        return Box(self.x0, self.baseline - 0.75 * self.size, self.x1, self.baseline + 0.2 * self.size)


class Fill(NamedTuple):
    """An area painted in one colour. `exact` says that its shape is the box itself."""

    box: Box
    colour: Colour | None  # None when it isn't a plain colour, or is see-through
    exact: bool
    order: int


class Image(NamedTuple):
    box: Box
    order: int


class LinkArea(NamedTuple):
    uri: str
    box: Box


class Page(NamedTuple):
    """One page as painted.

    `marks` are shapes as small as a bullet; `shapes` counts all filled outlines that aren't boxes.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    fills: tuple[Fill, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[LinkArea, ...] = ()
    marks: tuple[Box, ...] = ()
    shapes: int = 0
