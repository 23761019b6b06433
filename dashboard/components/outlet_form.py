"""The form over the pages of outlets: which part of the library is compared. Its answer is an address."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.links import Pairs, to_page
from dashboard.outlet_choice import BY_NAME, Choice


def outlet_form(
    choice: Choice,
    path: str,
    *,
    groups: Sequence[str],
    before: Sequence[Component] = (),
    more: Pairs = (),
    order: bool = True,
) -> Component:
    """Return the form; `before` are inputs of the page's own, `more` what its address keeps beside the choice.

    With `order` the order of rows can be chosen.
    """
    days = [_day("first", "Events from", choice.first), _day("last", "until", choice.last)]
    inputs: list[Component] = [
        *before,
        dmc.TextInput(
            id="outlets-words", name="q", label="Stories with the words", value=choice.words, placeholder="all stories"
        ),
        *days,
    ]
    if groups:
        inputs.append(
            dmc.Select(
                id="outlets-group",
                name="group",
                label="Inside the group",
                data=[{"value": name, "label": name} for name in groups],
                value=choice.group or None,
                placeholder="all outlets",
                clearable=True,
                searchable=len(groups) > 8,
            )
        )
    if order:
        orders = [{"value": "far", "label": "how far they differ"}, {"value": BY_NAME, "label": "name"}]
        inputs.append(
            dmc.Select(
                id="outlets-order",
                name="order",
                label="In the order of",
                data=orders,
                value=choice.order or "far",
                allowDeselect=False,
            )
        )
    inputs.append(html.Button("Show", type="submit", className="button primary"))
    if choice.filtered:
        inputs.append(html.A("Take all", href=to_page(path, [*more, *choice.of_all().pairs()]), className="button"))
    kept = urlencode([*more, *(pair for pair in choice.pairs() if pair[0] in ("value", "voice"))])
    said = extra({"data-go": "1", "data-keep": kept, "aria-label": "What is compared"})
    return html.Form(inputs, className="outlet-form", method="get", action=to_page(path), role="search", **said)


def _day(name: str, label: str, value: date | None) -> Component:
    made: Component = dmc.TextInput(
        id=f"outlets-{name}",
        name=name,
        label=label,
        value=value.isoformat() if value else "",
        inputProps={"type": "date"},
    )
    return made
