"""A seed -> one resume: its sheet, its layout and its truth."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from tests.generator import sections
from tests.generator.arrangements import ARRANGEMENTS, Arrangement
from tests.generator.careers import Career, draw_career
from tests.generator.dates import DateStyle, draw_style
from tests.generator.jobs import Written, write_group
from tests.generator.layouts import LAYOUTS, Layout
from tests.generator.people import Person, draw_person
from tests.generator.sheet import Block, Entry, Sheet
from tests.generator.skills import SPELLINGS, Shown
from tests.generator.truth import Truth, WrittenPeriod, count_months
from tests.generator.words import LANGUAGES, Words, words_of

_IN_DOUBT = "short"  # the format for careers whose shared years could be read in two ways


class Made(NamedTuple):
    """A resume that can be drawn, and the classes it belongs to."""

    seed: int
    sheet: Sheet
    truth: Truth
    layout: Layout
    classes: dict[str, str]


def make(seed: int) -> Made:
    """The resume of a seed: always the same."""
    rng = Random(seed)
    language = rng.choices(LANGUAGES, [40, 10, 7, 7, 6, 6, 5, 5, 5, 4, 3, 3])[0]
    words = words_of(language)
    layout = rng.choices(LAYOUTS, [layout.weight for layout in LAYOUTS])[0]
    while not layout.can_show(language):
        layout = rng.choices(LAYOUTS, [layout.weight for layout in LAYOUTS])[0]
    arrangement = _draw_arrangement(rng, words, layout)
    style = _fitting(draw_style(rng, words), arrangement)
    owned = rng.sample(list(SPELLINGS), rng.randint(4, 13))
    person, career = draw_person(rng, words), draw_career(rng, words, owned)
    body_seed = rng.random()
    page = _written(body_seed, words, arrangement, style, owned)
    blocks = _blocks(page, career, layout)
    if _is_doubtful(page.counted):
        style = style._replace(name="ideographic" if words.ideographic else _IN_DOUBT)
        page = _written(body_seed, words, arrangement, style, owned)
        blocks = _blocks(page, career, layout)
    sheet = Sheet(person.name, _headline(rng, words), person.contact, words["headings"]["contact"][0], blocks, language)
    classes = {"arrangement": arrangement.name, "dates": style.name, "layout": layout.name, "language": language}
    return Made(seed, sheet, _truth(person, career, page), layout, classes)


def _draw_arrangement(rng: Random, words: Words, layout: Layout) -> Arrangement:
    fit = [each for each in ARRANGEMENTS if layout.labels is None or each.has_labels is layout.labels]
    return rng.choice([each for each in fit if words["at"] or "{at}" not in each.lines[0]])


def _fitting(style: DateStyle, arrangement: Arrangement) -> DateStyle:
    """No brackets within brackets, and no comma or dash that would leave a reader in doubt."""
    if arrangement.has_brackets:
        style = style._replace(frame="{}", durations=False)
    if arrangement.name.startswith("dates:") and style.open_end == "dash":
        style = style._replace(open_end="word")
    if style.joiner == " " and style.frame == "{}" and ">>" not in arrangement.lines[0]:
        style = style._replace(joiner=" – ")
    return style


def _written(seed: float, words: Words, arrangement: Arrangement, style: DateStyle, owned: list[str]) -> Written:
    rng = Random(seed)
    return Written(rng, words, arrangement, style, owned, Shown(), [], [], rng.random() < 0.1)


def _blocks(page: Written, career: Career, layout: Layout) -> tuple[Block, ...]:
    """The sections in one of the usual orders."""
    rng, words = page.rng, page.words
    absent = sections.absent_skills(rng, page.skills)
    jobs = _experience(page, career)
    studies = Block(
        "education", "", tuple(sections.education(rng, words, page.style, career.studies, labels=layout.labels is True))
    )
    listed = rng.sample(page.skills, rng.randint(min(4, len(page.skills)), len(page.skills)))
    skills = Block("skills", "", sections.skill_list(rng, words, listed, page.shown))
    rest = [skills, *_extras(page, absent)]
    rng.shuffle(rest)
    body = [*jobs, studies] if rng.random() < 0.8 else [studies, *jobs]
    at = rng.choice([0, len(body), len(body)])
    found = [*body[:at], *rest, *body[at:]]
    if rng.random() < 0.5:
        found.insert(0, Block("summary", "", sections.summary(rng, words, page.shown, absent)))
    return _headed(rng, words, [block for block in found if block.entries])


def _experience(page: Written, career: Career) -> list[Block]:
    """All jobs under one heading, or the older ones under a second."""
    groups = career.groups
    undated = any(job.span is None for group in groups for job in group)
    oldest_first = page.rng.random() < 0.08 and not undated
    if oldest_first:
        groups = groups[::-1]
    entries: list[Entry] = []
    for group in groups:
        entries += write_group(page, group)
    blocks = [Block("experience", "", tuple(entries))]
    if len(entries) > 2 and not oldest_first and page.rng.random() < 0.08:
        cut = page.rng.randint(1, len(entries) - 1)
        blocks = [Block("experience", "", tuple(entries[:cut])), Block("earlier", "", tuple(entries[cut:]))]
    for job in career.volunteering:
        blocks.append(Block("volunteering", "", tuple(write_group(page, (job,)))))
    return blocks


def _extras(page: Written, absent: list[str]) -> list[Block]:
    rng, words = page.rng, page.words
    found = []
    if rng.random() < 0.2:
        found.append(Block("certificates", "", tuple(sections.certificates(rng, page.skills, page.shown))))
    if rng.random() < 0.25:
        picked = rng.sample(page.skills, 2)
        found.append(Block("projects", "", tuple(sections.projects(rng, words, picked, page.shown))))
    if rng.random() < 0.45:
        found.append(Block("languages", "", tuple(sections.simple(rng, words["tongues"], bullets=rng.random() < 0.5))))
    if rng.random() < 0.3:
        hobbies = list(words["hobbies"])
        if words["hobby_traps"] and rng.random() < 0.3:
            hobbies = [rng.choice(words["hobby_traps"]).format(skill=absent.pop()), *hobbies[:2]]
        found.append(Block("interests", "", tuple(sections.simple(rng, hobbies, bullets=rng.random() < 0.5))))
    return found


def _headed(rng: Random, words: Words, blocks: list[Block]) -> tuple[Block, ...]:
    form = rng.choice(["{}", "{}", "upper", "{}:"])
    if form == "upper" and words.language == "tr":
        form = "{}"
    headings = [rng.choice(words["headings"][block.kind]) for block in blocks]
    texts = [heading.upper() if form == "upper" else form.format(heading) for heading in headings]
    return tuple(block._replace(heading=text) for block, text in zip(blocks, texts, strict=True))


def _headline(rng: Random, words: Words) -> str:
    return str(rng.choice(words["titles"])) if rng.random() < 0.35 else ""


def _is_doubtful(periods: Sequence[WrittenPeriod]) -> bool:
    """Whether one of two jobs that share a boundary year lies within the other: is there a gap, then?"""
    return any(
        ended is not started
        and (ended.end.is_year or started.start.is_year)
        and ended.end.first // 12 == started.start.first // 12
        and (ended.start.first > started.start.first or ended.end.last > started.end.last)
        for ended in periods
        for started in periods
    )


def _truth(person: Person, career: Career, page: Written) -> Truth:
    pairs = tuple((period.start.iso, period.end.iso) for period in page.counted)
    extra = tuple((period.start.iso, period.end.iso) for period in page.extra)
    bachelor = any(study.level != "school" and study.state == "completed" for study in career.studies)
    skills, used = page.shown.skills(), page.shown.used()
    return Truth(person.name, person.email, skills, used, pairs, extra, count_months(page.counted), bachelor)
