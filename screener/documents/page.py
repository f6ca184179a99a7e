"""What any PDF engine hands over: the pages as runs of text, fills and images, in paint order.

Tuples rather than dataclasses, because a page has thousands of them. All lengths are points from
the top left corner of the visible page; y grows downwards.
"""

from typing import NamedTuple, Protocol

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


class Shape(Protocol):
    """An area of the page that isn't a box. `size` says how much work it is to ask."""

    @property
    def size(self) -> int: ...

    def contains(self, x: float, y: float) -> bool: ...

    def holds(self, box: Box) -> bool | None:
        """Whether all of a box is in the area, or nothing of it; None when that takes a closer look."""


class Group:
    """Things that are mixed with each other first, and as one with what is beneath them; told apart by identity."""

    __slots__ = ("mixing",)

    def __init__(self, mixing: "Mixing") -> None:
        self.mixing = mixing


class Mixing(NamedTuple):
    """How paint mixes with what is beneath it."""

    opacity: float = 1.0
    mode: str = "Normal"  # as PDF calls its blend modes
    mask: float | None = 1.0  # how much of it a mask lets through; None when that differs or isn't known
    group: Group | None = None


OPAQUE = Mixing()


class Stencil:
    """Letters that everything painted later shows through, and where something was."""

    __slots__ = ("is_cut", "painted")

    def __init__(self) -> None:
        self.is_cut = False
        self.painted: list[Box] = []


class Paint(NamedTuple):
    """How text is painted; runs that are painted alike share one."""

    colour: Colour | None  # None when it isn't a plain colour, as with patterns
    opacity: float
    render_mode: int  # 0 to 7, as the PDF operator Tr numbers them
    clip: Box | None  # nothing outside shows; None when nothing is cut off
    switched_off: bool  # in a layer that viewers don't show
    mixing: Mixing = OPAQUE
    outline: tuple[Colour | None, Mixing] | None = None  # of letters that are filled and outlined
    shapes: tuple[Shape, ...] = ()  # nothing outside any of them shows, either
    stencil: Stencil | None = None
    note: bool = False  # in an annotation that viewers don't show
    heaped: bool = False  # letters on top of each other


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
    """An area painted in one colour: the part of the box that is in all shapes.

    `exact` says that the outline painted is a box.
    """

    box: Box
    colour: Colour | None  # None when it isn't a plain colour
    exact: bool
    order: int
    mixing: Mixing = OPAQUE
    shapes: tuple[Shape, ...] = ()
    solid: bool = True  # paints all of its area


class Image(NamedTuple):
    box: Box
    order: int
    mixing: Mixing = OPAQUE
    shapes: tuple[Shape, ...] = ()
    solid: bool = False  # paints all of its area
    stencil: bool = False  # paints in one colour, with holes
    colour: Colour | None = None  # where it has one only


class LinkArea(NamedTuple):
    uri: str
    box: Box


class Page(NamedTuple):
    """One page as painted.

    `marks` are shapes as small as a bullet; `shapes` counts all filled outlines that aren't boxes;
    `rules` are fills too thin to write on. `complete` is false when there were more fills than are kept.
    `cut` are letters in masks, which show where something is painted through them.
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
    rules: tuple[Fill, ...] = ()
    complete: bool = True
    cut: tuple[Run, ...] = ()
