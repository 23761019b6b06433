"""What is piped into a command: small in memory, large in a temporary file, without end refused."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sources.errors import TooLarge

SMALL = 10_000_000
"""Bytes that stay in memory."""

MOST = 20_000_000_000
"""Bytes after which a pipe is taken to have no end."""

_PIECE = 1 << 20


@contextmanager
def kept_aside(pipe: BinaryIO) -> Iterator[bytes | Path]:
    """Give all that comes through a pipe: as bytes, or as a file that is gone afterwards.

    Raises TooLarge for more than `MOST` bytes.
    """
    held = pipe.read(SMALL + 1)
    if len(held) <= SMALL:
        yield held
        return
    with tempfile.TemporaryDirectory(prefix="parallax-") as folder:
        file = Path(folder) / "standard-input"
        with file.open("wb") as copy:
            while held:
                copy.write(held)
                if copy.tell() > MOST:
                    raise TooLarge(
                        f"standard input gives more than {MOST / 1e9:,.0f} GB; save it to files and add those"
                    )
                held = pipe.read(_PIECE)
        yield file
