"""The bars of the timeline: what they cover, how they are drawn, which are missing."""

import io
import re
from dataclasses import replace

import pytest
from report_samples import AS_OF, POSITIONS, month, present, screening, year
from rich.console import Console

from screener.model.period import Months, Period
from screener.model.resume import Position, PositionKind
from screener.model.screening import Screening
from screener.reports.pen import Pen
from screener.reports.safe_text import plain
from screener.reports.styles import KIND_GLYPHS, TWICE_GLYPHS, UNSURE_GLYPHS
from screener.reports.timeline import timeline_lines


def judged(*positions: Position) -> Screening:
    sample = screening()
    resume = replace(sample.resume, positions=positions)
    return replace(sample, resume=resume, position_months=tuple(Months(12, 12) for _ in positions))


def work(title: str, start: object, end: object, kind: PositionKind = PositionKind.WORK) -> Position:
    return Position(title, "Acme Tool Works", kind, Period(start, end), 1, 1)  # type: ignore[arg-type]


def drawn(shown: Screening, width: int = 140) -> list[str]:
    return [line.plain for line in timeline_lines(shown, Pen(Console(file=io.StringIO(), width=width)))]


def bar(lines: list[str], title: str) -> str:
    [line] = [line for line in lines if line.strip().startswith(title)]
    return "".join(sign for sign in line if sign in "━╺╸─╶╴╍═┄∙█▐▌")


def test_years_are_equally_long() -> None:
    lines = drawn(judged(work("Whole", month(2017, 1), month(2026, 12)), work("Half", month(2017, 1), month(2021, 12))))
    assert len(bar(lines, "Whole")) == 2 * len(bar(lines, "Half"))


def test_a_job_of_one_month_is_seen() -> None:
    lines = drawn(judged(work("Long", month(1990, 1), present()), work("Short", month(2005, 3), month(2005, 3))))
    assert len(bar(lines, "Short")) == 1


@pytest.mark.parametrize(
    ("period", "signs"),
    [
        (Period(month(2019, 1), month(2020, 12)), {"━"}),
        (Period(month(2019, 1), year(2020)), {"━", "╍"}),
        (Period(year(2020), year(2020)), {"╍"}),
    ],
    ids=["months", "year at the end", "one year"],
)
def test_what_a_coarse_date_leaves_open_is_dashed(period: Period, signs: set[str]) -> None:
    lines = drawn(judged(replace(POSITIONS[0], title="Job", period=period)))
    assert set(bar(lines, "Job")) - set("╺╸") == signs


def test_what_is_not_counted_is_light_and_not_in_the_sum() -> None:
    lines = drawn(judged(work("Intern", month(2019, 1), month(2019, 12), PositionKind.INTERNSHIP)))
    assert set(bar(lines, "Intern")) <= set("─╶╴")
    assert bar(lines, "Counted together") == ""


def test_overlaps_are_one_bar_in_the_sum_and_gaps_stay_open() -> None:
    lines = drawn(
        judged(
            work("First", month(2017, 1), month(2018, 12)),
            work("Second", month(2018, 1), month(2019, 12)),
            work("Third", month(2024, 1), month(2026, 12)),
        )
    )
    total = bar(lines, "Counted")
    assert set(total) - set("╺╸") == {"━", "█"}
    assert total.count("█") == bar(lines, "First").count("━") // 2
    assert len(total) < sum(len(bar(lines, title)) for title in ("First", "Second", "Third"))
    assert "Several at a time, counted once: Jan 2018 – Dec 2018 (12 months)" in "\n".join(lines)


def test_a_gap_is_named_with_its_months_and_nothing_else_is_said() -> None:
    lines = drawn(judged(work("First", month(2017, 1), month(2018, 12)), work("Second", month(2022, 1), present())))
    [total] = [line for line in lines if line.strip().startswith("Counted")]
    assert "━ " in total and " 36 m " in total  # noqa: PT018
    assert lines[-1].strip() == "No position on the page: Jan 2019 – Dec 2021 (36 months)"


def test_what_is_no_work_leaves_no_gap() -> None:
    leave = work("Parental leave", month(2019, 1), month(2021, 12), PositionKind.BREAK)
    lines = drawn(
        judged(work("First", month(2017, 1), month(2018, 12)), leave, work("Second", month(2022, 1), present()))
    )
    assert set(bar(lines, "Parental")) == {"∙"}
    assert "No position" not in "\n".join(lines)


def test_kinds_differ_without_colours() -> None:
    kinds = [work(kind.value, month(2019, 1), month(2021, 12), kind) for kind in PositionKind]
    lines = drawn(judged(*kinds))
    assert len({bar(lines[2:], kind.value)[1] for kind in PositionKind}) == len(PositionKind)
    assert len({plain(glyphs[0], "ascii") for glyphs in (*KIND_GLYPHS.values(), UNSURE_GLYPHS, TWICE_GLYPHS)}) == 7
    assert "freelance   ── internship, not counted" in lines[0]


@pytest.mark.parametrize(
    "period",
    [Period(month(2022, 1), month(2020, 1)), Period(month(AS_OF.year + 1, 1), present())],
    ids=["reversed", "in the future"],
)
def test_a_period_that_can_not_be_has_no_bar(period: Period) -> None:
    lines = drawn(judged(replace(POSITIONS[0], title="Odd", period=period), work("Job", month(2019, 1), present())))
    assert bar(lines, "Odd") == ""


def test_undated_positions_stand_apart() -> None:
    lines = drawn(judged(replace(POSITIONS[4], title="Consultant", kind=PositionKind.FREELANCE)))
    assert lines[-1].strip() == "Consultant, Paper Kite Studio · freelance · no dates that can be read"


def test_newest_is_first() -> None:
    lines = drawn(judged(work("Old", month(2011, 1), month(2012, 1)), work("New", month(2020, 1), present())))
    assert [line.split()[0] for line in lines[2:4]] == ["New,", "Old,"]


@pytest.mark.parametrize("first", [1950, 1990, 2015, 2026])
@pytest.mark.parametrize("width", [60, 80, 140])
def test_labels_of_years_do_not_touch(first: int, width: int) -> None:
    lines = drawn(judged(work("Job", month(first, 1), present())), width)
    [axis] = [line for line in lines if re.fullmatch(r"[\d ]+", line)]
    assert all(len(label) == 4 for label in axis.split())
