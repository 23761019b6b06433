"""What is known of one outlet: facts, and what others say of it."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.country_names import country
from sources.keeping.groups import Membership
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


def ratings(outlet: Outlet | None, taken_over: Iterable[Membership] = ()) -> Component | None:
    """Return what others say of an outlet, with who and when; None where nothing is recorded.

    `taken_over` are the ratings that the person took over from files.
    """
    listed: list[tuple[str, str, str, str | None]]
    listed = [(rating.value, rating.by, rating.date, None) for rating in (outlet.ratings if outlet else ())]
    listed += [(each.group, each.by or "", each.date or "", each.note) for each in taken_over]
    if not listed:
        return None
    said = [
        html.Li(f"{value} ({by}, {date}){f': {note}' if note else ''}")
        for value, by, date, note in dict.fromkeys(listed)
    ]
    return html.Div([html.P("Said by others, and part of no number here:"), html.Ul(said)], className="notice")
