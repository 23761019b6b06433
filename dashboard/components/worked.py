"""A measure explained, with its example run and marked as any article is."""

import math
from functools import cache

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.measures.measure import Measure, Value
from analysis.reading.articles import read
from dashboard.attributes import extra
from dashboard.components.accuracy import Own, accuracy
from dashboard.components.chips import marks_box
from dashboard.components.counted import arithmetic, of_voice
from dashboard.components.marks import evidence_spans, marked, quotation_spans
from dashboard.components.notice import scroller
from dashboard.wording import VOICES, in_unit, records
from sources.article import Article, article_id

MANY_VALUES = 5


def measure_part(measure: Measure, own: Own = ()) -> Component:
    """Return the explanation of a measure."""
    told = any(value.meaning for value in measure.values)
    rows = [_row(value, told=told) for value in measure.values]
    table = html.Table([_head(told=told), html.Tbody(rows)], className="grid plain")
    values = scroller(table, label=f"Values of {measure.label}")
    if len(measure.values) >= MANY_VALUES:
        values = html.Details([html.Summary(f"Its {len(measure.values)} values"), values], className="fold")
    return html.Section(
        [
            html.H3(measure.label, id=f"measure-{measure.name}-title"),
            html.P(measure.meaning),
            html.Dl(
                [
                    html.Dt("How it is made"),
                    html.Dd(measure.formula),
                    html.Dt("Where it goes wrong"),
                    html.Dd(measure.caveat),
                    html.Dt("How often it is right"),
                    html.Dd(accuracy(measure.name, own)),
                    html.Dt("From"),
                    html.Dd(measure.reference),
                ],
                className="explained",
            ),
            values,
            example(measure),
        ],
        id=f"measure-{measure.name}",
        className="measure-part",
        **extra({"aria-labelledby": f"measure-{measure.name}-title"}),
    )


def example(measure: Measure) -> Component:
    """Return the measure's own example, scored now, with the words that count marked."""
    shown = measure.example
    article = Article(id=article_id(shown.title, shown.text), text=shown.text, title=shown.title, language="en")
    score, evidence, voices = _run(measure, article)
    key, _, value = records()[shown.value] if shown.value in records() else (0, measure, measure.values[0])
    rows = of_voice(evidence, value=shown.value, voice=shown.voice)
    in_title = rows["voice"] == "headline"
    spans = [*evidence_spans(rows[~in_title]), *quotation_spans(voices)]
    headline = (
        [html.P(marked(shown.title, evidence_spans(rows[in_title])), className="headline-again")] if shown.title else []
    )
    blocks = [html.P(marked(shown.text, spans, start=a, end=b)) for a, b in _blocks(shown.text)]
    said = f"{value.label}, {VOICES[shown.voice]}: {in_unit(value, score[0])} {value.unit}"
    return html.Div(
        [
            html.P("Example, counted now", className="example-head"),
            marks_box([html.Div([*headline, *blocks], className="text marked")], [key]),
            html.P(said, className="big-line"),
            html.P(arithmetic(value, score, rows), className="arithmetic"),
        ],
        className="example",
    )


@cache
def _run(measure: Measure, article: Article) -> tuple[tuple[float, int], pd.DataFrame, pd.DataFrame]:
    batch = read([article])
    scored = measure.score(batch)
    wanted = (scored.scores["measure"] == measure.example.value) & (scored.scores["voice"] == measure.example.voice)
    rows = scored.scores[wanted]
    score = (float(rows["value"].iloc[0]), int(rows["n"].iloc[0])) if len(rows) else (math.nan, 0)
    return score, scored.evidence, batch.voices


def _blocks(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for block in text.split("\n\n"):
        found.append((start, start + len(block)))
        start += len(block) + 2
    return found


def _head(*, told: bool) -> Component:
    heads = ("Value", *(["Meaning"] if told else []), "Unit", "Range", "Given for", "Counted in", "Direction")
    return html.Thead(html.Tr([html.Th(head, scope="col") for head in heads]))


def _row(value: Value, *, told: bool) -> Component:
    ends = [_end(value.low, "no lower end"), _end(value.high, "no upper end")]
    voices = ", ".join(VOICES[voice] for voice in value.voices)
    cells = (*([value.meaning] if told else []), value.unit, " to ".join(ends), voices, value.counted, value.direction)
    return html.Tr([html.Th(value.label, scope="row"), *map(html.Td, cells)])


def _end(end: float, otherwise: str) -> str:
    return f"{end:,.4g}".replace("-", "−") if math.isfinite(end) else otherwise
