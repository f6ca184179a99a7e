"""What the interpreter does with programs that are broken, hostile or unusual."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screener.documents.engines.pdf import extract
from screener.documents.engines.pdf_operators import ARITIES
from screener.documents.engines.pdf_program import IMAGE, Program
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import form, make_pdf, text
from tests.documents.pdf_readings import read_by_ours

WORDS = rb"""( ) < > [ ] << >> /F1 / % \ 1 -.5 --
    BT ET Tf Tj TJ ' " Td Tm cm q Q BI ID EI re f W m c scn /P1 BDC EMC Do
    gs sh { 1e400""".split()
SOUP = st.one_of(
    st.binary(max_size=300),
    st.lists(st.sampled_from([*WORDS, b"\n", b"\x00", b"\xff", b"9" * 400]), max_size=60).map(b" ".join),
)
UNITS = rb"""  ) ( ) [ ] < << [( (\ 1 - a / [(a) <4 BI % /a<< [(a)<41> <</a(b)""".split()
UNITS += [
    unit + b" "
    for unit in (b"", b"1", b"a", b"/a", b"BI", b"BI ID", b"1 1 m", b"(a)Tj 1", b"<61> Tj 1 1 Td", b"/a 1", b"q")
]
UNITS += [b"\0", b"\xff", b"%\n", b"BI ID EI\xff ", b"/P BMC ", b"1 0 0 1 1 1 cm "]


def read(program: str | bytes, **options: object) -> Document:
    return extract(make_pdf(program, **options), "sha", Limits())  # type: ignore[arg-type]


@given(SOUP)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_bytes_the_text_around_them_is_read(soup: bytes) -> None:
    document = read(text("Jane Example", 72, 700).encode() + b"\n" + soup)
    assert document.text.startswith("Jane Example") or "Jane Example" in document.text or document.hidden


@given(SOUP)
@settings(deadline=None, max_examples=200)
def test_statements_have_the_operands_that_their_operators_take(soup: bytes) -> None:
    for operator, operands in Program(soup, ARITIES):
        wanted = ARITIES.get(operator)
        assert wanted is None or (len(operands) == wanted and all(type(operand) is float for operand in operands))


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_grows_with_the_program_and_no_faster(unit: bytes) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        for _ in Program(unit * count, ARITIES):
            pass
        return time.process_time() - start

    count = 400_000 // len(unit)
    seconds(count // 10)
    assert seconds(count) < 5  # what grows with the square takes minutes


@pytest.mark.parametrize(
    "data",
    [
        b"BI /W 4 /H 4 /BPC 8 /CS /G ID \x00 EI Q EI\n\xff EI\x01\x02\x03\x04 EI",
        b"BI /W 10 /H 1 /BPC 8 /CS /RGB ID " + b" EI ( [ < BT EI Q (x) Tj ET ".ljust(30) + b" EI",
        b"BI /W 9 /H 9 /F /A85 ID 9jqo^BlbD-BleB1DJ+*+F(f,q~> EI",
        b"BI /W 9 /H 9 /F [/A85 /Fl] /DP << /K 1 >> ID (abc~>\nEI",
        b"BI /Width 1 /Height 1 /ImageMask true ID x EI",
    ],
)
def test_a_picture_in_the_program_ends_where_its_data_do(data: bytes) -> None:
    program = text("before", 72, 700).encode() + data + b"\n" + text("after", 72, 680).encode()
    (page,), doubts = read_by_ours(make_pdf(program))
    assert [run.text for run in page.runs] == ["before", "after"]
    assert len(page.images) == 1
    assert doubts == 0


def test_a_picture_without_an_end_costs_nothing_else() -> None:
    document = read(
        text("before", 72, 700).encode() + b"BI /W 9 /H 9 ID \x01\x02\x03\n" + text("after", 72, 680).encode()
    )
    assert document.text == "before\nafter"


def test_a_picture_says_what_it_is() -> None:
    ((operator, (entries,)),) = Program(b"BI /Width 2 /H 3 /CS /G /D [0 1] ID abcdef EI", ARITIES)
    assert operator == IMAGE
    assert (entries[b"W"], entries[b"H"], entries[b"D"]) == (b"2", b"3", b"[0 1]")


def test_forms_that_draw_themselves_end() -> None:
    loop = form(
        text("once more", 9, 9) + "/X Do /X Do", "/Resources << /XObject << /X 3 0 R >> /Font << /F1 1 0 R >> >>"
    )
    document = read(text("Jane Example", 72, 700) + "/X Do", resources="/XObject << /X 3 0 R >>", extra=[loop])
    assert document.text.startswith("Jane Example")


def test_an_endless_string_keeps_what_came_before() -> None:
    assert read(text("Jane Example", 72, 700) + "BT (never ends " + "(" * 1000).text == "Jane Example"


def test_a_page_that_our_interpreter_makes_no_sense_of_is_read_by_the_librarys(monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.documents.engines.pdf_interpreter import Interpreter

    def fail(self: object, data: bytes, resources: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Interpreter, "run", fail)
    assert read(text("Jane Example", 72, 700)).text == "Jane Example"


def test_the_interpreter_that_finds_more_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.documents.engines.pdf_interpreter import Interpreter

    def find_nothing(self: object, data: bytes, resources: object) -> None:
        return

    monkeypatch.setattr(Interpreter, "run", find_nothing)
    assert read(text("Jane Example", 72, 700)).text == "Jane Example"


def test_numbers_beyond_all_bounds_cost_only_their_text() -> None:
    huge = "9" * 400
    document = read(
        f"BT /F1 10 Tf {huge} 0 Td (far) Tj ET BT /F1 {huge} Tf 1 0 0 1 9 9 Tm (large) Tj ET" + text("here", 72, 700)
    )
    assert document.text == "here"
