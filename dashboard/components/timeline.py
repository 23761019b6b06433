"""The events of a story in order of time, of which one is shown."""

from collections.abc import Callable

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.row import Row
from dashboard.wording import dates, several

MOST_EVENTS = 60
"""Events that are shown: those around the chosen one where there are more."""


def timeline(events: pd.DataFrame, chosen: str, to: Callable[[str], str]) -> Component:
    """Return a link for each event, from EVENTS rows in order of time; `to` gives the address of an event."""
    ids = events["event"].tolist()
    at = ids.index(chosen) if chosen in ids else 0
    first = max(0, min(at - MOST_EVENTS // 2, len(ids) - MOST_EVENTS))
    shown = events.iloc[first : first + MOST_EVENTS]
    left = len(events) - len(shown)
    return html.Nav(
        [
            html.Ol([_event(row, to(str(row.event)), on=row.event == chosen) for row in rows_of(shown)]),
            html.P(f"{left:,} events earlier or later are not shown.", className="quiet") if left else None,
        ],
        className="timeline",
        **extra({"aria-label": "Events of this story"}),
    )


def _event(row: Row, address: str, *, on: bool) -> Component:
    count = several(int(row.articles), "page")
    reports = f", {several(int(row.reports), 'independent report')}" if row.articles > 1 else ""
    return html.Li(
        html.A(
            [
                html.Span(dates(row.first, row.last), className="when"),
                html.Span(str(row.title), className="event-title"),
                html.Span(f"{count}{reports}", className="quiet"),
            ],
            href=address,
            **extra({"data-stay": "1", **({"aria-current": "true"} if on else {})}),
        )
    )
