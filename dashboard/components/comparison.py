"""Measures as rows, pages as columns: each cell a small scale with a mark for each voice, every number a link."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.measures.measure import Measure, Value
from dashboard.attributes import extra
from dashboard.components.notice import scroller, shape
from dashboard.links import to_measure, to_value
from dashboard.story_pages import StoryPage
from dashboard.wording import (
    NOT_ENOUGH,
    VOICES,
    counted_in,
    counted_in_headline,
    counts_in_headline,
    in_unit,
    is_share,
    is_two_sided,
    is_yes_or_no,
    minimum,
)

Scores = Mapping[tuple[str, str, str], tuple[float, int]]
"""(article, value's name, voice) -> value and n."""

Without = Mapping[tuple[str, str, str], str]
"""(article, value's name, voice) -> what it would be without marks that a person took out, in words."""


def lookup(scores: pd.DataFrame) -> Scores:
    """Return SCORES rows as a mapping."""
    columns = (scores[name] for name in ("article", "measure", "voice", "value", "n"))
    return {(a, m, v): (float(x), int(n)) for a, m, v, x, n in zip(*columns, strict=True)}


def comparison(
    measures: Sequence[Measure], pages: Sequence[StoryPage], scores: Scores, *, without: Without | None = None
) -> Component:
    """Return the table of the leading values of `measures` for `pages`; `without` stands beside what was counted."""
    rows = [_row(measure, value, pages, scores, without or {}) for measure in measures for value in measure.leading]
    return scroller(
        html.Table([_head(pages), html.Tbody(rows)], className="grid compare", style={"--pages": str(len(pages))}),
        label="Measures by page",
    )


def page_heads(pages: Sequence[StoryPage]) -> list[Component]:
    """Return the head cells that name the pages."""
    return [
        html.Th([html.Span(page.letter, className="letter"), html.Span(page.outlet_shown)], scope="col")
        for page in pages
    ]


def span_of(numbers: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the scale that a row's cells share: rounded, around zero where one is below it."""
    real = [x for x in numbers if not math.isnan(x)]
    largest = max((abs(x) for x in real), default=1.0)
    step = 10 ** math.floor(math.log10(largest or 1.0))
    end = next(top * step for top in (1, 2, 3, 5, 10) if top * step >= largest * 0.999)
    return (-end if min(real, default=0.0) < 0 else 0.0), end


def enough(value: Value, voice: str, score: tuple[float, int]) -> bool:
    """Return True when a score rests on enough to be shown as a number."""
    return not math.isnan(score[0]) and score[1] >= minimum(value, voice)


def said(value: Value, voice: str, score: tuple[float, int]) -> str:
    """Return a score in words: the number, a headline's count as a count, or that there is too little."""
    amount, n = score
    if n == 0 or math.isnan(amount):
        return "none"
    if is_yes_or_no(value, voice) and n == 1:
        return "yes" if amount else "no"
    if counts_in_headline(value, voice):
        return counted_in_headline(amount, n)
    return in_unit(value, amount) if enough(value, voice, score) else NOT_ENOUGH


def _row(measure: Measure, value: Value, pages: Sequence[StoryPage], scores: Scores, without: Without) -> Component:
    none = (math.nan, 0)
    shown = [
        scores[page.id, value.name, voice][0]
        for page in pages
        for voice in value.voices
        if enough(value, voice, scores.get((page.id, value.name, voice), none)) and not counts_in_headline(value, voice)
    ]
    low, high = span_of(shown)
    head = html.Th(
        [
            html.A(value.label, href=to_measure(measure.name), title=measure.meaning),
            html.Span(value.unit, className="unit"),
            html.Span(value.direction, className="unit") if _needs_direction(value) else None,
            html.Span(f"bars: {_end(value, low)} to {_end(value, high)}", className="unit"),
        ],
        scope="row",
    )
    cells = [_cell(value, page, scores, without, low, high) for page in pages]
    return html.Tr([head, *cells])


def _needs_direction(value: Value) -> bool:
    """Return False where label and unit say already which way is more."""
    return not (is_share(value) or is_two_sided(value))


def _end(value: Value, end: float) -> str:
    return in_unit(value, end) if is_share(value) else f"{end:,g}".replace("-", "−")


def _cell(value: Value, page: StoryPage, scores: Scores, without: Without, low: float, high: float) -> Component:
    dots: list[Component] = []
    lines: list[Component] = []
    for voice in [voice for voice in VOICES if voice in value.voices]:
        score = scores.get((page.id, value.name, voice), (math.nan, 0))
        words = said(value, voice, score)
        place = to_value(page.id, value=value.name, voice=voice)
        strong = enough(value, voice, score)
        if strong and not counts_in_headline(value, voice) and high > low:
            left = min(max((score[0] - low) / (high - low), 0.0), 1.0) * 100
            dots.append(html.Span(className=f"dot dot-{voice}", style={"left": f"{left:.1f}%"}))
        count = counted_in(value, score[1])
        label = f"{value.label}, {VOICES[voice]}, page {page.name}: {words}; counted {count}"
        if score[1] == 0:
            lines.append(html.Li([shape(voice), html.Span("–", title=f"{VOICES[voice]}: nothing to count")]))
            continue
        link = html.A(words, href=place, className="value" if strong else "value weak", **extra({"aria-label": label}))
        beside = [] if counts_in_headline(value, voice) else [html.Span(count, className="n")]
        lines.append(html.Li([shape(voice), link, *beside]))
        if (page.id, value.name, voice) in without:
            lines.append(html.Li(html.Span(without[page.id, value.name, voice], className="without")))
    zero = [html.Span(className="zero", style={"left": f"{-low / (high - low) * 100:.1f}%"})] if low < 0 < high else []
    strip = html.Div([*zero, *dots], className="strip", **extra({"aria-hidden": "true"}))
    return html.Td([strip, html.Ul(lines, className="values")])


def _head(pages: Sequence[StoryPage]) -> Component:
    return html.Thead(html.Tr([html.Th("Measure", scope="col"), *page_heads(pages)]))
