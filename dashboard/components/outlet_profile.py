"""What is known of one outlet: facts, and what others say of it."""

from dash import html
from dash.development.base_component import Component

from dashboard.country_names import country
from sources.outlet import KINDS, Outlet


def facts(outlet: Outlet | None) -> list[str]:
    """Return what is known of an outlet in short phrases; empty when it is not among the known ones."""
    if outlet is None:
        return []
    kind = f"{outlet.kind}: {KINDS[outlet.kind]}" if outlet.kind in KINDS else outlet.kind
    owner = [f"owner: {outlet.owner}"] if outlet.owner else []
    return [kind, f"country: {country(outlet.country)}", *owner]


def in_short(outlet: Outlet | None) -> str:
    """Return what is known of an outlet in the fewest words: kind, country, owner."""
    if outlet is None:
        return "not in the list of known outlets"
    return " · ".join(part for part in (outlet.kind, country(outlet.country), outlet.owner) if part)


def ratings(outlet: Outlet | None) -> Component | None:
    """Return what others say of an outlet, with who and when; None where nothing is recorded."""
    if outlet is None or not outlet.ratings:
        return None
    said = [html.Li(f"{rating.value} ({rating.by}, {rating.date})") for rating in outlet.ratings]
    return html.Div([html.P("Said by others, and part of no number here:"), html.Ul(said)], className="notice")
