"""Where the terms of a lexicon stand in a batch: whole words, longest first, names and guarded contexts left out."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.batch import WORD_VOICES, Batch, Numbers, repeated
from analysis.table import Column, Table
from analysis.words.context import context_of
from analysis.words.lexicon import Lexicon
from analysis.words.matching import Columns, Places, columns_of

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
    context, columns = context_of(batch), columns_of(lexicon)
    found = columns.matcher.places(context.types, context.type, breaks=context.breaks)
    passed = np.concatenate(([0], np.cumsum(context.outlets)))
    free = passed[found.last + 1] == passed[found.first]
    found = Places(found.first[free], found.last[free], found.surface[free])
    sizes = np.diff(columns.begins)[found.surface]
    hit = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(hit)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    entry = columns.entry[np.repeat(columns.begins[:-1][found.surface], sizes) + within]

    open_to = np.flatnonzero(~columns.kept[entry])
    stands = np.ones(len(hit), dtype=bool)
    ends = found.first[hit[open_to]], found.last[hit[open_to]]
    stands[open_to] = ~(context.are_names(ends[0]) & context.are_names(ends[1]))
    asked = np.flatnonzero(stands & columns.guarded[entry])
    if len(asked):
        place = hit[asked]
        stands[asked] = columns.guards.stand(context, entry[asked], first=found.first[place], last=found.last[place])
    hit, entry = hit[stands], entry[stands]

    taken = np.zeros(len(found.first), dtype=bool)
    past = 0
    standing = np.flatnonzero(np.diff(hit, prepend=-1))
    for at, first, last in zip(
        hit[standing].tolist(), found.first[hit[standing]].tolist(), found.last[hit[standing]].tolist(), strict=True
    ):
        if first >= past:
            taken[at] = True
            past = last + 1
    kept = taken[hit]
    return Hits(columns, found.first[hit[kept]], found.last[hit[kept]], entry[kept])


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
