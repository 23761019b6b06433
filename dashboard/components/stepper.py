"""Stepping through the facts of an event: the texts beside each other scroll to where each tells it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra


def stepper(facts: Sequence[str], *, at: int) -> Component:
    """Return the buttons and the facts; `at` is the number of the one shown, from 1, or 0 for none yet."""
    said = f"Fact {at} of {len(facts)}: {facts[at - 1]}" if at else f"{len(facts)} facts are told by two pages or more."
    return html.Div(
        [
            html.Button("‹ Fact before", type="button", className="button step", **extra({"data-step": "-1"})),
            html.Button("Next fact ›", type="button", className="button step", **extra({"data-step": "1"})),
            html.P(said, className="step-said", role="status"),
            html.Ol([html.Li(fact) for fact in facts], className="steps", hidden=True),
        ],
        className="stepper",
        role="group",
        **extra({"aria-label": "Fact by fact", "data-at": str(at)}),
    )
