"""Portrayals: how the sentences sound in which an article names a person, place or body."""

import re
from bisect import bisect_right
from collections import Counter

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.facts.names import name_spans
from analysis.tables import PORTRAYALS
from analysis.voice import NARRATION, QUOTATION
from analysis.words.segments import Segments, segments

_VOICES = (NARRATION, QUOTATION)
_MENTIONS = 2


def portrayals(batch: Batch) -> pd.DataFrame:
    """Return PORTRAYALS: for each entity of each article, the mean sentiment of each voice where it names it.

    An entity is a name that the body has at least twice, or that the headline has too; its titles are taken off and a
    surname counts as the full name. The value is the mean of VADER's compound over the segments (one voice's words in
    one sentence, see `analysis.words.segments`) with a mention, and n their number. It is the sentiment of sentences,
    not towards the entity: "X condemned the brutal attack" sounds unfavourable and says nothing against X. Two
    rows for each entity of an article, narration and quotation; NaN with n = 0 where no segment of that voice names it.
    """
    mentions = _mentions(batch)
    if mentions.empty:
        return PORTRAYALS.empty()
    named = mentions.drop_duplicates(["row", "entity", "sentence", "voice"])
    named = named.merge(_values(segments(batch)), on=["row", "sentence", "voice"], how="inner")
    means = named.groupby(["row", "entity", "voice"])["value"].agg(["mean", "count"])
    entities = mentions[["row", "entity"]].drop_duplicates().sort_values(["row", "entity"], kind="stable")
    every = entities.loc[entities.index.repeat(len(_VOICES))].assign(voice=list(range(len(_VOICES))) * len(entities))
    made = every.merge(means, left_on=["row", "entity", "voice"], right_index=True, how="left")
    return PORTRAYALS.shaped(
        pd.DataFrame(
            {
                "entity": made["entity"].to_numpy(),
                "article": batch.texts["article"].to_numpy()[made["row"].to_numpy()],
                "voice": np.array(_VOICES, dtype=object)[made["voice"].to_numpy()],
                "value": made["mean"].to_numpy(),
                "n": made["count"].fillna(0).to_numpy(),
            }
        )
    )


def _mentions(batch: Batch) -> pd.DataFrame:
    """Return row of the article, entity, sentence and voice (its place in `_VOICES`) of each mention that counts."""
    rows = pd.Index(batch.texts["article"])
    owner = rows.get_indexer(batch.sentences["article"])
    first = np.searchsorted(owner, np.arange(len(rows) + 1)).tolist()
    starts, ends = batch.sentences["start"].tolist(), batch.sentences["end"].tolist()
    quotations = batch.voices[(batch.voices["voice"] == QUOTATION).to_numpy()]
    quoted = np.searchsorted(rows.get_indexer(quotations["article"]), np.arange(len(rows) + 1)).tolist()
    bounds = quotations[["start", "end"]].to_numpy().ravel().tolist()
    found: list[tuple[int, str, int, int]] = []
    titles = batch.texts["title"].fillna("").tolist()
    for row, (title, text) in enumerate(zip(titles, batch.texts["text"].tolist(), strict=True)):
        of_article = slice(first[row], first[row + 1])
        names = name_spans(text, list(zip(starts[of_article], ends[of_article], strict=True)))
        often = Counter(name.key for name in names)
        headed = {name.key for name in names if _stands_in(name.text, title)}
        for name in names:
            if often[name.key] >= _MENTIONS or name.key in headed:
                sentence = bisect_right(starts, name.start, first[row], first[row + 1]) - 1 - first[row]
                edges = bisect_right(bounds, name.start, 2 * quoted[row], 2 * quoted[row + 1])
                found.append((row, name.key, sentence, edges % 2))
    return pd.DataFrame(found, columns=["row", "entity", "sentence", "voice"])


def _stands_in(name: str, title: str) -> bool:
    return name in title and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None


def _values(found: Segments) -> pd.DataFrame:
    """Return the compound of each counted segment of the bodies."""
    kept = found.counted & (found.sentence >= 0)
    return pd.DataFrame(
        {
            "row": found.article[kept],
            "sentence": found.sentence[kept],
            "voice": found.voice[kept],
            "value": found.reading.compound[kept],
        }
    )
