"""Hostile strings by the hundred through every view of the terminal: inert, and never wider than the window.

`HOSTILE_STRINGS=10000 pytest tests/reports/test_terminal_mass.py` takes some minutes; without it few are drawn.
"""

import io

import pytest
from hostile_strings import hostile_strings
from rich.cells import cell_len
from rich.console import Console
from test_hostile_text import SGR, hostile_report, unsafe

from screener.model.report import Report
from screener.model.screening import Outcome, Screening
from screener.reports.comparison import comparison_lines, sides_of
from screener.reports.pen import Pen
from screener.reports.terminal import print_report

TEXTS = hostile_strings()
PACKS = [TEXTS[start : start + 100] for start in range(0, len(TEXTS), 100)]
WIDTHS = (60, 80, 100, 140, 200)


def console(width: int, *, colours: bool) -> Console:
    return Console(file=io.StringIO(), width=width, force_terminal=colours, color_system="256" if colours else None)


def written(on: Console) -> str:
    assert isinstance(on.file, io.StringIO)
    return on.file.getvalue()


def compared(report: Report, on: Console) -> None:
    both = [Outcome(f"{number}/{one.file}", None, one.result) for number in "12" for one in report.outcomes]
    assert all(isinstance(one.result, Screening) for one in both)
    pen = Pen(on)
    pen.print(comparison_lines(report, sides_of(both), pen))


@pytest.mark.parametrize("pack", range(len(PACKS)))
def test_every_view_is_inert_and_fits(pack: int) -> None:
    for number, text in enumerate(PACKS[pack]):
        width = WIDTHS[(pack + number) % len(WIDTHS)]
        views = [console(width, colours=number % 2 == 0) for _ in range(3)]
        print_report(hostile_report(text, several=False), views[0])
        print_report(hostile_report(text, several=True), views[1])
        compared(hostile_report(text, several=False), views[2])
        for view in views:
            shown = written(view)
            assert not unsafe(shown, text), repr(text)
            assert max(map(cell_len, SGR.sub("", shown).split("\n"))) <= width, repr(text)
