"""Several processes that answer on one socket: for a class that clicks at once, each has an interpreter of its own."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from types import FrameType

from sources.errors import ParallaxError

Answer = Callable[[socket.socket], object]
"""Answers on a socket until its process ends; it must be a function that can be named from elsewhere, or a partial."""

MOST_ENDED = 20
"""Processes that are started again; where more end by themselves, something is wrong with all of them."""

_PATIENCE = 5.0
"""Seconds that a process has to end."""


class WorkersEnd(ParallaxError):
    """The processes that answer end by themselves again and again."""

    slug = "workers-end"


def answer_together(answer: Answer, listening: socket.socket, *, workers: int, say: Callable[[str], object]) -> None:
    """Let so many processes answer on `listening`, until Ctrl+C or the signal to end; then all of them have ended.

    One that ends by itself is started again. Raises WorkersEnd where that happens again and again.
    """
    started = [_started(answer, listening) for _ in range(workers)]
    again = 0
    try:
        with _ended_by_signal():
            while again <= MOST_ENDED:
                wait([process.sentinel for process in started])
                for at, process in enumerate(started):
                    if not process.is_alive():
                        again += 1
                        say(f"a process that answers ended ({process.exitcode}); another takes its place")
                        started[at] = _started(answer, listening)
            raise WorkersEnd(f"the processes that answer ended {again} times; start with fewer --workers")
    except KeyboardInterrupt:
        return
    finally:
        _end(started)


def _started(answer: Answer, listening: socket.socket) -> BaseProcess:
    process = get_context("spawn").Process(target=work, args=(answer, listening), daemon=True)
    process.start()
    return process


def work(answer: Answer, listening: socket.socket) -> None:
    """Answer in a process of its own, and end with the one that started it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the one that started it, which ends all
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    answer(listening)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _end(processes: list[BaseProcess]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    """Let the signal to end do what Ctrl+C does."""

    def leave(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
