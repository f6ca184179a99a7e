"""The words of dates in every language, from `vocabulary/dates.yaml`, and how a text is cut into tokens."""

import re
from functools import lru_cache
from typing import NamedTuple

from screener.vocabulary import load
from screener.vocabulary.folding import fold

TOKEN = re.compile(r"\d+|[\u3040-\u30ff\u4e00-\u9fff]|[^\W\d_\u3040-\u30ff\u4e00-\u9fff]+(?:['’][^\W\d_]+)?|[^\w\s]")


class DateWords(NamedTuple):
    """Each list of words as it is looked up, folded."""

    months: dict[str, int]
    seasons: dict[str, int]
    present: frozenset[str]
    present_starts: frozenset[str]  # their first words, or characters
    until: frozenset[str]
    since: frozenset[str]
    before: frozenset[str]
    between: frozenset[str]
    joining: frozenset[str]  # the "and" behind "between"
    about: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    quarters: frozenset[str]
    year_marks: frozenset[str]  # behind a year: "2019 r.", "2019 г."


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """The word lists, read once."""
    data = load("dates")
    return DateWords(
        months={fold(word): int(number) for number, words in data["months"].items() for word in words},
        seasons={fold(word): int(number) for number, words in data["seasons"].items() for word in words},
        present=frozenset(map(fold, data["present"])),
        present_starts=frozenset(TOKEN.findall(fold(phrase))[0] for phrase in data["present"]),
        until=frozenset(data["until"]),
        since=frozenset(data["since"]),
        before=frozenset(data["from"]) | frozenset(data["since"]),
        between=frozenset(data["between"]),
        joining=frozenset(data["and"]),
        about=frozenset(data["about"]),
        of=frozenset(data["of"]),
        articles=frozenset(data["articles"]),
        quarters=frozenset(data["quarters"]),
        year_marks=frozenset(data["year_marks"]),
    )
