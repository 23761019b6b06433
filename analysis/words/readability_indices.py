"""Readability formulas under textstat's names, over what textstat counts in a text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Counted:
    """What textstat counts in some texts: one number a text in each field but `sentences`, which are ours."""

    sentences: Reals
    characters: Reals
    tokens: Reals
    letters: Reals
    words: Reals
    syllables: Reals
    polysyllables: Reals
    difficult: Reals
    unfamiliar: Reals


def reading_ease(of: Counted) -> Reals:
    """Flesch 1948."""
    return 206.835 - 1.015 * (of.words / of.sentences) - 84.6 * (of.syllables / of.words)


def kincaid_grade(of: Counted) -> Reals:
    """Kincaid et al. 1975."""
    return 0.39 * (of.words / of.sentences) + 11.8 * (of.syllables / of.words) - 15.59


def gunning_fog(of: Counted) -> Reals:
    """Gunning 1952; hard words as textstat has them: three syllables or more, and not among its easy words."""
    return 0.4 * (of.words / of.sentences + 100 * of.difficult / of.words)


def smog(of: Counted) -> Reals:
    """McLaughlin 1969."""
    return 1.043 * np.sqrt(30 * (of.polysyllables / of.sentences)) + 3.1291


def automated_index(of: Counted) -> Reals:
    """Smith and Senter 1967; characters with the marks, as textstat counts them."""
    return 4.71 * (of.characters / of.tokens) + 0.5 * (of.words / of.sentences) - 21.43


def coleman_liau(of: Counted) -> Reals:
    """Coleman and Liau 1975."""
    return 0.058 * (100 * of.letters / of.words) - 0.296 * (100 * of.sentences / of.words) - 15.8


def dale_chall(of: Counted) -> Reals:
    """Dale and Chall 1948, as textstat has it: inflected forms and names count as unfamiliar."""
    share = 100 * of.unfamiliar / of.words
    return 0.1579 * share + 0.0496 * (of.words / of.sentences) + np.where(share > 5, 3.6365, 0.0)


@dataclass(frozen=True, slots=True)
class Index:
    """One readability formula."""

    name: str
    formula: Callable[[Counted], Reals]
    words: str | None
    """The column of `COUNTS` that says which words it holds for hard; None where it only looks at lengths."""
    category: str
    harder: int
    """1 where more of it is harder, -1 where less is."""


_LONG_WORD = "three syllables or more"
INDICES: Final = (
    Index("flesch_kincaid_grade", kincaid_grade, "polysyllables", _LONG_WORD, 1),
    Index("flesch_reading_ease", reading_ease, "polysyllables", _LONG_WORD, -1),
    Index("gunning_fog", gunning_fog, "difficult", "three syllables or more, not an easy word", 1),
    Index("smog_index", smog, "polysyllables", _LONG_WORD, 1),
    Index("automated_readability_index", automated_index, None, "", 1),
    Index("coleman_liau_index", coleman_liau, None, "", 1),
    Index("dale_chall", dale_chall, "unfamiliar", "not among the easy words", 1),
)
"""The formulas, under textstat's names; the first one leads."""
