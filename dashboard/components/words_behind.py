"""The words behind one value on a few events: what each of two outlets was counted for."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from textwrap import shorten

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.stories.reports import own_reports
from dashboard.links import to_value
from dashboard.outlet_choice import Choice
from dashboard.wording import several

MOST_EVENTS = 6
MOST_WORDS = 14


def words_behind(results: Results, events: pd.DataFrame, *, choice: Choice, names: Sequence[str]) -> list[Component]:
    """Return the words that the outlets' own reports were counted for, on the events furthest apart.

    `events` are PAIR_EVENTS. Evidence is made anew for these few reports alone; [] where there is none.
    """
    order = events["difference"].abs().sort_values(ascending=False, kind="stable").index[:MOST_EVENTS]
    chosen = events.loc[order, "event"].astype(str).tolist()
    if not chosen:
        return []
    members = results.rows("members", event=chosen)
    own = own_reports(members, results.rows("credits", article=members["article"].tolist()))
    told = results.rows("articles", id=members["article"].tolist())
    told = told[told["id"].isin(own)]
    columns = [_column(results, told.loc[told["outlet"] == name, "id"].tolist(), name, choice) for name in names]
    intro = f"Counted on the {several(len(chosen), 'event')} on which the two are furthest apart."
    return [
        html.H3("The words behind it"),
        html.P(intro, className="quiet"),
        html.Div(columns, className="two-words"),
    ]


def _column(results: Results, articles: Sequence[str], name: str, choice: Choice) -> Component:
    items = [
        html.Li(
            [
                html.A(word, href=to_value(article, value=choice.value, voice=choice.voice), className="word"),
                html.Span(f"{count}×", className="n"),
            ]
        )
        for word, count, article in _counted(results, tuple(articles), choice.value, choice.voice)
    ]
    nothing = html.P("No word was counted.", className="quiet")
    return html.Div([html.H4(name), html.Ul(items, className="words") if items else nothing])


@lru_cache(maxsize=64)
def _counted(results: Results, articles: tuple[str, ...], value: str, voice: str) -> tuple[tuple[str, int, str], ...]:
    """Return the words counted most often, how often, and an article that has them."""
    counts: Counter[str] = Counter()
    where: dict[str, str] = {}
    for article in articles:
        evidence = results.evidence(article)
        mine = evidence[evidence["measure"] == value]
        if voice != "body":
            mine = mine[mine["voice"] == voice]
        for quote in mine["quote"].tolist():
            word = shorten(str(quote), width=60, placeholder=" …").casefold()
            counts[word] += 1
            where.setdefault(word, article)
    return tuple((word, count, where[word]) for word, count in counts.most_common(MOST_WORDS))
