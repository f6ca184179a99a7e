"""The lines above and beside a date -> title, employer and kind of a position.

The lines are cut into pieces at separators ("Engineer, Acme | Berlin"). A piece with a word such
as "engineer" or "manager" is a title, one with "GmbH" or "Systems" an employer; where neither word
list knows a piece, what is left over next to the title is the employer.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from screener.model.document import CELL_GAP, Line
from screener.model.resume import PositionKind, Span
from screener.resumes.header_words import (
    NAME_WORDS,
    has_employer_word,
    has_title_word,
    header_words,
    is_duration,
    is_legal_form,
    is_name_like,
    kind_of,
    label_of,
    words_of,
)
from screener.vocabulary import find_skill
from screener.vocabulary.folding import fold

_SEPARATOR = re.compile(r"\s+[-–—~/]\s+|\s*[|•·●]\s*|\s{2,}|[,;]\s+|[,:]$|:\s+|\s*—\s*|[()\[\]]")
_WORKLOAD = re.compile(r"\d{1,3}\s?(?:%|(?:h|hrs?|hours?|std|stunden|fte)\b)", re.IGNORECASE)  # "20h/week", "80 %"
_PARTICLE = 3  # letters of the small words inside names ("of", "and")
_LONGEST_NAME = 60  # characters of a title or an employer's name; longer is a sentence


class Piece(NamedTuple):
    """A part of a header line; `line` counts within the header, the span lies in the line's text.

    `says` is "title" or "employer" where a label in front of it tells ("Company: Acme").
    """

    text: str
    line: int
    span: Span
    says: str | None = None


class Header(NamedTuple):
    """`employer_piece` is where the employer's name stands, None when it isn't sure to be a name."""

    title: str | None
    employer: str | None
    employer_piece: Piece | None
    kind: PositionKind | None  # None: nothing says that it is not plain work


def cut_into_pieces(line: Line, at: int, taken: Iterable[Span]) -> list[Piece]:
    """The pieces of one header line outside the spans already taken (dates)."""
    pieces: list[Piece] = []
    offset = 0
    taken = sorted(taken)
    for cell in line.cells:
        start = offset
        for left, right in [
            *(span for span in taken if offset <= span[0] < offset + len(cell.text)),
            (offset + len(cell.text),) * 2,
        ]:
            pieces += _cut(line.text, start, left, at)
            start = max(start, right)
        offset += len(cell.text) + len(CELL_GAP)
    says = header_words().labels.get(label_of(line.cells[0].text)) if len(line.cells) == 2 else None
    if says is not None:  # "Organization │ Acme"
        behind = len(line.cells[0].text)
        pieces = [piece._replace(says=says) for piece in pieces if piece.span[0] > behind]
    return _join_legal_forms(pieces, line.text)


def read_header(pieces: Sequence[Piece]) -> Header:
    """Title, employer and kind from the pieces of a header, in reading order."""
    split = [part for piece in pieces for part in _split_at(piece)]
    split = [piece for piece in split if not is_duration(piece.text) and len(piece.text) <= _LONGEST_NAME]
    split = _without_tasks([piece for piece in split if _WORKLOAD.match(piece.text) is None])
    split = [piece for piece in split if piece.says != "place" and fold(piece.text) not in header_words().asides]
    title = _best_title(split) or next((piece for piece in split if kind_of(piece.text) is not None), None)
    employer = _best_employer(split, title)
    if title is None and employer is None and split:
        employer = split[0]
    if title is None and employer is not None:
        title = next((piece for piece in split if piece != employer and not _is_place(piece.text)), None)
    kind = kind_of(title.text) if title else None
    aside = (kind_of(piece.text) for piece in split if piece != employer and _may_tell_kind(piece, title))
    sure = employer is not None and (has_employer_word(employer.text) or len(employer.text.split()) <= NAME_WORDS)
    return Header(
        title.text if title else None,
        employer.text if employer else None,
        employer if sure else None,
        kind or next(filter(None, aside), None),
    )


def _without_tasks(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those of a table's column of tasks."""
    lines = {piece.line for piece in pieces if _tells_task(piece.text)}
    if not lines:
        return list(pieces)
    return [one for one in pieces if not (_tells_task(one.text) or (one.line in lines and find_skill(one.text)))]


def _tells_task(text: str) -> bool:
    """ "MongoDB sharding", "Architecture of NestJS services", "Go and Redis": tasks, no name of anything."""
    words = text.split()
    small = [word for word in words if not word[:1].isupper()]
    if len(words) < 2 or not small or has_title_word(text):
        return False
    skills = sum(find_skill(word.strip(",.;")) is not None for word in words)
    return skills > (0 if any(len(word) > _PARTICLE and word.islower() for word in small) else 1)


def _may_tell_kind(piece: Piece, title: Piece | None) -> bool:
    """ "Engineer (Internship)": a few words beside the title or of a title's sort, or anything without a title."""
    is_short = len(piece.text.split()) <= NAME_WORDS
    return title is None or (is_short and (piece.line == title.line or has_title_word(piece.text)))


def _cut(text: str, start: int, end: int, at: int) -> list[Piece]:
    pieces: list[Piece] = []
    begin, says = start, None
    for match in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = match.start() if match else end
        part = text[begin:stop].strip(" ,;:|-–—•·()[]")
        label = header_words().labels.get(label_of(part)) if match and match.group().lstrip().startswith(":") else None
        if part and label is None:
            left = text.index(part, begin)
            pieces.append(Piece(part, at, (left, left + len(part)), says))
        says = label
        begin = match.end() if match else end
    return pieces


def _join_legal_forms(pieces: list[Piece], text: str) -> list[Piece]:
    """ "Acme, Inc." is one name."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and is_legal_form(piece.text):
            before = joined.pop()
            span = (before.span[0], piece.span[1])
            piece = Piece(text[span[0] : span[1]], piece.line, span, before.says)  # noqa: PLW2901 - the piece grows
        joined.append(piece)
    return joined


def _split_at(piece: Piece) -> list[Piece]:
    """ "Engineer at Acme" and "Worked as an engineer in Acme" are a title and an employer."""
    folded = fold(piece.text)
    at_firm = _lead(folded, header_words().worked_with)
    if at_firm is not None and piece.says is None:  # "Working with Acme as an engineer"
        start = piece.span[0] + len(at_firm)
        return _split_at(Piece(piece.text[len(at_firm) :], piece.line, (start, piece.span[1]), "employer"))
    lead = _lead(folded, header_words().worked_as)
    between = header_words().at | header_words().worked_for if lead else header_words().at
    left, right = piece.span
    if lead is not None:
        left += len(lead)
        piece = Piece(piece.text[len(lead) :], piece.line, (left, right), piece.says)
    words = piece.text.split(" ")
    for at, word in enumerate(words[1:-1], 1):
        if word.lower() == "as" and has_title_word(" ".join(words[at + 1 :])) and not has_title_word(words[at - 1]):
            before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
            title = _split_at(Piece(after, piece.line, (right - len(after), right)))
            return [*_split_at(Piece(before, piece.line, (left, left + len(before)))), *title]
        if word.lower() in between:
            before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
            if has_title_word(before) or kind_of(before) is not None:
                return [
                    Piece(before, piece.line, (left, left + len(before))),
                    Piece(after, piece.line, (right - len(after), right)),
                ]
    return [piece]


def is_beside_the_point(line: Line) -> bool:
    """Whether a header line says nothing but hours, places and the like: "Full-time, 40 hrs/week"."""
    texts = [piece.text for piece in cut_into_pieces(line, 0, ())]
    return bool(texts) and all(_WORKLOAD.match(text) is not None or _is_place(text) for text in texts)


def _lead(folded: str, phrases: tuple[str, ...]) -> str | None:
    """The phrase that a text begins with, the space behind it included."""
    if not folded.startswith(phrases):  # nearly always
        return None
    return next(phrase for phrase in phrases if folded.startswith(phrase))


def _best_title(pieces: Sequence[Piece]) -> Piece | None:
    labelled = next((piece for piece in pieces if piece.says == "title"), None)
    if labelled is not None:
        return labelled
    scored = [(piece, _title_score(piece.text)) for piece in pieces if piece.says is None]
    best = max(scored, key=lambda pair: pair[1], default=None)
    return best[0] if best is not None and best[1] > 0 else None


def _title_score(text: str) -> int:
    titles = sum(has_title_word(word) for word in words_of(text))
    return min(titles, 2) - 2 * has_employer_word(text)


def _best_employer(pieces: Sequence[Piece], title: Piece | None) -> Piece | None:
    labelled = next((piece for piece in pieces if piece.says == "employer"), None)
    if labelled is not None:
        return labelled
    rest = [piece for piece in pieces if piece != title and piece.says is None and is_name_like(piece.text)]
    named = [piece for piece in rest if has_employer_word(piece.text)]
    if named:
        return named[0]
    plain = [piece for piece in _without_places(rest) if not has_title_word(piece.text)]
    plain = [piece for piece in plain if kind_of(piece.text) is None] or plain  # "Developer (Co-op), Acme"
    if title is not None:
        # A line above the title names who it was for; then what stands beside it, then below.
        plain.sort(key=lambda piece: (piece.line > title.line) - (piece.line < title.line))
    skills = [piece for piece in plain if find_skill(piece.text) is not None]
    if len(skills) > 1:  # a list of technologies; one alone may well be the firm that makes it
        plain = [piece for piece in plain if piece not in skills]
    return plain[0] if plain else None


def _without_places(pieces: Sequence[Piece]) -> list[Piece]:
    """Without "Remote", and without the town in front of "MA"."""
    towns = {
        at
        for at, (town, state) in enumerate(pairwise(pieces))
        if town.line == state.line and len(state.text) == 2 and state.text.isupper()
    }
    return [piece for at, piece in enumerate(pieces) if at not in towns and not _is_place(piece.text)]


def _is_place(text: str) -> bool:
    """ "Remote", "CA", "Germany", an address on the web: never an employer by itself."""
    folded = fold(text)
    return (
        folded in header_words().asides
        or folded in header_words().countries
        or ((len(text) <= 2 and text.isupper()) or "://" in text or folded.startswith("www."))
    )
