"""Which events an outlet tells that others tell, against what its output lets expect; holes are shown as holes."""

from collections.abc import Mapping

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.components.notice import notice, scroller
from dashboard.components.take_away import TABLE, take_away
from dashboard.links import to_story
from dashboard.row import Row
from dashboard.wording import dates, several, text_or

MOST_KINDS = 12
MOST_HOLES = 8


def most_telling(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of SELECTION that are shown: the first of those with enough evidence."""
    return found[found["enough"]].head(MOST_KINDS)


def selection_shown(
    events: pd.DataFrame, found: pd.DataFrame, holes: pd.DataFrame, titles: Mapping[str, str]
) -> list[Component]:
    """Return CHANCES, SELECTION by story and HOLES of an outlet in words and tables.

    `titles` are those of the stories shown (`most_telling`).
    """
    if events.empty:
        return [notice("No dated event here is told by two other outlets, so nothing can be said of a choice.")]
    held = events[events["held"]]
    told = int(held["told"].sum())
    missing = len(events) - len(held)
    said = (
        f"Two other outlets or more tell {several(len(events), 'event')}. From the days of {missing:,} of them no page "
        f"of this outlet is held: a hole in what was collected, no choice of the outlet. Of the other {len(held):,} it "
        f"tells {told:,}."
    )
    parts: list[Component] = [html.P(said)]
    shown = most_telling(found)
    if shown.empty:
        parts.append(
            notice(
                "Not enough evidence: no story has enough events, told and not told on days from which pages are held, "
                "to tell a choice from chance."
            )
        )
    else:
        heads = ("Story", "Events", "Told", "Expected", "By lot (95 %)", "")
        head = html.Thead(html.Tr([html.Th(each, scope="col") for each in heads]))
        table = html.Table([head, html.Tbody([_row(row, titles) for row in rows_of(shown)])], className="grid plain")
        box = scroller(table, label="Stories told more or less than output and days let expect")
        parts.append(
            html.Div([box, html.P(take_away("selection", forms=TABLE), className="quiet")], className="take-from")
        )
    if len(holes):
        items = [
            html.Li(
                f"{dates(row.first, row.last)}: {several(int(row.days), 'day')}, "
                f"{several(int(row.events), 'event')} of others"
            )
            for row in rows_of(holes.sort_values("days", ascending=False, kind="stable").head(MOST_HOLES))
        ]
        summary = f"Holes: {several(len(holes), 'span')} without any page of it"
        parts.append(html.Details([html.Summary(summary), html.Ul(items, className="unsaid")], className="fold"))
    return parts


def _row(row: Row, titles: Mapping[str, str]) -> Component:
    than = "more than the lot gives" if row.told > row.expected else "less than the lot gives"
    return html.Tr(
        [
            html.Th(html.A(titles.get(str(row.kind), str(row.kind)), href=to_story(str(row.kind))), scope="row"),
            html.Td(f"{int(row.events):,}"),
            html.Td(f"{int(row.told):,}"),
            html.Td(f"{row.expected:.1f}"),
            html.Td(f"{row.low:.1f} to {row.high:.1f}"),
            html.Td(than if row.different else text_or(row.reason, "may be chance")),
        ]
    )
