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


def picture(file: str) -> Component:
    """Return the buttons that save the part of the page in which they stand as a picture (assets/42_picture.js)."""
    buttons = [
        html.Button(
            form.upper(),
            type="button",
            className="take",
            **extra({"data-picture": form, "data-file": file, "aria-label": f"Save this part as {form.upper()}"}),
        )
        for form in ("svg", "png")
    ]
    return html.P(["Save as a picture: ", *buttons], className="take-away picture")
