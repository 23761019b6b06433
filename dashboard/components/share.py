"""Taking a view away: its address, its rows, and the page on paper."""

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra


def share(*files: tuple[str, str]) -> Component:
    """Return the line that copies the address, prints the page, and gives `files`: (what it is, its address)."""
    links = [
        html.A(
            said,
            href=address,
            className="take-link",
            download="",
            **extra({"aria-label": f"Download this view: {said}"}),
        )
        for said, address in files
    ]
    return html.Div(
        [
            html.Span("Take it away:", className="chips-label"),
            html.Button("Copy link", type="button", className="take-link", **extra({"data-copy": "1"})),
            *links,
            html.Button("Print", type="button", className="take-link", **extra({"data-print": "1"})),
        ],
        className="share",
        role="group",
        **extra({"aria-label": "Take this view away"}),
    )
