"""Words that set outlets apart, and the moments of a story."""

from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.components.standing import standing, uncertain
from dashboard.links import to_article
from dashboard.row import Row
from dashboard.story_pages import StoryPage, by_id
from dashboard.wording import dates, known, moment, number, several

MOST_WORDS = 8


def distinctive_words(
    rows: pd.DataFrame, pages: Sequence[StoryPage] = (), places: Mapping[tuple[str, str], str] | None = None
) -> Component:
    """Return for each outlet the words that it uses more than the others, and less, from DISTINCTIVE rows of an event.

    A source without a name is called by its page's letter, where it is among `pages`. `places` are addresses of
    (outlet, word) where it stands first. Outlets that no word sets apart with enough evidence are not among the rows,
    and are not shown.
    """
    parts = []
    for outlet, words in rows.groupby("outlet", sort=False):
        more, less = words[words["z"] > 0].head(MOST_WORDS), words[words["z"] < 0].head(MOST_WORDS)
        shown: list[Component] = [html.H3(source_shown(str(outlet), pages))]
        if len(more):
            shown.append(html.Ul([_word(row, places or {}) for row in rows_of(more)], className="words"))
        if len(less):
            shown.append(html.P("Uses less than the others do:", className="quiet"))
            shown.append(html.Ul([_word(row, places or {}) for row in rows_of(less)], className="words"))
        parts.append(html.Div(shown, className="word-part"))
    return html.Div(parts, className="word-parts")


def source_shown(outlet: str, pages: Sequence[StoryPage]) -> str:
    """Return the name of a source; one without a name is called by its page's letter, where it is among `pages`."""
    unnamed = {f"unknown outlet ({page.id[:6]})": page.name for page in pages if page.outlet is None}
    return unnamed.get(outlet, outlet)


def moments(
    events: pd.DataFrame, pages: Sequence[StoryPage], named: Mapping[str, tuple[str, str]] | None = None
) -> Component:
    """Return the events of a story in order of time, each with its pages and why they stand there, from EVENTS rows.

    `named` has the title and the story of other events that may be named there.
    """
    rows = events.sort_values("first", na_position="last")
    told = {str(row.event): (str(row.title), str(row.story)) for row in rows_of(rows)} | dict(named or {})
    return html.Ol([_moment(row, pages, told, titled=len(rows) > 1) for row in rows_of(rows)], className="moments")


def _word(row: Row, places: Mapping[tuple[str, str], str]) -> Component:
    count, others = int(row.count), int(row.others)
    place = places.get((str(row.outlet), str(row.word)))
    word = html.A(str(row.word), href=place, className="word") if place else html.Span(str(row.word), className="word")
    interval = f"{number(row.low, signed=True)} to {number(row.high, signed=True)}"
    return html.Li(
        [word, html.Span(f"{several(count, 'time')} here, {others} elsewhere", className="n")],
        title=f"z = {number(row.z)}: the larger, the less it looks like chance; log-odds {interval}",
    )


def _moment(row: Row, pages: Sequence[StoryPage], events: Mapping[str, tuple[str, str]], *, titled: bool) -> Component:
    event = str(row.event)
    told = [page for page in pages if page.event == event]
    reports = int(row.reports)
    count = several(len(told), "page")
    independent = f", {several(reports, 'independent report')}" if reports != len(told) else ""
    return html.Li(
        [
            html.P(dates(row.first, row.last), className="when") if titled or known(row.first) else None,
            html.H3(str(row.title)) if titled else None,
            html.P(f"{count}{independent}", className="meta"),
            html.Ul(
                [
                    html.Li(
                        [
                            html.Span(page.letter, className="letter"),
                            html.A(page.title_shown, href=to_article(page.id)),
                            html.Span(f" {page.outlet_shown}, {moment(page.published)} ", className="quiet"),
                            uncertain(page),
                        ]
                    )
                    for page in told
                ]
            ),
            standing(told, by_id(pages), events),
        ]
    )
