"""The colours of the terminal are data, and are read on white and on black alike."""

import re
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

import screener
import screener.reports
from screener.reports import styles
from screener.reports.remedies import REMEDIES, SAY_IT_THEMSELVES

COLOURED = {name: style for name, style in styles.STYLES.items() if Style.parse(style).color}
BACKGROUNDS = {"black": (0, 0, 0), "white": (255, 255, 255)}
PAPERS = {0, 7, 15}  # black, white and bright white of the first sixteen: what terminals are painted with
LEAST = 3.9  # no colour can have more than 4.58 on both
FOLDER = Path(str(screener.reports.__file__)).parent


def luminance(colour: tuple[int, int, int]) -> float:
    """As WCAG defines it."""
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def triplet(style: str) -> tuple[int, int, int]:
    colour = Style.parse(style).color
    assert isinstance(colour, Color)
    return tuple(colour.get_truecolor())


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("name", COLOURED)
def test_a_colour_is_read_on_any_background(name: str, background: str) -> None:
    assert contrast(triplet(COLOURED[name]), BACKGROUNDS[background]) >= LEAST


@pytest.mark.parametrize("system", [ColorSystem.STANDARD, ColorSystem.WINDOWS])
@pytest.mark.parametrize("name", COLOURED)
def test_where_there_are_sixteen_colours_none_becomes_that_of_a_paper(name: str, system: ColorSystem) -> None:
    colour = Style.parse(COLOURED[name]).color
    assert isinstance(colour, Color)
    assert colour.downgrade(system).number not in PAPERS


def test_colours_are_those_that_no_theme_changes() -> None:
    numbers = [int(number) for style in COLOURED.values() for number in re.findall(r"color\((\d+)\)", style)]
    assert numbers
    assert min(numbers) >= 16  # the first sixteen are the terminal's own


def test_no_view_names_a_colour_of_its_own() -> None:
    named = re.compile(r"""["'][a-z ]*\b(?:red|green|yellow|blue|cyan|magenta|color\()\b""")
    files = [file for file in FOLDER.rglob("*.py") if file.name != "styles.py"]
    assert files
    assert not [file.name for file in files if named.search(file.read_text("utf-8"))]


def test_every_warning_says_what_to_do() -> None:
    """By the codes in the source: a forgotten one would be a warning without a remedy."""
    code = re.compile(r"""(?:ReadingWarning|\b_?warn)\(\s*"([a-z-]+)\"""")
    root = Path(str(screener.__file__)).parent
    codes = {found for file in root.rglob("*.py") for found in code.findall(file.read_text("utf-8"))}
    assert len(codes) > 10
    assert codes <= set(REMEDIES) | SAY_IT_THEMSELVES
    assert not set(REMEDIES) & SAY_IT_THEMSELVES
