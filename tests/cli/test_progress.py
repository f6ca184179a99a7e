"""Progress: a bar that vanishes on terminals, a line every ten seconds elsewhere, nothing with --quiet."""

import io

import pytest

from screener.cli import console
from screener.cli.console import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """One number: what the clock says."""
    now = [100.0]
    monkeypatch.setattr(console.time, "monotonic", lambda: now[0])
    return now


def stderr(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> io.StringIO:
    monkeypatch.setattr(console.sys, "stderr", stream)
    return stream


def test_a_bar_is_drawn_on_terminals_and_leaves_nothing_behind(monkeypatch, clock) -> None:
    terminal = stderr(monkeypatch, Terminal())
    with Progress(1200, quiet=False) as progress:
        clock[0] += 10
        progress.count(120, 3)
    bar = "[##------------------] 120 of 1,200 screened, 12 a second, 2 min left, 3 unreadable"
    assert terminal.getvalue() == f"\r{bar}\r{' ' * len(bar)}\r"


def test_elsewhere_there_is_a_plain_line_every_ten_seconds(monkeypatch, clock) -> None:
    stream = stderr(monkeypatch, io.StringIO())
    with Progress(100, quiet=False) as progress:
        for second in range(1, 26):
            clock[0] += 1
            progress.count(2 * second)
    assert stream.getvalue().splitlines() == [
        "20 of 100 screened, 2.0 a second, 40 s left",
        "40 of 100 screened, 2.0 a second, 30 s left",
    ]


def test_what_was_done_before_does_not_count_for_the_rate(monkeypatch, clock) -> None:
    stream = stderr(monkeypatch, io.StringIO())
    with Progress(1000, quiet=False, done=900) as progress:
        clock[0] += 10
        progress.count(910)
    assert stream.getvalue() == "910 of 1,000 screened, 1.0 a second, 2 min left\n"


@pytest.mark.parametrize(
    ("total", "quiet", "stream"),
    [
        pytest.param(3, False, Terminal(), id="few files"),
        pytest.param(12, True, Terminal(), id="quiet terminal"),
        pytest.param(12, True, io.StringIO(), id="quiet pipe"),
        pytest.param(12, False, io.StringIO(), id="short run into a pipe"),
    ],
)
def test_nothing_is_said_otherwise(monkeypatch, clock, total: int, quiet: bool, stream: io.StringIO) -> None:
    stderr(monkeypatch, stream)
    with Progress(total, quiet=quiet) as progress:
        clock[0] += 9 if not quiet else 30
        progress.count(2)
    assert stream.getvalue() == ""
