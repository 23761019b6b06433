"""Words that set outlets apart, and the moments of a story."""

from collections.abc import Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.links import to_article
from dashboard.row import Row
from dashboard.story_pages import StoryPage
from dashboard.wording import dates, moment, several

MOST_WORDS = 8


def distinctive_words(rows: pd.DataFrame, pages: Sequence[StoryPage] = ()) -> Component:
    """Return for each outlet the words that it uses more than the others, from DISTINCTIVE rows of a story.

    A source without a name is called by its page's letter, where it is among `pages`.
    Outlets that no word sets apart with enough evidence are not among the rows, and are not shown.
    """
    unnamed = {f"unknown outlet ({page.id[:6]})": page.name for page in pages if page.outlet is None}
    parts = []
    for outlet, words in rows.groupby("outlet", sort=False):
        best = words.sort_values("z", ascending=False).head(MOST_WORDS)
        shown = html.Ul([_word(row) for row in rows_of(best)], className="words")
        parts.append(html.Div([html.H3(unnamed.get(str(outlet), str(outlet))), shown], className="word-part"))
    return html.Div(parts, className="word-parts")


def moments(events: pd.DataFrame, pages: Sequence[StoryPage]) -> Component:
    """Return the moments of a story in order of time, each with its pages, from EVENTS rows."""
    rows = events.sort_values("first", na_position="last")
    return html.Ol([_moment(row, pages) for row in rows_of(rows)], className="moments")


def _word(row: Row) -> Component:
    count, others = int(row.count), int(row.others)
    word = str(row.word)
    return html.Li(
        [
            html.Span(word, className="word"),
            html.Span(f"{several(count, 'time')} here, {others} elsewhere", className="n"),
        ],
        title=f"z = {row.z:.1f}: the larger, the less it looks like chance",
    )


def _moment(row: Row, pages: Sequence[StoryPage]) -> Component:
    event = str(row.event)
    told = [page for page in pages if page.event == event]
    reports = int(row.reports)
    count = several(len(told), "page")
    independent = f", {several(reports, 'independent report')}" if reports != len(told) else ""
    return html.Li(
        [
            html.P(dates(row.first, row.last), className="when"),
            html.H3(str(row.title)),
            html.P(f"{count}{independent}", className="meta"),
            html.Ul(
                [
                    html.Li(
                        [
                            html.Span(page.letter, className="letter"),
                            html.A(page.title_shown, href=to_article(page.id)),
                            html.Span(f" {page.outlet_shown}, {moment(page.published)}", className="quiet"),
                        ]
                    )
                    for page in told
                ]
            ),
        ]
    )
