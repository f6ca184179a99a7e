"""A Dask scheduler with workers on this machine, as processes of their own."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_SECONDS = 60.0


class Cluster:
    """Two workers or so, with one thread each; `workers` are their processes."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._folder = tempfile.TemporaryDirectory()
        self.address = ""
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Cluster":
        file = Path(self._folder.name, "scheduler.json")
        here = ("--host", "127.0.0.1", "--no-dashboard")
        self.scheduler = self._start("scheduler", *here, "--port", "0", "--scheduler-file", str(file))
        self.address = str(_when_written(file)["address"])
        options = ("--nthreads", "1", "--no-nanny", "--local-directory", self._folder.name, *here)
        self.workers = [self._start("worker", self.address, *options) for _ in range(self._count)]
        return self

    def __exit__(self, *_: object) -> None:
        for process in (*self.workers, self.scheduler):
            if process is not None:
                process.kill()
                process.wait()
        self._folder.cleanup()

    def _start(self, kind: str, *arguments: str) -> "subprocess.Popen[bytes]":
        with Path(self._folder.name, "log").open("ab") as log:
            return subprocess.Popen([sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments], stderr=log)


def _when_written(file: Path) -> dict[str, object]:
    ends = time.monotonic() + _SECONDS
    while time.monotonic() < ends:
        try:
            return dict(json.loads(file.read_text()))
        except (OSError, ValueError):
            time.sleep(0.05)
    raise TimeoutError("the scheduler doesn't start")
