"""Who of those portrayed says the quoted words: what somebody says is no word about them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.portraying.mentions import Mentions
from analysis.portraying.surface import Numbers, Surface


def speakers(batch: Batch, words: Surface, found: Mentions) -> Numbers:
    """Return for each word in quotation marks which entity says it, -1 for all others.

    What somebody says, however harsh, is about somebody or something else.
    """
    says = np.full(len(words.ids), -1, dtype=np.int64)
    spoken = batch.voices[(batch.voices["naming"] == "named").to_numpy()]
    if not len(spoken):
        return says
    by_end: dict[tuple[int, str], list[int]] = {}
    for number, one in enumerate(found.entities):
        by_end.setdefault((one.row, one.name.lower().rpartition(" ")[2]), []).append(number)
    row = pd.Index(batch.texts["article"]).get_indexer(spoken["article"])
    who = np.array(
        [
            _of_that_name(found, by_end.get((at, speaker.lower().rpartition(" ")[2]), ()), speaker)
            for at, speaker in zip(row.tolist(), spoken["speaker"].tolist(), strict=True)
        ],
        dtype=np.int64,
    )
    order = np.lexsort((spoken["start"], row))
    begins = (row.astype(np.int64) << 32)[order] + spoken["start"].to_numpy()[order]
    quoted = np.flatnonzero(words.quoted & ~words.headline)
    at = np.searchsorted(begins, (words.row[quoted].astype(np.int64) << 32) + words.start[quoted], side="right") - 1
    at = order[np.maximum(at, 0)]
    inside = (row[at] == words.row[quoted]) & (spoken["end"].to_numpy()[at] >= words.end[quoted])
    says[quoted[inside]] = who[at[inside]]
    return says


def _of_that_name(found: Mentions, few: Sequence[int], speaker: str) -> int:
    """Return the one of a few entities of an article whom the speaker's name means, -1 where that is not sure."""
    same = [number for number in few if found.entities[number].name.lower() == speaker.lower()]
    return same[0] if same else few[0] if len(few) == 1 else -1
