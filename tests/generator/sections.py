"""The sections beside the jobs: summary, skills, education, certificates, projects, interests …"""

from random import Random

from tests.generator.careers import Study
from tests.generator.dates import DateStyle, write_period
from tests.generator.sheet import Entry, Row, Style
from tests.generator.skills import SPELLINGS, Shown, certificate, spell, spell_in_list
from tests.generator.words import Words

_GROUPS = {
    "en": ["Languages", "Backend", "Databases", "Cloud", "Other"],
    "de": ["Sprachen", "Backend", "Datenbanken", "Cloud", "Sonstiges"],
    "fr": ["Langages", "Backend", "Bases de données", "Cloud", "Autres"],
    "es": ["Lenguajes", "Backend", "Bases de datos", "Cloud", "Otros"],
}
_LEVELS = ["{s} (advanced)", "{s} - expert"]


def comma(rng: Random, words: Words) -> str:
    return str(rng.choice(words.get("list_comma", [", "])))


def enumerate_skills(rng: Random, words: Words, names: list[str]) -> str:
    """ "A, B and C" in a sentence."""
    if len(names) < 2 or not words["and"]:
        return ("、" if words.ideographic else ", ").join(names)
    return f"{', '.join(names[:-1])} {words['and']} {names[-1]}"


def skill_list(rng: Random, words: Words, skills: list[str], shown: Shown) -> tuple[Entry, ...]:
    """A list of skills in one of the usual forms."""
    for skill in skills:
        shown.show(skill)
    names = [spell_in_list(rng, skill) for skill in skills]
    form = rng.choice(["comma", "pipe", "bullets", "groups", "dots", "levels", "lines"])
    joiner = {"pipe": " | ", "dots": " • "}.get(form) or comma(rng, words)
    if form == "groups":
        return (Entry(tuple(_groups(rng, words, names))),)
    if form == "levels" and words.language == "en":
        names = [rng.choice(_LEVELS).format(s=name) for name in names]
    if form in {"bullets", "lines"} or (form == "levels" and words.language == "en"):
        style = Style.BULLET if form != "lines" else Style.TEXT
        return (Entry(tuple(Row(name, style=style) for name in names)),)
    rows = [Row(joiner.join(names[at : at + 8])) for at in range(0, len(names), 8)]
    return (Entry(tuple(rows)),)


def _groups(rng: Random, words: Words, names: list[str]) -> list[Row]:
    labels = _GROUPS.get(words.language, _GROUPS["en"])
    size = max(len(names) // len(labels), 2)
    parts = [names[at : at + size] for at in range(0, len(names), size)]
    return [Row(f"{labels[at % len(labels)]}: {', '.join(part)}") for at, part in enumerate(parts)]


def summary(rng: Random, words: Words, shown: Shown, absent: list[str]) -> tuple[Entry, ...]:
    """A few sentences: a claim of years, a skill being learned, a skill denied."""
    said = [rng.choice(words["summaries"])]
    if rng.random() < 0.4:
        said.append(rng.choice(words["claims"]).format(years=rng.randint(3, 15)))
    for key in ("learning", "denials"):
        if rng.random() < 0.25:
            said.append(rng.choice(words[key]).format(skill=spell(rng, absent.pop())))
    joiner = "" if words.ideographic else " "
    return (Entry((Row(joiner.join(said)),)),)


def education(rng: Random, words: Words, style: DateStyle, studies: tuple[Study, ...], *, labels: bool) -> list[Entry]:
    """Degrees with their institutions and dates, each in the same arrangement."""
    form = rng.choice(["degree >> dates / institution", "degree, institution, dates", "institution / degree (dates)"])
    return [_study(rng, words, style, study, "label" if labels else form) for study in studies]


def _study(rng: Random, words: Words, style: DateStyle, study: Study, form: str) -> Entry:
    plain = style._replace(name="year", frame="{}", durations=False, range_form="", open_end="word")
    dates = write_period(
        rng, rng.choice([plain, plain, style._replace(frame="{}", durations=False)]), words, study.span
    )
    degree, text = study.degree, dates.text
    if study.state == "expected":
        year = study.span.end.year if study.span.end else 0
        text = rng.choice(words["expected"]).format(year=year)
    elif study.state == "dropped":
        degree += f" ({rng.choice(words['dropped'])})"
    if form == "label":
        return Entry((Row(degree, label=text, style=Style.TITLE), Row(study.institution, style=Style.DETAIL)))
    if form == "degree >> dates / institution":
        return Entry((Row(degree, text, style=Style.TITLE), Row(study.institution, style=Style.DETAIL)))
    if form == "degree, institution, dates":
        return Entry((Row(f"{degree}, {study.institution}, {text}", style=Style.TITLE),))
    return Entry((Row(study.institution, style=Style.TITLE), Row(f"{degree} ({text})", style=Style.DETAIL)))


def certificates(rng: Random, skills: list[str], shown: Shown) -> list[Entry]:
    found = certificate(rng, skills)
    if found is None:
        return []
    shown.show(found[0])
    return [Entry((Row(rng.choice([f"{found[1]}, 2023", f"{found[1]} (2022)", found[1]]), style=Style.BULLET),))]


def projects(rng: Random, words: Words, skills: list[str], shown: Shown) -> list[Entry]:
    """One project of one's own, with dates that are nobody's employment."""
    for skill in skills:
        shown.show(skill)
    line = rng.choice(words["project_lines"])
    text = line.format(skills=enumerate_skills(rng, words, [spell(rng, skill) for skill in skills]))
    name = rng.choice(["Roomly", "Tidepool", "Kartoteka", "Nimbus Notes"])
    return [Entry((Row(name, style=Style.TITLE), Row(text, style=Style.BULLET)))]


def simple(rng: Random, options: list[str], *, bullets: bool) -> list[Entry]:
    """Languages or hobbies, in a list or in one line."""
    picked = rng.sample(options, min(len(options), rng.randint(2, 3)))
    if bullets:
        return [Entry(tuple(Row(text, style=Style.BULLET) for text in picked))]
    return [Entry((Row(", ".join(picked)),))]


def absent_skills(rng: Random, owned: list[str]) -> list[str]:
    """Skills this person has not, in random order; none that an owned one implies or suggests."""
    near = {"Azure", "Node.js", "TypeScript", "JavaScript", "Java"}
    left = [skill for skill in SPELLINGS if skill not in owned and skill not in near]
    rng.shuffle(left)
    return left
