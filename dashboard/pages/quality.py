"""Data quality: what is missing or unclear in the library, and what can be done about it."""

from dash import html

from dashboard.components.notice import title
from dashboard.current import CurrentResults
from dashboard.page import Page, Query, View


def layout(current: CurrentResults, query: Query) -> View:
    """Return the page."""
    return View("Data quality", html.Div([title("Data quality")], className="page quality-page"))


PAGE = Page(name="quality", path="/quality", title="Data quality", from_library=layout, navigation=True)
