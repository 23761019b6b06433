"""The list of stories as a table."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.apart import apart_shortly
from dashboard.components.notice import scroller
from dashboard.links import to_story
from dashboard.row import Row
from dashboard.wording import NO_HEADLINE, dates, text_or

Told = tuple[Row, Sequence[str | None], int, Row | None]
"""A STORIES row, the outlets of its pages in order of time, the number of facts told differently, and its APART row."""

_NAMES = 4
_HEADS = ("Story", "When", "Pages", "Independent reports", "Outlets", "Outlets apart", "Facts told differently")


def story_table(stories: Sequence[Told]) -> Component:
    """Return one row for each story."""
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in _HEADS]))
    body = html.Tbody([_row(*each) for each in stories])
    return scroller(html.Table([head, body], className="grid plain story-table"), label="Stories")


def _row(row: Row, told: Sequence[str | None], differing: int, apart: Row | None) -> Component:
    link = html.A(text_or(row.title, NO_HEADLINE), href=to_story(str(row.story)))
    cells = [
        dates(row.first, row.last),
        f"{int(row.articles):,}",
        f"{int(row.reports):,}",
        ", ".join(list(dict.fromkeys(name for name in told if name))[:_NAMES]),
        apart_shortly(apart) if apart is not None else "–",
        f"{differing:,}" if differing else "–",
    ]
    return html.Tr([html.Th(link, scope="row"), *map(html.Td, cells)])
