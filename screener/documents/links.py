"""Areas of a page that lead to an address -> links with the words they lie on."""

from collections.abc import Iterable, Iterator

from screener.documents.page import Box, Page, Run
from screener.documents.segments import read_text, text_of
from screener.model.document import Link


def read_links(pages: Iterable[Page]) -> Iterator[Link]:
    """The links of the pages, as visible runs show them."""
    for page in pages:
        for area in page.links:
            words = [run._replace(text=text) for run in page.runs if (text := _words_within(run, area.box))]
            yield Link(area.uri, read_text(text_of(words)), page.number)


def _words_within(run: Run, box: Box) -> str:
    """The words of a run whose middle lies in the box, taking all letters for equally wide."""
    if run.angle or run.x1 < box.x0 or run.x0 > box.x1 or not box.top <= run.baseline - 0.3 * run.size <= box.bottom:
        return ""
    letter = (run.x1 - run.x0) / max(len(run.text.strip()), 1)
    text = run.text.strip()
    words: list[str] = []
    at = 0
    for word in text.split():
        at = text.index(word, at)
        if box.x0 <= run.x0 + (at + len(word) / 2) * letter <= box.x1:
            words.append(word)
        at += len(word)
    return " ".join(words)
