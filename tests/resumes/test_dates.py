"""The grammar of periods: what is a date, in which languages, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.model.period import month_index, total_months
from screener.resumes.dates import calendar_of, find_periods

AS_OF = month_index(2026, 6)


def read(text: str) -> list[str]:
    return [f"{found.period.start.iso()}/{found.period.end.iso(is_end=True)}" for found in find_periods(text, AS_OF)]


@pytest.mark.parametrize(
    "text",
    [
        "Jan 2020 – Mar 2022",
        "January 2020 - March 2022",
        "Jan. 2020 — Mar. 2022",
        "JAN 2020 – MAR 2022",
        "Jan '20 – Mar '22",
        "Jan ’20 to Mar ’22",
        "Jan-20 - Mar-22",
        "01/2020 – 03/2022",
        "01.2020–03.2022",
        "2020-01 to 2022-03",
        "2020/01 - 2022/03",
        "01/20 - 03/22",
        "Jan. 2020 Mar. 2022",
        "from January 2020 until March 2022",
        "January, 2020 → March, 2022",
        "(Jan 2020 – Mar 2022)",
        "Jan 2020 / Mar 2022",
        "Jan 2020 ... Mar 2022",
        "januari 2020 t/m maart 2022",
        "Januar 2020 bis März 2022",
        "janvier 2020 à mars 2022",
        "de enero de 2020 a marzo de 2022",
        "janeiro de 2020 até março de 2022",
        "gennaio 2020 – marzo 2022",
        "januari 2020 tot maart 2022",
        "styczeń 2020 – marzec 2022",
        "январь 2020 – март 2022",
        "Ocak 2020 – Mart 2022",
        "2020年1月 – 2022年3月",
        "2020年1月至2022年3月",
    ],
)
def test_months_in_every_dress(text: str) -> None:
    assert read(text) == ["2020-01/2022-03"]


@pytest.mark.parametrize(
    "text",
    [
        "Mar 2021 – Present",
        "Mar 2021 - Current",
        "March 2021 to now",
        "03/2021 – Ongoing",
        "Mar 2021 - to date",
        "Mar 2021 till date",
        "Mar 2021 –",
        "Mar. 2021 Present",
        "since March 2021",
        "seit März 2021",
        "März 2021 – heute",
        "depuis mars 2021",
        "mars 2021 – aujourd'hui",
        "marzo de 2021 – actualidad",
        "março de 2021 – atual",
        "marzo 2021 – in corso",
        "maart 2021 – heden",
        "marzec 2021 – obecnie",
        "март 2021 – настоящее время",
        "Mart 2021 – halen",
        "2021年3月至今",
        "2021年3月 – 現在",
    ],
)
def test_present_ends_at_as_of(text: str) -> None:
    (found,) = find_periods(text, AS_OF)
    assert found.period.end.present
    assert total_months([found.period], AS_OF).low == 64


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2016 – 2018", ["2016/2018"], id="years"),
        pytest.param("2018–19", ["2018/2019"], id="two-digit end"),
        pytest.param("2018/19", ["2018/2019"], id="slash"),
        pytest.param("March – August 2019", ["2019-03/2019-08"], id="the year stands at the end"),
        pytest.param("Nov – Feb 2020", ["2019-11/2020-02"], id="over the turn of the year"),
        pytest.param("12 March 2019 - 3 April 2020", ["2019-03-12/2020-04-03"], id="days"),
        pytest.param("March 12, 2019 - April 3rd, 2020", ["2019-03-12/2020-04-03"], id="days behind months"),
        pytest.param("2019-03-12 – 2020-04-03", ["2019-03-12/2020-04-03"], id="iso days"),
        pytest.param("13/04/2019 - 01/05/2020", ["2019-04-13/2020-05-01"], id="day first"),
        pytest.param("04/13/2019 - 05/30/2020", ["2019-04-13/2020-05-30"], id="a day over 12 decides"),
        pytest.param("Summer 2022", ["2022-06/2022-08"], id="season"),
        pytest.param("Q1 2020 – Q3 2021", ["2020-01/2021-09"], id="quarters"),
        pytest.param("May 2016", ["2016-05/2016-05"], id="one date"),
        pytest.param("Present – March 2021", ["2021-03/present"], id="the newest first"),
        pytest.param("de mayo de 2018 hasta febrero de 2021", ["2018-05/2021-02"], id="from and to in words"),
        pytest.param("Jan 2022 – Jan 2020", ["2022-01/2020-01"], id="reversed, as written"),
        pytest.param("Jan 2018 – Dec 2019, Mar 2020 – May 2021", ["2018-01/2019-12", "2020-03/2021-05"], id="two"),
    ],
)
def test_precision_is_kept(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2019-2021-33",
        "call 2020-555-0100",
        "Python 3.9 to 3.12",
        "Python 3.10 to 3.12",
        "$2019",
        "v2019.4.1",
        "2019%",
        "24/7",
        "room 12-14",
        "10,2019,332",
        "May the force",
    ],
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("texts", "start"),
    [
        (["3/1/2021 - Present", "5/1/2018 - 2/28/2021"], "2021-03-01"),
        (["3/1/2021 - Present", "1/5/2018 - 28/2/2021"], "2021-01-03"),
        (["3/1/2021 - Present"], "2021-01-03"),
    ],
    ids=["months first", "days first", "nothing tells"],
)
def test_one_date_decides_for_the_document(texts: list[str], start: str) -> None:
    (found,) = calendar_of(texts, AS_OF).periods(texts[0])
    assert found.period.start.iso() == start


def test_the_quote_leaves_brackets_out() -> None:
    text = "Engineer (Jan 2020 – Mar 2022), Acme"
    assert [found.quote(text) for found in find_periods(text, AS_OF)] == ["Jan 2020 – Mar 2022"]


@given(st.text(alphabet=st.sampled_from("0123456789 -–/.,'()JanMrpesntQ年月")))
def test_no_text_raises_and_spans_lie_inside(text: str) -> None:
    for found in find_periods(text, AS_OF):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("text", ["{} - 2020", "12/{}", "Q{} 2020", "Jan 2020 - Mar 2021 ({} years)", "GPA 3.{}"])
def test_a_number_of_any_length_is_read(text: str) -> None:
    assert len(find_periods(text.format("1" * 5000), AS_OF)) <= 1


PIECES = (
    "2019 20 '19 03 3 12 March Mär. Sept de since seit Q1 winter present heute 年 月 г. r. ( ) - – / . , : to bis at"
)


@given(st.lists(st.tuples(st.sampled_from(PIECES.split()), st.sampled_from(["", " "])), max_size=9))
def test_no_arrangement_of_a_date_s_pieces_raises(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)

    assert all(text[found.start : found.end] for found in find_periods(text, AS_OF))
