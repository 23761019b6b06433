"""What sets outlets apart in each event of a story: the tables that a whole run makes."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from analysis.apart.distance import distance
from analysis.apart.distinctive import distinctive
from analysis.apart.naming import namings
from analysis.apart.quoting import quoted
from analysis.apart.sources import Row, sources
from analysis.apart.tables import APART, APART_PARTS, DISTINCTIVE, NAMINGS, QUOTED
from analysis.apart.told import told
from analysis.batch import Batch
from analysis.table import Table

_MADE: Final[tuple[Table, ...]] = (DISTINCTIVE, APART, APART_PARTS, QUOTED, NAMINGS)

Rows = dict[str, list[Row]]
"""Rows of tables by the tables' names."""


def apart(batch: Batch, members: pd.DataFrame, articles: pd.DataFrame, credits: pd.DataFrame) -> Rows:
    """Return the rows of the tables of what sets outlets apart, for the events in MEMBERS; `frames` joins them.

    `batch` holds the articles, `articles` is ARTICLES (id and outlet are read), `credits` CREDITS. An event that one
    source alone tells has no rows.
    """
    parts: Rows = {table.name: [] for table in _MADE}
    for each in sources(members, articles, credits):
        found = told(batch, each.outlets)
        parts["distinctive"] += distinctive(found, event=each.event, story=each.story)
        row, made = distance(found, event=each.event, story=each.story)
        parts["apart"].append(row)
        parts["apart_parts"] += made
        parts["quoted"] += quoted(batch, each.outlets, event=each.event, story=each.story)
        parts["namings"] += namings(batch, each.outlets, event=each.event, story=each.story)
    return parts


def frames(parts: Iterable[Rows]) -> dict[str, pd.DataFrame]:
    """Return the tables made of the rows of many stories, by name."""
    kept = list(parts)
    return {table.name: table.frame(row for part in kept for row in part[table.name]) for table in _MADE}
