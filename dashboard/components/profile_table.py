"""A measure with many parts (the frames): parts as rows, pages as columns, bars on one scale."""

import math
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from analysis.measures.measure import Measure, Value
from dashboard.attributes import extra
from dashboard.components.comparison import Scores, enough, page_heads
from dashboard.components.notice import scroller
from dashboard.links import to_measure, to_value
from dashboard.story_pages import StoryPage
from dashboard.wording import NOT_ENOUGH, VOICES, counted_in, in_unit, is_yes_or_no

MANY_PARTS = 5
"""From this many values on, a measure is shown as a profile instead of rows with scales."""


def profile_table(measure: Measure, pages: Sequence[StoryPage], scores: Scores, *, voice: str) -> Component:
    """Return bars of each value of `measure` in one voice; parts that no page has are named below the table."""
    table = {
        value.name: [scores.get((page.id, value.name, voice), (math.nan, 0)) for page in pages]
        for value in measure.values
    }
    used = [value for value in measure.values if any(x > 0 and n for x, n in table[value.name])]
    used.sort(key=lambda value: (is_rest(value), -sum(x for x, _ in table[value.name] if not math.isnan(x))))
    unused = [value.label for value in measure.values if value not in used]
    parts = [value for value in used if not is_rest(value)]
    longest = max((x for value in parts for x, _ in table[value.name] if not math.isnan(x)), default=1.0) or 1.0
    body = [
        html.Tr(
            [
                html.Th(_named(value), scope="row", title=value.meaning or value.direction),
                *(
                    _cell(value, page, score, longest, voice)
                    for page, score in zip(pages, table[value.name], strict=True)
                ),
            ]
        )
        for value in used
    ]
    corner = [html.A(measure.label, href=to_measure(measure.name)), html.Span(measure.values[0].unit, className="unit")]
    head = html.Thead(html.Tr([html.Th(corner, scope="col"), *page_heads(pages)]))
    made = scroller(
        html.Table([head, html.Tbody(body)], className="grid frames", style={"--pages": str(len(pages))}),
        label=f"{measure.label} by page",
    )
    rest = [html.P(f"No words found for: {', '.join(unused)}.", className="quiet")] if unused else []
    return html.Div([made, *rest, *meanings(measure.values)], className="frames-part")


def meanings(values: Sequence[Value]) -> list[Component]:
    """Return a fold that says in a sentence each what the values mean; nothing where none of them says it."""
    told = [value for value in values if value.meaning]
    if not told:
        return []
    items = [part for value in told for part in (html.Dt(value.label), html.Dd(value.meaning))]
    return [html.Details([html.Summary("What each means"), html.Dl(items, className="explained")], className="fold")]


def is_rest(value: Value) -> bool:
    """Return True for the part that holds what fits no other part: it stands last and has no bar."""
    return value.name.endswith(".other")


def _named(value: Value) -> list[str | Component]:
    return [value.label, html.Span("no word of any of these", className="unit")] if is_rest(value) else [value.label]


def _cell(value: Value, page: StoryPage, score: tuple[float, int], longest: float, voice: str) -> Component:
    amount, n = score
    if n == 0 or math.isnan(amount):
        return html.Td(html.Span("–", title="nothing to count"))
    if not enough(value, voice, score):
        return html.Td(html.Span(NOT_ENOUGH, className="weak", title=counted_in(value, n)))
    plain = is_yes_or_no(value, voice) and n == 1
    if amount == 0:
        return html.Td(html.Span("no" if plain else "0", className="none"))
    words = "yes" if plain else in_unit(value, amount)
    label = f"{value.label}, {VOICES[voice]}, page {page.name}: {words} {value.unit}; counted {counted_in(value, n)}"
    bar = html.Span(
        className="bar-fill", style={"width": f"{amount / longest * 100:.1f}%"}, **extra({"aria-hidden": "true"})
    )
    link = html.A(
        words, href=to_value(page.id, value=value.name, voice=voice), className="value", **extra({"aria-label": label})
    )
    return html.Td(link if is_rest(value) or plain else [link, html.Span(bar, className="bar-track")])
