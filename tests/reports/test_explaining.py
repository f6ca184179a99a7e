"""Explanations: every sum can be redone from what is printed, and every step is there."""

import io
import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from factories import AS_OF, asks_any, asks_experience, asks_skill, bound, listed, position, resume, role, used
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_samples import BO, MANY, ONE, SCAN, report
from rich.cells import cell_len
from rich.console import Console
from test_hostile_text import SGR, hostile, hostile_report, unsafe

from screener.model.document import HiddenText
from screener.model.period import Months, Period
from screener.model.resume import Position, PositionKind
from screener.model.screening import Outcome, Screening
from screener.reports.explaining import write
from screener.reports.explaining.months import counted_steps, middle_words, uncounted_steps
from screener.reports.explaining.points import credit_words, points_words, score_words
from screener.screening import screen

DATES = [
    "2016 – 2018", "2018 – 2021", "2021 – 2024", "2019-03 – 2020-02", "2020", "summer 2021", "2015-01 – 2018",
    "2018 – 2020", "2022-05 – present", "2024-01-15 – 2024-06-30", "2023-01 – 2022-01", "2030-01 – present",
]  # fmt: skip
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def shown(*outcomes: Outcome, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    write(report(*outcomes), outcomes, stream)
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 140])
def test_output_is_as_expected(check_expected, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    dates = ("2016-01 – 2018", "2018 – 2020-12", "2020-07 – 2021-06", None, "2024-03 – present")
    outcome = Outcome("ada.pdf", None, judged(*dates, asked=90))
    check_expected(f"reports/explained-{width}.txt", shown(outcome, SCAN, width=width, monkeypatch=monkeypatch))


def test_a_score_that_isnt_the_sum_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "The result says 81.3, which isn't that sum" in shown(ONE, width=160, monkeypatch=monkeypatch)


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_no_line_is_wider_than_the_window(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    assert max(map(cell_len, shown(*MANY, width=width, monkeypatch=monkeypatch).splitlines())) <= width


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        (ONE, "3 of 5 gates are met and none failed, but a person must look:"),
        (Outcome("bo.docx", None, BO), "5 of 5 gates are met and nothing needs a person's look, so it is a fit."),
        (SCAN, "It can't be read (no-text-layer): the pages are pictures"),
    ],
    ids=["review", "fit", "unreadable"],
)
def test_the_verdict_is_said_first(monkeypatch: pytest.MonkeyPatch, outcome: Outcome, says: str) -> None:
    assert says in shown(outcome, width=160, monkeypatch=monkeypatch)


def judged(*dates: str | None, asked: int = 24) -> Screening:
    """A resume whose every position shows Node.js, with a share of all the kinds of requirements."""
    positions = [position(one, employer=f"Employer {number}") for number, one in enumerate(dates)]
    made = resume(positions=positions, skills=used("Node.js") if positions else listed("Node.js"))
    asks = [asks_experience(), asks_skill("Node.js", months=asked), asks_skill("Git", "nice")]
    return screen(made, role(*asks, asks_any(asks_skill("Node.js", months=asked), asks_skill("Git"))), AS_OF)


@settings(max_examples=150, deadline=None)
@given(dates=st.lists(st.sampled_from([*DATES, None]), max_size=6), asked=st.integers(1, 90))
def test_credits_points_and_score_can_be_redone(dates: list[str | None], asked: int) -> None:
    screening = judged(*dates, asked=asked)
    points = weights = Decimal(0)
    for finding in screening.findings:
        words = credit_words(finding)
        numbers = [Decimal(number) for number in NUMBER.findall(words)]
        assert finding.credit in (numbers[0], numbers[-1])
        weight, credit, product = map(Decimal, NUMBER.findall(points_words(finding)))
        assert weight * credit == product
        points, weights = points + product, weights + weight
    total, division, _ = score_words(screening)
    assert [Decimal(number) for number in NUMBER.findall(total)] == [points, weights]
    assert (points * 100 / weights).quantize(Decimal("0.1"), ROUND_HALF_UP) == screening.score
    assert Decimal(NUMBER.findall(division)[-1]) == screening.score


@settings(max_examples=150, deadline=None)
@given(dates=st.lists(st.sampled_from([*DATES, None]), min_size=1, max_size=6))
def test_the_steps_end_in_the_months_of_the_verdict(dates: list[str | None]) -> None:
    screening = judged(*dates)
    low = high = 0
    for step in counted_steps(screening):
        assert not step.words.startswith("-")
        alone = re.match(r"(\d+)(?: to (\d+))? months?", step.words)
        added = re.search(r"It adds (\d+)(?: to the least and (\d+) to the most)?", step.words)
        if added:
            low, high = low + int(added[1]), high + int(added[2] or added[1])
        elif alone and "adds nothing" not in step.words:
            low, high = low + int(alone[1]), high + int(alone[2] or alone[1])
    assert Months(low, high) == screening.experience


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (["2019-03 – 2020-02"], ["12 months (1 y) by itself."]),
        (["2019"], ["1 to 12 months (1 m to 1 y) by itself, because only the year is given."]),
        (
            ["2019 – 2020-02"],
            ["3 to 14 months (3 m to 1 y 2 m) by itself, because its start is given by the year only."],
        ),
        (["2019-01 – 2019-12", "2019-03 – 2019-05"], ["12 months", "All of it lies within what is counted already"]),
        (["2019-01 – 2019-12", "2019-07 – 2020-06"], ["12 months", "It adds 6: months that overlap count once."]),
        (
            ["2016-01 – 2018", "2018 – 2020-12"],
            ["25 to 36", "adds 35 to the least and 24 to the most: positions that meet"],
        ),
        ([None], ["No dates that can be read: it adds nothing."]),
        (["2023-01 – 2022-01"], ["Its dates run backwards: it adds nothing."]),
        (["2030-01 – present"], ["it adds nothing."]),
    ],
    ids=["plain", "year", "start", "within", "overlap", "meeting", "undated", "reversed", "future"],
)
def test_a_step_says_what_is_added_and_why(dates: list[str | None], says: list[str]) -> None:
    steps = [step.words for step in counted_steps(judged(*dates))]
    assert len(steps) == len(says)
    assert all(part in step for step, part in zip(steps, says, strict=True))


def test_what_isnt_counted_says_so() -> None:
    intern = Position("Intern", "Acme", PositionKind.INTERNSHIP, Period(bound("2020-01"), bound("2020-03")), 1, 1)
    screening = screen(resume(positions=[intern]), role(asks_experience()), AS_OF)
    [step] = uncounted_steps(screening)
    assert step.words == "Not counted: an internship, which this role doesn't count."


@pytest.mark.parametrize(
    ("months", "says"),
    [
        (Months(1, 1), "1 month."),
        (Months(24, 24), "24 months (2 y)."),
        (Months(59, 70), "59 to 70 months (4 y 11 m to 5 y 10 m). Where one number is needed it is the middle: "
         "(59 + 70) ÷ 2 = 64, rounded down."),
        (Months(2, 4), "2 to 4 months. Where one number is needed it is the middle: (2 + 4) ÷ 2 = 3."),
    ],
    ids=["one", "years", "odd", "even"],
)  # fmt: skip
def test_the_middle_is_shown_with_its_rounding(months: Months, says: str) -> None:
    assert middle_words(months) == says


@settings(max_examples=30, deadline=None)
@given(text=hostile, width=st.sampled_from((60, 80, 140)), several=st.booleans())
@example(text="[/b]\x1b[31m\u202e\udce9 ::error::x ##[error]y", width=60, several=True)
def test_hostile_texts_are_shown_and_not_obeyed(text: str, width: int, several: bool) -> None:
    both = hostile_report(text, several=several)
    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("screener.reports.explaining.open_console", lambda stream: Console(
            file=stream, width=width, force_terminal=True, color_system="256"
        ))  # fmt: skip
        write(both, both.outcomes, stream)
    lines = SGR.sub("", stream.getvalue()).split("\n")
    assert not unsafe(stream.getvalue(), text)
    assert not [line for line in lines if line.lstrip().startswith("::error") or "##[error" in line]
    assert max(map(cell_len, lines)) <= width


def test_an_undated_position_is_why_the_months_dont_settle_it(monkeypatch: pytest.MonkeyPatch) -> None:
    screening = judged("2023-01 – 2023-12", None)
    text = " ".join(shown(Outcome("a.pdf", None, screening), width=140, monkeypatch=monkeypatch).split())
    assert "60 months are asked, and Employer 1 might add to it: unknown." in text


def test_what_is_cut_is_said_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = tuple(HiddenText("x" * 500, "white on white", 1) for _ in range(9))
    made = judged("2023-01 – 2023-12")
    made = replace(made, resume=replace(made.resume, hidden=hidden))
    text = " ".join(shown(Outcome("a.pdf", None, made), width=140, monkeypatch=monkeypatch).split())
    assert "(100 more characters; “screen FILE --format json” has them all)" in text
    assert "and 3 more hidden texts; “screen FILE --format json” has them all" in text
