"""Ctrl-C and SIGTERM -> a run that begins no further file; at the second time, KeyboardInterrupt.

Whoever is asked to stop once still finishes what is in hand, which takes no longer than one file may.
Signals are listened to within the `with` block only, and only in the main thread: elsewhere Python
doesn't deliver them.
"""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """Whether a run was asked to end early, and then at once. `on_asked` is called within a signal handler."""

    def __init__(self, on_asked: Callable[[], object] = lambda: None) -> None:
        self.is_asked = False
        self.is_at_once = False
        self._on_asked = on_asked
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> "Stop":
        if _is_main_thread():
            self._before = {number: signal.signal(number, self._hear) for number in _SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def ask(self) -> None:
        """Begin no further file."""
        self.is_asked = True

    def until_asked(self, files: Iterable[str]) -> Iterator[str]:
        """The files, which come to their end when somebody asks."""
        for file in files:
            if self.is_asked:
                return
            yield file

    def _hear(self, *_: object) -> None:
        if self.is_asked:
            self.is_at_once = True
            raise KeyboardInterrupt
        self.ask()
        self._on_asked()


def _is_main_thread() -> bool:
    """Without importing threading: a program that hasn't has a single thread."""
    threading = sys.modules.get("threading")
    return threading is None or threading.current_thread() is threading.main_thread()
