"""The guided look on the page: the box that says what to look at, and the invitation to it."""

from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from dashboard.attributes import extra
from dashboard.guided import Step, steps
from dashboard.links import to_page
from dashboard.page import View

_DONE = extra({"data-look-done": "1"})
"""What says that the look was had: it does not invite again (assets/45_look.js)."""


def with_look(view: View, number: int, step: Step, *, results: Results) -> View:
    """Return a page with the box of the step that it is seen in."""
    return View(view.title, html.Div([_box(number, step, steps(results)), view.body]))


def invitation(results: Results) -> list[Component]:
    """Return what invites to the look, and the quiet link that is left once it was had; nothing without the demo."""
    found = steps(results)
    if not found:
        return []
    first = found[0].address(1)
    return [
        html.Section(
            [
                html.Div(
                    [
                        html.H2("New here?", id="look-invites"),
                        html.P("Two minutes with one invented story show what all of this is for."),
                    ]
                ),
                html.Div(
                    [
                        html.A("Have a guided look", href=first, className="button main"),
                        html.Button("Not now", type="button", className="take-link", **_DONE),
                    ],
                    className="row",
                ),
            ],
            className="look-invites",
            **extra({"aria-labelledby": "look-invites"}),
        ),
        html.P(html.A("The guided look at the demo", href=first), className="look-again quiet"),
    ]


def _box(number: int, step: Step, found: tuple[Step, ...]) -> Component:
    last = number == len(found)
    back = html.A("‹ Back", href=found[number - 2].address(number - 1), className="button") if number > 1 else None
    onward = (
        html.A("Begin with your own", href=to_page("/collect"), className="button main", **_DONE)
        if last
        else html.A("Next ›", href=found[number].address(number + 1), className="button main")
    )
    leave = html.A("Close" if last else "Leave the look", href=step.address(None), className="look-leave", **_DONE)
    return html.Aside(
        [
            html.P(f"Guided look, {number} of {len(found)}", className="look-at quiet"),
            html.H2(step.heading, tabIndex=-1, id="look-title"),
            html.P(step.said, className="look-said"),
            html.Div([leave, back, onward], className="row"),
        ],
        className="look",
        **extra({"aria-labelledby": "look-title", "data-target": step.target, **({"data-last": "1"} if last else {})}),
    )
