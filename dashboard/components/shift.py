"""Word shifts: each outlet's difference from the others, opened into the words that add up to it."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component

from analysis.apart.shift import Shift
from analysis.measures.measure import Value
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.notice import scroller
from dashboard.components.words import source_shown
from dashboard.row import Row
from dashboard.story_pages import StoryPage
from dashboard.wording import in_unit, number, several

MOST_WORDS = 8


class Shifted(NamedTuple):
    """One value of one outlet beside the others'."""

    outlet: str
    value: Value
    shift: Shift


def shifts(found: Sequence[Shifted], pages: Sequence[StoryPage], *, other: str | None = None) -> Component:
    """Return a row for each outlet and value: its number, the others', the difference, and its words to open.

    `other` is the outlet that it is set against, None all the others.
    """
    side = source_shown(other, pages) if other is not None else "the others"
    largest = {
        one.value.name: max(abs(o.shift.difference) for o in found if o.value.name == one.value.name) or 1.0
        for one in found
    }
    body = [
        html.Tr(
            [
                html.Th(
                    [
                        source_shown(one.outlet, pages),
                        html.Span(f"{one.value.label}, {one.value.unit}", className="unit"),
                    ],
                    scope="row",
                ),
                html.Td(in_unit(one.value, one.shift.here)),
                html.Td(in_unit(one.value, one.shift.there)),
                html.Td(_opened(one, largest[one.value.name], side)),
            ]
        )
        for one in found
    ]
    heads = [html.Th(text, scope="col") for text in ("Outlet", "here", side, "difference, word by word")]
    made = html.Table([html.Thead(html.Tr(heads)), html.Tbody(body)], className="grid plain bars")
    return scroller(made, label="Differences in wording, each with the words that add up to it")


def _opened(one: Shifted, largest: float, side: str) -> Component:
    total = one.shift.difference
    fill = "bar-fill" if total >= 0 else "bar-fill bar-less"
    bar = html.Span(
        html.Span(className=fill, style={"width": f"{abs(total) / largest * 100:.1f}%"}),
        className="bar-track",
        **extra({"aria-hidden": "true"}),
    )
    words = one.shift.words
    best, rest = words.head(MOST_WORDS), words.iloc[MOST_WORDS:]
    items = [_word(row, side) for row in rows_of(best)]
    if len(rest):
        items.append(_line(several(len(rest), "other word"), float(rest["difference"].sum()), ""))
    items.append(_line("together", total, ""))
    said = html.Summary([html.Span(number(total, signed=True), className="value"), bar])
    return html.Details([said, html.Ul(items, className="words")]) if len(words) else html.Div([said.children])


def _word(row: Row, side: str) -> Component:
    times = f"{row.kind}: {several(int(row.count), 'time')} here, {int(row.others)} with {side}"
    return _line(str(row.word), float(row.difference), times)


def _line(text: str, part: float, note: str) -> Component:
    return html.Li(
        [html.Span(text, className="word"), html.Span(f"{_fine(part)}{f' · {note}' if note else ''}", className="n")]
    )


def _fine(part: float) -> str:
    return f"{part:+.3f}".replace("-", "−")
