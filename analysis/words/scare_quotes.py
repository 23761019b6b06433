"""Scare quotes: a word or two that the outlet puts into marks without quoting anybody."""

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.reading.quotations import quotations
from analysis.voice import NARRATION
from analysis.words.context import context_of
from analysis.words.hits import HITS

CATEGORY = "scare quotes"
WEIGHT = 0.3
LONGEST = 2
"""Words between the marks, at most: longer fragments mostly quote somebody."""


def find_scare_quotes(batch: Batch) -> pd.DataFrame:
    """Return HITS: one or two words of narration between marks, none with a capital, in the bodies.

    That they are narration and not a quotation says VOICES. Titles of works and nicknames mostly have capitals; so
    does a word that opens a sentence, which is left out with them. Marks in headlines mostly quote, and are left alone.
    """
    if batch.tokens.empty:
        return HITS.empty()
    tokens = batch.tokens
    starts, ends, voices = (tokens[column].to_numpy() for column in ("start", "end", "voice"))
    numbers = tokens["sentence"].to_numpy()
    context = context_of(batch)
    body = numbers >= 0
    bounds = _bounds(batch)
    rows: list[tuple[object, ...]] = []
    for article, text, headings in zip(
        batch.texts["article"], batch.texts["text"], batch.texts["headings"], strict=True
    ):
        begin, stop = bounds.get(article, (0, 0))
        begin += int((~body[begin:stop]).sum())
        for span in quotations(text, headings):
            first, after = begin + np.searchsorted(starts[begin:stop], [span.start, span.end])
            last = int(after) - 1
            if not 0 <= last - first < LONGEST or context.capital[first:after].any():
                continue
            sentence = int(numbers[first])
            if (voices[first:after] == NARRATION).all() and sentence == numbers[last]:
                place = (int(starts[first]), int(ends[last]))
                term = " ".join(tokens["word"].iloc[first:after])
                rows.append((article, sentence, *place, CATEGORY, WEIGHT, NARRATION, term, int(first), last))
    return HITS.frame(rows)


def _bounds(batch: Batch) -> dict[str, tuple[int, int]]:
    """Return the first row and one past the last row of each article in the tokens."""
    articles = batch.tokens["article"]
    begins = np.flatnonzero(articles.ne(articles.shift()).to_numpy())
    ends = [*begins[1:].tolist(), len(articles)]
    return dict(zip(articles.iloc[begins], zip(begins.tolist(), ends, strict=True), strict=True))
