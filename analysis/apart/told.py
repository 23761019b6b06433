"""The words that the outlets of one event tell it with, as numbers: what words are counted of, by whom, in what."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from analysis.batch import ONE_BLANK, WORD_VOICES, Batch
from analysis.voice import NARRATION
from analysis.wordlists import column

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Told:
    """The narration of an event, function words left out: an entry for each word, in the order of the texts."""

    outlets: list[str]
    """The sources, in the order of the alphabet."""

    vocabulary: list[str]
    """Each word once, in lower case without possessive 's."""

    names: Flags
    """For each of the vocabulary: True for a name, by how these texts write it (see `told`)."""

    word: Numbers
    """Place in `vocabulary`."""

    outlet: Numbers
    """Place in `outlets`."""

    report: Numbers
    """Number of the article."""

    sentence: Numbers
    """Number of the sentence, through all articles; it rises."""

    beside: Flags
    """True where nothing but a blank stands between this word and the one before it here."""


def told(batch: Batch, outlets: Mapping[str, str]) -> Told:
    """Return the narration of the articles of `outlets` (article: its source) in `batch`.

    A word is a name when these texts write it with a capital in mid-sentence more often than without. One that only
    stands at the start of sentences is none.
    """
    words = batch.words
    listed = sorted(set(outlets.values()))
    place = {name: number for number, name in enumerate(listed)}
    of_row = np.array([place.get(outlets.get(a, ""), -1) for a in batch.texts["article"].tolist()], dtype=np.int64)
    ours = of_row[words.article] >= 0 if len(of_row) else np.zeros(0, dtype=bool)
    vocabulary: dict[str, int] = {}
    of_type = np.full(len(words.types), -1, dtype=np.int64)
    for number in np.unique(words.type[ours]).tolist():
        if counted := counted_word(words.types[number]):
            of_type[number] = vocabulary.setdefault(counted, len(vocabulary))
    every = np.where(ours, of_type[words.type], -1) if len(of_type) else np.zeros(0, dtype=np.int64)
    opens = np.ones(len(every), dtype=bool)
    opens[1:] = (words.sentence[1:] != words.sentence[:-1]) | (words.article[1:] != words.article[:-1])
    body = (every >= 0) & (words.sentence >= 0)
    size = len(vocabulary)
    capital = np.bincount(every[body & words.capital & ~opens], minlength=size)
    small = np.bincount(every[body & ~words.capital], minlength=size)
    at = np.flatnonzero((every >= 0) & (words.voice == WORD_VOICES.index(NARRATION)))
    beside = np.zeros(len(at), dtype=bool)
    beside[1:] = (np.diff(at) == 1) & ~opens[at[1:]] & (words.gap[at[1:]] == ONE_BLANK)
    return Told(
        outlets=listed,
        vocabulary=list(vocabulary),
        names=capital > small,
        word=every[at],
        outlet=of_row[words.article[at]],
        report=words.article[at],
        sentence=np.cumsum(opens)[at],
        beside=beside,
    )


@lru_cache(1 << 16)
def counted_word(word: str) -> str:
    """Return a word of TOKENS as it is counted, "" for function words, numbers and single letters."""
    bare = word.removesuffix("'s").removesuffix("'")
    letters = any(one.isalpha() and two.isalpha() for one, two in pairwise(bare))
    return bare if letters and bare not in column("function_words") else ""
