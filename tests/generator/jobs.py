"""Jobs -> rows on the page, keeping account of the periods and skills that they show."""

from random import Random
from typing import NamedTuple

from tests.generator.arrangements import Arrangement, Names, employer_row, header_rows
from tests.generator.careers import Job
from tests.generator.dates import DateStyle, Span, write_period
from tests.generator.sections import comma, enumerate_skills
from tests.generator.sheet import Entry, Row, Style
from tests.generator.skills import Shown, spell, spell_in_list
from tests.generator.truth import WrittenPeriod
from tests.generator.words import Words


class Written(NamedTuple):
    """Everything jobs need to be written down, and what they leave behind."""

    rng: Random
    words: Words
    arrangement: Arrangement
    style: DateStyle
    skills: list[str]
    shown: Shown
    counted: list[WrittenPeriod]
    extra: list[WrittenPeriod]
    paragraphs: bool  # running text instead of list items


def write_group(page: Written, jobs: tuple[Job, ...]) -> list[Entry]:
    """One job, or several roles below their employer's name."""
    if len(jobs) == 1:
        return [Entry(tuple(_job(page, jobs[0], jobs[0].employer)))]
    whole = Span(jobs[-1].span.start, jobs[0].span.end) if jobs[0].span and jobs[-1].span else None
    dates = ""
    coarse = page.style.name in {"year", "mixed", "season", "quarter"}  # the whole would tell more than its parts
    if whole is not None and not coarse and page.rng.random() < 0.4:
        written = write_period(page.rng, page.style, page.words, whole)
        page.extra.append(written)
        dates = written.text
    rows = [employer_row(page.arrangement, jobs[0].employer, jobs[0].place, dates)]
    for job in jobs:
        rows += _job(page, job, "")
    return [Entry(tuple(rows))]


def _job(page: Written, job: Job, employer: str) -> list[Row]:
    dates = ""
    if job.span is not None:
        written = write_period(page.rng, page.style, page.words, job.span)
        dates = written.text
        if job.kind in {"work", "freelance"}:
            page.counted.append(written)
    if job.title_skill:
        page.shown.show(job.title_skill, at_work=True)
    rows = header_rows(page.arrangement, Names(job.title, employer, job.place if employer else "", dates), page.words)
    return rows + _body(page, job)


def _body(page: Written, job: Job) -> list[Row]:
    if job.kind == "break" or job.span is None:
        return []
    if job.kind == "volunteer":
        return [Row(page.rng.choice(page.words["plain"]), style=Style.BULLET)]
    rows = _clients(page, job)
    rows += [_item(page, text) for text in _deeds(page)]
    if page.rng.random() < 0.1:
        name = page.rng.choice(["Atlas", "Orion", "Meridian"])
        colon = page.words.get("colon", ": ")
        rows += [Row(f"{page.words['project']}{colon}{name}"), _item(page, page.rng.choice(page.words["plain"]))]
    if page.rng.random() < 0.18 and page.skills:
        rows.append(_environment(page))
    return rows


def _clients(page: Written, job: Job) -> list[Row]:
    if not job.clients:
        return []
    if page.rng.random() < 0.5:
        names = comma(page.rng, page.words).join(name for name, _ in job.clients)
        return [Row(f"{page.words['clients'][0]}{page.words.get('colon', ': ')}{names}")]
    rows = []
    plain = page.style._replace(frame="{}", durations=False)
    for name, span in job.clients:
        written = write_period(page.rng, plain, page.words, span)
        page.extra.append(written)
        rows.append(Row(f"{page.words['client']}{page.words.get('colon', ': ')}{name} ({written.text})"))
        rows.append(_item(page, page.rng.choice(page.words["plain"])))
    return rows


def _deeds(page: Written) -> list[str]:
    """What was done in a job: with skills, without, and with words that only look like skills."""
    rng, words = page.rng, page.words
    texts = rng.sample(words["plain"], rng.randint(0, 2))
    for deed in rng.sample(words["deeds"], rng.randint(0, 3)):
        picked = rng.sample(page.skills, min(len(page.skills), rng.randint(1, 3)))
        for skill in picked:
            page.shown.show(skill, at_work=True)
        texts.append(deed.format(skills=enumerate_skills(rng, words, [spell(rng, skill) for skill in picked])))
    if words["traps"] and rng.random() < 0.15:
        texts.append(rng.choice(words["traps"]))
    rng.shuffle(texts)
    return texts


def _item(page: Written, text: str) -> Row:
    if not page.paragraphs:
        return Row(text, style=Style.BULLET)
    return Row(text if page.words.ideographic else f"{text}.")


def _environment(page: Written) -> Row:
    picked = page.rng.sample(page.skills, min(len(page.skills), page.rng.randint(2, 5)))
    for skill in picked:
        page.shown.show(skill, at_work=True)
    names = comma(page.rng, page.words).join(spell_in_list(page.rng, skill) for skill in picked)
    return Row(f"{page.rng.choice(page.words['environment'])}{page.words.get('colon', ': ')}{names}")
