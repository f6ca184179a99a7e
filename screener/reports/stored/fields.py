"""Parsed JSON -> values of the type that is expected there, or one error that names the key."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

_E = TypeVar("_E", bound=Enum)
_MOST = 1_000_000  # months, pages, weights: more is no number that was ever written
_LONGEST_SHOWN = 40
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", re.ASCII)

DateParts = tuple[int, int | None, int | None]


class WrongValue(Exception):
    """A value that no results file holds; the message names the key and what is wrong."""


class Fields:
    """One JSON object, and where it stands in its row ("requirements[2]")."""

    def __init__(self, value: Any, place: str = "") -> None:
        if not isinstance(value, dict):
            raise WrongValue(f"{place or 'the line'} is {_shown(value)}, not an object")
        self._values, self._place = value, place

    def at(self, key: str) -> "Fields":
        return Fields(self._value(key), self._path(key))

    def at_each(self, key: str) -> Iterator["Fields"]:
        for number, value in enumerate(self._list(key)):
            yield Fields(value, f"{self._path(key)}[{number}]")

    def has(self, key: str) -> bool:
        """Whether the key is there and isn't null."""
        return self._values.get(key) is not None

    def text(self, key: str) -> str:
        value = self._value(key)
        if not isinstance(value, str):
            raise self._wrong(key, value, "a text")
        return value

    def find_text(self, key: str) -> str | None:
        return None if self._is_null(key) else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._list(key)
        for value in values:
            if not isinstance(value, str):
                raise self._wrong(key, value, "a list of texts")
        return tuple(values)

    def whole(self, key: str) -> int:
        value = self._value(key)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST:
            raise self._wrong(key, value, "a whole number")
        return value

    def find_whole(self, key: str) -> int | None:
        return None if self._is_null(key) else self.whole(key)

    def number(self, key: str) -> Decimal:
        value = self._value(key)
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value <= _MOST:
            raise self._wrong(key, value, "a number")
        return Decimal(value)

    def flag(self, key: str) -> bool:
        value = self._value(key)
        if not isinstance(value, bool):
            raise self._wrong(key, value, "true or false")
        return value

    def choice(self, key: str, kind: type[_E]) -> _E:
        value = self._value(key)
        try:
            return kind(value)
        except ValueError:
            words = ", ".join(str(item.value) for item in kind)
            raise self._wrong(key, value, f"one of {words}") from None

    def find_choice(self, key: str, kind: type[_E]) -> _E | None:
        return None if self._is_null(key) else self.choice(key, kind)

    def date(self, key: str) -> DateParts:
        """Year, month and day, as far as they are written."""
        value = self._value(key)
        match = _DATE.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise self._wrong(key, value, "a date (YYYY, YYYY-MM or YYYY-MM-DD)")
        year, month, day = match.groups()
        return int(year), int(month) if month else None, int(day) if day else None

    def wrong(self, key: str, expected: str) -> WrongValue:
        return self._wrong(key, self._values.get(key), expected)

    def _list(self, key: str) -> list[Any]:
        value = self._value(key)
        if not isinstance(value, list):
            raise self._wrong(key, value, "a list")
        return value

    def _value(self, key: str) -> Any:
        if key not in self._values:
            raise WrongValue(f"{self._path(key)} is missing")
        return self._values[key]

    def _is_null(self, key: str) -> bool:
        """Null is a value; no key at all isn't."""
        return self._value(key) is None

    def _path(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key

    def _wrong(self, key: str, value: Any, expected: str) -> WrongValue:
        return WrongValue(f"{self._path(key)} is {_shown(value)}, not {expected}")


def _shown(value: Any) -> str:
    """The value, or what kind of thing it is when it is long."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "an object"
    text = "null" if value is None else repr(value) if isinstance(value, str) else str(value).lower()
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
