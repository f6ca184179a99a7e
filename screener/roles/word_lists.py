"""The word lists of the lint rules: YAML in words/, read when a rule asks for one."""

from functools import cache
from pathlib import Path
from typing import Any, cast


def load_words(name: str) -> tuple[str, ...]:
    """A plain list."""
    return tuple(_read(name))


def load_years(name: str) -> dict[str, int]:
    """Names with a year each."""
    return {word: int(year) for word, year in _read(name).items()}


@cache
def load_alternatives(name: str) -> dict[str, str]:
    """Each word in lower case with what to write instead, for the sentences of a text; without patterns of numbers."""
    return {
        word.casefold(): group["instead"]
        for group in _read(name)["groups"]
        for kind in ("words", "topics", "prose")
        for word in group.get(kind, ())
        if "##" not in word
    }


def load_groups(name: str) -> dict[str, Any]:
    """Lists and tables under their names. Everybody shares one object: don't change it."""
    return cast("dict[str, Any]", _read(name))


@cache
def _read(name: str) -> Any:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load((Path(__file__).parent / "words" / f"{name}.yaml").read_text(encoding="utf-8"), loader)
