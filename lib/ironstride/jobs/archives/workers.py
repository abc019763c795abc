"""Reading many files on both cores, in processes that may fail without harm."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Condition, Timer
from types import TracebackType
from typing import Any, Self, TypeVar

import ironstride
from ironstride.importers import Choices, Reading
from ironstride.jobs.archives.limits import LONGEST_S, MOST_AT_ONCE
from ironstride.jobs.archives.outcome import Refusal, Task, outcome

# Each takes 140 MB before it has read anything.
MOST_WORKERS = 2
# A process takes a second to start, in which one reads this much [files, bytes].
_FEW, _LITTLE = 24, 4 << 20
_AHEAD = 3
_BROKE = "reading it broke off: it is damaged in a way that was not seen before"
_TOO_LONG = f"reading it took more than {LONGEST_S:g} s"

Read = Callable[[Task], Reading | Refusal]
K = TypeVar("K")
V = TypeVar("V")


class Worker:
    """One process that reads, started anew after a file that ended it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, task: Task, choices: Choices) -> Reading | Refusal:
        """Return the outcome of a task, a refusal when the process ends over it."""
        process = self._started()
        late = Timer(LONGEST_S, process.kill)
        late.start()
        try:
            return self._asked(process, (task, choices))
        except (EOFError, OSError, pickle.UnpicklingError):
            was_late = late.finished.is_set()
            self.end()
            return Refusal(_TOO_LONG if was_late else _BROKE)
        finally:
            late.cancel()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is None:
            return
        self._process.kill()
        with suppress(OSError), self._process:
            pass
        self._process = None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            source = str(Path(ironstride.__file__).parents[1])
            paths = [source, *filter(None, [os.environ.get("PYTHONPATH")])]
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ironstride.jobs.archives.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            )
        return self._process

    def _asked(self, process: "subprocess.Popen[bytes]", asked: Any) -> Reading | Refusal:
        if process.stdin is None or process.stdout is None:
            raise OSError("the process has no pipes")
        pickle.dump(asked, process.stdin, pickle.HIGHEST_PROTOCOL)
        process.stdin.flush()
        found: Reading | Refusal = pickle.load(process.stdout)  # noqa: S301 - it runs our own code
        return found


class Budget:
    """Lets as much go on at once as memory allows, and anything that would be alone."""

    def __init__(self, most: int) -> None:
        self._most, self._held = most, 0
        self._changed = Condition()

    @contextmanager
    def taking(self, weight: int) -> Iterator[None]:
        """Wait until there is room, and hold it."""
        with self._changed:
            self._changed.wait_for(lambda: not self._held or self._held + weight <= self._most)
            self._held += weight
        try:
            yield
        finally:
            with self._changed:
                self._held -= weight
                self._changed.notify_all()


class Workers:
    """Reads files in as many processes as are worth it; none for few and small ones."""

    def __init__(self, choices: Choices, *, files: int, size: int) -> None:
        few = files <= _FEW and size <= _LITTLE
        self._count = 1 if few else min(MOST_WORKERS, os.cpu_count() or 1)
        self._choices = choices
        self._budget = Budget(MOST_AT_ONCE)
        self._threads = ThreadPoolExecutor(self._count)
        self._workers = [] if few else [Worker() for _ in range(self._count)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _why: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        """End all processes, at once when something went wrong."""
        if kind is not None:
            for worker in self._workers:
                worker.end()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.end()

    def read(self, task: Task) -> Reading | Refusal:
        """Return the outcome of a task; of large ones, which need much memory, one at a time."""
        with self._budget.taking(task.weight):
            if not self._workers:
                return outcome(task, self._choices)
            worker = self._idle.get()
            try:
                return worker.read(task, self._choices)
            finally:
                self._idle.put(worker)

    def each(self, keys: Iterable[K], work: Callable[[K], V]) -> Iterator[tuple[K, V]]:
        """Yield each key with what `work` makes of it, as it is done; few are taken ahead."""
        waiting: dict[Future[V], K] = {}
        for key in keys:
            waiting[self._threads.submit(work, key)] = key
            if len(waiting) >= _AHEAD * self._count:
                yield from _done(waiting)
        while waiting:
            yield from _done(waiting)


def _done(waiting: "dict[Future[V], K]") -> Iterator[tuple[K, V]]:
    """Yield what is done of what was waited for, at least one."""
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        yield waiting.pop(future), future.result()
