"""How much each cue in a headline says about the headline's frame: its place and kind weighed, not only counted."""

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.words.hits import find_hits
from analysis.words.lexicon import lexicon

PHRASE = 1.5
"""What a phrase of two and more words counts: it can hardly mean anything else."""

SUBJECT = 1.5
"""What a cue in the first `OPENING` words counts: a headline names what it is about first."""

OPENING = 3

BACKGROUND = 0.5
"""What a cue in a closing clause counts, which tells when or why: "after the attack"."""

AGAIN = 0.5
"""What each further cue of the same frame counts, as a part of the one before it, the strongest first."""

_CLAUSES = frozenset({"after", "following", "since", "amid", "despite", "before", "during", "wake"})
_ENDS = frozenset({":", ",", ";", ".", "?", "!"})


def headline_evidence(batch: Batch) -> pd.DataFrame:
    """Return HITS of the headlines' cues, the category a frame or a side of one, with the evidence as weight.

    A cue that several frames share counts less for each: its weight is divided by the root of their number. A clause
    of background lasts from its opening word (after, amid) to the next mark.
    """
    hits = find_hits(batch, lexicon("frames"))
    hits = hits[hits["sentence"] < 0].drop_duplicates(["article", "term", "category"])
    if hits.empty:
        return hits
    title = batch.tokens[batch.tokens["sentence"] < 0]
    place = title.groupby("article", sort=False).cumcount()
    words, behind = place.reindex(hits["first"]).to_numpy(), _behind(batch, title).reindex(hits["first"]).to_numpy()
    frames = hits.groupby(["article", "first"], sort=False)["category"].transform("size").to_numpy()
    weight = hits["weight"].to_numpy() / np.sqrt(frames)
    weight = weight * np.where(hits["last"].to_numpy() > hits["first"].to_numpy(), PHRASE, 1.0)
    weight = weight * np.where(words < OPENING, SUBJECT, 1.0) * np.where(behind, BACKGROUND, 1.0)
    weighed = hits.assign(weight=weight).sort_values("weight", ascending=False, kind="stable")
    rank = weighed.groupby(["article", "category"], sort=False).cumcount()
    return weighed.assign(weight=weighed["weight"] * AGAIN**rank).sort_index()


def _behind(batch: Batch, title: pd.DataFrame) -> pd.Series:
    """Return for each word of the headlines whether it stands in a clause of background."""
    titles = dict(zip(batch.texts["article"], batch.texts["title"], strict=True))
    said: list[bool] = []
    before, end, inside = None, 0, False
    for article, start, stop in zip(title["article"], title["start"], title["end"], strict=True):
        text = titles[article]
        if article != before:
            before, inside = article, False
        elif not _ENDS.isdisjoint(text[end:start]):
            inside = False
        said.append(inside)
        inside = inside or (text[start:stop].lower() in _CLAUSES)
        end = stop
    return pd.Series(said, index=title.index, dtype="bool")
