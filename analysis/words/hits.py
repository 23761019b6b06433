"""Where the terms of a lexicon stand in a batch: whole words, longest first, names and guarded contexts left out."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import WORD_VOICES, Batch, Flags, Numbers, repeated
from analysis.table import Column, Table
from analysis.words.context import context_of
from analysis.words.lexicon import Lexicon
from analysis.words.matching import Columns, Places, search_of
from analysis.words.meeting import lexicon_for

HITS = Table(
    "hits",
    "words and phrases of a lexicon found in a batch",
    (
        Column("article", "text", "id of the article"),
        Column("sentence", "integer", "number of the sentence; -1 in the title"),
        Column("start", "integer", "first character, in the text (in the title for voice headline)"),
        Column("end", "integer", "one past the last character; a possessive 's is left out"),
        Column("category", "text", "category of the term"),
        Column("weight", "number", "weight of the term, 0 to 1"),
        Column("voice", "text", "narration, quotation or headline"),
        Column("term", "text", "the term as the lexicon lists it"),
        Column("first", "integer", "row of its first word in the batch's tokens"),
        Column("last", "integer", "row of its last word in the batch's tokens"),
    ),
)


class Hits(NamedTuple):
    """Hits as columns of numbers, in the order of HITS: what only counts them needs no more."""

    columns: Columns
    """What the lexicon says of its entries."""

    first: Numbers
    """Row of the first word in the batch's words."""

    last: Numbers

    entry: Numbers
    """Number of the lexicon's entry."""

    @property
    def weight(self) -> npt.NDArray[np.float64]:
        """What each hit counts."""
        weight: npt.NDArray[np.float64] = self.columns.weight[self.entry]
        return weight


def find_hits(batch: Batch, lexicon: Lexicon) -> pd.DataFrame:
    """Return HITS, sorted by article (in the order of the batch), sentence and start.

    A phrase never runs over a sentence, a change of voice or a mark other than a hyphen or apostrophe ("far-right" is
    "far right"). Of overlapping hits the leftmost counts, of those the longest; a hit that a guard or the name rule
    refuses frees its words for others. A word that several categories share gives a row for each.

    The name rule: unless the lexicon keeps names, a single word is a name, and no hit, when it stands with a capital in
    mid-sentence (unless it is all capitals, or most words of the sentence have capitals, as in many headlines), or
    opens a sentence or stands in such a headline and the article elsewhere uses it as a name only. A phrase is one
    when its first and last word are ("House of Cards"). No word of a listed outlet's name is a hit or part of one,
    whatever the lexicon keeps (see `analysis.words.outlet_names`).
    """
    return hit_frame(batch, hits_in(batch, lexicon))


def hits_in(batch: Batch, lexicon: Lexicon) -> Hits:
    """Return the hits of `find_hits` without a frame."""
    return _hits(batch, [lexicon])[0]


LISTS = ("loaded", "hedges", "certainty", "speculation", "frames", "generic_frames")
"""The shipped lexicons that measures look for."""


def hits_of(batch: Batch, name: str) -> Hits:
    """Return the hits of one of `LISTS`. All are looked for in one pass when the first is asked for."""
    for seen, made in _last:
        if seen is batch:
            return made[name]
    found = dict(zip(LISTS, _hits(batch, [lexicon_for(batch, each) for each in LISTS]), strict=True))
    _last[:] = [(batch, found)]
    return found[name]


_last: "list[tuple[Batch, dict[str, Hits]]]" = []


def _hits(batch: Batch, lexicons: Sequence[Lexicon]) -> list[Hits]:
    """Return the hits of each lexicon."""
    context, search = context_of(batch), search_of(*lexicons)
    found = search.matcher.places(context.types, context.type, breaks=context.breaks)
    passed = np.concatenate(([0], np.cumsum(context.outlets)))
    free = passed[found.last + 1] == passed[found.first]
    found = Places(found.first[free], found.last[free], found.surface[free])
    sizes = np.diff(search.begins)[found.surface]
    hit = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(hit)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    entry = search.entry[np.repeat(search.begins[:-1][found.surface], sizes) + within]

    open_to = np.flatnonzero(~search.kept[entry])
    stands = np.ones(len(hit), dtype=bool)
    ends = found.first[hit[open_to]], found.last[hit[open_to]]
    stands[open_to] = ~(context.are_names(ends[0]) & context.are_names(ends[1]))
    asked = np.flatnonzero(stands & search.guarded[entry])
    if len(asked):
        place = hit[asked]
        stands[asked] = search.guards.stand(context, entry[asked], first=found.first[place], last=found.last[place])
    hit, entry = hit[stands], entry[stands]

    made: list[Hits] = []
    of = np.searchsorted(search.offsets, entry, side="right") - 1
    for number, columns in enumerate(search.columns):
        own = np.flatnonzero(of == number)
        first, last = found.first[hit[own]], found.last[hit[own]]
        kept = own[_not_overlapping(first, last)]
        at = hit[kept]
        made.append(Hits(columns, found.first[at], found.last[at], entry[kept] - search.offsets[number]))
    return made


def _not_overlapping(first: Numbers, last: Numbers) -> Flags:
    """Say which of some hits, sorted by their first word, the longest first, are not overlapped by one before them.

    Hits of the same words stand together.
    """
    if not len(first):
        return np.zeros(0, dtype=bool)
    reach = np.maximum.accumulate(last)
    doubtful = np.zeros(len(first), dtype=bool)
    doubtful[1:] = first[1:] <= reach[:-1]
    doubtful[1:] &= (first[1:] != first[:-1]) | (last[1:] != last[:-1])
    kept = np.ones(len(first), dtype=bool)
    if doubtful.any():  # of most hits it is plain
        heap = np.cumsum(np.concatenate(([True], first[1:] > reach[:-1])))  # hits of two heaps never overlap
        asked = np.flatnonzero(np.bincount(heap, weights=doubtful)[heap])
        past, before, taken = 0, (-1, -1), False
        for number, begin, end in zip(asked.tolist(), first[asked].tolist(), last[asked].tolist(), strict=True):
            if (begin, end) != before:
                taken = begin >= past
                past = end + 1 if taken else past
                before = begin, end
            kept[number] = taken
    return kept


def hit_frame(batch: Batch, hits: Hits) -> pd.DataFrame:
    """Return hits as HITS."""
    if not len(hits.first):
        return HITS.empty()
    words, first = batch.words, hits.first
    return pd.DataFrame(
        {
            "article": batch.texts["article"].array.take(words.article[first]),
            "sentence": words.sentence[first],
            "start": words.start[first],
            "end": context_of(batch).ends[hits.last],
            "category": hits.columns.category.take(hits.entry),
            "weight": hits.columns.weight[hits.entry],
            "voice": repeated(WORD_VOICES, words.voice[first]),
            "term": hits.columns.term.take(hits.entry),
            "first": first,
            "last": hits.last,
        }
    )
