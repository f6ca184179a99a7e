"""How the title, the employer, the place and the dates of a job are set: every usual arrangement.

A template has one string a line: {t} title, {e} employer, {p} ", place" or nothing, {d} dates, {at} the
language's "at". ">>" sends what follows to the right edge, "<<" puts what stands before it into a
column of its own on the left.
"""

from typing import NamedTuple

from tests.generator.sheet import Row, Style
from tests.generator.words import Words


class Arrangement(NamedTuple):
    """`alone` is for entries without an employer of their own: breaks, and roles under one employer."""

    name: str
    lines: tuple[str, ...]
    alone: tuple[str, ...]
    styles: tuple[Style, ...] = (Style.TITLE, Style.DETAIL, Style.DETAIL)

    @property
    def has_brackets(self) -> bool:
        return any("(" in line for line in self.lines)

    @property
    def has_labels(self) -> bool:
        return "<<" in self.lines[0]

    @property
    def parts_by_dash(self) -> bool:
        return any(" – " in line for line in self.lines)


ARRANGEMENTS = (
    Arrangement("title / employer / dates", ("{t}", "{e}{p}", "{d}"), ("{t}", "{d}")),
    Arrangement("title / employer | dates", ("{t}", "{e}{p} | {d}"), ("{t} | {d}",)),
    Arrangement("title / dates / employer", ("{t}", "{d}", "{e}{p}"), ("{t}", "{d}")),
    Arrangement("employer / title / dates", ("{e}{p}", "{t}", "{d}"), ("{t}", "{d}")),
    Arrangement("employer >> dates / title", ("{e}{p}>>{d}", "{t}"), ("{t}>>{d}",)),
    Arrangement("title >> dates / employer", ("{t}>>{d}", "{e}{p}"), ("{t}>>{d}",)),
    Arrangement("employer / title >> dates", ("{e}{p}", "{t}>>{d}"), ("{t}>>{d}",)),
    Arrangement("title, employer >> dates", ("{t}, {e}>>{d}",), ("{t}>>{d}",)),
    Arrangement("employer – title >> dates", ("{e} – {t}>>{d}",), ("{t}>>{d}",)),
    Arrangement("title | employer | dates", ("{t} | {e} | {d}",), ("{t} | {d}",)),
    Arrangement("employer | title | dates", ("{e} | {t} | {d}",), ("{t} | {d}",)),
    Arrangement("title, employer, dates", ("{t}, {e}, {d}",), ("{t}, {d}",)),
    Arrangement("title at employer (dates)", ("{t} {at} {e} ({d})",), ("{t} ({d})",)),
    Arrangement("title – employer (dates)", ("{t} – {e} ({d})",), ("{t} ({d})",)),
    Arrangement("title (dates) / employer", ("{t} ({d})", "{e}{p}"), ("{t} ({d})",)),
    Arrangement("employer (dates) / title", ("{e}{p} ({d})", "{t}"), ("{t} ({d})",)),
    Arrangement("dates / title, employer", ("{d}", "{t}, {e}"), ("{d}", "{t}"), (Style.DETAIL, Style.TITLE)),
    Arrangement("dates / title / employer", ("{d}", "{t}", "{e}{p}"), ("{d}", "{t}"), (Style.DETAIL, Style.TITLE)),
    Arrangement("dates / employer / title", ("{d}", "{e}{p}", "{t}"), ("{d}", "{t}"), (Style.DETAIL, Style.TITLE)),
    Arrangement("dates | title | employer", ("{d} | {t} | {e}",), ("{d} | {t}",)),
    Arrangement("dates | title / employer", ("{d} | {t}", "{e}{p}"), ("{d} | {t}",)),
    Arrangement("dates: title, employer", ("{d}: {t}, {e}",), ("{d}: {t}",)),
    Arrangement("dates << title / employer", ("{d}<<{t}", "{e}{p}"), ("{d}<<{t}",)),
    Arrangement("dates << employer / title", ("{d}<<{e}{p}", "{t}"), ("{d}<<{t}",)),
    Arrangement("dates << title, employer", ("{d}<<{t}, {e}",), ("{d}<<{t}",)),
)


class Names(NamedTuple):
    """What a header says. `employer` is "" for an entry without one."""

    title: str
    employer: str
    place: str
    dates: str


def header_rows(arrangement: Arrangement, names: Names, words: Words) -> list[Row]:
    """The header of one job; an undated one leaves its dates out."""
    lines = arrangement.lines if names.employer else arrangement.alone
    if not names.dates:
        lines = ("{t}", "{e}") if names.employer else ("{t}",)
    rows = []
    for at, line in enumerate(lines):
        place = f", {names.place}" if names.place else ""
        text = line.format(t=names.title, e=names.employer, p=place, d=names.dates, at=words["at"])
        style = arrangement.styles[min(at, len(arrangement.styles) - 1)] if names.dates else Style.TITLE
        rows.append(_row(text, style if len(lines) > 1 or not at else Style.TITLE))
    return rows


def employer_row(arrangement: Arrangement, employer: str, place: str, dates: str) -> Row:
    """The line above several roles held at one employer; `dates` is the whole time or ""."""
    text = f"{employer}, {place}" if place else employer
    if not dates:
        return Row(text, style=Style.TITLE)
    if arrangement.has_labels:
        return Row(text, label=dates, style=Style.TITLE)
    return (
        Row(text, right=dates, style=Style.TITLE)
        if ">>" in arrangement.alone[0]
        else Row(f"{text} ({dates})" if arrangement.has_brackets else f"{text} | {dates}", style=Style.TITLE)
    )


def _row(text: str, style: Style) -> Row:
    label, labelled, rest = text.partition("<<")
    text, _, right = (rest if labelled else text).partition(">>")
    return Row(text, right, label if labelled else "", style)
