"""How often each part is right, as last measured, and what must not change a score."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.figures import Held, Measured, held_of, measured, of_measure, unmeasured
from dashboard.components.notice import scroller

Own = Sequence[Measured]

_PARTS = {
    "same-event": "Stories and moments",
    "copies": "Copies",
    "wire": "Agency text",
    "extraction": "Body of a web page",
    "extraction-text": "Body of saved text",
}
"""What the tasks that speak of no measure are about."""


def accuracy(measure: str, own: Own = ()) -> list[Component]:
    """Return what was measured of a measure ("portrayals" for the portrayals), or why nothing was.

    `own` are the figures that a person measured, shown after the project's and called so.
    """
    found = of_measure(measure, own)
    if not found:
        return [html.P(unmeasured().get(measure, "Not measured yet."))]
    return [_figure(each, own) for each in found]


def _figure(each: Measured, own: Own) -> Component:
    mine = any(each is one for one in own)
    head = [html.P("Measured by you:", className="own-figures")] if mine else []
    how: list[str | Component] = [f"{_source(each)} ", html.Code(each.about.command)]
    return html.Div([*head, _shown(each), html.P(how, className="quiet")])


def other_parts(own: Own = ()) -> Component:
    """Return the figures of the parts that are no measure."""
    rows = [
        html.Div(
            [
                html.H3(_PARTS.get(each.about.name, each.about.name)),
                _figure(each, own),
            ]
        )
        for each in (*measured(), *own)
        if each.shown and not each.about.measures
    ]
    return html.Div(rows, className="other-parts")


def what_held(own: Own = ()) -> list[Component]:
    """Return what must not change a score, with the number of pages on which it did not; [] where it never ran.

    Where a person's `own` figures have it, theirs are shown instead.
    """
    latest = {each.about.name: each for each in (*measured(), *own)}
    tried = [latest[name] for name in ("invariance", "invariance-news") if name in latest]
    rows = held_of(latest["invariance"]) if "invariance" in latest else []
    if not rows:
        return []
    said = "A page is tried where it has something to change, and holds where every score and every portrayal stays. "
    said += " ".join(f"Tried on {each.about.corpus} ({each.size}; {each.made}). {each.about.fails}" for each in tried)
    heads = ("What is changed", "Demo pack", "Real news")
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in heads]))
    news = {row.name: row for row in (held_of(latest["invariance-news"]) if "invariance-news" in latest else [])}
    body = html.Tbody([_row(row, news.get(row.name)) for row in rows])
    table = html.Table([head, body], className="grid plain")
    return [html.P(said), scroller(table, label="How often each change leaves the scores as they are")]


def _row(row: Held, news: Held | None) -> Component:
    name = html.Th([f"{row.name[0].upper()}{row.name[1:]}", html.Span(row.meaning, className="said")], scope="row")
    return html.Tr([name, html.Td(_of(row), className="held"), html.Td(_of(news), className="held")])


def _of(row: Held | None) -> str:
    if row is None:
        return "not tried"
    return f"{row.held} of {row.tried}" if row.tried else "none to try"


def _shown(each: Measured) -> Component:
    """Return the figures, each with what it means."""
    pairs = [html.Li([html.Strong(_number(value)), f" {said}"]) for said, value in each.shown]
    return html.Ul(pairs, className="figures")


def _number(value: float | int) -> str:
    return f"{value:.2f}" if isinstance(value, float) else f"{value:,}"


def _source(each: Measured) -> str:
    about = each.about
    return f"{about.fails} Measured on {about.corpus} ({about.licence}): {each.size}, {about.half}; {each.made}."
