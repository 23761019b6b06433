"""Tables with the outlets of an event as columns: how they name people, and whom they quote."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.notice import scroller
from dashboard.components.words import source_shown
from dashboard.links import to_sentence
from dashboard.row import Row
from dashboard.story_pages import StoryPage
from dashboard.wording import known, several, text_or

MOST_OUTLETS = 8
MOST_NAMED = 6
MOST_FORMS = 6
MOST_SPEAKERS = 10

NOBODY = "nobody named or told"
_NAMINGS: Mapping[str, str] = {"anonymous": "without a name", "document": "a document"}


def names_by_outlet(namings: pd.DataFrame, pages: Sequence[StoryPage]) -> Component | None:
    """Return how each outlet names the same people and bodies, from NAMINGS rows of an event; None without any.

    Those named in most ways come first; whom all outlets name by the same words only is left out.
    """
    outlets = _outlets(namings)
    ways = namings.assign(form=namings["form"].str.casefold()).groupby("entity", sort=False)["form"].nunique()
    several_ways = ways[ways > 1].sort_values(ascending=False, kind="stable")
    entities = [str(entity) for entity in several_ways.index[:MOST_NAMED]]
    if not entities:
        return None
    cells = {(str(e), str(o)): part for (e, o), part in namings.groupby(["entity", "outlet"], sort=False)}
    body = [
        html.Tr([html.Th(entity, scope="row"), *(_forms(cells.get((entity, outlet))) for outlet in outlets)])
        for entity in entities
    ]
    return _table("Who", outlets, body, pages, label="How each outlet names the same people and bodies")


def quoted_by_outlet(quoted: pd.DataFrame, pages: Sequence[StoryPage]) -> Component | None:
    """Return who gets how much room with each outlet, from QUOTED rows of an event; None where nobody is quoted."""
    if quoted.empty:
        return None
    outlets = _outlets(quoted)
    key = quoted["speaker"].fillna("")
    total = quoted.assign(key=key).groupby("key", sort=False).agg(words=("words", "sum"), sayings=("sayings", "sum"))
    best = total.sort_values(["words", "sayings"], ascending=False, kind="stable").head(MOST_SPEAKERS)
    cells = {(str(k), str(o)): part for (k, o), part in quoted.groupby([key, "outlet"], sort=False)}
    body = [
        html.Tr([_speaker(quoted[key == name], name), *(_room(cells.get((name, outlet))) for outlet in outlets)])
        for name in best.index.tolist()
    ]
    return _table("Who", outlets, body, pages, label="Who is quoted by which outlet, and how much room each gets")


def _outlets(rows: pd.DataFrame) -> list[str]:
    return sorted(set(rows["outlet"].tolist()))[:MOST_OUTLETS]


def _table(
    corner: str, outlets: Sequence[str], body: Sequence[Component], pages: Sequence[StoryPage], *, label: str
) -> Component:
    heads = [html.Th(source_shown(outlet, pages), scope="col") for outlet in outlets]
    head = html.Thead(html.Tr([html.Th(corner, scope="col"), *heads]))
    made = html.Table([head, html.Tbody(list(body))], className="grid compare", style={"--pages": str(len(outlets))})
    return scroller(made, label=label)


def _forms(rows: pd.DataFrame | None) -> Component:
    if rows is None:
        return html.Td(html.Span("not named", className="not-held"))
    labels = rows["kind"].isin(["label", "title"])
    ordered = pd.concat([rows[labels], rows[~labels]])
    items = [_form(row) for row in rows_of(ordered.head(MOST_FORMS))]
    left = len(ordered) - len(items)
    if left > 0:
        items.append(html.Li(html.Span(several(left, "other way"), className="n")))
    return html.Td(html.Ul(items, className="values"))


def _form(row: Row) -> Component:
    said = f"“{row.form}”" if row.kind in ("label", "title") else str(row.form)
    times = int(row.count)
    link = html.A(said, href=to_sentence(str(row.article), int(row.sentence)), title=str(row.kind))
    return html.Li([link, html.Span(f"{row.kind}, {several(times, 'time')}", className="n")])


def _speaker(rows: pd.DataFrame, name: str) -> Component:
    described = next((text for text in rows["described"].tolist() if known(text)), "")
    naming = _NAMINGS.get(next((text for text in rows["naming"].tolist() if known(text)), ""), "")
    more = [html.Span(text, className="unit") for text in (described, naming) if text]
    return html.Th([name or NOBODY, *more], scope="row")


def _room(rows: pd.DataFrame | None) -> Component:
    """Return what one outlet gives a speaker; one who stands with and without a name has two rows, which are added."""
    if rows is None:
        return html.Td(html.Span("–", title="not quoted, and nothing is told of what they say"))
    words, sayings = int(rows["words"].sum()), int(rows["sayings"].sum())
    share = float(rows["share"].sum())
    first = next(rows_of(rows))
    lines: list[Component] = []
    if words:
        place = to_sentence(str(first.article), int(first.sentence))
        part = "" if math.isnan(share) else f", {share * 100:.0f} % of what it quotes"
        lines.append(html.A(several(words, "word"), href=place, className="value"))
        lines.append(html.Span(f"in {several(int(rows['quotations'].sum()), 'quotation')}{part}", className="unit"))
        fill = html.Span(className="bar-fill", style={"width": f"{share * 100:.1f}%"})
        lines.append(html.Span(fill, className="bar-track", **extra({"aria-hidden": "true"})))
    elif sayings:
        place = to_sentence(str(first.article), int(first.sentence))
        lines.append(html.A(several(sayings, "time"), href=place, className="value"))
        lines.append(html.Span("told of, not quoted", className="unit"))
    verbs = [text_or(text, "") for text in rows["verbs"].tolist() if known(text)]
    colours = [text_or(text, "") for text in rows["colours"].tolist() if known(text)]
    if verbs:
        lines.append(html.Span(", ".join(verbs), className="unit"))
    if colours:
        lines.append(html.Span(", ".join(colours), className="badge badge-differs"))
    return html.Td(lines)
