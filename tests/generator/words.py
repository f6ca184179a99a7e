"""The words of one language, as the generator knows them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "word_lists"
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr", "zh", "ja")


@dataclass(frozen=True)
class Words:
    """A table of words; `words["months"]` fails loudly, `words.get` doesn't."""

    language: str
    table: dict[str, Any]

    def __getitem__(self, key: Any) -> Any:
        return self.table[key]

    def get(self, key: str, default: Any = None) -> Any:
        return self.table.get(key, default)

    @property
    def ideographic(self) -> bool:
        return bool(self.get("ideographic"))


@cache
def words_of(language: str) -> Words:
    """The table of a language of `LANGUAGES`."""
    return Words(language, yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8")))
