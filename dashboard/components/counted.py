"""A number opened: the sentences that it was counted from, their marked words, and the arithmetic."""

import math
from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.measures.measure import Measure, Value
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.marks import evidence_spans, marked
from dashboard.links import to_article, to_measure, to_sentence
from dashboard.marking import strongest_first
from dashboard.wording import (
    NOT_ENOUGH,
    VOICES,
    counted_in_headline,
    counted_of_headline,
    counts_in_headline,
    how_many,
    in_unit,
    is_share,
    is_two_sided,
    known,
    minimum,
    number,
    several,
    weighed,
)
from sources.article import Article

_CLOSE = 1e-6
_MOST_PARTS = 8
_FIRST = 12


def counted(
    article: Article,
    *,
    measure: Measure,
    value: Value,
    voice: str,
    score: tuple[float, int],
    evidence: pd.DataFrame,
    sentences: pd.DataFrame,
    taken_out: Mapping[str, int] | None = None,
    corrected: str = "",
) -> Component:
    """Return what one value of one voice was counted from.

    `evidence` are the EVIDENCE rows of this value and voice, `sentences` the article's SENTENCES rows; `taken_out` has
    the marks that a person took out (`evidence_spans`), `corrected` what the value would be without them, in words.
    """
    n = score[1]
    places = {int(r.sentence): (int(r.start), int(r.end)) for r in rows_of(sentences)}
    items = [
        _sentence(article, int(str(at)), rows, places, value=value, adds=_adds(value, voice, n), taken_out=taken_out)
        for at, rows in evidence.groupby("sentence", sort=True)
    ]
    weak = n < minimum(value, voice)
    head = [
        html.Div(
            [
                html.H2(f"{value.label}, {VOICES.get(voice, voice)}", id="counted-title"),
                html.A("Close", href=to_article(article.id), className="button", **extra({"data-stay": "1"})),
            ],
            className="split",
        ),
        _big(value, voice, score),
        html.P(value.meaning, className="intro") if value.meaning else None,
        html.P(_arithmetic(value, voice, score, evidence), className="arithmetic"),
        html.P(f"{corrected[:1].upper()}{corrected[1:]}.", className="without") if corrected else None,
        html.P(
            f"{NOT_ENOUGH.capitalize()} to call this a tendency: it rests on {how_many(value, n)}.",
            className="notice notice-quiet",
        )
        if weak
        else None,
        html.Details(
            [
                html.Summary("How it is made"),
                html.P(
                    [f"{measure.formula} ", html.A("More on this measure", href=to_measure(measure.name))],
                    className="intro",
                ),
            ],
            className="how-made",
        ),
    ]
    found = f"{several(len(evidence), 'marked place')} in {several(len(items), 'sentence')}"
    rest = html.P(f"{found}; the other words counted add nothing.", className="quiet")
    nothing = html.P("No word of this kind was found.", className="notice notice-quiet")
    listing = [*_listing(items), rest] if items else [nothing]
    return html.Section(
        [*head, *listing], id="counted", className="counted", **extra({"aria-labelledby": "counted-title"})
    )


def _big(value: Value, voice: str, score: tuple[float, int]) -> Component:
    """Return the value as it is given beside the others: a headline's rate as what was counted in its few words."""
    amount, n = score
    said = "cannot be said" if math.isnan(amount) else in_unit(value, amount)
    unit = f" {value.unit}"
    if counts_in_headline(value, voice) and not math.isnan(amount):
        said, unit = counted_in_headline(amount, n), ""
    direction = "" if is_two_sided(value) else f" ({value.direction})"
    return html.P([html.Span(said, className="big-number"), html.Span(unit + direction, className="unit-inline")])


def _arithmetic(value: Value, voice: str, score: tuple[float, int], evidence: pd.DataFrame) -> str:
    amount, n = score
    if not counts_in_headline(value, voice) or math.isnan(amount) or evidence.empty:
        return arithmetic(value, score, evidence)
    parts = [counted_of_headline(weight, n).removeprefix("adds ") for weight in evidence["weight"]]
    return f"{' + '.join(parts)} = {counted_in_headline(amount, n)}; {in_unit_exact(value, amount)} {value.unit}"


def _adds(value: Value, voice: str, n: int) -> Callable[[float], str]:
    """Return what says of a marked place's weight what it adds to the value as `_big` gives it."""
    if counts_in_headline(value, voice):
        return partial(counted_of_headline, words=n)
    return partial(weighed, value)


def through(evidence: pd.DataFrame) -> Component | None:
    """Return the buttons that lead through the sentences of the text that a number was counted from; None without any.

    assets/25_facts.js does the work.
    """
    numbers = sorted({int(number) for number in evidence["sentence"].tolist() if number >= 0})
    if not numbers:
        return None
    return html.Div(
        [
            html.Button("‹ Sentence before", type="button", className="button step", **extra({"data-through": "-1"})),
            html.Button("Next sentence ›", type="button", className="button step", **extra({"data-through": "1"})),
            html.Span(
                f"counted in {several(len(numbers), 'sentence')} of the text",
                className="through-said quiet",
                role="status",
            ),
        ],
        className="chips through",
        role="group",
        **extra({"aria-label": "Sentences counted", "data-sentences": " ".join(map(str, numbers)), "data-at": "0"}),
    )


def _listing(items: list[Component]) -> list[Component]:
    first = html.Ol(items[:_FIRST], className="counted-list")
    if len(items) <= _FIRST:
        return [first]
    more = html.Ol(items[_FIRST:], className="counted-list", start=str(_FIRST + 1))
    return [first, html.Details([html.Summary(f"{len(items) - _FIRST} sentences more"), more], className="more")]


def arithmetic(value: Value, score: tuple[float, int], evidence: pd.DataFrame) -> str:
    """Return how the weights make the value, as far as it is a plain sum; else what n and the weights are."""
    amount, n = score
    if n == 0 or math.isnan(amount):
        return f"There is nothing to count: 0 {value.counted}."
    total = float(evidence["weight"].sum())
    n_said = how_many(value, n)
    if amount == 0 and evidence.empty:
        return f"No word of this kind in {n_said}: 0 ÷ {n:,} = 0"
    if math.isclose(total, amount, rel_tol=_CLOSE, abs_tol=_CLOSE):
        parts = [in_unit_exact(value, weight) for weight in evidence["weight"]]
        said = " + ".join(parts) if len(parts) <= _MOST_PARTS else f"{len(parts)} marked places together"
        return f"{said} = {in_unit_exact(value, amount)} {value.unit} (in {n_said})"
    if math.isclose(total / n, amount, rel_tol=_CLOSE, abs_tol=_CLOSE):
        return f"Sum of the weights {total:,g} ÷ {n_said} = {in_unit_exact(value, amount)}"
    return f"Counted in {n_said}; the words that pull it up or down are below."


def in_unit_exact(value: Value, amount: float) -> str:
    """Return an amount with one more digit than on the pages, shares as per cent."""
    return f"{amount * 100:.3g} %" if is_share(value) else _exact(amount)


def _sentence(
    article: Article,
    number_of: int,
    rows: pd.DataFrame,
    places: dict[int, tuple[int, int]],
    *,
    value: Value,
    adds: Callable[[float], str],
    taken_out: Mapping[str, int] | None,
) -> Component:
    spans = evidence_spans(rows, taken_out=taken_out)
    if number_of < 0:
        where, words = "Headline", marked(article.title or "", spans)
    else:
        start, end = places.get(number_of, (int(rows["start"].min()), int(rows["end"].max())))
        where, words = f"Sentence {number_of + 1}", marked(article.text, spans, start=start, end=end)
    hits = [
        html.Li(
            [
                html.Q(str(row.quote) if len(str(row.quote)) <= 60 else f"{str(row.quote)[:57]}…"),
                html.Span(f" {row.category}, {row.note} " if known(row.note) else f" {row.category} "),
                html.Span(adds(row.weight), className="weight"),
            ]
        )
        for row in rows_of(strongest_first(rows))
    ]
    total = number(float(rows["weight"].sum()), signed=True)
    together = html.P(f"together {total}", className="quiet") if len(rows) > 1 and is_two_sided(value) else None
    return html.Li(
        [
            html.A(where, href=to_sentence(article.id, number_of), className="where"),
            html.P(words, className="counted-text marked"),
            html.Ul(hits, className="hits"),
            together,
        ]
    )


def _exact(amount: float) -> str:
    return f"{amount:,.4g}".replace("-", "−")


def of_voice(evidence: pd.DataFrame, *, value: str, voice: str) -> pd.DataFrame:
    """Return the EVIDENCE rows of one value and voice; the voice body has narration and quotation together."""
    rows = evidence[evidence["measure"] == value]
    return rows[rows["voice"] != "headline"] if voice == "body" else rows[rows["voice"] == voice]
