"""Invented pages in any number, with copies planted among them: who prints whom is known."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.tables import ARTICLES

WORDS = 400
"""Words in a page, on average."""

KINDS = (
    "same text",
    "headline changed",
    "first third",
    "paragraph added",
    "half of it, more of one's own",
    "in a long page",
)
"""What is planted, each in equal numbers: the copy and the page it is of come to the same original."""

REPRINTS = 300
"""Prints of one text, each cut somewhere else."""

_VOCABULARY = 60_000
_PHRASES = 3_000
_PHRASES_A_PAGE = 10
_EVERY = 50
"""One page in so many is copied in each of the ways, and one in so many quotes a statement that another quotes."""

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Printed:
    """Pages and what is known of them."""

    articles: pd.DataFrame
    """ARTICLES, without outlets."""

    copies: dict[str, list[tuple[str, str]]]
    """For each of `KINDS` and "reprints": (copy, the page it is of)."""

    statements: list[tuple[str, str]]
    """Pairs of pages that quote the same statement and have nothing else in common: no copies."""


def printed(number: int, *, seed: int = 0) -> Printed:
    """Return `number` pages of about 400 words: words as frequent as ranks have them, and phrases that many pages use.

    A tenth of the pages share their commonest phrase. Of one page in fifty there are copies of each kind. The same
    numbers give the same pages on every machine.
    """
    dice = np.random.default_rng(seed)
    words = np.array([f"w{rank:x}" for rank in range(_VOCABULARY)], dtype=object)
    like = _Frequencies(_VOCABULARY)
    phrases = [like.drawn(dice, int(size)) for size in dice.integers(5, 13, _PHRASES)]
    common = _Frequencies(_PHRASES)
    rows: list[tuple[str, str, str]] = []
    copies: dict[str, list[tuple[str, str]]] = {kind: [] for kind in (*KINDS, "reprints")}
    statements: list[tuple[str, str]] = []

    def own(size: int) -> Ids:
        made = like.drawn(dice, size)
        for phrase in common.drawn(dice, max(1, size * _PHRASES_A_PAGE // WORDS)):
            begin = int(dice.integers(0, size))
            place = made[begin : begin + len(phrases[phrase])]
            place[:] = phrases[phrase][: len(place)]
        return made

    def page(ids: Ids, *, quoted: Ids | None = None) -> str:
        name = f"{len(rows):08d}"
        blocks = [" ".join(words[ids[start : start + 45]]) + "." for start in range(0, len(ids), 45)]
        if quoted is not None:
            blocks.insert(1, f"“{' '.join(words[quoted])},” they said.")
        rows.append((name, f"Headline {name}", "\n\n".join(blocks)))
        return name

    def plant(kind: str, original: tuple[str, Ids]) -> None:
        source, ids = original
        third, half = len(ids) // 3, len(ids) // 2
        made: dict[str, Ids] = {
            "first third": ids[:third],
            "paragraph added": np.concatenate([ids[:third], own(40), ids[third:]]),
            "half of it, more of one's own": np.concatenate([own(half // 3), ids[half:], own(half // 3)]),
        }
        if kind == "in a long page":
            short = own(120)
            copies[kind].append((page(short), page(np.concatenate([own(600), short, own(600)]))))
        else:
            copies[kind].append((page(made.get(kind, ids)), source))
            if kind == "same text":
                rows[-1] = (rows[-1][0], f"Headline {source}", rows[-1][2])

    first = own(WORDS)
    source = page(first)
    for _ in range(min(REPRINTS, number // 10)):
        cut = int(dice.integers(0, WORDS // 5))
        copies["reprints"].append((page(np.delete(first, slice(cut, cut + 20))), source))
    while len(rows) < number:
        ids = own(int(dice.integers(WORDS // 2, WORDS * 3 // 2)))
        original = page(ids), ids
        if len(statements) * _EVERY < len(rows):
            for kind in KINDS:
                plant(kind, original)
            said = own(60)
            statements.append((page(own(150), quoted=said), page(own(150), quoted=said)))
    return Printed(_frame(rows), copies, statements)


class _Frequencies:
    """Draws numbers from 0 as often as Zipf's law has it."""

    def __init__(self, number: int) -> None:
        weights = 1 / (np.arange(number) + 2.7)
        self._sums = np.cumsum(weights) / weights.sum()

    def drawn(self, dice: np.random.Generator, size: int) -> Ids:
        return np.searchsorted(self._sums, dice.random(size)).clip(max=len(self._sums) - 1)


def _frame(rows: list[tuple[str, str, str]]) -> pd.DataFrame:
    def cells() -> Iterator[tuple[object, ...]]:
        begin = pd.Timestamp("2026-03-02T00:00:00Z")
        for number, (name, title, text) in enumerate(rows):
            known = {"id": name, "title": title, "text": text, "published": begin + pd.Timedelta(seconds=number)}
            yield tuple(known.get(column) for column in ARTICLES.names)

    return ARTICLES.frame(cells())
