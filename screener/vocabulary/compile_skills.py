"""Skill entries as written -> the tables that matching looks up.

An entry is a name with these keys, all optional:

- `aliases`: other names. Spellings that differ only in spaces, dots, hyphens or case needn't be listed.
- `implies`: what is true by definition of whoever knows this; followed transitively.
- `ambiguous`: spellings that mean something else too, each with what it takes to count:
  `word` (an ordinary word: a list, or a technology beside it), `capital` (its capitals are enough),
  `name` (its capitals, or a technology beside it). A single letter needs a list, always.
- `needs`: skills of which one must be near an ambiguous spelling ("Service Bus" needs Azure).
- `unless`: words `before` or `after` an ambiguous spelling (or the name itself, when nothing is
  ambiguous) that make it something else; `<year>` stands for any year.
- `solid`: the name is one word; a capital inside doesn't allow a space there ("no SQL").
- `vouches`: false when the skill says nothing about the words beside it (methods, office tools).
- `profile`: a code host, whose name is often only the label of a link.
"""

import re
from itertools import accumulate
from typing import Any

from screener.vocabulary.tokens import spelling_key, tokenise

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_KEYS = {"aliases", "implies", "ambiguous", "needs", "unless", "solid", "vouches", "profile", "source"}
_KINDS = {"word", "capital", "name"}

Entries = dict[str, dict[str, Any]]


def compile_skills(entries: Entries) -> dict[str, Any]:
    """The lookup tables, ids being places in `names`. Raises ValueError for entries that contradict each other."""
    names = sorted(entries)
    ids = {name: number for number, name in enumerate(names)}
    for name in names:
        _check_entry(name, entries[name], ids)
    spellings = _spellings(entries)
    terms = _terms(spellings, ids)
    ambiguous = {}
    for name in names:
        ambiguous.update(_ambiguous(name, entries[name], ids))
    for key in terms:
        if len(key) == 1:
            ambiguous[key] = ["letter", names[terms[key]], [], [], []]
    return {
        "names": names,
        "implies": [_closure(name, entries, ids) for name in names],
        "vouches": [int(entries[name].get("vouches", True)) for name in names],
        "profiles": [ids[name] for name in names if entries[name].get("profile")],
        "terms": dict(sorted(terms.items())),
        "ambiguous": dict(sorted(ambiguous.items())),
        **join_tables([(spelling, bool(entries[name].get("solid"))) for spelling, name in spellings]),
    }


def join_tables(spellings: list[tuple[str, bool]]) -> dict[str, dict[str, int]]:
    """Beginnings of names after which another word may follow.

    `joins`: anywhere between two words of a name. `camel`: where only a capital marks the seam, so
    that the words in a text must be capitalised too. `slashed`: names up to a word behind a slash.
    """
    tables: dict[str, dict[str, int]] = {"joins": {}, "camel": {}, "slashed": {}}
    for spelling, solid in spellings:
        tokens = tokenise(spelling)
        begun = ""
        for place, word in enumerate(tokens.words):
            if place:
                tables["joins"][begun] = 1
                if tokens.gaps[place] == "/":
                    tables["slashed"][begun + word] = 1
            pieces = _CAMEL.split(tokens.text[tokens.starts[place] : tokens.ends[place]])
            if not solid and len(pieces[0]) > 1:
                seams = accumulate(piece.lower() for piece in pieces[:-1])
                tables["camel"].update({begun + seam: 1 for seam in seams})
            begun += word
    tables["camel"] = {key: 1 for key in tables["camel"] if key not in tables["joins"]}
    return {name: dict(sorted(table.items())) for name, table in tables.items()}


def _check_entry(name: str, entry: dict[str, Any], ids: dict[str, int]) -> None:
    if unknown := set(entry) - _KEYS:
        raise ValueError(f"{name}: unknown key {sorted(unknown)[0]!r}")
    for other in [*entry.get("implies", []), *entry.get("needs", [])]:
        if other not in ids:
            raise ValueError(f"{name}: {other!r} is not a skill of the vocabulary")
    for spelling, kind in entry.get("ambiguous", {}).items():
        if kind not in _KINDS:
            raise ValueError(f"{name}: {spelling!r} is {kind!r}, not one of {', '.join(sorted(_KINDS))}")


def _spellings(entries: Entries) -> list[tuple[str, str]]:
    return [
        (spelling, name)
        for name, entry in sorted(entries.items())
        for spelling in [name, *entry.get("aliases", []), *entry.get("ambiguous", {})]
    ]


def _terms(spellings: list[tuple[str, str]], ids: dict[str, int]) -> dict[str, int]:
    terms: dict[str, int] = {}
    for spelling, name in spellings:
        key = spelling_key(spelling)
        if terms.setdefault(key, ids[name]) != ids[name]:
            raise ValueError(f"{spelling!r} means both {name!r} and another skill")
    return terms


def _ambiguous(name: str, entry: dict[str, Any], ids: dict[str, int]) -> dict[str, list[Any]]:
    unless = entry.get("unless", {})
    kinds = entry.get("ambiguous") or ({name: "plain"} if unless else {})
    needs = [ids[other] for other in entry.get("needs", [])]
    before, after = (sorted(map(str, unless.get(side, []))) for side in ("before", "after"))
    return {spelling_key(spelling): [kind, spelling, needs, before, after] for spelling, kind in kinds.items()}


def _closure(name: str, entries: Entries, ids: dict[str, int]) -> list[int]:
    found: set[str] = set()
    waiting = list(entries[name].get("implies", []))
    while waiting:
        other = waiting.pop()
        if other not in found and other != name:
            found.add(other)
            waiting.extend(entries[other].get("implies", []))
    return sorted(ids[other] for other in found)
