"""One line of progress on a terminal, nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


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
