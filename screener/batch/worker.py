"""One worker process that can be killed: tasks go in, one at a time, and results come out.

On Linux a worker is forked: it shares what is already imported and is ready within a millisecond.
That is safe only while this program has a single thread, so nothing here starts one; where somebody
else has, and on other systems, workers are spawned: the system libraries of macOS don't survive a
fork, and Windows has none.

A worker can't outlive the program that started it, however that ends and whatever the worker is busy
with: it holds the end of a pipe whose other end only the program holds, and the kernel's word that
this one is gone is a signal that ends it (SIGIO, which nobody here handles).
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, NoReturn, Protocol, cast

from screener.documents.limits import Limits

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

OUT_OF_MEMORY = 12  # the exit status of a worker that ran out of memory (ENOMEM)
_LENGTH_BYTES = 8
_CHUNK = 1 << 16
_OBJECTS = 10_000  # more of them than there were, and a worker looks for garbage; by default it is after 700
_GRACE_SECONDS = 5.0  # how much longer a worker lives when nobody is left to kill it

Work = Callable[[Any], object]


class Died(Exception):
    """A worker ended without a result: by a signal, or by itself with an exit status."""

    def __init__(self, *, signal: int = 0, status: int = 0) -> None:
        super().__init__(f"signal {signal}" if signal else f"exit status {status}")
        self.signal = signal
        self.status = status


class Worker(Protocol):
    """A process with one task at a time. `receive` gives None until the result is whole, and raises Died."""

    @property
    def pid(self) -> int: ...
    def send(self, task: object) -> None: ...
    def receive(self) -> tuple[object] | None: ...
    def kill(self) -> None: ...


class ForkedWorker:
    """A fork of this process behind two pipes; a third one tells it whether the program is still there."""

    _our_ends: ClassVar[set[int]] = set()

    def __init__(self, work: Work, limits: Limits) -> None:
        task_read, self._task_write = os.pipe()
        self._result_read, result_write = os.pipe()
        lifeline, self._lifeline_held = os.pipe()
        self._buffer = bytearray()
        self._our_ends.update((self._task_write, self._result_read, self._lifeline_held))
        self.pid = os.fork()
        if self.pid == 0:
            _serve_pipes(work, limits, _Ends(task_read, result_write, lifeline))
        for theirs in (task_read, result_write, lifeline):
            os.close(theirs)

    def send(self, task: object) -> None:
        with suppress(BrokenPipeError):  # it died since its last result, and `receive` will say so
            _write(self._task_write, pickle.dumps(task))

    def receive(self) -> tuple[object] | None:
        chunk = os.read(self._result_read, _CHUNK)
        if not chunk:
            status = self._reap()
            if os.WIFSIGNALED(status):
                raise Died(signal=os.WTERMSIG(status))
            raise Died(status=os.WEXITSTATUS(status))
        self._buffer += chunk
        size = int.from_bytes(self._buffer[:_LENGTH_BYTES], "big")
        if len(self._buffer) < _LENGTH_BYTES + size:
            return None
        payload, self._buffer = bytes(self._buffer[_LENGTH_BYTES:]), bytearray()
        return (pickle.loads(payload),)

    def kill(self) -> None:
        """End it, whatever it is doing; once."""
        os.kill(self.pid, signal.SIGKILL)
        self._reap()

    @staticmethod
    def wait(workers: Sequence["ForkedWorker"], seconds: float) -> list["ForkedWorker"]:
        """Those that have something to say, after at most so many seconds."""
        import select

        poll = select.poll()
        by_descriptor = {worker._result_read: worker for worker in workers}
        for descriptor in by_descriptor:
            poll.register(descriptor, select.POLLIN)
        return [by_descriptor[descriptor] for descriptor, _ in poll.poll(max(0, int(seconds * 1000) + 1))]

    def _reap(self) -> int:
        for descriptor in (self._task_write, self._result_read, self._lifeline_held):
            os.close(descriptor)
            self._our_ends.discard(descriptor)
        return os.waitpid(self.pid, 0)[1]


class SpawnedWorker:
    """A new interpreter behind a connection of multiprocessing's."""

    def __init__(self, work: Work, limits: Limits) -> None:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve_connection, args=(work, limits, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self.pid = self._process.pid or 0
        self.connection.recv()  # it is up: its time is for tasks from here on

    def send(self, task: object) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(task)

    def receive(self) -> tuple[object] | None:
        try:
            return (self.connection.recv(),)
        except (EOFError, ConnectionResetError):
            self._process.join()
            code = self._process.exitcode or 0
            raise (Died(signal=-code) if code < 0 else Died(status=code)) from None

    def kill(self) -> None:
        """End it, whatever it is doing; once."""
        self._process.kill()
        self._process.join()
        self.connection.close()

    @staticmethod
    def wait(workers: Sequence["SpawnedWorker"], seconds: float) -> list["SpawnedWorker"]:
        """Those that have something to say, after at most so many seconds."""
        from multiprocessing.connection import wait

        ready = wait([worker.connection for worker in workers], max(0, seconds))
        return [worker for worker in workers if worker.connection in ready]


def worker_class() -> type[ForkedWorker] | type[SpawnedWorker]:
    """The kind of worker that is safe here and now."""
    return ForkedWorker if sys.platform == "linux" and _thread_count() == 1 else SpawnedWorker


def _thread_count() -> int:
    """Threads of C libraries included."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir())
    except OSError:  # no /proc here; threads of Python's own are told by a module that they need
        return sys.modules["threading"].active_count() if "threading" in sys.modules else 1


class _Ends(NamedTuple):
    """A forked worker's ends of its pipes."""

    task_read: int
    result_write: int
    lifeline: int


def _serve_pipes(work: Work, limits: Limits, ends: _Ends) -> NoReturn:
    """The life of a forked worker. It never returns into the program that it is a copy of."""
    status = 1
    try:
        for descriptor in ForkedWorker._our_ends:  # a pipe ends when nobody else holds its other end
            os.close(descriptor)
        _follow_on_linux(ends.lifeline)
        _settle_in(limits)
        while (size := _read(ends.task_read, _LENGTH_BYTES)) is not None:
            _set_alarm(limits)
            task = pickle.loads(cast(bytes, _read(ends.task_read, int.from_bytes(size, "big"))))
            result = pickle.dumps(work(task), pickle.HIGHEST_PROTOCOL)
            _set_alarm(None)
            _write(ends.result_write, result)
            gc.enable()  # the program starts without, which is too little for many files
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    finally:
        os._exit(status)


def _serve_connection(work: Work, limits: Limits, connection: "Connection") -> None:
    """The life of a spawned worker."""
    _follow_parent()
    _settle_in(limits)
    connection.send(None)
    try:
        while True:
            task = connection.recv()
            _set_alarm(limits)
            result = work(task)
            _set_alarm(None)
            connection.send(result)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _settle_in(limits: Limits) -> None:
    """Leave the terminal to the parent, and take limits from which only the parent could free us."""
    for number in (signal.SIGINT, signal.SIGTERM):  # either reaches the whole group; the parent decides
        signal.signal(number, signal.SIG_IGN)
    with suppress(AttributeError):  # Windows has no alarms
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    gc.set_threshold(_OBJECTS)
    gc.freeze()  # what was inherited lives as long as we do
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # what libraries print must not end up among results
        os.dup2(nowhere, descriptor)
    with suppress(ImportError):  # Windows has no such module
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold a person's resume
        _limit_memory(limits.memory_bytes)


def _follow_on_linux(lifeline: int) -> None:
    """End with the program at the other end of the pipe, even in the middle of a C library's endless loop."""
    import fcntl
    import select

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    poll = select.poll()
    poll.register(lifeline, select.POLLHUP)
    if poll.poll(0):  # it was gone before we listened
        os._exit(1)


def _follow_parent() -> None:
    """The same in a spawned worker; where the kernel sends no signal, a thread keeps watch."""
    from multiprocessing import parent_process

    if (parent := parent_process()) is None:
        return
    if sys.platform == "linux":
        _follow_on_linux(parent.sentinel)
        return
    import threading

    threading.Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()


def _limit_memory(memory_bytes: int) -> None:
    """Allow so much beyond the address space that is in use already; it is the only one Linux limits."""
    import resource

    with suppress(OSError, ValueError), Path("/proc/self/statm").open("rb") as statm:
        in_use = int(statm.read().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = in_use + memory_bytes
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _set_alarm(limits: Limits | None) -> None:
    """The kernel ends a worker that is stuck and that nobody kills; None calls it off."""
    with suppress(AttributeError):  # Windows has no alarms
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE_SECONDS if limits else 0)


def _write(descriptor: int, payload: bytes) -> None:
    rest = memoryview(len(payload).to_bytes(_LENGTH_BYTES, "big") + payload)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read(descriptor: int, size: int) -> bytes | None:
    """So many bytes; None when the other end is gone."""
    parts = bytearray()
    while len(parts) < size:
        chunk = os.read(descriptor, size - len(parts))
        if not chunk:
            return None
        parts += chunk
    return bytes(parts)
