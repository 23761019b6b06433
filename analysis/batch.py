"""`Batch`: some articles split into sentences, voices and words, once, for all measures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.tables import ATTRIBUTIONS, TOKENS
from analysis.voice import HEADLINE, NARRATION, QUOTATION, Voice

if TYPE_CHECKING:
    from analysis.reading.laid_out import LaidOut

WORD_VOICES: Final[tuple[Voice, ...]] = (NARRATION, QUOTATION, HEADLINE)
"""The voices of words; `Words.voice` holds places in this tuple."""

ONE_BLANK: Final = 0
"""The place in `Words.gaps` of the commonest gap."""

NO_GAP: Final = 1
"""The place in `Words.gaps` of the line break that stands before the first word of a sentence or title."""

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """TOKENS as columns of numbers, a row for each word: what counts over thousands of words should count these."""

    article: Numbers
    """Row of its article in the batch's texts."""

    sentence: Numbers
    """Number of its sentence; -1 in the title."""

    start: Numbers
    """First character, in the text (in the title for voice headline)."""

    end: Numbers

    voice: Numbers
    """Place of its voice in `WORD_VOICES`."""

    capital: Flags
    """True where it begins with a capital."""

    shouted: Flags
    """True where its first two characters are capitals."""

    type: Numbers
    """Place in `types`."""

    types: list[str]
    """The words as they stand in TOKENS, each once."""

    gap: Numbers
    """Place in `gaps` of what stands between it and the word before in its sentence or title."""

    gaps: list[str]
    """What stands between words, each once. The first two are `ONE_BLANK` and `NO_GAP`."""


def no_words() -> Words:
    """Return the words of nothing."""
    none = np.empty(0, dtype=np.int64)
    return Words(none, none, none, none, none, none.astype(bool), none.astype(bool), none, [], none, [" ", "\n"])


@dataclass(frozen=True)
class Batch:
    """Frames of the same articles. Nobody changes them. No outlet, author or date is in them: measures are blind."""

    texts: pd.DataFrame
    """TEXTS."""

    sentences: pd.DataFrame
    """SENTENCES, sorted by article (in the order of texts) and sentence."""

    voices: pd.DataFrame
    """VOICES, sorted by article and start; one headline row for each article with a title."""

    attributions: pd.DataFrame = field(default_factory=ATTRIBUTIONS.empty)
    """ATTRIBUTIONS, sorted by article, sentence and start."""

    words: Words = field(default_factory=no_words)
    """The words, sorted by article, then title first, then start: the rows of `tokens`."""

    marked: Numbers = field(default_factory=lambda: np.empty((0, 3), dtype=np.int64))
    """Row of the article, start and end of each span between quotation marks in the texts, whoever speaks."""

    laid: "LaidOut | None" = None
    """The titles and texts laid end to end, as `read` split them; None where a batch was put together otherwise."""

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """TOKENS, sorted by article, then title first (sentence -1), then start; made when first asked for."""
        words = self.words
        if not len(words.type):
            return TOKENS.empty()
        return pd.DataFrame(
            {
                "article": self.texts["article"].array.take(words.article),
                "sentence": words.sentence,
                "start": words.start,
                "end": words.end,
                "word": repeated(words.types, words.type),
                "voice": repeated(WORD_VOICES, words.voice),
            }
        )


def repeated(names: Sequence[str], places: Numbers) -> pd.api.extensions.ExtensionArray:
    """Return a text column of names by their places; far faster than making a string of each cell."""
    return pd.array(list(names), dtype="str").take(places)
