"""The words screener knows, compiled from the YAML of this folder: names -> plain data."""

from functools import cache
from pathlib import Path
from typing import Any


def load(name: str) -> Any:
    """The word list of `name`.yaml as plain data. Everybody shares one object: don't change it."""
    return _compiled()[name]


def find_skill(name: str) -> str | None:
    """The vocabulary's own name for a skill in any spelling, or None when it isn't known."""
    from screener.vocabulary.lexicon import find_name

    return find_name(name)


@cache
def _compiled() -> dict[str, Any]:
    import json

    text = Path(__file__).with_name("compiled.json").read_bytes()
    compiled: dict[str, Any] = json.loads(text)
    return compiled
