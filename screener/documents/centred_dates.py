"""Dates set at half the height of their jobs -> dates in the first row of these.

Some templates centre the dates of each job in a column at the left of it. Read row by row, they end up
between the tasks. They are told by their place: two jobs at least, with a gap between them, each with
its dates at the middle of it and one of them not in its first row.
"""

from collections.abc import Iterator, Sequence

from screener.documents.segments import Segment
from screener.documents.years import LONGEST_DATE, has_year

_SAME_EDGE = 1.5  # points
_GAP = 1.7  # em between the baselines of two jobs
_WRAPPED = 1.5  # em between the lines of one date
_CENTRED = 0.75  # em that the middles of a date and of its job may differ
_MOST_JOBS = 40  # of one page
_FEWEST_ROWS = 3  # of a job in which the middle isn't the first row


def with_lifted_dates(segments: Sequence[Segment]) -> Sequence[Segment]:
    """The segments, with dates that are centred beside their jobs in the first rows of these."""
    if len(segments) < 2 * _FEWEST_ROWS:
        return segments
    left = min(segment.x0 for segment in segments)
    side = [one for one in segments if one.x0 - left <= _SAME_EDGE and len(one.text) <= LONGEST_DATE]
    dates = list(_groups(sorted(side, key=_baseline), _WRAPPED))
    dates = [date for date in dates if has_year(date[0].text)]
    if not 2 <= len(dates) <= _MOST_JOBS:
        return segments
    inside = {id(one) for date in dates for one in date}
    edge = max(one.x1 for date in dates for one in date)
    others = sorted((one for one in segments if id(one) not in inside and one.x0 > edge), key=_baseline)
    jobs = list(_groups(others, _GAP))
    moved: dict[int, float] = {}
    for date in dates:
        job = next((job for job in jobs if _is_beside(date, job)), None)
        crossed = any(id(one) not in inside and one.x0 <= edge and _is_beside([one], date) for one in segments)
        if job is None or crossed or not _is_centred(date, job):
            return segments
        moved.update((id(one), job[0].baseline - date[0].baseline) for one in date)
    if not any(rise < -_CENTRED * dates[0][0].size for rise in moved.values()):
        return segments
    return [_moved(one, moved[id(one)]) if id(one) in moved else one for one in segments]


def _baseline(segment: Segment) -> float:
    return segment.baseline


def _groups(segments: Sequence[Segment], gap: float) -> Iterator[list[Segment]]:
    """Segments without a gap between their baselines."""
    group: list[Segment] = []
    for segment in segments:
        if group and segment.baseline - group[-1].baseline > gap * segment.size:
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def _is_beside(date: Sequence[Segment], job: Sequence[Segment]) -> bool:
    middle = (date[0].baseline + date[-1].baseline) / 2
    return job[0].baseline - job[0].size <= middle <= job[-1].baseline + job[-1].size


def _is_centred(date: Sequence[Segment], job: Sequence[Segment]) -> bool:
    return abs(date[0].baseline + date[-1].baseline - job[0].baseline - job[-1].baseline) / 2 <= _CENTRED * date[0].size


def _moved(segment: Segment, rise: float) -> Segment:
    return segment._replace(baseline=segment.baseline + rise)
