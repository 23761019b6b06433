"""`Budget`: what one fetch may still take of time and bytes. It is asked before and after each read of a connection."""

import threading
from collections.abc import Callable

from sources.errors import TooLarge, Unreachable


class Budget:
    """Counts the seconds of one address with its redirects, and the bytes of each of its answers."""

    def __init__(self, *, seconds: float, size: int, clock: Callable[[], float]) -> None:
        """`seconds` for everything between `start` and `stop`, `size` bytes for each such stretch."""
        self._whole, self._size, self._clock = seconds, size, clock
        self._spent = 0.0
        self._since: float | None = None
        self._bytes = 0

    def start(self) -> None:
        """Begin an exchange: time runs."""
        self._since, self._bytes = self._clock(), 0

    def stop(self) -> None:
        """End an exchange: time stands still until the next one."""
        if self._since is not None:
            self._spent += self._clock() - self._since
        self._since = None

    def seconds(self, most: float | None) -> float:
        """Return how long the next step may take, at most `most` seconds. Raises Unreachable when no time is left."""
        running = 0.0 if self._since is None else self._clock() - self._since
        left = self._whole - self._spent - running
        if left <= 0:
            raise Unreachable(
                f"is not finished after {self._whole:,.3g} seconds; try again later, or save the page in your browser"
            )
        return left if most is None else min(left, most)

    def count(self, size: int) -> None:
        """Add the bytes of a step. Raises TooLarge when they are too many."""
        self._bytes += size
        if self._bytes > self._size:
            raise TooLarge(
                f"sends more than {self._size / 1e6:,.1f} MB, over the limit for one page; save the page in your "
                "browser and add the file"
            )


class Current(threading.local):
    """The budget of the fetch that this thread makes: connections are shared, budgets are not."""

    budget: Budget | None = None

    def seconds(self, most: float | None) -> float:
        """Return how long the next step of this thread's fetch may take. Raises Unreachable when no time is left."""
        if self.budget is None:
            return 1.0 if most is None else most
        return self.budget.seconds(most)

    def count(self, size: int) -> None:
        """Add bytes to this thread's fetch. Raises TooLarge when they are too many."""
        if self.budget is not None:
            self.budget.count(size)
