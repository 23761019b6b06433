"""A figure with its words: what it shows, and the same as a table."""

from typing import Any, cast

import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.notice import scroller
from dashboard.figures.style import CONFIG


def chart(figure: go.Figure, *, label: str, table: Component) -> Component:
    """Return the figure; `label` says what it shows, `table` holds the same numbers."""
    return html.Figure(
        [
            dcc.Graph(
                figure=figure, config=cast(Any, CONFIG), className="graph", style={"height": figure.layout.height}
            ),
            html.Figcaption(label),
            html.Details([html.Summary("The same as a table"), scroller(table, label=label)], className="as-table"),
        ],
        className="chart",
        **extra({"aria-label": label}),
    )


def plain_table(heads: list[str], rows: list[list[str]]) -> Component:
    """Return a table of text; the first cell of each row names it."""
    return html.Table(
        [
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody([html.Tr([html.Th(row[0], scope="row"), *map(html.Td, row[1:])]) for row in rows]),
        ],
        className="grid plain",
    )
