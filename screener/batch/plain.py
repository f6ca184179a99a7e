"""Frozen dataclasses -> nested lists that JSON can hold, and back into exactly equal ones.

What is kept on a disk must not be able to do anything when it is read again, as pickles can. So only
values are written, in the order of the fields, and their types are taken from the dataclass: None,
texts, numbers, members of string enums, bytes, tuples, and dataclasses of these. For each type the way
there and back is worked out once; a field that JSON gives back as it was costs nothing.
"""

from binascii import a2b_base64, b2a_base64
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from itertools import starmap
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

_Turn = Callable[[Any], Any]


class Packing(NamedTuple):
    """The way there and the way back; None where a value stays as it is. `unpack` may use up what it is given."""

    pack: _Turn | None
    unpack: _Turn | None


_AS_IT_IS = Packing(None, None)


def pack(value: Any) -> Any:
    """A dataclass as nested tuples and lists."""
    kind: Any = type(value)
    turn = packing_of(kind).pack
    return turn(value) if turn else value


def unpack(kind: Any, values: Any) -> Any:
    """The dataclass again. Raises ValueError, TypeError or LookupError on anything that isn't one."""
    turn = packing_of(kind).unpack
    return turn(values) if turn else values


@cache
def packing_of(kind: Any) -> Packing:
    """How values of a type are packed; a TypeError for a type that isn't provided for."""
    if kind in (str, int, float, bool, NoneType):
        return _AS_IT_IS
    if kind is bytes:
        return Packing(lambda data: b2a_base64(data, newline=False).decode("ascii"), a2b_base64)
    if isinstance(kind, UnionType):
        return _packing_of_optional(kind)
    if get_origin(kind) is tuple:
        return _packing_of_tuple(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Packing(None, {member.value: member for member in kind}.__getitem__)
    if is_dataclass(kind):
        return _packing_of_dataclass(kind)
    raise TypeError(f"{kind} can't be packed")


def _packing_of_optional(kind: UnionType) -> Packing:
    there, back = packing_of(next(part for part in get_args(kind) if part is not NoneType))
    return Packing(
        (lambda value: None if value is None else there(value)) if there else None,
        (lambda value: None if value is None else back(value)) if back else None,
    )


def _packing_of_tuple(parts: tuple[Any, ...]) -> Packing:
    inner = parts[0]  # the same for all, in pairs too
    there, back = packing_of(inner)
    if is_dataclass(inner) and _is_flat(inner):
        return Packing(lambda items: list(map(there, items)) if there else items, lambda items: _rows(inner, items))
    return Packing(
        (lambda items: list(map(there, items))) if there else None,
        (lambda items: tuple(map(back, items))) if back else tuple,
    )


def _rows(kind: Any, items: Any) -> tuple[Any, ...]:
    return tuple(starmap(kind, items))


def _packing_of_dataclass(kind: Any) -> Packing:
    packings = _packings_of_fields(kind)
    there = [(place, turn.pack) for place, turn in enumerate(packings) if turn.pack]
    back = [(place, turn.unpack) for place, turn in enumerate(packings) if turn.unpack]
    values_of: _Turn = attrgetter(*(field.name for field in fields(kind)))  # of two fields or more

    def pack_all(value: Any) -> Any:
        if not there:
            return values_of(value)
        values = list(values_of(value))
        for place, turn in there:
            values[place] = turn(values[place])
        return values

    def unpack_all(values: Any) -> Any:
        for place, turn in back:
            values[place] = turn(values[place])
        return kind(*values)

    return Packing(pack_all, unpack_all)


def _packings_of_fields(kind: Any) -> list[Packing]:
    hints = get_type_hints(kind)
    return [packing_of(hints[field.name]) for field in fields(kind)]


def _is_flat(kind: Any) -> bool:
    """Whether all fields stay as they are on the way back."""
    return not any(packing.unpack for packing in _packings_of_fields(kind))
