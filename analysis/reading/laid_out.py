"""The titles and texts of several articles laid end to end, with the runs of characters that white space parts."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import chain, count
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.batch import Flags, Numbers
from analysis.reading.tokens import CAPITAL, END, LONGEST, SECOND_CAPITAL, START, pieces

_WORD_OF, _PLACE_OF = itemgetter(0), itemgetter(1)
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
    solid = np.zeros(len(codes) + 2, dtype=bool)
    np.take(table, codes, out=solid[1:-1], mode="clip")
    edges = np.flatnonzero(solid[1:] != solid[:-1])  # runs begin and end in turns
    starts, ends = edges[::2].copy(), edges[1::2].copy()
    chunk_type, first = _numbered(codes.compress(solid[1:-1]), ends - starts)
    return LaidOut(
        text=text,
        codes=codes,
        title_at=at[::2],
        text_at=at[1::2],
        chunk_starts=starts,
        chunk_ends=ends,
        chunk_type=chunk_type,
        chunk_types=[text[a:b] for a, b in zip(starts[first].tolist(), ends[first].tolist(), strict=True)],
    )


def _numbered(codes: Characters, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """Return the number of the type of each run, and the first run of each type; `codes` are those of runs alone.

    Arrow tells them apart by their bytes: to make a string of every run takes twice as long.
    """
    import pyarrow as pa

    bounds = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(codes.itemsize * lengths, out=bounds[1:])
    buffers = [None, pa.py_buffer(bounds), pa.py_buffer(codes)]
    runs = pa.Array.from_buffers(pa.large_binary(), len(lengths), buffers).dictionary_encode()
    types = runs.indices.to_numpy().astype(np.int64)
    first = np.zeros(len(runs.dictionary), dtype=np.int64)
    first[types[::-1]] = np.arange(len(types))[::-1]
    return types, first


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
    type_of = np.fromiter(map(types.__getitem__, map(_WORD_OF, flat)), dtype=np.int64, count=len(flat))
    places = np.fromiter(map(_PLACE_OF, flat), dtype=np.int64, count=len(flat))
    starts, ends = places >> START, (places >> END) & LONGEST
    capital, shouted = (places & CAPITAL) != 0, (places & SECOND_CAPITAL) != 0

    many = sizes[text.chunk_type]
    chunk = np.repeat(np.arange(len(many)), many)
    first = (np.cumsum(sizes) - sizes)[text.chunk_type]
    piece = np.arange(len(chunk)) - np.repeat(np.cumsum(many) - many, many) + first.take(chunk)
    base = text.chunk_starts.take(chunk)
    return Found(
        base + starts.take(piece),
        base + ends.take(piece),
        capital.take(piece),
        (capital & shouted).take(piece),
        type_of.take(piece),
        list(types),
    )


@cache
def _spaces() -> Flags:
    """Say for each character up to one beyond the last that `str.split` takes for white space whether it is none."""
    return np.array([not chr(code).isspace() for code in range(0x3002)])
