"""How much each cue in a headline says about the headline's frame: its place and kind weighed, not only counted."""

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.words.hits import hit_frame, hits_of

PHRASE = 1.25
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

    A cue that several frames share counts less for each: its weight is divided by the root of their number. After a
    colon a headline opens anew. A clause of background lasts from its opening word (after, amid) to the next mark.
    """
    hits = hit_frame(batch, hits_of(batch, "frames"))
    hits = hits[hits["sentence"] < 0].drop_duplicates(["article", "term", "category"])
    if hits.empty:
        return hits
    places = _places(batch).loc[hits["first"]]
    frames = hits.groupby(["article", "first"], sort=False)["category"].transform("size").to_numpy()
    weight = hits["weight"].to_numpy() / np.sqrt(frames)
    weight = weight * np.where(hits["last"].to_numpy() > hits["first"].to_numpy(), PHRASE, 1.0)
    weight = weight * np.where(places["place"] < OPENING, SUBJECT, 1.0)
    weight = weight * np.where(places["behind"], BACKGROUND, 1.0)
    weighed = hits.assign(weight=weight).sort_values("weight", ascending=False, kind="stable")
    rank = weighed.groupby(["article", "category"], sort=False).cumcount()
    return weighed.assign(weight=weighed["weight"] * AGAIN**rank).sort_index()


def _places(batch: Batch) -> pd.DataFrame:
    """Return place and behind of each word of the headlines, by its row in the batch's tokens.

    place: how many words stand before it, after the last colon. behind: whether it stands in a clause of background.
    """
    title = batch.tokens[batch.tokens["sentence"] < 0]
    titles = dict(zip(batch.texts["article"], batch.texts["title"], strict=True))
    rows: list[tuple[int, bool]] = []
    before, end, place, behind = None, 0, 0, False
    for article, start, stop in zip(title["article"], title["start"], title["end"], strict=True):
        text = titles[article]
        marks = text[end:start] if article == before else ":"
        if not _ENDS.isdisjoint(marks):
            behind = False
        if article != before or ":" in marks:
            place = 0
        rows.append((place, behind))
        behind = behind or text[start:stop].lower() in _CLAUSES
        before, end, place = article, stop, place + 1
    return pd.DataFrame(rows, columns=["place", "behind"], index=title.index)
