"""One outlet: what is known of it, and how it differs from the others on the same events."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.outlets.profiles import FEWEST_EVENTS
from analysis.tables import rows as rows_of
from dashboard.components.notice import notice, scroller, shape
from dashboard.country_names import country
from dashboard.links import to_measure
from dashboard.row import Row
from dashboard.wording import NOT_ENOUGH, VOICES, known, listed, number, records, several, text_or
from sources.outlet import KINDS, Outlet


def facts(outlet: Outlet | None) -> list[str]:
    """Return what is known of an outlet in short phrases; empty when it is not among the known ones."""
    if outlet is None:
        return []
    kind = f"{outlet.kind}: {KINDS[outlet.kind]}" if outlet.kind in KINDS else outlet.kind
    owner = [f"owner: {outlet.owner}"] if outlet.owner else []
    return [kind, f"country: {country(outlet.country)}", *owner]


def ratings(outlet: Outlet | None) -> Component | None:
    """Return what others say of an outlet, with who and when; None where nothing is recorded."""
    if outlet is None or not outlet.ratings:
        return None
    said = [html.Li(f"{rating.value} ({rating.by}, {rating.date})") for rating in outlet.ratings]
    return html.Div([html.P("Said by others, and part of no number here:"), html.Ul(said)], className="notice")


def profile(name: str, rows: pd.DataFrame, outlet: Outlet | None) -> Component:
    """Return an outlet's differences from PROFILES rows, value by value and voice by voice."""
    by_name = records()
    rows = rows[rows["measure"].isin(list(by_name))]
    order = {value: at for at, value in enumerate(by_name)}
    voices = {voice: at for at, voice in enumerate(VOICES)}
    rows = rows.assign(at=rows["measure"].map(order), by=rows["voice"].map(voices)).sort_values(["at", "by"])
    met = rows[rows["events"] > 0]
    enough = met[met["enough"]]
    children: list[Component | None] = [
        html.P([html.Span(fact, className="fact") for fact in facts(outlet)], className="facts-line"),
        ratings(outlet),
    ]
    if enough.empty:
        most = int(met["events"].max()) if len(met) else 0
        met_on = f"It meets other outlets on {several(most, 'event')} here" if most else "It meets no other outlet here"
        children.append(
            notice(
                f"{NOT_ENOUGH.capitalize()}. {met_on}; from {FEWEST_EVENTS} on, Parallax speaks of a difference. "
                "This is the normal answer for a small library."
            )
        )
    if len(met):
        table = html.Table([_head(), html.Tbody([_row(row) for row in rows_of(met)])], className="grid plain")
        children.append(
            html.Details(
                [html.Summary(f"All {len(met)} values"), scroller(table, label=f"Profile of {name}")],
                className="fold",
                open=len(enough) > 0,
            )
        )
        unmet = list(dict.fromkeys(by_name[m][2].label for m in rows.loc[rows["events"] == 0, "measure"]))
        if unmet:
            children.append(html.P(f"Nothing to compare for: {listed(unmet)} in some voices.", className="quiet"))
    return html.Div([child for child in children if child is not None])


def _head() -> Component:
    heads = ("Value", "Words of", "Difference from the others", "Likely range (95 %)", "Events", "")
    return html.Thead(html.Tr([html.Th(head, scope="col") for head in heads]))


def _row(row: Row) -> Component:
    _, measure, value = records()[str(row.measure)]
    voice = str(row.voice)
    low, high = float(row.low), float(row.high)
    enough = bool(row.enough)
    interval = f"{number(low, signed=True)} to {number(high, signed=True)}" if known(low) and known(high) else "–"
    difference = f"{number(float(row.difference), signed=True)}"
    part = "" if value.label == measure.label else f": {value.label}"
    return html.Tr(
        [
            html.Th(
                [
                    html.A(f"{measure.label}{part}", href=to_measure(measure.name)),
                    html.Span(value.unit, className="unit"),
                ],
                scope="row",
            ),
            html.Td([shape(voice), text_or(VOICES.get(voice), voice)]),
            html.Td(difference, className="" if enough else "weak"),
            html.Td(interval, className="" if enough else "weak"),
            html.Td(str(row.events)),
            html.Td("" if enough else NOT_ENOUGH, className="weak"),
        ]
    )
