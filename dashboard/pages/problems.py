"""What is shown instead of a page: nothing at the address, something failed."""

from dash import html

from dashboard.links import to_page
from dashboard.page import View


def not_found(message: str) -> View:
    """Say that the address leads nowhere."""
    body = html.Div(
        [
            html.H1("Not found", id="page-title", tabIndex=-1),
            html.P(_first_part(message), className="lede"),
            html.P("After a new analysis, stories can have new addresses; articles keep theirs."),
            html.P(html.A("All stories", href=to_page("/"), className="button")),
        ],
        className="narrow",
    )
    return View("Not found", body)


def _first_part(message: str) -> str:
    """Return a message without the list of valid names, which is meant for the command line."""
    first = message.split("; ")[0]
    return f"{first[:1].upper()}{first[1:].rstrip('.')}."


def broken(message: str) -> View:
    """Say that a page could not be drawn."""
    body = html.Div(
        [
            html.H1("This page could not be drawn", id="page-title", tabIndex=-1),
            html.P(message, className="lede"),
            html.P("Nothing is lost: your articles and results are as they were."),
            html.P(html.A("All stories", href=to_page("/"), className="button")),
        ],
        className="narrow",
    )
    return View("This page could not be drawn", body)
