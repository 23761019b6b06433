"""How often each part is right, as last measured, and what must not change a score."""

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.figures import Held, Measured, held, measured, of_measure, unmeasured
from dashboard.components.notice import scroller

_PARTS = {
    "same-event": "Stories and moments",
    "copies": "Copies",
    "wire": "Agency text",
    "extraction": "Body of a web page",
    "extraction-text": "Body of saved text",
}
"""What the tasks that speak of no measure are about."""


def accuracy(measure: str) -> list[Component]:
    """Return what was measured of a measure ("portrayals" for the portrayals), or why nothing was."""
    found = of_measure(measure)
    if not found:
        return [html.P(unmeasured().get(measure, "Not measured yet."))]
    return [html.Div([_shown(each), html.P(_source(each), className="quiet")]) for each in found]


def other_parts() -> Component:
    """Return the figures of the parts that are no measure."""
    rows = [
        html.Div(
            [
                html.H3(_PARTS.get(each.about.name, each.about.name)),
                _shown(each),
                html.P(_source(each), className="quiet"),
            ]
        )
        for each in measured()
        if each.shown and not each.about.measures
    ]
    return html.Div(rows, className="other-parts")


def what_held() -> list[Component]:
    """Return what must not change a score, with the number of pages on which it did not; [] where it never ran."""
    rows = held()
    tried = [each for each in measured() if each.about.name in ("invariance", "invariance-news")]
    if not rows:
        return []
    said = "A page is tried where it has something to change, and holds where every score and every portrayal stays. "
    said += " ".join(f"Tried on {each.about.corpus} ({each.size}; {each.made}). {each.about.fails}" for each in tried)
    heads = ("What is changed", "Demo pack", "Real news")
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in heads]))
    news = {row.name: row for row in held("invariance-news")}
    body = html.Tbody([_row(row, news.get(row.name)) for row in rows])
    table = html.Table([head, body], className="grid plain")
    return [html.P(said), scroller(table, label="What must not change a score")]


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
