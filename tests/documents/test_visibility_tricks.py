"""Text that a person can't see is set apart with its cause and its page, whatever the trick, and proves nothing."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from tests.documents.honest_resumes import make
from tests.documents.pdf_fixtures import box, make_pdf, text
from tests.documents.pdf_tricks import TRICKS, Trick


@pytest.mark.parametrize("trick", [pytest.param(trick, id=name) for name, trick in TRICKS.items()])
def test_hidden_text_is_set_apart(trick: Trick) -> None:
    document = extract(trick.pdf, "sha", Limits())
    (hidden,) = document.hidden
    assert (hidden.cause, hidden.page) == (trick.cause, 1)
    assert hidden.text in trick.texts
    assert "Jane Example" in document.text
    assert "Azure" not in document.text
    assert "ocr" not in {warning.code for warning in document.warnings}


def test_the_page_of_hidden_text_is_told() -> None:
    trick = TRICKS["colour: white"]
    document = extract(make_pdf(text("Jane Example", 72, 720), trick.program), "sha", Limits())
    assert [hidden.page for hidden in document.hidden] == [2]


@pytest.mark.parametrize("seed", range(40))
def test_honest_resumes_are_never_accused(seed: int) -> None:
    document = extract(make(seed).pdf, "sha", Limits())
    assert document.hidden == ()
    assert "Jane Example" in document.text


def test_outlines_too_laborious_to_look_at_are_taken_as_paint_that_may_be_there() -> None:
    outline = "60 480 m " + "".join(f"{60 + at % 300} {480 + at % 60} l " for at in range(3_000))
    words = "".join(text("NestJS Azure", 72, 484 + at / 4) for at in range(200))
    document = extract(make_pdf(f"0 0 .5 rg {outline} f 1 g {words}"), "sha", Limits())
    assert "NestJS" in document.text


def test_white_letters_are_believed_once_a_page_has_more_fills_than_are_kept() -> None:
    many = "".join(f"{10 + at % 90} {10 + at // 90 * 4} 3 3 re f " for at in range(5_100))
    dark = box(60, 480, 300, 60, "0 0 .5")
    document = extract(make_pdf(many + dark + f"1 g {text('NestJS Azure', 72, 500)}"), "sha", Limits())
    assert document.hidden == ()


def test_a_run_is_parted_where_only_some_of_its_words_are_covered() -> None:
    words = text("Jane Example knows plain words and NestJS", 72, 500)
    document = extract(make_pdf(words + box(200, 480, 300, 60, "1 1 1")), "sha", Limits())
    assert document.text.startswith("Jane Example knows plain")
    assert "NestJS" not in document.text
    assert [(hidden.cause, hidden.text.endswith("NestJS")) for hidden in document.hidden] == [("covered", True)]


def test_a_page_painted_over_and_over_is_given_up_with_a_warning() -> None:
    fills = "".join(f"{60 + at % 200} {480 + at % 37} {3 + at % 50} 5 re f " for at in range(4_000))
    words = "".join(text("NestJS Azure and more", 60 + at / 100, 480 + at / 200) for at in range(800))
    document = extract(make_pdf(f"{fills} 1 g {words}"), "sha", Limits())
    assert [warning.code for warning in document.warnings] == ["busy-page"]
