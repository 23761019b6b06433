"""Sentences in which a word stands, outlet by outlet, the word marked."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.components.words import source_shown
from dashboard.links import to_sentence
from dashboard.story_pages import StoryPage
from dashboard.wording import several

MOST = 12
"""Sentences of one outlet that are shown."""


class Place(NamedTuple):
    """A word in its sentence."""

    article: str
    sentence: int
    before: str
    word: str
    after: str


def word_places(found: Mapping[str, Sequence[Place]], pages: Sequence[StoryPage]) -> Component:
    """Return the sentences of each outlet, those with most first; a sentence opens in its article."""
    parts = []
    for outlet, places in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        items = [html.Li(_sentence(place)) for place in places[:MOST]]
        left = len(places) - len(items)
        if left > 0:
            items.append(html.Li(f"and {left:,} more", className="quiet"))
        heading = html.H3([source_shown(outlet, pages), html.Span(f" {several(len(places), 'time')}", className="n")])
        parts.append(html.Div([heading, html.Ul(items, className="places")], className="word-part"))
    return html.Div(parts, className="word-parts wide")


def _sentence(place: Place) -> list[Component | str]:
    return [
        place.before,
        html.Mark(place.word),
        f"{place.after} ",
        html.A("in its page", href=to_sentence(place.article, place.sentence), className="quiet"),
    ]
