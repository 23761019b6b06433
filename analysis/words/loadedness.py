"""Loaded wording in a batch, and how loaded each word and sentence is, to rank them: what to look at first."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch, Numbers
from analysis.stories.background import background
from analysis.stories.word_forms import form_of
from analysis.words.affixes import find_affixes
from analysis.words.context import context_of
from analysis.words.emphasis import find_emphasis
from analysis.words.hits import HITS, hit_frame, hits_of
from analysis.words.lexicon import lexicon
from analysis.words.rewording import LEFT_OUT, neutral_wording
from analysis.words.scare_quotes import find_scare_quotes
from analysis.words.vader_words import lists

MOST = 4
"""Places of loaded wording in a sentence that its score looks at."""

PARTS = 0.5 ** np.arange(MOST)

THRESHOLD = 0.65
"""From this score on, a sentence is called loaded: one word of strength 4, or several weaker ones."""

_ADJECTIVE = re.compile(r"...+(?:ous|ful|less|ive|ish|esque|able|ible|istic|ical|ary|ant|ent|ic|al|y)")
_IDEOLOGY = re.compile(r"...+(?:ism|ist)s?|...+iz(?:e|es|ed|ing)")
_LONG = 6

Reals = npt.NDArray[np.float64]


def loaded_hits(batch: Batch) -> pd.DataFrame:
    """Return HITS of loaded wording: words of the lexicon, words made so by an affix, by scare quotes or by capitals.

    Of hits that overlap, the words of the lexicon count, unless an affix makes them stronger.
    """
    places = loaded_places(batch)
    frames = [hit_frame(batch, hits_of(batch, "loaded")), *(find(batch) for find in _OTHERS)]
    every = pd.concat([frame for frame in frames if len(frame)] or frames[:1], ignore_index=True)
    return HITS.shaped(every.iloc[places.row].reset_index(drop=True))


class Places(NamedTuple):
    """Where loaded wording stands, in order: the rows of `loaded_hits`, without a frame."""

    first: Numbers
    """Row of the first word in the batch's words."""
    last: Numbers
    weight: Reals
    row: Numbers
    """Its row in the hits of the lexicon and, after them, those of `_OTHERS`."""


_OTHERS = (find_affixes, find_scare_quotes, find_emphasis)


def loaded_places(batch: Batch) -> Places:
    """Return where the `loaded_hits` of a batch stand, and their weights: what only counts them needs no more."""
    hits = hits_of(batch, "loaded")
    found = Places(hits.first, hits.last, hits.columns.weight[hits.entry], np.arange(len(hits.first)))
    size = len(found.row)
    for find in _OTHERS:
        more = find(batch)
        if len(more):
            first, last, weight = (more[name].to_numpy() for name in ("first", "last", "weight"))
            added = Places(first, last, weight, np.arange(size, size + len(more)))
            found = _with(found, added, size=len(batch.words.type))
            size += len(more)
    return found


def _with(found: Places, more: Places, *, size: int) -> Places:
    """Return both, and of those that overlap the stronger; `size` is the number of words."""
    over = np.full(size, -1)  # the last of those found that stands over each word
    for step in range(int((found.last - found.first).max(initial=0)) + 1):
        at = np.flatnonzero(found.first + step <= found.last)
        np.maximum.at(over, found.first[at] + step, at)
    kept, stays = np.ones(len(more.row), dtype=bool), np.ones(len(found.row), dtype=bool)
    spans = zip(more.first.tolist(), more.last.tolist(), more.weight.tolist(), strict=True)
    for number, (first, last, weight) in enumerate(spans):
        met = over[first : last + 1]
        met = met[met >= 0]
        kept[number] = (weight > found.weight[met]).all()
        if kept[number]:
            stays[met] = False
    order = np.argsort(np.concatenate((found.first[stays], more.first[kept])), kind="stable")
    return Places(
        first=np.concatenate((found.first[stays], more.first[kept]))[order],
        last=np.concatenate((found.last[stays], more.last[kept]))[order],
        weight=np.concatenate((found.weight[stays], more.weight[kept]))[order],
        row=np.concatenate((found.row[stays], more.row[kept]))[order],
    )


def loadedness(batch: Batch, *, of: Literal["sentence", "article"] = "sentence") -> pd.DataFrame:
    """Return article, sentence (-1: the title; only where asked for sentences), words and score, in the batch's order.

    The score looks at the strongest few places of loaded wording, not at the length: `few_strongest` of their weights.
    0 where there is none. Sentences and articles without a word are left out.
    """
    keys = ["article", "sentence"] if of == "sentence" else ["article"]
    hits = loaded_hits(batch)
    found = batch.tokens.groupby(keys, sort=False).size().rename("words").to_frame()
    score = hits.groupby(keys, sort=False)["weight"].agg(few_strongest)
    return found.assign(score=score.reindex(found.index, fill_value=0.0).astype("float64")).reset_index()


def few_strongest(weights: pd.Series) -> float:
    """Return the strongest of some weights, with a part of each of the next few: 1, 1/2, 1/4 ... of up to `MOST`."""
    ordered = np.sort(weights.to_numpy())[::-1][:MOST]
    return float(ordered @ PARTS[: len(ordered)])


def loaded_notes(batch: Batch, hits: pd.DataFrame) -> list[str]:
    """Return for each of `loaded_hits` its strength and a neutral wording: "strength 4 of 5; neutral: criticised"."""
    words = lexicon("loaded")
    strengths = {weight: strength for strength, weight in words.strengths.items()}
    by_term = _numbers_of_terms()
    tokens: list[str] = batch.tokens["word"].tolist()
    notes: list[str] = []
    if hits.empty:
        return notes
    around = context_of(batch)
    for term, weight, first, last in zip(hits["term"], hits["weight"], hits["first"], hits["last"], strict=True):
        note = f"strength {strengths[weight]} of {max(strengths.values())}"
        number = by_term.get(term)
        if number is not None:
            surface = " ".join(tokens[first : last + 1])
            after = "" if around.is_name(min(last + 1, len(tokens) - 1)) else around.after(last)
            neutral = neutral_wording(words.entries[number], surface, before=around.before(first), after=after)
            note += "; can be left out" if neutral == LEFT_OUT else f"; neutral: {neutral}" if neutral else ""
        notes.append(note)
    return notes


@cache
def _numbers_of_terms() -> dict[str, int]:
    return {entry.term: number for number, entry in enumerate(lexicon("loaded").entries)}


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
