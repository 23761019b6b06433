"""Progress on a terminal, nothing elsewhere: one line of steps, or a bar with count, rate and what is being read."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from dashboard.commands.plain import one_line


@contextmanager
def shown() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function (step, done, of) that rewrites one line on standard error; clear the line at the end."""
    terminal = sys.stderr.isatty()

    def tell(step: str, done: int, of: int) -> None:
        if terminal:
            sys.stderr.write(f"\r\x1b[2K{step} {done}/{of}" if of > 1 else f"\r\x1b[2K{step}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if terminal:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()


_BAR = 20
"""Characters of the bar."""

_REDRAWN = 0.1
"""Seconds between two drawings."""


class Bar:
    """A bar on standard error that lines for people are printed above."""

    def __init__(self, *, terminal: bool, width: int) -> None:
        self.terminal = terminal
        self.width = width
        self.done = 0
        """Inputs that are behind us."""
        self.of = 0
        """Inputs in all; 0 until the first of them is met."""
        self._start = self._drawn = time.monotonic()
        self._text = ""

    def at(self, done: int, of: int, what: str) -> None:
        """Say how far the work is, and what is being read now."""
        self.done, self.of = done, of
        if of > 1:
            self._text = bar(done, of, seconds=time.monotonic() - self._start, what=what, width=self.width)
            self._draw()

    def say(self, line: str, *, err: bool = False) -> None:
        """Print a line above the bar."""
        self.clear()
        click.echo(line, err=err)
        self._draw()

    def clear(self) -> None:
        """Take the bar away."""
        if self.terminal:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
            self._drawn = 0.0

    def _draw(self) -> None:
        if self.terminal and self._text and time.monotonic() - self._drawn >= _REDRAWN:
            sys.stderr.write(f"\r\x1b[2K{self._text}")
            sys.stderr.flush()
            self._drawn = time.monotonic()


def bar(done: int, of: int, *, seconds: float, what: str, width: int) -> str:
    """Return the bar as one line of at most `width` characters: share, count, rate, time left, what is being read."""
    full = _BAR * done // max(of, 1)
    rate = done / seconds if seconds > 0 else 0.0
    left = f", {_span((of - done) / rate)} left" if rate > 0 and seconds > 2 else ""
    speed = f", {rate:,.1f}/s" if rate > 0 else ""
    head = f"[{'#' * full}{'.' * (_BAR - full)}] {done:,}/{of:,}{speed}{left}  "
    room = width - len(head) - 1
    return head + one_line(what if len(what) <= room else "..." + what[len(what) - max(room, 3) + 3 :], max(room, 1))


def _span(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


@contextmanager
def counted() -> Iterator[Bar]:
    """Give a bar for work on many inputs; it is taken away at the end."""
    import shutil

    made = Bar(terminal=sys.stderr.isatty(), width=shutil.get_terminal_size().columns)
    try:
        yield made
    finally:
        made.clear()
