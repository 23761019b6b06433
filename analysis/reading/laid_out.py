"""The titles and texts of several articles laid end to end, with the runs of characters that white space parts."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import chain, count
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.batch import Flags, Numbers
from analysis.reading.tokens import pieces

Characters = npt.NDArray[np.uint32]


class LaidOut(NamedTuple):
    """Titles and texts, each followed by a line break, so that no run reaches from one into the next."""

    text: str
    codes: Characters
    """Code of each character."""
    title_at: Numbers
    """For each article: where its title begins."""
    text_at: Numbers
    """For each article: where its text begins."""
    chunk_starts: Numbers
    """First character of each run of characters without white space."""
    chunk_ends: Numbers
    chunk_type: Numbers
    """Place of each run in `chunk_types`."""
    chunk_types: list[str]
    """The runs, each once."""


def laid_out(articles: Sequence[tuple[str, str]]) -> LaidOut:
    """Return the titles and texts of the articles end to end; a missing title is an empty one."""
    parts = list(chain.from_iterable(articles))
    text = "\n".join([*parts, ""])
    lengths = np.fromiter(map(len, parts), dtype=np.int64, count=len(parts)) + 1
    at = np.cumsum(lengths) - lengths
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    table = _spaces()
    solid = np.zeros(len(codes) + 2, dtype=np.int8)
    solid[1:-1] = ~table[np.minimum(codes, len(table) - 1)]
    changes = np.diff(solid)
    types: defaultdict[str, int] = defaultdict(count().__next__)
    chunks = text.split()
    chunk_type = np.fromiter(map(types.__getitem__, chunks), dtype=np.int64, count=len(chunks))
    return LaidOut(
        text=text,
        codes=codes,
        title_at=at[::2],
        text_at=at[1::2],
        chunk_starts=np.flatnonzero(changes == 1),
        chunk_ends=np.flatnonzero(changes == -1),
        chunk_type=chunk_type,
        chunk_types=list(types),
    )


class Found(NamedTuple):
    """The words of what is laid out, in order."""

    start: Numbers
    """First character in the text laid out."""
    end: Numbers
    capital: Flags
    """True where the word begins with a capital."""
    shouted: Flags
    """True where its first two characters are capitals."""
    type: Numbers
    """Place in `types`."""
    types: list[str]
    """The words in lower case with straight apostrophes, each once."""


def words_in(text: LaidOut) -> Found:
    """Return the words of all titles and texts."""
    found = list(map(pieces, text.chunk_types))
    sizes = np.fromiter(map(len, found), dtype=np.int64, count=len(found))
    flat = list(chain.from_iterable(found))
    types: defaultdict[str, int] = defaultdict(count().__next__)
    starts = np.array([piece[0] for piece in flat], dtype=np.int64)
    ends = np.array([piece[1] for piece in flat], dtype=np.int64)
    type_of = np.array([types[piece[2]] for piece in flat], dtype=np.int64)
    capital = np.array([piece[3] for piece in flat], dtype=bool)
    shouted = np.array([piece[4] for piece in flat], dtype=bool)

    many = sizes[text.chunk_type]
    chunk = np.repeat(np.arange(len(many)), many)
    first = (np.cumsum(sizes) - sizes)[text.chunk_type]
    piece = np.arange(len(chunk)) - np.repeat(np.cumsum(many) - many, many) + first[chunk]
    base = text.chunk_starts[chunk]
    return Found(
        base + starts[piece],
        base + ends[piece],
        capital[piece],
        (capital & shouted)[piece],
        type_of[piece],
        list(types),
    )


@cache
def _spaces() -> Flags:
    """Say for each character up to the last that `str.split` takes for white space, and one beyond, whether it does."""
    return np.array([chr(code).isspace() for code in range(0x3002)])
