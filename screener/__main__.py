"""The program as it is started, by `screen` or `python -m screener`: from here on, signals end it without a word."""

import os
import signal

_STOPPED = 130  # before there is anything to import it from


def main() -> None:
    """The console script. What it imports takes a moment, and may be called off."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: os._exit(_STOPPED))
    from screener.cli import app

    app.main()


if __name__ == "__main__":
    main()
