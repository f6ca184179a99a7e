"""A file's hash -> a name that is the same in every run and on every machine, and that says nothing.

The hash is hashed once more, so that nobody who has a list of hashes can look it up, and written in signs that are told
apart on paper and make no words: no vowels, and nothing like 0, O, 1, I, L. Eight of them tell 10,000 files apart
in all but one of some 10,000 runs; where two are the same, the later one gets a number. A file that could not be opened
has no hash; its path stands for it.
"""

import re
from collections.abc import Sequence
from hashlib import sha256

from screener.model.screening import Outcome

_SIGNS = "23456789BCDFGHJKMNPQRTVWXZ"
_PERSON = "screener blind candidate"  # keeps these hashes apart from those of any other use
_SHAPE = re.compile(rf"candidate-[{_SIGNS}]{{4}}-[{_SIGNS}]{{4}}(?:-\d{{1,6}})?")


def pseudonym_of(sha256_of_file: str | None, path: str) -> str:
    """ "candidate-7K3M-2QXD"."""
    content = f"bytes {sha256_of_file}" if sha256_of_file else f"path {path}"
    digest = sha256(f"{_PERSON}\0{content}".encode("utf-8", "surrogatepass")).digest()
    number = int.from_bytes(digest[:16], "big")
    signs = []
    for _ in range(8):
        number, place = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[place])
    return f"candidate-{''.join(signs[:4])}-{''.join(signs[4:])}"


def is_pseudonym(outcome: Outcome) -> bool:
    """Whether a row is blind already: results that were blind when they were written."""
    return outcome.sha256 is None and is_shaped_like_one(outcome.file)


def is_shaped_like_one(file: str) -> bool:
    return _SHAPE.fullmatch(file) is not None


def are_blind(outcomes: Sequence[Outcome]) -> bool:
    """Whether there are rows, and all of them are blind already."""
    return bool(outcomes) and all(map(is_pseudonym, outcomes))


def pseudonyms_of(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """By path. Two files of the same bytes are two rows; the second by its path gets a number."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for outcome in sorted(outcomes, key=lambda outcome: (outcome.sha256 or "", outcome.file)):
        first = outcome.file if is_pseudonym(outcome) else pseudonym_of(outcome.sha256, outcome.file)
        name, number = first, 1
        while name in taken:
            number += 1
            name = f"{first}-{number}"
        taken.add(name)
        names[outcome.file] = name
    return names
