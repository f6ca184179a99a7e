"""Months -> the words people use for them."""

from screener.model.period import Months


def duration(months: int) -> str:
    """4 y 11 m; 5 y; 7 m."""
    years, rest = divmod(months, 12)
    if not years:
        return f"{rest} m"
    return f"{years} y {rest} m" if rest else f"{years} y"


def duration_range(months: Months) -> str:
    """4 y 11 m; or 4 y 11 m to 5 y 10 m when it is only known to lie between them."""
    if months.low == months.high:
        return duration(months.low)
    return f"{duration(months.low)} to {duration(months.high)}"


def long_duration(months: int) -> str:
    """4 years 11 months; 1 year; 7 months: the same for people who don't read such reports every day."""
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'' if years == 1 else 's'}"] if years else []
    parts += [f"{rest} month{'' if rest == 1 else 's'}"] if rest or not years else []
    return " ".join(parts)


def span(months: int) -> str:
    """5 years; 1 year; 4 y 6 m."""
    if months % 12:
        return duration(months)
    return "1 year" if months == 12 else f"{months // 12} years"


def asked(months: int) -> str:
    """5 years are asked; 1 year is asked; 4 y 6 m are asked."""
    return f"{span(months)} {'is' if months == 12 else 'are'} asked"


def more(months: int) -> str:
    """1 more month; 7 more months."""
    return "1 more month" if months == 1 else f"{months} more months"
