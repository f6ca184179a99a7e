"""The context words as written -> tables by first word, longest phrase first."""

from collections.abc import Sequence
from typing import Any

from screener.vocabulary.tokens import tokenise

_PHRASES = {"mentioned_after", "recruiting_after", "learning_after", "negated_after", "none_after", "vouching_before"}


def compile_context(written: dict[str, Any]) -> dict[str, Any]:
    """Word lists as {word: 1}, phrase lists as {first word: [the other words, …]}, cues with cause and reach."""
    rows = [(phrase, "skip", "skip") for phrase in written["skip"]]
    for cause, by_reach in written["cues"].items():
        rows.extend((phrase, cause, reach) for reach, phrases in by_reach.items() for phrase in phrases)
    compiled: dict[str, Any] = {"cues": _phrase_table(rows)}
    for key, values in written.items():
        if key in _PHRASES:
            compiled[key] = _phrase_table([(phrase,) for phrase in values])
        elif key not in {"cues", "skip"}:
            compiled[key] = {_single_word(key, value): 1 for value in values}
    return compiled


def _phrase_table(rows: Sequence[tuple[str, ...]]) -> dict[str, list[list[Any]]]:
    """Each row under the first word of its phrase, as [the other words, what goes with the phrase…]."""
    table: dict[str, list[list[Any]]] = {}
    for phrase, *extra in rows:
        first, *rest = tokenise(phrase).words
        table.setdefault(first, []).append([rest, *extra])
    return {first: sorted(found, key=lambda row: (-len(row[0]), row)) for first, found in sorted(table.items())}


def _single_word(key: str, value: str) -> str:
    words = tokenise(str(value)).words  # fillers hold numbers
    if len(words) != 1:
        raise ValueError(f"context: {key} takes single words, not {value!r}")
    return words[0]
