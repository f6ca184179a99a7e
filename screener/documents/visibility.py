"""A page as painted -> what a person looking at it sees, with the rest set apart and its cause.

Text is compared with what lies beneath it in paint order, and with what is painted over it later.
Only plain cases count as hidden: wherever the colour beneath isn't known (a picture, a gradient, a
pattern, something see-through) or a shape isn't a box, text is taken as visible, because accusing
an honest resume is worse than reading a trick as text.

Text in invisible ink on the picture of a page is what text recognition leaves: it is read, with a
warning. So is the uninked text that browsers lay over letters they draw as outlines, which they do
for bold letters that the font lacks. Hidden twins of visible text (shadows, outlines) are dropped.

Not handled: text of nearly the colour beneath, text partly covered, letters spread over the page.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from screener.documents.page import UNMAPPED, Box, Colour, Fill, Image, Page, Run
from screener.documents.segments import text_of
from screener.model.document import HiddenText, ReadingWarning

_SMALLEST = 2.0  # points
_SAME_COLOUR = 0.04  # of 1, in each of red, green and blue
_SCAN_SHARE = 0.5  # of the page that a picture covers when it is the picture of a page
_OUTLINES = 40  # filled shapes on a page whose letters may all be drawings
_STRIP = 24.0  # points; fills are looked up by horizontal strips
_PAPER: Colour = (1.0, 1.0, 1.0)
_INVISIBLE_INK = 3  # text rendering mode
_TRANSPARENT = "fully transparent"
_UNINKED = (_TRANSPARENT, "invisible ink (render mode 3)")


class Sight(NamedTuple):
    """A page with the runs that can be seen, and what can't."""

    page: Page
    hidden: tuple[HiddenText, ...]
    warnings: tuple[ReadingWarning, ...]


def look(page: Page) -> Sight:
    """The page as a person sees it."""
    beneath = _Beneath(page)
    recognised = _is_recognised(page)
    visible: list[Run] = []
    hidden: list[tuple[Run, str]] = []
    inked = 0
    for run in page.runs:
        cause = _cause(run, page, beneath, recognised=recognised)
        if cause in _UNINKED and beneath.is_drawn(run):
            cause, run = None, run._replace(bold=True)  # noqa: PLW2901
        if cause is None:
            visible.append(run)
            inked += run.paint.render_mode == _INVISIBLE_INK or beneath.is_under_scan(run)
        else:
            hidden.append((run, cause))
    warnings = _recognition_warning(page.number) if recognised and inked else ()
    return Sight(page._replace(runs=tuple(visible)), _describe(_without_twins(hidden, visible), page.number), warnings)


def _recognition_warning(number: int) -> tuple[ReadingWarning, ...]:
    message = f"page {number} is a scan; its text was read by OCR and may have errors"
    return (ReadingWarning("ocr", message, number),)


def _is_recognised(page: Page) -> bool:
    """Whether invisible ink on this page is the text layer of a picture."""
    if any(_is_scan(image, page) for image in page.images):
        return True
    return page.shapes >= _OUTLINES and all(run.paint.render_mode == _INVISIBLE_INK for run in page.runs)


def _is_scan(image: Image, page: Page) -> bool:
    area = (image.box.x1 - image.box.x0) * (image.box.bottom - image.box.top)
    return area >= _SCAN_SHARE * page.width * page.height


def _cause(run: Run, page: Page, beneath: "_Beneath", *, recognised: bool) -> str | None:
    """Why the run can't be seen; None when it can, or when that isn't certain."""
    paint = run.paint
    if paint.switched_off:
        return "switched-off layer"
    if paint.opacity < 0.02:
        return _TRANSPARENT
    if paint.render_mode == _INVISIBLE_INK and not recognised:
        return _UNINKED[1]
    if run.size < _SMALLEST:
        return f"smaller than {_SMALLEST:g} pt"
    if run.angle:
        return None
    box = run.box
    if box.x1 <= 0 or box.x0 >= page.width or box.bottom <= 0 or box.top >= page.height:
        return "outside the page"
    if paint.clip and (box.x1 <= paint.clip.x0 or box.x0 >= paint.clip.x1 or _is_beside(box, paint.clip)):
        return "clipped away"
    return beneath.cause(run, box)


def _is_beside(box: Box, clip: Box) -> bool:
    return box.bottom <= clip.top or box.top >= clip.bottom or clip.x1 - clip.x0 < 0.3 or clip.bottom - clip.top < 0.3


class _Beneath:
    """The fills and pictures of a page, found by where they are."""

    def __init__(self, page: Page) -> None:
        self._strips: dict[int, list[Fill]] = defaultdict(list)
        self._images = page.images
        self._scans = [image for image in page.images if _is_scan(image, page)]
        self._colours = {_PAPER} | {fill.colour for fill in page.fills if fill.colour is not None}
        self._suspect: dict[Colour, bool] = {}  # whether a colour is that of anything on the page
        last = int(page.height // _STRIP)
        for fill in page.fills:
            for strip in range(max(int(fill.box.top // _STRIP), 0), min(int(fill.box.bottom // _STRIP), last) + 1):
                self._strips[strip].append(fill)

    def is_under_scan(self, run: Run) -> bool:
        return bool(self._scans) and any(image.order > run.order for image in self._scans)

    def is_drawn(self, run: Run) -> bool:
        """Whether the letters are painted as outlines, with the text over them only for copying."""
        x, y = (run.x0 + run.x1) / 2, run.baseline - 0.3 * run.size
        return any(
            not fill.exact and fill.box.contains(x, y) and fill.box.bottom - fill.box.top < 2.5 * run.size
            for fill in self._strips.get(int(y // _STRIP), ())
        )

    def cause(self, run: Run, box: Box) -> str | None:
        if self.is_under_scan(run):
            return None
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        fills = [fill for fill in self._strips.get(int(y // _STRIP), ()) if fill.box.contains(x, y)]
        if fills and fills[-1].order >= run.order and any(_covers(fill, run, box) for fill in fills):
            return "covered"
        if run.paint.colour is None or run.paint.render_mode not in (0, 1, 4, 5):
            return None
        if not self._is_suspect(run.paint.colour):
            return None
        return self._same_colour_cause(run, fills, x, y)

    def _is_suspect(self, colour: Colour) -> bool:
        if colour not in self._suspect:
            self._suspect[colour] = any(_same(colour, other) for other in self._colours)
        return self._suspect[colour]

    def _same_colour_cause(self, run: Run, fills: list[Fill], x: float, y: float) -> str | None:
        """Walks down from the topmost fill under the run to the first that surely is there."""
        colour = run.paint.colour
        assert colour is not None
        if any(image.order < run.order and image.box.contains(x, y) for image in self._images):
            return None
        for fill in reversed(fills):
            if fill.order > run.order:
                continue
            if fill.colour is None or not _same(colour, fill.colour):
                return None
            if fill.exact:
                break
        else:
            if not _same(colour, _PAPER):
                return None
        return _same_name(colour)


def _covers(fill: Fill, run: Run, box: Box) -> bool:
    if not fill.exact or fill.colour is None or fill.order < run.order:
        return False
    return (
        fill.box.x0 <= box.x0 + 0.5
        and fill.box.x1 >= box.x1 - 0.5
        and fill.box.top <= box.top + 0.5
        and fill.box.bottom >= box.bottom - 0.5
    )


def _same(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _SAME_COLOUR for a, b in zip(one, other, strict=True))


def _same_name(colour: Colour) -> str:
    if min(colour) > 0.9:
        return "white on white"
    if max(colour) < 0.1:
        return "black on black"
    return "the same colour as what is beneath it"


def _without_twins(hidden: list[tuple[Run, str]], visible: list[Run]) -> list[tuple[Run, str]]:
    """Hidden runs that don't merely repeat what stands visibly in the same place."""
    places: dict[str, list[Run]] = defaultdict(list)
    if hidden:
        for run in visible:
            places[run.text.strip()].append(run)
    return [
        (run, cause)
        for run, cause in hidden
        if not any(
            abs(twin.x0 - run.x0) < twin.size and abs(twin.baseline - run.baseline) < twin.size
            for twin in places[run.text.strip()][:100]
        )
    ]


def _describe(hidden: Iterable[tuple[Run, str]], number: int) -> tuple[HiddenText, ...]:
    """One entry for each cause, in the order in which they are painted."""
    by_cause: dict[str, list[Run]] = defaultdict(list)
    for run, cause in hidden:
        by_cause[cause].append(run)
    texts = {cause: text_of(runs) for cause, runs in by_cause.items()}
    return tuple(HiddenText(text, cause, number) for cause, text in texts.items() if text.strip(f" {UNMAPPED}"))
