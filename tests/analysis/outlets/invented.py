"""Invented worlds of outlets: frames as a run has them, and cells drawn from a model that is known."""

import numpy as np
import pandas as pd

from analysis.tables import ARTICLES, CELLS, CREDITS, EVENTS, MEMBERS, SCORES

NOON = pd.Timestamp("2026-03-01T12:00", tz="UTC")


def frames(rows):
    """(id, outlet, event, value) -> SCORES, MEMBERS, ARTICLES, CREDITS, EVENTS; events one day after the other."""
    events = list(dict.fromkeys(event for _, _, event, _ in rows))
    dates = {event: NOON + pd.Timedelta(days=at) for at, event in enumerate(events)}
    scores = SCORES.frame((i, "sentiment", "narration", value, 10 * int(value == value)) for i, _, _, value in rows)
    members = MEMBERS.frame((i, event, "story", 0.5, "", i) for i, _, event, _ in rows)
    articles = ARTICLES.frame(
        (i, outlet, None, "text", None, dates[event], None, None, "en", "", [], [], [], [])
        for i, outlet, event, _ in rows
    )
    told = EVENTS.frame((event, "story", "", 1, 1, dates[event], dates[event]) for event in events)
    return scores, members, articles, CREDITS.empty(), told


def cells_of(rows, *, measure="sentiment", voice="narration"):
    """(outlet, event, value) -> CELLS, one report each."""
    return CELLS.frame((measure, voice, outlet, event, event, NOON, value, 1, 10) for outlet, event, value in rows)


def grid(values, *, measure="sentiment", voice="narration"):
    """Return CELLS of a table of values, a row for each outlet and a column for each event; NaN: no cell."""
    outlet, event = np.nonzero(~np.isnan(values))
    size = len(outlet)
    return pd.DataFrame(
        {
            "measure": pd.Categorical.from_codes(np.zeros(size, dtype=int), [measure]),
            "voice": pd.Categorical.from_codes(np.zeros(size, dtype=int), [voice]),
            "outlet": pd.Categorical.from_codes(outlet, [f"outlet {n:03}" for n in range(values.shape[0])]),
            "event": pd.Categorical.from_codes(event, [f"e{n:05}" for n in range(values.shape[1])]),
            "story": pd.Categorical.from_codes(event, [f"s{n:05}" for n in range(values.shape[1])]),
            "day": NOON.normalize() + pd.to_timedelta(event, unit="D"),
            "value": values[outlet, event],
            "n": np.ones(size, dtype=np.int64),
            "counted": np.full(size, 10),
        }
    )
