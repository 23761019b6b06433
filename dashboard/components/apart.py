"""How far the outlets of an event are apart: the number, and bars of the outlets and words that it is made of."""

from collections.abc import Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.apart.distance import LEAST_WORDS, REST
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.notice import notice, scroller
from dashboard.components.words import source_shown
from dashboard.row import Row
from dashboard.story_pages import StoryPage
from dashboard.wording import NOT_ENOUGH, number, several

NO_CLEAR_DIFFERENCE = "no clear difference"


def apart_said(row: Row) -> str:
    """Return the distance of an APART row in words: "0.25 (0.05 to 0.46)", or that there is not enough evidence."""
    if not row.enough:
        return NOT_ENOUGH
    return f"{number(row.value)} ({number(row.low)} to {number(row.high)})"


def apart_shortly(row: Row) -> str:
    """Return the distance as lists and headings say it: a number whose interval holds 0 is no clear difference."""
    return NO_CLEAR_DIFFERENCE if row.enough and row.low <= 0 else apart_said(row)


def how_far(row: Row, parts: pd.DataFrame, pages: Sequence[StoryPage] = ()) -> Component:
    """Return what the distance of an event says and what drives it, from its APART row and APART_PARTS.

    A source without a name is called by its page's letter, where it is among `pages`.
    """
    if not row.enough:
        return notice(
            f"Not enough evidence: it takes two outlets with {LEAST_WORDS} words each of their own, names and words "
            f"such as “the” not counted; here {several(int(row.outlets), 'outlet has', 'outlets have')} as many."
        )
    by_outlet, by_word = parts[parts["kind"] == "outlet"], parts[parts["kind"] == "word"]
    return html.Div(
        [
            html.P([html.Span(number(row.value), className="value big"), " ", _meant(row)], className="apart-number"),
            scroller(
                _bars(by_outlet, "Outlet", pages), label="Which outlets stand apart: parts that add up to the number"
            ),
            scroller(
                _bars(by_word, "Word", pages), label="Which words set them apart: parts that add up to the number"
            ),
        ],
        className="apart",
    )


def _meant(row: Row) -> str:
    low, high = number(row.low), number(row.high)
    if row.low <= 0:
        said = "no more than one text would differ from itself, dealt out among them: the interval has 0 in it"
    else:
        share = f"{min(row.value, 1.0) * 100:.0f} %"
        said = f"two of their words are the same {share} less often than two words of one of them"
    told = f"{several(int(row.outlets), 'outlet')}, {several(int(row.reports), 'report')}"
    return f"(95 % interval {low} to {high}): {said}. {told}."


def _bars(parts: pd.DataFrame, head: str, pages: Sequence[StoryPage]) -> Component:
    longest = float(parts["part"].abs().max()) or 1.0
    body = [_bar(row, longest, pages) for row in rows_of(parts)]
    heads = [html.Th(head, scope="col"), html.Th("adds", scope="col"), html.Th("where", scope="col")]
    return html.Table([html.Thead(html.Tr(heads)), html.Tbody(body)], className="grid plain bars")


def _bar(row: Row, longest: float, pages: Sequence[StoryPage]) -> Component:
    width = f"{abs(row.part) / longest * 100:.1f}%"
    kind = "bar-fill" if row.part >= 0 else "bar-fill bar-less"
    bar = html.Span(
        html.Span(className=kind, style={"width": width}), className="bar-track", **extra({"aria-hidden": "true"})
    )
    return html.Tr(
        [
            html.Th(source_shown(str(row.name), pages) if row.kind == "outlet" else str(row.name), scope="row"),
            html.Td([html.Span(number(row.part, signed=True), className="value"), bar]),
            html.Td(_where(row, pages), className="n"),
        ]
    )


def _where(row: Row, pages: Sequence[StoryPage]) -> str:
    if row.kind == "outlet":
        return several(int(row.count), "word")
    if row.name == REST:
        return several(int(row.count), "use")
    return f"{source_shown(str(row.outlet), pages)}: {several(int(row.count), 'time')}; elsewhere {int(row.others):,}"
