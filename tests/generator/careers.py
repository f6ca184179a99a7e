"""Invents where somebody worked and studied, and when; nothing of it is worded for a page yet."""

from random import Random
from typing import NamedTuple

from tests.generator.dates import AS_OF, Day, Span
from tests.generator.people import draw_employers
from tests.generator.skills import spell, title_skill
from tests.generator.words import Words


class Job(NamedTuple):
    """One role. `kind`: work, freelance, internship, volunteer or break; no span: undated."""

    title: str
    employer: str
    place: str
    kind: str
    span: Span | None
    title_skill: str = ""
    clients: tuple[tuple[str, Span], ...] = ()


class Study(NamedTuple):
    """`level`: school, bachelor or master; `state`: completed, expected, ongoing or dropped."""

    level: str
    degree: str
    institution: str
    state: str
    span: Span


class Career(NamedTuple):
    """`groups`: newest first; several jobs in one group are roles at one employer."""

    groups: tuple[tuple[Job, ...], ...]
    volunteering: tuple[Job, ...]
    studies: tuple[Study, ...]


def draw_career(rng: Random, words: Words, skills: list[str]) -> Career:
    """Nought to seven jobs with gaps, overlaps, promotions and breaks, and nought to two degrees."""
    count = rng.choice([0, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7])
    employers = draw_employers(rng, words, count + 1)
    groups: list[tuple[Job, ...]] = []
    latest = AS_OF  # the last month the next older job may take
    for number in range(count):
        span = _span(rng, latest, may_go_on=number == 0)
        kind = _kind(rng, is_oldest=number == count - 1 and count > 1)
        groups.append(_roles(rng, words, skills, kind=kind, employer=employers[number], span=span))
        latest = _before(rng, span)
        if latest < span.start.month - 4 and rng.random() < 0.2:
            groups.append((_break(rng, words, latest, span.start.month),))
    if count >= 2 and rng.random() < 0.05:
        groups.append((Job(rng.choice(words["titles"]), employers[-1], "", "work", None),))
    volunteering = [_volunteer(rng, words)] if rng.random() < 0.12 else []
    return Career(tuple(groups), tuple(volunteering), tuple(_studies(rng, words, latest)))


def _span(rng: Random, latest: int, *, may_go_on: bool) -> Span:
    length = rng.choice([rng.randint(2, 11), rng.randint(6, 30), rng.randint(12, 60)])
    goes_on = may_go_on and rng.random() < 0.65
    end = latest if goes_on or not may_go_on else latest - rng.randint(1, 20)
    start = Day(end - length + 1, rng.choice([1, 1, 15, rng.randint(1, 28)]))
    return Span(start, None if goes_on else Day(end, rng.choice([28, 28, rng.randint(1, 28)])))


def _before(rng: Random, span: Span) -> int:
    """Where the next older job ends: right before, after a gap, or within this one."""
    gap = rng.choice([1, 1, 1, 0, rng.randint(2, 16), rng.randint(2, 16), -rng.randint(0, 9)])
    within = (span.end.month if span.end else AS_OF) - 1
    return max(min(span.start.month - gap, within), 1995 * 12)


def _kind(rng: Random, *, is_oldest: bool) -> str:
    if is_oldest and rng.random() < 0.35:
        return "internship"
    return rng.choices(["work", "freelance", "internship"], [0.86, 0.1, 0.04])[0]


def _roles(rng: Random, words: Words, skills: list[str], *, kind: str, employer: str, span: Span) -> tuple[Job, ...]:
    place = rng.choice(words["towns"]) if rng.random() < 0.5 else ""
    if kind == "freelance":
        return (_freelance(rng, words, employer, span),)
    if kind == "internship":
        return (Job(rng.choice(words["interns"]), employer, place, kind, span),)
    end = span.end.month if span.end else AS_OF
    parts = rng.choice([2, 2, 3]) if end - span.start.month > 24 and rng.random() < 0.18 else 1
    step = (end - span.start.month + 1) // parts
    starts = [span.start, *(Day(span.start.month + step * at) for at in range(1, parts))]
    ends = [*(Day(start.month - 1, 28) for start in starts[1:]), span.end]
    titles = rng.sample(words["titles"], parts)
    jobs = []
    for title, start, last in zip(titles, reversed(starts), reversed(ends), strict=True):
        skill = title_skill(rng, skills) if rng.random() < 0.12 else None
        if skill:
            title = rng.choice(words["skilled_titles"]).format(skill=spell(rng, skill).split(" ")[0])  # noqa: PLW2901
        jobs.append(Job(title, employer, place, "work", Span(start, last), skill or ""))
    return tuple(jobs)


def _freelance(rng: Random, words: Words, employer: str, span: Span) -> Job:
    end = span.end.month if span.end else AS_OF
    clients: tuple[tuple[str, Span], ...] = ()
    if rng.random() < 0.5:
        middle = (span.start.month + end) // 2
        names = draw_employers(rng, words, 2)
        halves = [Span(Day(middle + 1), Day(end, 28)), Span(span.start, Day(middle, 28))]
        clients = tuple(zip(names, halves, strict=True)) if end > middle + 1 and middle > span.start.month else ()
    named = (
        rng.choice([employer, words["self_employed"][0], ""])
        if not clients
        else rng.choice([words["self_employed"][0], ""])
    )
    return Job(rng.choice(words["freelance"]), named, "", "freelance", span, "", clients)


def _break(rng: Random, words: Words, after: int, before: int) -> Job:
    start = after + rng.randint(1, 2)
    return Job(rng.choice(words["breaks"]), "", "", "break", Span(Day(start), Day(before - 1, 28)))


def _volunteer(rng: Random, words: Words) -> Job:
    start = rng.randint(2015 * 12, AS_OF - 24)
    span = Span(Day(start), Day(start + rng.randint(3, 20), 28))
    return Job(rng.choice(words["volunteers"]), draw_employers(rng, words, 1)[0], "", "volunteer", span)


def _studies(rng: Random, words: Words, before: int) -> list[Study]:
    levels = rng.choice([[], ["school"], ["bachelor"], ["bachelor"], ["bachelor"], ["master", "bachelor"], ["master"]])
    end = max(before - rng.randint(0, 6), 1990 * 12)
    found: list[Study] = []
    for level in levels:
        state = rng.choices(["completed", "expected", "ongoing", "dropped"], [0.8, 0.06, 0.04, 0.1])[0]
        state = "completed" if level == "school" or found else state
        start = end - rng.choice([24, 36, 48])
        span = Span(Day(start), Day(end, 28))
        if state in {"expected", "ongoing"}:
            span = Span(Day(AS_OF - 20), Day(AS_OF + 14, 28) if state == "expected" else None)
        found.append(_study(rng, words, level, state, span))
        end = start - rng.randint(0, 5)
    return found


def _study(rng: Random, words: Words, level: str, state: str, span: Span) -> Study:
    degree = rng.choice(words["degrees"][level]).format(field=rng.choice(words["fields"]))
    places = words["schools" if level == "school" else "universities"]
    return Study(level, degree, rng.choice(places).format(town=rng.choice(words["towns"])), state, span)
