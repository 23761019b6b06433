"""What stands around every page: the first bytes of HTML, the header with its navigation, the footer."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.links import to_page
from dashboard.page import Page

LOCATION = "address"
PAGE = "page"
PAGE_INFO = "page-info"
NOTES = "notifications"

_THEME = {
    "primaryColor": "blue",
    "primaryShade": {"light": 8, "dark": 4},
    "autoContrast": True,
    "respectReducedMotion": True,
    "fontFamily": "var(--sans)",
    "headings": {"fontFamily": "var(--serif)"},
}

_INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<meta name="color-scheme" content="light dark">
<title>{%title%}</title>
{%favicon%}
{%css%}
<script src="HEAD_SCRIPT"></script>
</head>
<body>
<noscript><p class="noscript">Parallax draws its pages with JavaScript, from this machine alone. Please allow it here.
The same numbers are in <code>parallax export --format html</code>, which needs none.</p></noscript>
{%app_entry%}
<div hidden>
{%config%}
{%scripts%}
{%renderer%}
</div>
</body>
</html>"""


def index(head_script: str) -> str:
    """Return the first HTML, with the script at the address `head_script` before anything is drawn."""
    return _INDEX.replace("HEAD_SCRIPT", head_script)


def shell(pages: tuple[Page, ...]) -> Component:
    """Return the frame of the app: skip link, header, the place where pages are drawn, footer."""
    made: Component = dmc.MantineProvider(
        [
            html.A("Skip to content", href="#main", className="skip"),
            dcc.Location(id=LOCATION, refresh=False),
            dcc.Store(id=PAGE_INFO),
            dmc.NotificationContainer(id=NOTES, position="bottom-right"),
            html.Header(_header(pages), className="top"),
            html.Main(html.Div(_loading(), id=PAGE), id="main", tabIndex=-1),
            html.Footer(_footer(), className="foot"),
            html.Div(id="said", role="status", className="unseen"),
        ],
        theme=_THEME,
        defaultColorScheme="auto",
    )
    return made


def _header(pages: tuple[Page, ...]) -> Component:
    return html.Div(
        [
            html.A(
                [html.Span(className="logo", **extra({"aria-hidden": "true"})), html.Span("Parallax")],
                href=to_page("/"),
                className="brand",
                **extra({"aria-label": "Parallax, all stories"}),
            ),
            html.Nav(
                [
                    html.A(page.title, href=to_page(page.path), **extra({"data-nav": page.name}))
                    for page in pages
                    if page.navigation
                ],
                className="nav",
                **extra({"aria-label": "Main"}),
            ),
            dmc.ColorSchemeToggle(
                lightIcon=html.Span(className="icon icon-sun"),
                darkIcon=html.Span(className="icon icon-moon"),
                variant="subtle",
                color="gray",
                size="lg",
                **extra({"aria-label": "Light or dark"}),
            ),
        ],
        className="bar",
    )


def _footer() -> Component:
    return html.Div(
        [
            html.P("Parallax shows how a text is worded. It cannot show whether it is true, fair or biased."),
            html.P(
                [
                    "Everything is computed on this machine, and nothing leaves it. ",
                    html.A("How every number is made", href=to_page("/method")),
                ]
            ),
        ],
        className="bar",
    )


def _loading() -> Component:
    return html.Div([html.Div(className="bone") for _ in range(4)], className="bones", **extra({"aria-hidden": "true"}))
