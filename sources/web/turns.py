"""Taking turns: one request at a time for each host, with a pause between two, in whatever threads they are made."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock


class Turns:
    """Gives each host's turns one after the other."""

    def __init__(self, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        """Both in seconds; `clock` never goes back."""
        self._clock, self._sleep = clock, sleep
        self._lock = Lock()
        self._hosts: dict[str, Lock] = {}
        self._free: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, *, pause: float) -> Iterator[None]:
        """Wait until nobody else asks `host` and `pause` seconds have gone by since the last turn ended."""
        with self._lock:
            own = self._hosts.setdefault(host, Lock())
        with own:
            wait = self._free.get(host, 0.0) + pause - self._clock() if host in self._free else 0.0
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._free[host] = self._clock()
