"""Which lines go on where the line before them ended."""

from screener.model.document import Cell, Line
from screener.resumes.wrapping import find_wrapped


def line(number: int, top: float, text: str, x1: float = 160.0) -> Line:
    """A line of 10-point type in a column whose right edge is at 200."""
    return Line((Cell(text, 40.0, x1, 10.0),), 1, number, top, top + 10, right_edge=200.0)


def test_lines_without_a_gap_are_one_paragraph_where_paragraphs_stand_apart() -> None:
    tops = (0.0, 25.0, 50.0, 62.0, 87.0, 112.0)
    texts = ("Acme", "Engineer", "NestJS, Azure Service", "Bus", "Beta", "Developer")
    edges = (100.0, 100.0, 198.0, 60.0, 100.0, 100.0)
    lines = [line(*place) for place in zip(range(6), tops, texts, edges, strict=True)]
    assert find_wrapped(lines) == [False, False, False, True, False, False]


def test_lines_of_a_list_that_is_set_tight_are_items_of_their_own() -> None:
    lines = [line(number, 12.0 * number, text, 198.0) for number, text in enumerate(("Azure Service", "Bus", "Git"))]
    assert find_wrapped(lines) == [False, False, False]
