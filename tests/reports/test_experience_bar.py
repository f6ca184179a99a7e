"""Experience against the band that is asked: who is in it is seen to be, at any width."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import MUST, ROLE, screening
from rich.cells import cell_len
from rich.console import Console

from screener.model.period import Months
from screener.model.requirement import ExperienceRequirement
from screener.reports.experience import Band, band_of, bar, experience_lines, table_scale
from screener.reports.pen import Pen

PEN = Pen(Console(file=io.StringIO(), width=200))
BAND = Band(60, 84)


@pytest.mark.parametrize(
    ("months", "drawn"),
    [
        (Months(), "     ░░   "),
        (Months(36, 36), "━━━  ░░   "),
        (Months(59, 59), "━━━━╸░░   "),
        (Months(60, 60), "━━━━━▌░   "),
        (Months(83, 83), "━━━━━█▌   "),
        (Months(84, 84), "━━━━━██   "),
        (Months(420, 420), "━━━━━██━━━"),
        (Months(59, 70), "━━━━━▒░   "),
        (Months(36, 96), "━━━╍╍▒▒╍  "),
    ],
    ids=["none", "below", "a month below", "at the edge", "the last month", "above", "far above", "may be",
         "from below to above"],
)  # fmt: skip
def test_the_band_lies_in_the_same_cells_of_every_row(months: Months, drawn: str) -> None:
    assert bar(months, BAND, table_scale(BAND, 10), PEN).plain == drawn


def shown(experience: Months, low: int, above: int | None, room: int = 62) -> list[str]:
    wanted = ExperienceRequirement("experience", MUST, Decimal(3), low, above)
    judged = replace(screening(experience=experience), role=replace(ROLE, requirements=(wanted,)))
    return [line.plain for line in experience_lines(judged, room, PEN)]


def test_the_bracket_stands_over_the_band() -> None:
    bracket, drawn, years = shown(Months(70, 70), 60, 84)
    assert "asked" in bracket
    assert drawn.index("█") == bracket.index("├") == years.index("5")
    assert bracket.index("┤") + 1 == years.index("7")


def test_a_band_without_an_upper_end_stays_open() -> None:
    bracket, drawn, _ = shown(Months(70, 70), 60, None)
    assert bracket.endswith("╌")
    assert len(drawn) == len(bracket)


def test_a_narrow_band_has_its_word_beside_it() -> None:
    bracket, *_ = shown(Months(400, 400), 120, 132)
    assert "asked ├┤" in bracket
    assert "├┤ asked" in shown(Months(400, 400), 6, 12)[0]


def test_a_role_that_asks_for_no_years_has_no_bar() -> None:
    none = replace(ROLE, requirements=ROLE.requirements[1:])
    assert band_of(none) is None
    assert not list(experience_lines(replace(screening(), role=none), 62, PEN))


@given(st.integers(0, 900), st.integers(0, 900), st.integers(1, 600), st.integers(0, 600), st.integers(30, 180))
def test_it_never_takes_more_room_than_there_is(low: int, more: int, asked: int, wide: int, room: int) -> None:
    lines = shown(Months(low, low + more), asked, asked + wide if wide else None, room)
    assert max(map(cell_len, lines)) <= room
    scale = table_scale(Band(asked, None), 10)
    assert bar(Months(low, low + more), Band(asked, None), scale, PEN).cell_len == 10
