"""Numbers glued together -> the date they are, by their lengths."""

from collections.abc import Callable


def full_year(two_digits: int) -> int:
    """The year that two digits stand for."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def is_date(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether there can be such a date in a resume."""
    return (
        year is not None
        and 1950 <= year <= 2099
        and (month is None or 1 <= month <= 12)
        and (day is None or 1 <= day <= 31)
    )


_Reading = tuple[int, int, int | None] | None  # year, month, day


def _day_month_year(values: list[int], day_first: bool) -> _Reading:
    first, second, year = values
    year = full_year(year) if year < 100 else year
    if second > 12 or (first <= 12 and not day_first):
        first, second = second, first
    return year, second, first


# What numbers glued together are, by their lengths: y has four digits, n one or two.
SHAPES: dict[str, Callable[[list[int], bool], _Reading]] = {
    "y-n": lambda values, _: (values[0], values[1], None) if values[1] <= 12 else None,
    "n-y": lambda values, _: (values[1], values[0], None) if values[0] <= 12 else None,
    "n-n": lambda values, _: (full_year(values[1]), values[0], None) if values[0] <= 12 else None,
    "y-n-n": lambda values, _: (values[0], values[1], values[2]),
    "n-n-y": _day_month_year,
    "n-n-n": _day_month_year,
}
