"""Keeping the garbage collector off where many objects are made, hardly any in circles: looking takes a tenth."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage_looked_for() -> Iterator[None]:
    """Keep the collector off inside the block or the decorated function, and as it was afterwards."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
