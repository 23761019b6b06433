"""All values of one article, by voice, each a link to the words it was counted from."""

import math
from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from analysis.measures.measure import Measure, Value
from dashboard.attributes import extra
from dashboard.components.comparison import Scores, enough, said
from dashboard.components.notice import notice, shape, voices_legend
from dashboard.components.profile_table import MANY_PARTS, is_rest
from dashboard.links import to_measure, to_value
from dashboard.wording import VOICES, counted_in, counts_in_headline, is_yes_or_no, several

Corrected = Mapping[tuple[str, str], tuple[int, float | None]]
"""By value and voice: how many of its marks a person took out, and the value without them (None: cannot be said)."""


def score_panel(
    article: str,
    measures: Sequence[Measure],
    scores: Scores,
    *,
    opened: tuple[str, str] | None,
    corrected: Corrected | None = None,
) -> Component:
    """Return the panel; `opened` is the value and voice that the page shows opened, None when there is none.

    `corrected` has the values of which a person took out marks: they stand beside those that were counted.
    """
    parts = [_measure(article, measure, scores, opened, corrected or {}) for measure in measures]
    said = (
        notice(
            "You took out marks. Values stay as counted, here and in every comparison; beside them stands what they "
            "would be with your corrections."
        )
        if corrected
        else None
    )
    return html.Section(
        [html.H2("Scores", id="scores-title"), voices_legend(), said, *parts],
        className="panel",
        **extra({"aria-labelledby": "scores-title"}),
    )


def without_said(value: Value, voice: str, score: tuple[float, int], corrected: tuple[int, float | None]) -> str:
    """Return what a value would be with a person's corrections, in words."""
    many, amount = corrected
    marks = f"{several(many, 'mark')} taken out by you"
    if amount is None:
        return f"{marks}; what it would be without {'it' if many == 1 else 'them'} cannot be said"
    return f"with your corrections: {said(value, voice, (amount, score[1]))} ({marks})"


def _measure(
    article: str, measure: Measure, scores: Scores, opened: tuple[str, str] | None, corrected: Corrected
) -> Component:
    values: Sequence[Value] = measure.leading
    folded: Component | None = None
    if len(values) >= MANY_PARTS:
        found = [value for value in values if _largest(article, value, scores) > 0]
        values = sorted(found, key=lambda value: (is_rest(value), -_largest(article, value, scores)))
        left = [value.label for value in measure.leading if value not in found]
        folded = html.P(f"No words for: {', '.join(left)}.", className="quiet") if left else None
    beside = [value for value in measure.values if value.beside]
    others = [part for value in beside for part in _value(article, measure, value, scores, opened, corrected)]
    is_open = opened is not None and opened[0] in {value.name for value in beside}
    return html.Div(
        [
            html.H3(html.A(measure.label, href=to_measure(measure.name), title=measure.meaning)),
            html.P(measure.values[0].unit, className="unit") if len({v.unit for v in measure.values}) == 1 else None,
            *(part for value in values for part in _value(article, measure, value, scores, opened, corrected)),
            folded,
            html.Details([html.Summary("Said in other ways"), *others], className="more", open=is_open)
            if others
            else None,
        ],
        className="panel-part",
    )


def _value(
    article: str,
    measure: Measure,
    value: Value,
    scores: Scores,
    opened: tuple[str, str] | None,
    corrected: Corrected,
) -> list[Component]:
    shown = []
    for voice in [voice for voice in VOICES if voice in value.voices]:
        score = scores.get((article, value.name, voice), (math.nan, 0))
        count = counted_in(value, score[1])
        if is_yes_or_no(value, voice) and not score[0] > 0:
            continue
        if score[1] == 0:
            shown.append(
                html.Span([shape(voice), "–"], className="panel-value", title=f"{VOICES[voice]}: nothing to count")
            )
            continue
        words = said(value, voice, score)
        link = html.A(
            words,
            href=to_value(article, value=value.name, voice=voice),
            className="value" if enough(value, voice, score) else "value weak",
            **extra(
                {
                    "aria-label": f"{value.label}, {VOICES[voice]}: {words} {value.unit}; counted {count}",
                    "aria-current": "true" if opened == (value.name, voice) else "false",
                    "data-value": value.name,
                    "data-voice": voice,
                }
            ),
        )
        bare = counts_in_headline(value, voice) or is_yes_or_no(value, voice)
        beside = [] if bare else [html.Span(count, className="n")]
        changed = corrected.get((value.name, voice))
        if changed is not None:
            beside.append(html.Span(without_said(value, voice, score, changed), className="without"))
        shown.append(html.Span([shape(voice), link, *beside], className="panel-value"))
    one_unit = len({v.unit for v in measure.values}) == 1
    label = value.label if one_unit else f"{value.label}, {value.unit}"
    heads = [] if value.label == measure.label else [html.P(label, className="panel-label", title=value.meaning)]
    return [*heads, html.Div(shown, className="panel-values")]


def _largest(article: str, value: Value, scores: Scores) -> float:
    found = [scores.get((article, value.name, voice), (math.nan, 0))[0] for voice in value.voices]
    return max((amount for amount in found if not math.isnan(amount)), default=0.0)
