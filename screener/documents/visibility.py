"""A page as painted -> what a person looking at it sees, with the rest set apart and its cause.

A run of text that lies on the same things all along is judged once; any other word by word, at points
spread over its letters. At each point the page is painted with the letter and without (blending.py),
from what lies beneath it and what is painted over it later. Where the two are alike, nobody sees it.

Only what is certain counts as hidden: wherever the colour beneath isn't known (a picture, a gradient, a
pattern), text is taken as visible, because accusing an honest resume is worse than reading a trick as
text. Hidden twins of visible text (shadows, outlines) are dropped.

Not handled: fonts in the file some of whose glyphs draw nothing, or something else than their letter;
letters under other letters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from screener.documents.beneath import Beneath
from screener.documents.blending import PAPER, Ink, Thing, are_alike, outcome
from screener.documents.page import OPAQUE, UNMAPPED, Box, Colour, Page, Paint, Run
from screener.documents.recognised import INVISIBLE_INK, Scan, is_cut, is_drawn, is_uninked
from screener.documents.segments import text_of
from screener.documents.stretches import BOTTOM, TOP, parted, places, points
from screener.model.document import HiddenText, ReadingWarning

_SMALLEST = 2.0  # points
_ALIKE, _ALIKE_LARGE = 0.06, 0.03  # of 1, in each of red, green and blue; large letters show at less contrast
_LARGE = 20.0  # points
_PER_THING = 30  # times what it takes to look at a thing is what it takes to paint it
_TWINS = 100  # looked at for each hidden run
_INVISIBLE = "invisible ink (render mode {})"
_BUSY = "page {} has so much painted over each other that not all hidden text on it can be told; look at it"
_TRANSPARENT = "fully transparent"
_STENCIL = 7  # text rendering mode: letters are only cut out for what is painted later


class Sight(NamedTuple):
    """A page with the runs that can be seen, and what can't."""

    page: Page
    hidden: tuple[HiddenText, ...]
    warnings: tuple[ReadingWarning, ...]


def look(page: Page) -> Sight:
    """The page as a person sees it."""
    judge = _Judge(page)
    visible: list[Run] = []
    hidden: list[tuple[Run, str]] = []
    for run in page.runs:
        for part, cause in judge.judge(run):
            if cause is None:
                visible.append(part)
            else:
                hidden.append((part, cause))
    warnings = _recognition_warning(page.number) if judge.has_recognised else ()
    if judge.has_given_up:
        warnings += (ReadingWarning("busy-page", _BUSY.format(page.number), page.number),)
    found = _describe(_without_twins(hidden, visible), page.number) if hidden else ()
    return Sight(page._replace(runs=tuple(visible)), found, warnings)


def _recognition_warning(number: int) -> tuple[ReadingWarning, ...]:
    message = f"page {number} is a scan; its text was read by OCR and may have errors"
    return (ReadingWarning("ocr", message, number),)


Verdict = tuple[Run, str | None]


class _Judge:
    """Says of each run of a page why it can't be seen, or None when it can, or when that isn't certain."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._beneath = Beneath(page)
        sheet = Box(0, 0, page.width, page.height)
        paints = {id(run.paint): run.paint for run in page.runs}
        self._limits = {key: sheet.meet(paint.clip) if paint.clip else sheet for key, paint in paints.items()}
        self._causes = {key: cause for key, paint in paints.items() if (cause := _cause_of(paint)) is not None}
        self._scan = Scan(page, {key for key, paint in paints.items() if is_uninked(paint)})
        self._is_drawn_on = bool(page.images) or page.shapes > 0 or bool(page.cut)
        self._known: dict[object, str | None] = {}
        self._plain: dict[object, bool] = {}
        self.has_recognised = False

    @property
    def has_given_up(self) -> bool:
        return self._beneath.is_exhausted

    def judge(self, run: Run) -> Iterable[Verdict]:
        """The run, or the parts of it that are seen and those that aren't."""
        key = id(run.paint)
        if self._is_drawn_on and (honest := self._find_uninked(run, key)) is not None:
            return ((honest, None),)
        cause = self._causes.get(key) or _cause_by_itself(run)
        return ((run, cause),) if cause else self._by_place(run, key)

    def _find_uninked(self, run: Run, key: int) -> Run | None:
        """The run where it is honest text without ink."""
        cause = self._causes.get(key)
        if self._scan.is_layer(run) and (cause is None or is_uninked(run.paint)):
            self.has_recognised = True
            return run
        if cause is None or not is_uninked(run.paint):
            return None
        if self._page.cut and is_cut(run, self._beneath, self._page.cut):
            return run
        return run._replace(bold=True) if is_drawn(run, self._beneath) else None

    def _by_place(self, run: Run, key: int) -> Iterable[Verdict]:
        """Judges the run as a whole, where the same things are all over it."""
        _, x0, x1, baseline, size, _, angle, _, paint = run
        if x0 > x1:
            x0, x1 = x1, x0
        core = (x0, baseline - TOP * size, x1, baseline - BOTTOM * size)
        left, top, right, bottom = self._limits[key]
        if angle or x0 < left or x1 > right or core[1] < top or core[3] > bottom:
            return self._by_words(run)
        if paint.shapes and not self._beneath.hold(paint.shapes, Box(*core)):
            return self._by_words(run)
        if self._beneath.is_exhausted:
            return ((run, None),)
        around = self._beneath.around(core)
        if self._is_plain(run, around):
            return ((run, None),)
        things = self._beneath.all_over(core, around)
        return self._by_words(run) if things is None else ((run, self._cause(run, things)),)

    def _is_plain(self, run: Run, around: Sequence[Thing]) -> bool:
        """Whether the letters show wherever exactly these things are."""
        key = (id(run.paint), bool(around) and around[-1].order > run.order, *[thing.order for thing in around])
        if key not in self._plain:
            self._plain[key] = not key[1] and _differs_from_all(run.paint, around)
        return self._plain[key]

    def _cause(self, run: Run, things: Sequence[Thing]) -> str | None:
        """Why letters of the run can't be seen where just these things are."""
        paint, below = run.paint, 0
        for thing in things:
            below += thing.order < run.order
        key = (id(paint), below, run.size >= _LARGE, *[thing.order for thing in things])
        if key not in self._known:
            self._known[key] = self._work_out(run, things, below)
        return self._known[key]

    def _work_out(self, run: Run, things: Sequence[Thing], below: int) -> str | None:
        self._beneath.charge(_PER_THING * (len(things) + 1))
        tolerance = _ALIKE_LARGE if run.size >= _LARGE else _ALIKE
        found = [outcome(ink, things, below, tolerance) for ink in _inks(run.paint)]
        if not all(each.lost for each in found):
            return None
        if all(each.lost_at_once for each in found):
            return _colour_cause(found[0].ground) if self._page.complete else None
        return "covered"

    def _by_words(self, run: Run) -> Iterable[Verdict]:
        """Judges single words; what is hidden is only parted from the rest where whole words are."""
        verdicts = [self._cause_at(run, x) for x in places(run)]
        if None not in verdicts:
            return ((run, max(verdicts, key=verdicts.count)),)
        if not any(verdicts):
            return ((run, None),)
        return parted(run, verdicts)

    def _cause_at(self, run: Run, x: float) -> str | None:
        """Why the letter at `x` can't be seen: at each height of it, for whatever reason."""
        causes: list[str] = []
        for x_on_page, y in points(run, x):
            cause = self._cause_at_point(run, x_on_page, y)
            if cause is None:
                return None
            causes.append(cause)
        return causes[0]

    def _cause_at_point(self, run: Run, x: float, y: float) -> str | None:
        if not (0 <= x <= self._page.width and 0 <= y <= self._page.height):
            return "outside the page"
        paint = run.paint
        if paint.clip and not paint.clip.contains(x, y):
            return "clipped away"
        if self._beneath.is_exhausted:
            return None
        if not self._beneath.is_within(paint.shapes, x, y):
            return "clipped away"
        return self._cause(run, self._beneath.at(x, y))


def _cause_of(paint: Paint) -> str | None:
    """Why nothing painted so can be seen, wherever it is."""
    if paint.note:
        return "hidden annotation"
    if paint.switched_off:
        return "switched-off layer"
    if paint.heaped:
        return "letters on top of each other"
    if paint.render_mode == INVISIBLE_INK:
        return _INVISIBLE.format(INVISIBLE_INK)
    return _TRANSPARENT if is_uninked(paint) else None


def _differs_from_all(paint: Paint, beneath: Sequence[Thing]) -> bool:
    """Whether the letters have another colour than anything that is plainly painted beneath them, and than paper."""
    colour = paint.colour
    if colour is None or paint.mixing != OPAQUE or are_alike(colour, PAPER, _ALIKE):
        return False
    return all(
        thing.colour is None or (thing.mixing == OPAQUE and not are_alike(colour, thing.colour, _ALIKE))
        for thing in beneath
    )


def _cause_by_itself(run: Run) -> str | None:
    """Why the run can't be seen on any page."""
    if run.size < _SMALLEST:
        return f"smaller than {_SMALLEST:g} pt"
    return _stencil_cause(run) if run.paint.render_mode == _STENCIL else None


def _stencil_cause(run: Run) -> str | None:
    """Letters that are only cut out show where something is painted through them."""
    stencil = run.paint.stencil
    if stencil is None or run.angle:
        return None
    core = _core(run)
    is_shown = any(box.x0 < core.x1 and box.x1 > core.x0 and _is_level(box, core) for box in stencil.painted)
    return None if is_shown else _INVISIBLE.format(_STENCIL)


def _is_level(one: Box, other: Box) -> bool:
    return one.top < other.bottom and one.bottom > other.top


def _inks(paint: Paint) -> Iterator[Ink]:
    """All that must be lost for the letters to be lost."""
    yield Ink(paint.colour, paint.mixing)
    if paint.outline:
        yield Ink(*paint.outline)


def _colour_cause(ground: Colour | None) -> str:
    if ground is not None and min(ground) > 0.9:
        return "white on white"
    if ground is not None and max(ground) < 0.1:
        return "black on black"
    return "the same colour as what is beneath it"


def _core(run: Run) -> Box:
    """Where the letters have most of their ink."""
    x0, x1 = (run.x0, run.x1) if run.x0 <= run.x1 else (run.x1, run.x0)
    return Box(x0, run.baseline - TOP * run.size, x1, run.baseline - BOTTOM * run.size)


def _without_twins(hidden: Sequence[Verdict], visible: list[Run]) -> list[tuple[Run, str]]:
    """Hidden runs that don't merely repeat what stands visibly in the same place."""
    rows: dict[int, list[Run]] = defaultdict(list)
    for run in visible:
        rows[int(run.baseline // 8)].append(run)
    return [(run, cause) for run, cause in hidden if cause and not _has_twin(run, rows)]


def _has_twin(run: Run, rows: dict[int, list[Run]]) -> bool:
    row, reach = int(run.baseline // 8), min(int(run.size // 8) + 1, 5)
    near = [
        twin
        for at in range(row - reach, row + reach + 1)
        for twin in rows.get(at, ())[:_TWINS]
        if twin.angle == run.angle
        and abs(twin.baseline - run.baseline) < run.size
        and twin.x0 < run.x1 + run.size
        and twin.x1 > run.x0 - run.size
    ]
    near.sort(key=lambda twin: twin.x0)
    return bool(near) and _letters(run.text) in _letters("".join(twin.text for twin in near))


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


def _text_of(runs: list[Run]) -> str:
    """Texts by their place; those in a heap have none, and stand in the order in which they are painted."""
    return " ".join(run.text.strip() for run in runs) if runs[0].paint.heaped else text_of(runs)


def _describe(hidden: Iterable[tuple[Run, str]], number: int) -> tuple[HiddenText, ...]:
    """One entry for each cause, in the order in which they are painted."""
    by_cause: dict[str, list[Run]] = defaultdict(list)
    for run, cause in hidden:
        by_cause[cause].append(run)
    texts = {cause: _text_of(runs) for cause, runs in by_cause.items()}
    return tuple(HiddenText(text, cause, number) for cause, text in texts.items() if text.strip(f" {UNMAPPED}"))
