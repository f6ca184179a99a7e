"""Text without ink that is honest: the text layer of a scan, and copies of letters drawn as outlines.

A page is a scan when pictures cover most of it and most of its text is over them without ink, or
beneath them. Where ordinary text prevails, text without ink is no layer of a scan. Browsers draw bold
letters that a font lacks as outlines, with text for copying over them that isn't painted; letters with
a gradient in them are a gradient painted through a mask of letters, with such text over it, too.
"""

from collections.abc import Sequence

from screener.documents.beneath import Beneath
from screener.documents.blending import PAPER, Thing, are_alike, colour_of, total_opacity
from screener.documents.page import Box, Fill, Image, Mixing, Page, Paint, Run

INVISIBLE_INK = 3  # text rendering mode
CLEAR = 0.02  # opacity of what nobody sees

_SCAN_SHARE = 0.5  # of the page that pictures cover when they are the picture of a page
_OUTLINES = 40  # filled shapes on a page whose letters may all be drawings
_MARGIN = 6.0  # points; recognised text may stand out from its picture
_ALIKE = 0.06  # of 1
_HIGHEST = 2.5  # ems; outlines of letters are no higher
_PER_LETTER = 5  # lines of an outline, at least


def is_uninked(paint: Paint) -> bool:
    """Whether nothing of the letters is painted."""
    if paint.render_mode == INVISIBLE_INK:
        return True
    opacity = total_opacity(paint.mixing)
    return (max(opacity, total_opacity(paint.outline[1])) if paint.outline else opacity) < CLEAR


class Scan:
    """What of a page's text is the text layer of a picture of the page."""

    def __init__(self, page: Page, uninked: set[int]) -> None:
        """`uninked` are the identities of the paints that leave nothing."""
        self._uninked = uninked
        self._boxes: list[Box] = []
        self._cover: list[Image] = []
        self._is_outlined = page.shapes >= _OUTLINES and all(id(run.paint) in uninked for run in page.runs)
        if page.images:
            self._find_pictures(page)

    def is_layer(self, run: Run) -> bool:
        """Whether the run is of the text layer."""
        return self._is_outlined if not self._boxes else self._is_over_or_under(run)

    def _find_pictures(self, page: Page) -> None:
        sheet = Box(0, 0, page.width, page.height)
        boxes = [image.box.meet(sheet) for image in page.images]
        least = _SCAN_SHARE * page.width * page.height
        if sum(map(_area, boxes)) < least:
            return
        self._boxes = boxes
        whole = zip(page.images, boxes, strict=True)
        self._cover = [image for image, box in whole if _area(box) >= least and (image.solid or image.stencil)]
        layer = sum(len(run.text) for run in page.runs if self._is_over_or_under(run))
        if 2 * layer <= sum(len(run.text) for run in page.runs):
            self._boxes = []

    def _is_over_or_under(self, run: Run) -> bool:
        if id(run.paint) in self._uninked:
            return bool(run.angle) or any(_is_near(box, run) for box in self._boxes)
        return any(image.order > run.order and (run.angle or _is_near(image.box, run)) for image in self._cover)


def _area(box: Box) -> float:
    return max(box.x1 - box.x0, 0.0) * max(box.bottom - box.top, 0.0)


def _is_near(box: Box, run: Run) -> bool:
    x, y = (run.x0 + run.x1) / 2, run.baseline - 0.3 * run.size
    return box.x0 - _MARGIN <= x <= box.x1 + _MARGIN and box.top - _MARGIN <= y <= box.bottom + _MARGIN


def is_cut(run: Run, beneath: Beneath, masks: Sequence[Run]) -> bool:
    """Whether something that isn't white is painted through a mask of the same letters in the same place."""
    letters = "".join(run.text.split())
    if not any(_is_same_place(run, mask) and letters in "".join(mask.text.split()) for mask in masks):
        return False
    things = beneath.at((run.x0 + run.x1) / 2, run.baseline - 0.3 * run.size)
    return any(_is_masked(thing.mixing) and not _is_white(thing) for thing in things)


def _is_same_place(run: Run, mask: Run) -> bool:
    return (
        run.angle == mask.angle
        and abs(run.baseline - mask.baseline) < run.size / 2
        and mask.x0 < run.x1
        and mask.x1 > run.x0
        and mask.size > run.size / 2
    )


def _is_masked(mixing: Mixing) -> bool:
    """Whether paint, or a group it is in, shows only through a mask that isn't plain."""
    while mixing.mask is not None and mixing.group is not None:
        mixing = mixing.group.mixing
    return mixing.mask is None


def _is_white(thing: Thing) -> bool:
    return thing.colour is not None and are_alike(thing.colour, PAPER, _ALIKE)


def is_drawn(run: Run, beneath: Beneath) -> bool:
    """Whether the letters are painted as outlines, with the text over them only for copying."""
    x, y = (run.x0 + run.x1) / 2, run.baseline - 0.3 * run.size
    found = [drawing for drawing in beneath.drawings(x, y, _HIGHEST * run.size) if _may_be_letters(drawing, run)]
    if not found:
        return False
    drawings = {drawing.order for drawing in found}
    around = [thing for thing in beneath.around(Box(x, y, x + 0.1, y + 0.1)) if thing.order not in drawings]
    ground = colour_of([thing for thing in around if thing.box.contains(x, y)])
    return any(
        drawing.colour is None or ground is None or not are_alike(drawing.colour, ground, _ALIKE) for drawing in found
    )


def _may_be_letters(drawing: Fill, run: Run) -> bool:
    """Whether an outline has as many lines as letters of its width would."""
    if not drawing.shapes:  # painted by the library's interpreter, which keeps none
        return True
    share = (drawing.box.x1 - drawing.box.x0) / max(abs(run.x1 - run.x0), 1.0)
    return drawing.shapes[-1].size >= _PER_LETTER * share * len(run.text)
