"""The words that make the differences between each outlet and the others of its event: an export on request."""

from collections.abc import Iterator

import pandas as pd

from analysis.apart.shift import SHIFTED, word_shift
from analysis.apart.sources import sources
from analysis.apart.tables import SHIFTS
from analysis.results import Results
from analysis.voice import NARRATION
from dashboard.exports.rows import frame_rows

SHIFT_NAMES = ["event", *SHIFTS.names]
"""Columns: the event, then those of SHIFTS."""


def shift_rows(results: Results, *, story: str | None) -> Iterator[dict[str, object]]:
    """Yield the rows of SHIFTS in narration of each outlet against the others, with the event before them."""
    members = results.rows("members", story=story) if story else results.table("members")
    ids = list(dict.fromkeys(members["article"]))
    articles, credits = results.rows("articles", id=ids), results.rows("credits", article=ids)
    for each in sources(members, articles, credits):
        pages = list(each.outlets)
        scores = results.rows("scores", article=pages)
        evidence = pd.concat([results.evidence(article) for article in pages], ignore_index=True)
        for measure in SHIFTED:
            for outlet in dict.fromkeys(each.outlets.values()):
                shift = word_shift(evidence, scores, each.outlets, measure=measure, voice=NARRATION, outlet=outlet)
                for row in frame_rows(shift.words):
                    yield {"event": each.event, **row}
