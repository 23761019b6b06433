"""Results with outlets to compare: Alpha uses more loaded wording than Beta and Gamma on each of eight events."""

from datetime import UTC, datetime, timedelta

import pandas as pd

from analysis import tables
from analysis.outlets.pair_tables import COVERAGE
from analysis.outlets.profiles import profiles
from tests.dashboard.hand_made import HandMade

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
EVENTS = 8
_NOISE = (0.0, 0.6, -0.4, 0.2, -0.7, 0.5, 0.1, -0.3)


class Outlets(HandMade):
    """Alpha, Beta and Gamma on eight events, Delta on one of them, Epsilon on none that others tell, <b>Copies</b>."""

    def __init__(self) -> None:
        super().__init__()
        self.frames |= outlet_frames()

    def coverage(self) -> pd.DataFrame:
        told = self.frames["cells"][["outlet", "event", "story", "day"]].drop_duplicates().assign(pages=1)
        return COVERAGE.shaped(pd.concat([told, told.head(1).assign(outlet="<b>Copies</b>")]))


def outlet_frames() -> dict[str, pd.DataFrame]:
    """Return EVENTS, STORIES, CELLS, HOLDINGS and PROFILES."""
    rows = []
    for voice in ("narration", "headline"):
        for at in range(EVENTS):
            for outlet, more in (("Alpha", 6.0 if voice == "narration" else 0.0), ("Beta", 0.0), ("Gamma", 0.0)):
                value = 10 + at + more + _NOISE[(at + len(outlet)) % 8]
                rows.append(("loaded", voice, outlet, f"e{at}", f"s{at}", FIRST + timedelta(days=at), value, 1, 300))
        rows.append(("loaded", voice, "Delta", "e0", "s0", FIRST, 9.0, 1, 300))
        rows.append(("loaded", voice, "Epsilon", "e9", "s9", None, 9.0, 1, 300))
    cells = tables.CELLS.frame(rows)
    held = tables.HOLDINGS.frame(
        [
            ("<b>Copies</b>", 2, 0, 0, 0, None, None),
            *((name, 9, 8, 8, 8, FIRST, FIRST + timedelta(days=7)) for name in ("Alpha", "Beta")),
            ("Delta", 1, 1, 1, 1, FIRST, FIRST),
            ("Epsilon", 1, 1, 1, 0, None, None),
            ("Gamma", 8, 8, 8, 8, FIRST, FIRST + timedelta(days=7)),
        ]
    )
    ids = [*range(EVENTS), 9]
    days = {at: None if at == 9 else FIRST + timedelta(days=at) for at in ids}
    return {
        "cells": cells,
        "holdings": held,
        "profiles": profiles(cells, holdings=held, values=[("loaded", "narration"), ("loaded", "headline")]),
        "events": tables.EVENTS.frame((f"e{at}", f"s{at}", f"Event {at}", 3, 3, days[at], days[at]) for at in ids),
        "stories": tables.STORIES.frame(
            (f"s{at}", f"Story {at}", "ferry, storm" if at < 6 else "harbour", 3, 3, 3, days[at], days[at])
            for at in ids
        ),
    }
