"""Differences with their intervals as dots, a row each: a figure that is its own table."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.notice import Children
from dashboard.components.take_away import take_away
from dashboard.figures.scale import Scale, scale
from dashboard.figures.strip import axis, strip
from dashboard.wording import NOT_ENOUGH, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell beside the dots: what is shown, and what an export holds (None: the same text)."""

    shown: Children
    exact: str | int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One row: a name, a difference with its interval, and what is missing where nothing can be said."""

    name: Children
    exact: str
    """The name as an export holds it."""
    value: float = math.nan
    low: float = math.nan
    high: float = math.nan
    different: bool = False
    """True where it differs from zero beyond chance, all shown differences counted."""
    near: float = math.nan
    """The value drawn towards those of the others; NaN leaves its stroke out."""
    missing: str = ""
    """What is missing before a difference can be shown; then no dot is drawn."""
    said: str = ""
    """The difference in words; empty for the number."""
    interval: str = ""
    """Its likely range in words; empty for the numbers."""
    cells: tuple[Cell, ...] = field(default=())
    href: str = ""
    """Where the dot leads: to the events behind it."""
    opens: str = ""
    """What the link says to those who do not see the dot: "The 12 events behind it"."""
    group: str = ""
    """Heading over the rows of the same group; empty for none."""


def dots(
    rows: Sequence[Dot],
    *,
    label: str,
    first: str,
    heads: Sequence[str] = (),
    unit: str,
    file: str,
    least: Sequence[float] = (),
    words: tuple[str, str] = ("", ""),
    gathered: bool = False,
) -> Component:
    """Return the rows on one scale. `heads` name the cells, `unit` the differences, `file` what is taken away.

    `words` say what lies left and right of zero; `least` are values that the scale holds in any case. Where
    `gathered`, what is missing is said once below for all rows that lack the same, and these stand in no line.
    """
    shown = [row for row in rows if not row.missing]
    on = scale([*(x for row in shown for x in (row.value, row.low, row.high)), *least])
    columns = [html.Th(first, scope="col"), *(html.Th(head, scope="col", className="count") for head in heads)]
    sides = html.Span([html.Span(f"← {words[0]}"), html.Span(f"{words[1]} →")], className="sides")
    line: list[Component] = [sides] if any(words) else []
    columns.append(html.Th([*line, axis(on)], scope="col", className="strip-cell", **extra({"aria-label": "Drawn"})))
    columns.append(html.Th(["Difference", html.Span(unit, className="unit")], scope="col", className="strip-said"))
    keys = ("low", "high", "differs")
    table = html.Table(
        [html.Thead(html.Tr(columns)), html.Tbody(list(_body(shown if gathered else rows, on, len(heads))))],
        className="grid dots",
        **extra({"data-keys": ",".join(keys)}),
    )
    below = _lacking([row for row in rows if row.missing]) if gathered else None
    if gathered and not shown:
        return html.Div(below)
    return html.Figure(
        [
            html.Div(table, className="scroller dots-box", tabIndex=0, role="region", **extra({"aria-label": label})),
            html.Figcaption([html.Span(label), _legend(shown), take_away(file)]),
            below,
        ],
        className="figure",
        **extra({"aria-label": label, "data-figure": "dots"}),
    )


def _lacking(rows: Sequence[Dot]) -> Component | None:
    """Return what is missing, a sentence for each reason, with the names of the rows that it holds for."""
    if not rows:
        return None
    by: dict[str, list[Dot]] = {}
    for row in rows:
        by.setdefault(row.missing, []).append(row)
    items = []
    for reason, some in by.items():
        inside: list[Component | str] = [html.Strong(f"{reason[:1].upper()}{reason[1:].rstrip('.')}:"), " "]
        for at, row in enumerate(some):
            inside += [", "] if at else []
            inside.append(html.A(row.exact, href=row.href) if row.href else row.exact)
        items.append(html.Li([*inside, "."]))
    said = html.P(html.Span(f"{NOT_ENOUGH.capitalize()}", className="weak"))
    return html.Div([said, html.Ul(items, className="unsaid")], className="lacking")


def _body(rows: Sequence[Dot], on: Scale, columns: int) -> Iterator[Component]:
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            yield html.Tr(html.Th(group, scope="colgroup", colSpan=columns + 3), className="group-head")
        yield _row(row, on, columns)


def _row(row: Dot, on: Scale, columns: int) -> Component:
    known = not row.missing
    drawn = strip(
        on,
        value=row.value if known else math.nan,
        low=row.low if known else math.nan,
        high=row.high if known else math.nan,
        different=row.different,
        near=row.near if known else math.nan,
    )
    inside: list[Component] = [drawn]
    if not known:
        said: list[Component | str] = [html.Span(NOT_ENOUGH, className="weak"), f": {row.missing}"]
        inside.append(html.Span(html.Span(said), className="missing"))
    picture: list[Component] = inside
    if row.href and known:
        picture = [html.A(inside, href=row.href, tabIndex=-1, **extra({"aria-hidden": "true"}))]
    exact = {
        f"data-{key}": _exact(x) if known else "" for key, x in (("v", row.value), ("low", row.low), ("high", row.high))
    }
    exact["data-differs"] = "" if row.missing else "yes" if row.different else "no"
    return html.Tr(
        [
            html.Th(row.name, scope="row", **extra({"data-v": row.exact})),
            *(html.Td(cell.shown, className="count", **_cell_exact(cell)) for cell in row.cells[:columns]),
            html.Td(picture, className="strip-cell" if known else "strip-cell none-drawn"),
            html.Td(_said(row) if known else "–", className="strip-said", **extra(exact)),
        ],
        className="differing" if known and row.different else "",
    )


def _said(row: Dot) -> list[Component]:
    words = row.said or number(row.value, signed=True)
    value: Component = html.Span(words, className="value")
    if row.href:
        label = f"{row.exact}: {words}. {row.opens or 'The events behind it'}"
        value = html.A(words, href=row.href, className="value", **extra({"aria-label": label}))
    ends = f"{number(row.low, signed=True)} to {number(row.high, signed=True)}" if math.isfinite(row.low) else ""
    return [value, html.Span(row.interval or ends, className="n interval")]


def _cell_exact(cell: Cell) -> dict[str, Any]:
    return extra({"data-v": str(cell.exact)}) if cell.exact is not None else {}


def _exact(value: float) -> str:
    return f"{value:.6g}" if math.isfinite(value) else ""


def _legend(shown: Sequence[Dot]) -> Component | None:
    if not shown:
        return None
    marks = [
        html.Span([html.Span(className="ring full"), "differs, with all shown differences counted"]),
        html.Span([html.Span(className="ring"), "may be chance"]),
        html.Span([html.Span(className="bar-line"), "likely range (95 %)"]),
    ]
    if any(math.isfinite(row.near) for row in shown):
        marks.append(html.Span([html.Span(className="near-line"), "drawn towards 0 where it is unsure"]))
    return html.Span(marks, className="dots-legend", **extra({"aria-hidden": "true"}))
