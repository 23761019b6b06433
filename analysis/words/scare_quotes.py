"""Scare quotes: a word or two that the outlet puts into marks without quoting anybody."""

import numpy as np
import pandas as pd

from analysis.batch import WORD_VOICES, Batch, Numbers
from analysis.voice import NARRATION
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
    words, narration = batch.words, WORD_VOICES.index(NARRATION)
    if not len(batch.marked) or not len(words.type):
        return HITS.empty()
    article, start, end = batch.marked.T
    place = _place(words.article, words.sentence, words.start)
    firsts = np.searchsorted(place, _place(article, np.zeros_like(article), start))
    afters = np.searchsorted(place, _place(article, np.zeros_like(article), end))
    short = (firsts < afters) & (afters - firsts <= LONGEST)
    first, last = firsts[short], afters[short] - 1
    kept = (words.voice[first] == narration) & (words.voice[last] == narration)
    kept &= ~(words.capital[first] | words.capital[last]) & (words.sentence[first] == words.sentence[last])
    rows: list[tuple[object, ...]] = []
    for at, stop in zip(first[kept].tolist(), last[kept].tolist(), strict=True):
        term = " ".join(words.types[number] for number in words.type[at : stop + 1].tolist())
        place_of = (int(words.sentence[at]), int(words.start[at]), int(words.end[stop]))
        rows.append(
            (batch.texts["article"].iloc[words.article[at]], *place_of, CATEGORY, WEIGHT, NARRATION, term, at, stop)
        )
    return HITS.frame(rows)


def _place(article: Numbers, sentence: Numbers, start: Numbers) -> Numbers:
    """Return a number for each place in titles and texts that grows in the order of the batch's words."""
    return ((2 * article + (sentence >= 0)) << 32) + start
