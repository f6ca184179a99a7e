"""Fields of study that are one field under several names.

A role lists the fields it takes; a degree's field is one of them when it contains one of that field's
names as whole words. Nothing is guessed: a related field that the role doesn't list stays unknown.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from screener.vocabulary import load

_MINOR = r"(?i)\bminor(?:ed|ing)?\b"
_BREAK = r"[^\w+#]+"


@lru_cache(maxsize=1000)  # fields are few, and resumes many
def is_same_field(asked: str, field: str) -> bool:
    """Whether a degree's field is the field that a role lists, under any of its names."""
    studied = f" {_words(re.split(_MINOR, field, maxsplit=1)[0])} "
    return any(f" {name} " in studied for name in _names(_words(asked)))


def _names(field: str) -> Sequence[str]:
    return next((names for names in load("study_fields")["same"] if field in names), (field,))


def _words(text: str) -> str:
    return " ".join(re.sub(_BREAK, " ", text.casefold().replace("&", " and ").replace(".", "")).split())
