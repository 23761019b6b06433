"""Shares of the sentences that have a frame: what the policy frames and the generic news frames share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from analysis.batch import NO_GAP, Batch, Flags, Numbers, repeated
from analysis.measures.measure import Scored, Value
from analysis.measures.rates import quotes
from analysis.measures.rows import per_cell, score_rows
from analysis.tables import EVIDENCE
from analysis.voice import BODY, HEADLINE, Voice
from analysis.words.hits import Hits, hit_frame
from analysis.words.matching import Columns

VOICES: Final[tuple[Voice, ...]] = (BODY, HEADLINE)
"""The voices that a share is given for: all sentences of the text, and the headline as one sentence."""

ENOUGH: Final = 1.0
"""The weight of cues from which on a sentence counts for a frame."""

_NEARLY: Final = ENOUGH - 1e-9


def shares(batch: Batch, hits: Hits, *, measure: str, frames: Mapping[str, str], rest: str | None = None) -> Scored:
    """Return the share of the sentences of each article that has each frame, with the cues as evidence.

    `frames` gives each key its name for people; a category of the `hits` is a key, perhaps with a side after a point.
    The same cue counts once in a sentence. The sentences without any frame are those of the frame `rest`, if it is
    named; its evidence is the whole sentence. A cue's weight in EVIDENCE is its part of what its sentence adds to the
    share: they add up to the value. Values are named "measure.key"; n counts sentences, NaN where there is none.
    """
    keys = list(frames)
    found = _found(batch, hits, keys=keys, rest=rest)
    places = len(VOICES)
    n = per_cell(batch, found.row, found.place, width=places)
    at, frame = np.nonzero(found.has)
    width = len(keys) * places
    count = per_cell(batch, found.row[at], frame * places + found.place[at], width=width)
    counts = np.tile(n, len(keys))
    values = np.divide(count, counts, out=np.zeros_like(count), where=counts > 0)
    columns = [(f"{measure}.{key}", voice) for key in keys for voice in VOICES]
    scores = score_rows(batch, columns, values=values, n=counts.astype(np.int64))

    def evidence() -> pd.DataFrame:
        spans = _spans(batch, hits, found, rest=None if rest is None else keys.index(rest))
        of_span, sentence = spans["frame"].to_numpy(), spans["at"].to_numpy()
        return EVIDENCE.shaped(
            spans.assign(
                measure=repeated([f"{measure}.{key}" for key in keys], of_span),
                category=repeated(list(frames.values()), of_span),
                weight=spans["share"].to_numpy() / n[found.row[sentence], found.place[sentence]],
                quote=quotes(batch, spans),
            )
        )

    return Scored(scores, evidence)


def share_value(name: str, *, label: str, meaning: str, direction: str) -> Value:
    """Return the record of a share of sentences."""
    return Value(
        name=name,
        label=label,
        meaning=meaning,
        unit="share of sentences",
        low=0.0,
        high=1.0,
        voices=VOICES,
        counted="sentences",
        direction=direction,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """The sentences (titles too) that have a word, in the order of the batch, and the cues in them."""

    row: Numbers
    """Row of its article in the texts, for each sentence."""
    place: Numbers
    """Place of its voice in `VOICES`, for each sentence."""
    number: Numbers
    """Its number in its article, for each sentence."""
    has: Flags
    """Whether each sentence has each frame."""
    hit: Numbers
    """Rows of the hits that count: each span once for a frame, by sentence and start, then frame."""
    sentence: Numbers
    """For each of them its sentence."""
    frame: Numbers
    """For each of them its frame."""


def _found(batch: Batch, hits: Hits, *, keys: list[str], rest: str | None) -> _Found:
    words = batch.words
    opens = words.gap == NO_GAP
    of_word = np.cumsum(opens) - 1
    of_entry, term = _of_entries(hits.columns, keys=keys)
    frame = of_entry[hits.entry]
    _, hit = np.unique(hits.first * len(keys) + frame, return_index=True)
    frame, sentence = frame[hit], of_word[hits.first[hit]]
    entry = hits.entry[hit]
    cell = sentence * len(keys) + frame
    _, once = np.unique(cell * (len(of_entry) + 1) + term[entry], return_index=True)
    size = int(opens.sum()) * len(keys)
    total = np.bincount(cell[once], weights=hits.columns.weight[entry[once]], minlength=size)
    has = total.reshape(-1, len(keys)) >= _NEARLY
    if rest is not None:
        has[:, keys.index(rest)] = ~has.any(axis=1)
    number = words.sentence[opens]
    return _Found(words.article[opens], (number < 0).astype(np.int64), number, has, hit, sentence, frame)


_entries: dict[tuple[int, tuple[str, ...]], tuple[Columns, Numbers, Numbers]] = {}


def _of_entries(cues: Columns, *, keys: list[str]) -> tuple[Numbers, Numbers]:
    """Return the frame and the number of the term of each entry, made once for each lexicon."""
    known = _entries.get((id(cues), tuple(keys)))
    if known is None or known[0] is not cues:
        number, categories = pd.factorize(pd.Series(cues.category))
        frame_of = [keys.index(category.partition(".")[0]) for category in categories]
        frames = np.array(frame_of, dtype=np.int64)[number]
        terms = pd.factorize(pd.Series(cues.term))[0].astype(np.int64)
        known = _entries[id(cues), tuple(keys)] = (cues, frames, terms)
    return known[1], known[2]


def _spans(batch: Batch, hits: Hits, found: _Found, *, rest: int | None) -> pd.DataFrame:
    """Return the places that make sentences have frames: article, sentence, start, end, voice, at, frame and share.

    at is the row of the sentence in `found`; share what a place is of its sentence, the shares of which add up to 1.
    """
    counts = found.has[found.sentence, found.frame]
    hit, sentence, frame = found.hit[counts], found.sentence[counts], found.frame[counts]
    weight = hits.columns.weight[hits.entry[hit]]
    cell = sentence * found.has.shape[1] + frame
    weight = weight / np.bincount(cell, weights=weight, minlength=found.has.size)[cell]
    places = hit_frame(batch, hits)[["article", "sentence", "start", "end", "voice"]].iloc[hit]
    spans = places.assign(at=sentence, frame=frame, share=weight)
    if rest is not None:
        spans = pd.concat([spans, _whole(batch, found, frame=rest)], ignore_index=True)
    return spans.sort_values(["at", "start", "frame"], kind="stable", ignore_index=True)


def _whole(batch: Batch, found: _Found, *, frame: int) -> pd.DataFrame:
    """Return the sentences that have the frame as spans."""
    at = np.flatnonzero(found.has[:, frame])
    keys = ["article", "sentence"]
    titles = batch.texts.assign(sentence=-1, start=0, end=batch.texts["title"].str.len().fillna(0).astype("int64"))
    every = pd.concat([frame[[*keys, "start", "end"]] for frame in (titles, batch.sentences)], ignore_index=True)
    voices = batch.tokens.drop_duplicates(keys)[[*keys, "voice"]]
    whole = pd.DataFrame({"article": batch.texts["article"].array.take(found.row[at]), "sentence": found.number[at]})
    spans = whole.assign(at=at, frame=frame, share=1.0).merge(every, on=keys, how="left")
    return pd.DataFrame(spans.merge(voices, on=keys, how="left"))
