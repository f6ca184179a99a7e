"""Holes that ligatures without a meaning left in words are filled where the word is known."""

import pytest

from screener.documents.ligatures import with_ligatures
from screener.model.document import Cell, Line


def read(*texts):
    lines = [Line((Cell(text),), page=1, number=number) for number, text in enumerate(texts, 1)]
    return [line.text for line in with_ligatures(lines)]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Pro\ufffdle", "Profile"),
        ("Certi\ufffdcations", "Certifications"),
        ("work\ufffdows in Air\ufffdow and Tensor\ufffdow", "workflows in Airflow and TensorFlow"),
        ("\ufffdexible and e\ufffdcient", "flexible and efficient"),
        ("sta\ufffd", "staff"),
        ("the of\ufffdce", "the office"),
        ("zor\ufffdle", "zor\ufffdle"),  # no ligature gives a known word
    ],
)
def test_a_hole_is_filled_with_the_ligature_that_makes_a_known_word(broken, whole):
    assert read(broken)[0].lower() == whole.lower()


def test_letters_around_a_hole_stay_as_they_are_written():
    assert read("Net\ufffdify", "Netflify") == ["Netflify", "Netflify"]


def test_two_readings_are_none():
    assert read("sti\ufffd", "stiff stift") == ["sti\ufffd", "stiff stift"]


@pytest.mark.parametrize("text", ["\ufffd", "A\ufffd\ufffd\ufffdB", "5 \ufffd 7", "\ufffd\ufffd"])
def test_what_is_no_ligature_stays(text):
    assert read(text) == [text]


def test_whole_lines_are_passed_on():
    assert read("Profile", "of Ada") == ["Profile", "of Ada"]
