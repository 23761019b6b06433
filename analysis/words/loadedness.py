"""Loaded wording in a batch, and how loaded each word and sentence is, to rank them: what to look at first."""

import re
from functools import cache, lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.stories.background import background
from analysis.stories.word_forms import form_of
from analysis.words.context import context_of
from analysis.words.hits import HITS, find_hits
from analysis.words.lexicon import lexicon
from analysis.words.scare_quotes import find_scare_quotes
from analysis.words.vader_words import lists

THRESHOLD = 0.12
"""From this score on, a sentence is called loaded: about one word of weight 0.6 among 25."""

_ADJECTIVE = re.compile(r"...+(?:ous|ful|less|ive|ish|esque|able|ible|istic|ical|ary|ant|ent|ic|al|y)")
_IDEOLOGY = re.compile(r"...+(?:ism|ist)s?|...+iz(?:e|es|ed|ing)")
_LONG = 6

Reals = npt.NDArray[np.float64]


def loaded_hits(batch: Batch) -> pd.DataFrame:
    """Return HITS of loaded wording: the words of the lexicon, and scare quotes around other words."""
    words, marked = find_hits(batch, lexicon("loaded")), find_scare_quotes(batch)
    taken = {row for first, last in zip(words["first"], words["last"], strict=True) for row in range(first, last + 1)}
    free = [
        first not in taken and last not in taken for first, last in zip(marked["first"], marked["last"], strict=True)
    ]
    if not any(free):
        return words
    return HITS.shaped(pd.concat([words, marked[free]]).sort_values("first", kind="stable", ignore_index=True))


def loadedness(batch: Batch, *, of: Literal["sentence", "article"] = "sentence") -> pd.DataFrame:
    """Return article, sentence (-1: the title; only where asked for sentences), words and score, in the batch's order.

    The score is the sum of the weights of the loaded wording by the square root of the number of words: a long sentence
    needs more of it, but not as much more as a rate would ask. 0 where there is none; no upper end. Sentences and
    articles without a word are left out.
    """
    keys = ["article", "sentence"] if of == "sentence" else ["article"]
    hits = loaded_hits(batch)
    found = batch.tokens.groupby(keys, sort=False).size().rename("words").to_frame()
    weight = hits.groupby(keys, sort=False)["weight"].sum().reindex(found.index, fill_value=0.0)
    return found.assign(score=weight / np.sqrt(found["words"])).reset_index()


def word_loadedness(batch: Batch) -> Reals:
    """Return how loaded each token of the batch is, one number a token; for comparing words of a sentence only.

    A word of the loaded wording has its weight (0.3 to 1). Every word moreover has a little by its kind: more for
    feeling (VADER's valence), for the form of an evaluating adjective or adverb or of a word for a creed, and for the
    stem of a loaded word; less for being common in news and for a capital.
    """
    loaded = np.zeros(len(batch.tokens))
    hits = loaded_hits(batch)
    for first, last, weight in zip(hits["first"], hits["last"], hits["weight"], strict=True):
        loaded[first : last + 1] = weight
    words: list[str] = batch.tokens["word"].tolist()
    kind = np.fromiter(map(_by_kind, words), dtype=np.float64, count=len(words))
    return loaded + kind - (0.1 * context_of(batch).capital if words else 0.0)


@lru_cache(maxsize=65536)
def _by_kind(word: str) -> float:
    """Return what the kind of a word adds or takes, about -0.15 to 0.3; 0 for function words."""
    known = form_of("en")(word)
    if not known:
        return 0.0
    value = 0.1 * abs(lists().lexicon.get(word, 0.0)) / 4
    value += 0.1 * _loaded_stems().get(known, 0.0)
    value -= 0.025 * float(np.log1p(background().frequencies.get(known, 0)))
    if len(word) >= _LONG:
        value += 0.05 * bool(_ADJECTIVE.fullmatch(word)) + 0.04 * bool(_IDEOLOGY.fullmatch(word))
        value += 0.07 * word.endswith("ly")
    return value


@cache
def _loaded_stems() -> dict[str, float]:
    """Return the stems of the loaded wording's single words, each with its highest weight."""
    words, form = lexicon("loaded"), form_of("en")
    stems: dict[str, float] = {}
    for surface, numbers in zip(words.surfaces, words.entries_of, strict=True):
        if " " not in surface:
            known = form(surface)
            stems[known] = max(stems.get(known, 0.0), *(words.entries[n].weight for n in numbers))
    return stems
