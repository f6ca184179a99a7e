"""Years of experience: the months of all counted positions together, overlaps once.

Good: `years: 5` and positions of Jan 2019 – Dec 2021 and Jan 2022 – Dec 2023 are 60 months: met.
Not met: 59 months. Unknown: 2019 – 2024 is 50 to 72 months, so 60 can be neither said nor denied; and
any number too few while a position of a counted kind has no dates, or dates that run backwards.
Without a single dated position nothing can be told. More than the range asks for is still met: it is
noted, and only with `above: review` does somebody have to look.
Not handled: part-time work counts like full time.
"""

from collections.abc import Iterator
from dataclasses import replace

from screener.model.period import Bound, Months, Period, Precision, total_months
from screener.model.requirement import ExperienceRequirement
from screener.model.resume import Position
from screener.model.screening import Finding, Status
from screener.requirements.durations import asked as is_asked
from screener.requirements.durations import duration_range, more
from screener.requirements.judging import Judging, credit, months_share, months_status

_MOST_NAMED = 3
_MOST_REFINED = 40  # positions; each costs a union of all of them


def judge_experience(requirement: ExperienceRequirement, judging: Judging) -> Finding:
    months = judging.months(judging.counted)
    status = experience_status(months, requirement.months, judging)
    return Finding(
        requirement=requirement,
        status=status,
        credit=credit(months_share(months.middle, requirement.months)),
        reason=_reason(requirement, months, judging, status),
        months=months,
        lacking=None if status is Status.MET else _lacking(requirement, months, judging, status),
        question=_question(months, requirement.months, judging) if status is Status.UNKNOWN else None,
    )


def experience_status(months: Months, asked: int, judging: Judging) -> Status:
    if months.low < asked and not any(position.period for position in judging.resume.positions):
        return Status.UNKNOWN
    return months_status(months, asked, judging.unclear(judging.counted))


def is_above(requirement: ExperienceRequirement, months: Months) -> bool:
    """Whether experience is, or may be, above the range."""
    return requirement.months_above is not None and months.high >= requirement.months_above


def name_of(position: Position) -> str:
    """What to call a position in a sentence."""
    return position.employer or position.title or f"the position on page {position.page}, line {position.line}"


def _reason(requirement: ExperienceRequirement, months: Months, judging: Judging, status: Status) -> str:
    asked = is_asked(requirement.months)
    if not any(position.period for position in judging.resume.positions):
        return f"no dated position, and {asked}"
    reason = f"{duration_range(months)}, and {asked}"
    unclear = judging.unclear(judging.counted)
    if status is Status.UNKNOWN and months.high < requirement.months and unclear:
        reason += f"; {names_of(unclear)} might add to it"
    if requirement.months_above is not None and is_above(requirement, months):
        reason += ", above the range" if months.low >= requirement.months_above else ", maybe above the range"
    return reason


def names_of(positions: tuple[Position, ...]) -> str:
    """What to call them in a sentence: three by their names, of more the first two and how many others there are."""
    names = list(dict.fromkeys(name_of(position) for position in positions))
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _lacking(requirement: ExperienceRequirement, months: Months, judging: Judging, status: Status) -> str:
    short = more(requirement.months - months.low)
    if status is Status.NOT_MET:
        return short
    if months.high >= requirement.months:
        return _deciding_date(judging, requirement.months) or "the months of positions dated by the year"
    unclear = judging.unclear(judging.counted)
    return f"{short}, if the dates of {names_of(unclear)} show them" if unclear else f"{short} in dated positions"


def _question(months: Months, asked: int, judging: Judging) -> str:
    unclear, coarse = judging.unclear(judging.counted), _coarse(judging)
    if unclear and not (coarse and months.high >= asked):  # otherwise a month is enough, of a position that has a year
        return f"From which month to which month was the work at {names_of(unclear)}?"
    if coarse:
        return f"In which months did the work at {names_of(coarse)} begin and end?"
    return "Which positions were held, from which month to which month?"


def _coarse(judging: Judging) -> tuple[Position, ...]:
    """The counted positions with coarse dates; without those that lie in others, where nothing is changed by them."""
    coarse = [
        index
        for index in judging.counted
        if (period := judging.resume.positions[index].period) is not None and _is_coarse(period)
    ]
    together = judging.months(judging.counted)
    matter = [
        index
        for index in (coarse if len(coarse) <= _MOST_REFINED else ())
        if judging.months(tuple(other for other in judging.counted if other != index)) != together
    ]
    return judging.positions(matter or coarse)


def _is_coarse(period: Period) -> bool:
    return any(bound.first != bound.last for bound in (period.start, period.end))


def _deciding_date(judging: Judging, asked: int) -> str | None:
    """The one date given by the year whose month could bring experience to what is asked."""
    positions = judging.positions(judging.counted)
    if len(positions) > _MOST_REFINED:
        return None
    periods = [position.period for position in positions]
    for index, position in enumerate(positions):
        if position.period is None or not _is_coarse(position.period):
            continue
        for refined, words in _refinements(position.period):
            others = [period for other, period in enumerate(periods) if period and other != index]
            if total_months([*others, refined], judging.month).low >= asked:
                return words.format(name_of(position).replace("{", "(").replace("}", ")"))
    return None


def _refinements(period: Period) -> Iterator[tuple[Period, str]]:
    start = replace(period.start, last=period.start.first, precision=Precision.MONTH)
    end = period.end if period.end.present else _exact(period.end)
    if end.first != period.end.first:
        yield Period(period.start, end), "the month in which {} was left"
    if start.last != period.start.last:
        yield Period(start, period.end), "the month in which {} was joined"
    yield Period(start, end), "the months in which {} was joined and left"


def _exact(bound: Bound) -> Bound:
    return replace(bound, first=bound.last, precision=Precision.MONTH)
