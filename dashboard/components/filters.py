"""The form above the list of stories: search, outlet, days, how far apart, order. Its address keeps what is chosen."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.fields import Child, element
from dashboard.links import to_page
from dashboard.story_index import CLEAR, NO_DIFFERENCE, UNKNOWN, Wanted

MOST_OUTLETS = 300
"""Outlets that can be chosen: those with most pages."""

APART = {
    "": "all",
    CLEAR: "clearly apart",
    NO_DIFFERENCE: "no clear difference",
    UNKNOWN: "not enough evidence",
}
ORDERS = {"": "told most", "newest": "newest", "oldest": "oldest", "apart": "outlets furthest apart"}


def filters(wanted: Wanted, outlets: Sequence[str], *, view: str = "") -> Component:
    """Return the form; what is chosen in it is in the address at once, without a button to press.

    `view` goes with it unseen; empty where it need not be said.
    """
    shown = list(outlets[:MOST_OUTLETS])
    if wanted.outlet and wanted.outlet not in shown:
        shown.append(wanted.outlet)
    named = {"": "all", **{name: name for name in sorted(shown)}}
    parts = [
        _field("Search stories", "q", _input("q", "search", wanted.words, hint="a word, a name, an outlet"), wide=True),
        _field("Outlet", "outlet", _select("outlet", named, wanted.outlet)),
        _field("From", "since", _input("since", "date", _day(wanted.since))),
        _field("To", "until", _input("until", "date", _day(wanted.until))),
        _field("How far apart", "apart", _select("apart", APART, wanted.apart)),
        _field("First", "sort", _select("sort", ORDERS, wanted.sort)),
        element("input", None, {"type": "hidden", "name": "view", "value": view, "readOnly": True}),
        html.Button("Search", type="submit", className="unseen"),
    ]
    made: Component = html.Form(
        parts, action=to_page("/"), method="get", className="filters", role="search", **extra({"data-choose": "1"})
    )
    return made


def _field(label: str, name: str, control: Component, *, wide: bool = False) -> Component:
    return html.Div(
        [html.Label(label, htmlFor=f"choose-{name}"), control], className="filter wide" if wide else "filter"
    )


def _input(name: str, kind: str, value: str, *, hint: str = "") -> Component:
    at = {"id": f"choose-{name}", "name": name, "type": kind, "defaultValue": value}
    return element("input", None, {**at, "placeholder": hint, "autoComplete": "off"})


def _select(name: str, options: dict[str, str], value: str) -> Component:
    made: list[Child] = [element("option", words, {"value": key}) for key, words in options.items()]
    return element("select", made, {"id": f"choose-{name}", "name": name, "defaultValue": value})


def _day(day: object) -> str:
    return str(day) if day else ""
