"""The events behind a difference: what each outlet's own report gives, and what the others' give."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.notice import notice, scroller
from dashboard.components.take_away import TABLE, take_away
from dashboard.figures.scale import Scale, scale
from dashboard.figures.strip import axis, strip
from dashboard.links import to_story
from dashboard.outlet_choice import Choice
from dashboard.outlet_wording import difference, scaled
from dashboard.row import Row
from dashboard.wording import date, how_many, in_unit, records, several

MOST_EVENTS = 60


def events_table(results: Results, events: pd.DataFrame, *, choice: Choice, first: str, other: str = "") -> Component:
    """Return the events (see `outlet_numbers.events_behind`) of the outlet `first` with links to their stories.

    `other` names who it is compared with; empty for all others.
    """
    if events.empty:
        return notice("No event here has this value of the outlet and of another one.")
    _, _, value = records()[choice.value]
    shown = events.head(MOST_EVENTS)
    told = results.rows("events", event=shown["event"].astype(str).tolist())
    titles = dict(zip(told["event"], told["title"], strict=True))
    on = scale(scaled(value, x) for x in shown["difference"].tolist())
    heads = ("When", "Event", first, other or "The others", "Difference")
    columns = [html.Th(head, scope="col", className="num" if at > 1 else "") for at, head in enumerate(heads)]
    columns.append(html.Th(axis(on), scope="col", className="strip-cell", **extra({"aria-label": "Drawn"})))
    body = [_row(row, str(titles.get(row.event, row.event)), on, choice, other) for row in rows_of(shown)]
    table = html.Table([html.Thead(html.Tr(columns)), html.Tbody(body)], className="grid dots events-table")
    higher = int((events["difference"] > 0).sum())
    lower = int((events["difference"] < 0).sum())
    counted = f"{several(len(events), 'event')}: higher on {higher}, lower on {lower}"
    more = f"; the latest {MOST_EVENTS} are listed" if len(events) > MOST_EVENTS else ""
    return html.Div(
        [
            html.P(f"{counted}{more}.", className="found"),
            scroller(table, label=f"Events behind the difference of {first}"),
            html.P(take_away("events", forms=TABLE), className="quiet"),
        ],
        className="take-from",
    )


def _row(row: Row, title: str, on: Scale, choice: Choice, other: str) -> Component:
    _, _, value = records()[choice.value]
    apart = scaled(value, float(row.difference))
    others = "" if other else html.Span(several(int(row.outlets), "outlet"), className="unit")
    counted = "" if other else html.Span(f"in {how_many(value, int(row.counted))}", className="unit")
    return html.Tr(
        [
            html.Td(date(row.day), className="when"),
            html.Th(html.A(title, href=to_story(str(row.story))), scope="row"),
            html.Td([in_unit(value, float(row.value)), counted], className="num", **_exact(row.value)),
            html.Td([in_unit(value, float(row.others)), others], className="num", **_exact(row.others)),
            html.Td(difference(value, float(row.difference)), className="num", **_exact(apart)),
            html.Td(strip(on, value=apart, low=0.0, high=apart, different=True), className="strip-cell"),
        ]
    )


def _exact(value: float) -> dict[str, Any]:
    return extra({"data-v": f"{float(value):.6g}"})
