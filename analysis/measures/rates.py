"""Rates of a lexicon's words: what loaded wording, hedging and certainty share."""

import math

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.measures.measure import Scored, Value
from analysis.tables import EVIDENCE, SCORES
from analysis.voice import HEADLINE, NARRATION, QUOTATION, Voice

VOICES: tuple[Voice, ...] = (NARRATION, QUOTATION, HEADLINE)
"""The voices that a rate is given for."""

PER = 1000
"""A rate is given for so many words."""


def rated(batch: Batch, hits: pd.DataFrame, *, value: str) -> Scored:
    """Return the weights of `hits` (HITS) per 1,000 words of each voice of each article, with each hit as evidence.

    n is the number of words of the voice; NaN where it has none, 0 where none of its words is a hit. A hit adds
    1000 x weight / n, its weight in EVIDENCE: the weights of a voice add up to its value.
    """
    words = _words(batch)
    keys = pd.MultiIndex.from_frame(hits[["article", "voice"]])
    weight = PER * hits["weight"].to_numpy() / words.reindex(keys).to_numpy()
    total = pd.Series(weight, index=keys, dtype="float64").groupby(level=[0, 1], sort=False).sum()
    n = words.to_numpy()
    values = total.reindex(words.index).fillna(0.0).to_numpy()
    scores = words.index.to_frame(index=False)
    scores["measure"] = value
    scores["value"] = np.where(n > 0, values, math.nan)
    scores["n"] = n
    return Scored(
        scores=SCORES.shaped(scores),
        evidence=lambda: EVIDENCE.shaped(hits.assign(measure=value, weight=weight, quote=quotes(batch, hits))),
    )


def _words(batch: Batch) -> pd.Series:
    """Return the number of words of every article and voice, 0 where there is none."""
    every = pd.MultiIndex.from_product([batch.texts["article"], VOICES], names=["article", "voice"])
    return batch.tokens.groupby(["article", "voice"], sort=False).size().reindex(every, fill_value=0)


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
