"""Cutting a text at the borders of the spans that were counted, so that overlapping marks can be shown."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which the same spans lie."""

    start: int
    end: int
    text: str
    spans: tuple[int, ...]
    """Positions, in the sequences given, of the spans that cover it, in their order; empty for plain text."""


def pieces(text: str, spans: Sequence[tuple[int, int]], *, start: int = 0, end: int | None = None) -> list[Piece]:
    """Return `text[start:end]` cut into pieces at every border of `spans` ((start, end) offsets into `text`).

    The pieces' texts joined give `text[start:end]` exactly. Spans outside it, and empty ones, are left out.
    """
    stop = len(text) if end is None else end
    within = [(max(a, start), min(b, stop), number) for number, (a, b) in enumerate(spans) if a < stop and b > start]
    within = [span for span in within if span[0] < span[1]]
    borders = sorted({start, stop, *(a for a, _, _ in within), *(b for _, b, _ in within)})
    return [
        Piece(a, b, text[a:b], tuple(number for first, last, number in within if first <= a and b <= last))
        for a, b in itertools.pairwise(borders)
        if a < b
    ]


def strongest_first(evidence: pd.DataFrame) -> pd.DataFrame:
    """Return EVIDENCE rows with those of the greatest weight, up or down, first."""
    return evidence.sort_values("weight", ascending=False, key=abs, kind="stable")
