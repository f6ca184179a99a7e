"""What all tests share: no network, and expected files that one flag renews."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# The same examples in every run where a run must not fail by luck; elsewhere new ones are drawn each time.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

EXPECTED = Path(__file__).parent / "expected"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="rewrite the files in tests/expected")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to reach another machine fails; sockets between processes of this one don't."""

    def guarded(allowed: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, *arguments: Any) -> Any:
            if self.family == getattr(socket, "AF_UNIX", None):
                return allowed(self, *arguments)
            raise AssertionError(f"a test tried to reach the network: {arguments[-1]!r}")

        return call

    def refuse(*arguments: Any, **_: Any) -> None:
        raise AssertionError(f"a test tried to look up {arguments[0]!r}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours and widths are the tests' own, whatever the terminal they run in."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(os.environ, "TERM", "xterm-256color")


@pytest.fixture
def check_expected(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file below tests/expected; --update-expected writes the file instead."""

    def check(name: str, text: str) -> None:
        file = EXPECTED / name
        if request.config.getoption("--update-expected"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
            return
        assert file.exists(), f"{file} is missing; run pytest --update-expected and look at what it writes"
        assert text == file.read_bytes().decode("utf-8")

    return check
