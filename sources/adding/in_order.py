"""Work on many things in several processes, with results in the order of the things and few of them waiting."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Result = TypeVar("_Result")

TOGETHER = 16
"""Things that go to a process at once."""

_AHEAD = 3
"""Batches for each process that may be done or in work before the first of them is taken."""


def in_order(
    things: Iterable[_Thing], work: Callable[[list[_Thing]], list[_Result]], *, jobs: int
) -> Iterator[tuple[_Thing, _Result]]:
    """Yield each thing with its result, in order, worked on in `jobs` processes; -1 takes all cores.

    `work` gets a few things and returns a result for each; both must be picklable. Closing the iterator drops what
    was worked on ahead.
    """
    from joblib.externals.loky import ProcessPoolExecutor

    workers = (os.cpu_count() or 1) if jobs < 0 else max(jobs, 1)
    # processes of its own: joblib stumbles over a shared pool that it did not make
    executor = ProcessPoolExecutor(max_workers=workers, initializer=_leave_ctrl_c_to_the_parent)
    rest = iter(things)
    waiting: deque[tuple[list[_Thing], object]] = deque()
    try:
        while True:
            while len(waiting) < workers * _AHEAD and (batch := list(islice(rest, TOGETHER))):
                waiting.append((batch, executor.submit(work, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            yield from zip(batch, future.result(), strict=True)  # type: ignore[attr-defined]
    finally:
        for _, future in waiting:
            future.cancel()  # type: ignore[attr-defined]
        executor.shutdown(wait=True, kill_workers=True)


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
