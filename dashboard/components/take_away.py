"""Links that take a figure or a table away: as a picture or as numbers, made in the browser from what is shown."""

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra

TABLE = ("csv", "json")
FIGURE = (*TABLE, "svg", "png")


def take_away(file: str, *, forms: tuple[str, ...] = FIGURE) -> Component:
    """Return a button for each form; `file` names what is written. assets/40_take_away.js does the work."""
    buttons = [
        html.Button(
            form.upper(),
            type="button",
            className="take",
            **extra({"data-take": form, "data-file": file, "aria-label": f"Save as {form.upper()}"}),
        )
        for form in forms
    ]
    return html.Span(["Save: ", *buttons], className="take-away")
