"""The words that one of two outlets uses more on the events that both tell, and where."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.outlets.pair_texts import MOST_EVENTS, read_reports, shared_reports
from analysis.outlets.pair_words import Words, pair_words
from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.components.notice import notice
from dashboard.links import to_article
from dashboard.outlet_choice import Choice
from dashboard.row import Row
from dashboard.story_index import story_index
from dashboard.wording import several

MOST_SHOWN = 12
MOST_EVENTS_READ = 40
"""Events whose texts are read for a page: the latest."""


def words_apart(results: Results, choice: Choice, *, names: tuple[str, str]) -> list[Component]:
    """Return the words of narration that set two outlets apart over their shared events, on the part that is chosen."""
    found, events = _found(results, *names, choice.words, choice.first, choice.last)
    heading = html.H3("Words that set the two apart")
    if found is None or found.words.empty:
        return [heading, notice(f"Not enough evidence: no word stands on enough of {several(events, 'shared event')}.")]
    clear = int(found.words["clear"].sum())
    said = (
        f"Words of the outlets’ own text on {several(events, 'shared event')}, both with equally many words on each. "
        + (
            f"{several(clear, 'word is', 'words are')} used more beyond chance, all words counted; the others may be "
            "chance."
            if clear
            else "None is used more beyond chance, all words counted: these come nearest."
        )
    )
    columns = [
        html.Div([html.H4(f"More with {name}"), html.Ul(_items(found, side), className="words")])
        for name, side in zip(names, (1, -1), strict=True)
    ]
    return [heading, html.P(said, className="quiet"), html.Div(columns, className="two-words")]


def _items(found: Words, side: int) -> Sequence[Component]:
    rows = [row for row in rows_of(found.words) if row.z * side > 0][:MOST_SHOWN]
    places = {row.word: row for row in rows_of(found.places.drop_duplicates("word"))}
    return [_item(row, places.get(row.word)) for row in rows] or [html.Li("no word", className="quiet")]


def _item(row: Row, place: Row | None) -> Component:
    word = html.A(row.word, href=to_article(str(place.article)), className="word") if place is not None else row.word
    count = f"{int(row.first)}× and {int(row.second)}× on {several(int(row.events), 'event')}"
    mark = html.Span(" beyond chance", className="badge") if row.clear else None
    return html.Li([word, html.Span(count, className="n"), mark])


@lru_cache(maxsize=16)
def _found(
    results: Results, one: str, other: str, words: str, first: date | None, last: date | None
) -> tuple[Words | None, int]:
    reports = shared_reports(results, one, other)
    if len(reports) and (words or first or last):
        events = results.rows("events", event=reports["event"].unique().tolist())
        kept = pd.Series(True, index=events.index)
        if words:
            kept &= events["story"].isin(story_index(results).matching(words)["story"].tolist())
        day = pd.to_datetime(events["first"], utc=True).dt.normalize()
        if first is not None:
            kept &= day >= pd.Timestamp(first, tz="UTC")
        if last is not None:
            kept &= day <= pd.Timestamp(last, tz="UTC")
        reports = reports[reports["event"].isin(events.loc[kept, "event"].tolist())]
    if reports.empty:
        return None, 0
    batch, some = read_reports(results, reports, most=min(MOST_EVENTS, MOST_EVENTS_READ))
    return pair_words(batch, some, one, other), int(some["event"].nunique())
