"""Rates of a lexicon's words: what loaded wording, hedging and certainty share."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import WORD_VOICES, Batch, Numbers
from analysis.measures.measure import Scored, Value
from analysis.measures.rows import per_cell, score_rows
from analysis.tables import EVIDENCE
from analysis.voice import Voice
from analysis.words.hits import hit_frame, hits_of

VOICES: tuple[Voice, ...] = WORD_VOICES
"""The voices that a rate is given for."""

PER = 1000
"""A rate is given for so many words."""


class Weighed(Protocol):
    """Hits as numbers: the row of the first word of each, and its weight."""

    @property
    def first(self) -> Numbers:
        """Row in the batch's words."""

    @property
    def weight(self) -> npt.NDArray[np.float64]:
        """What it counts."""


def rated(
    batch: Batch,
    hits: Weighed,
    *,
    value: str,
    frame: Callable[[Batch], pd.DataFrame],
    notes: Callable[[pd.DataFrame], list[str]] | None = None,
) -> Scored:
    """Return the weights of `hits` per 1,000 words of each voice of each article, with each hit as evidence.

    n is the number of words of the voice; NaN where it has none, 0 where none of its words is a hit. A hit adds
    1000 x weight / n, its weight in EVIDENCE: the weights of a voice add up to its value. `frame` gives the same hits
    as HITS, in the same order, and `notes` says what EVIDENCE notes of each.
    """
    words, width = batch.words, len(VOICES)
    n = per_cell(batch, words.article, words.voice, width=width)
    article, voice = words.article[hits.first], words.voice[hits.first]
    weight = PER * hits.weight / n[article, voice]

    def evidence() -> pd.DataFrame:
        found = frame(batch)
        made = found.assign(measure=value, weight=weight, quote=quotes(batch, found))
        return EVIDENCE.shaped(made if notes is None else made.assign(note=notes(found)))

    totals = per_cell(batch, article, voice, width=width, weights=weight)
    return Scored(score_rows(batch, [(value, each) for each in VOICES], values=totals, n=n.astype(np.int64)), evidence)


def rated_list(batch: Batch, name: str, *, value: str) -> Scored:
    """Return what `rated` says of the hits of a shipped lexicon, one of `LISTS`."""
    hits = hits_of(batch, name)
    return rated(batch, hits, value=value, frame=lambda same: hit_frame(same, hits))


def quotes(batch: Batch, spans: pd.DataFrame) -> list[str]:
    """Return the words of each span (columns article, sentence, start, end), from the title where sentence is -1."""
    titles = dict(zip(batch.texts["article"], batch.texts["title"].fillna(""), strict=True))
    bodies = dict(zip(batch.texts["article"], batch.texts["text"], strict=True))
    places = zip(*(spans[column].tolist() for column in ("article", "sentence", "start", "end")), strict=True)
    return [(titles if sentence < 0 else bodies)[article][start:end] for article, sentence, start, end in places]


def rate_value(name: str, *, label: str, direction: str) -> Value:
    """Return the record of a rate."""
    return Value(
        name=name,
        label=label,
        unit="per 1,000 words",
        low=0.0,
        high=float(PER),
        voices=VOICES,
        counted="words",
        direction=direction,
    )
