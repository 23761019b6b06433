"""How the pages of a story show the same people, places and bodies: a row for each, a cell for each page."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.comparison import page_heads
from dashboard.components.notice import scroller, shape
from dashboard.links import to_sentence
from dashboard.row import Row
from dashboard.story_pages import StoryPage
from dashboard.wording import VOICES, number, several

MOST_ENTITIES = 8
LEAST_PAGES = 2
LEAST_MENTIONS = 2
MOST_WORDS = 6
"""Words that are shown for each voice, the strongest first."""

UNDECIDED = "undecided"
NOT_NAMED = "hardly or not named"


class _Cell(NamedTuple):
    """What one voice of one page says of an entity."""

    value: float
    n: int
    named: str


def portrayed(rows: pd.DataFrame, words: pd.DataFrame, pages: Sequence[StoryPage]) -> Component | None:
    """Return the table of the entities that most pages speak of; None when there is none.

    `rows` are PORTRAYALS and `words` the rows of `analysis.portrayals.PORTRAYED` of these pages. An entity is shown
    when two pages or more mention it twice or more in their own words or in those of people quoted.
    """
    told = rows[(rows["n"] >= LEAST_MENTIONS).to_numpy() & (rows["voice"] != "headline").to_numpy()]
    most = told.groupby("entity").agg(pages=("article", "nunique"), n=("n", "sum")).reset_index()
    most = most[(most["pages"] >= LEAST_PAGES).to_numpy()]
    most = most.sort_values(["pages", "n", "entity"], ascending=[False, False, True]).head(MOST_ENTITIES)
    if most.empty:
        return None
    cells = {
        (row.entity, row.article, row.voice): _Cell(float(row.value), int(row.n), row.named) for row in rows_of(rows)
    }
    why: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows_of(words):
        why.setdefault((row.article, row.entity, row.voice), []).append(row)
    body = [
        html.Tr([html.Th(entity, scope="row"), *(_cell(entity, page, cells, why) for page in pages)])
        for entity in most["entity"].tolist()
    ]
    head = html.Thead(html.Tr([html.Th("Named", scope="col"), *page_heads(pages)]))
    table = html.Table([head, html.Tbody(body)], className="grid compare", style={"--pages": str(len(pages))})
    return scroller(table, label="People, places and bodies by page: left of the middle ill, right well")


def _cell(
    entity: str,
    page: StoryPage,
    cells: Mapping[tuple[str, str, str], _Cell],
    why: Mapping[tuple[str, str, str], Sequence[Row]],
) -> Component:
    dots: list[Component] = []
    lines: list[Component] = []
    reasons: list[Component] = []
    for voice in [voice for voice in VOICES if voice != "body"]:
        cell = cells.get((entity, page.id, voice))
        if cell is None or cell.n == 0:
            continue
        decided = not math.isnan(cell.value)
        if decided:
            dots.append(html.Span(className=f"dot dot-{voice}", style={"left": f"{(cell.value + 1) * 50:.1f}%"}))
        said = number(cell.value, signed=True) if decided else UNDECIDED
        label = f"{entity}, {VOICES[voice]}, page {page.name}: {said}; {several(cell.n, 'mention')}"
        value = html.Span(said, className="value" if decided else "value weak", **extra({"aria-label": label}))
        lines.append(html.Li([shape(voice), value, html.Span(several(cell.n, "mention"), className="n")]))
        found = why.get((page.id, cell.named, voice))
        if found is not None:
            reasons.append(_reason(page, voice, found))
    if not lines:
        return html.Td(html.Span(NOT_NAMED, className="not-held"))
    strip = html.Div(
        [html.Span(className="zero", style={"left": "50%"}), *dots], className="strip", **extra({"aria-hidden": "true"})
    )
    opened = [html.Details([html.Summary("Words counted"), *reasons])] if reasons else []
    return html.Td([strip, html.Ul(lines, className="values"), *opened])


def _reason(page: StoryPage, voice: str, words: Sequence[Row]) -> Component:
    """Return the strongest words of one voice; each leads to its sentence. A word near two mentions stands once."""
    at_place: dict[tuple[int, int], list[Row]] = {}
    for row in words:
        at_place.setdefault((row.start, row.end), []).append(row)
    found = [(sum(float(row.weight) for row in at), at[0]) for _, at in sorted(at_place.items())]
    found.sort(key=lambda word: -abs(word[0]))
    left, rest = len(found) - MOST_WORDS, sum(weight for weight, _ in found[MOST_WORDS:])
    items = [
        html.Li(
            [
                html.A(f"“{row.quote}”", href=to_sentence(page.id, int(row.sentence))),
                html.Span(f"{row.category} {number(weight, signed=True)}", className="n"),
            ]
        )
        for weight, row in found[:MOST_WORDS]
    ]
    if left > 0:
        items.append(html.Li(html.Span(f"{several(left, 'other word')} {number(rest, signed=True)}", className="n")))
    return html.Div([html.P([shape(voice), " ", VOICES[voice]], className="unit"), html.Ul(items, className="values")])
