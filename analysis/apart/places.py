"""Where a word that sets an outlet apart stands: the places that were counted."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from analysis.apart.told import counted_word
from analysis.batch import ONE_BLANK, WORD_VOICES, Batch
from analysis.voice import NARRATION


class WordPlace(NamedTuple):
    """A word in the narration of an article."""

    article: str
    sentence: int
    start: int
    """First character in the article's text."""

    end: int


def word_places(batch: Batch, outlets: Mapping[str, str], word: str) -> list[WordPlace]:
    """Return the places of a word, or of two words side by side, of DISTINCTIVE in the articles of `outlets`.

    They are in the order of the batch, and as many as were counted.
    """
    words = batch.words
    articles = [str(article) for article in batch.texts["article"]]
    if not len(words.article):
        return []
    ours = np.array([article in outlets for article in articles])[words.article]
    ours &= words.voice == WORD_VOICES.index(NARRATION)
    parts = word.split(" ")
    counted = [counted_word(kind) for kind in words.types]
    is_part = [np.array([one == part for one in counted], dtype=bool)[words.type] & ours for part in parts]
    last = is_part[-1].copy()
    if len(parts) > 1:
        last[0] = False
        last[1:] &= is_part[0][:-1] & (words.gap[1:] == ONE_BLANK)
        last[1:] &= (words.sentence[1:] == words.sentence[:-1]) & (words.article[1:] == words.article[:-1])
    return [
        WordPlace(
            articles[int(words.article[i])],
            int(words.sentence[i]),
            int(words.start[i - len(parts) + 1]),
            int(words.end[i]),
        )
        for i in np.flatnonzero(last).tolist()
    ]
