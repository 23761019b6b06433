"""Two outlets: what differs between them on the events that both tell."""

import dash_mantine_components as dmc
import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.outlets.pairs import head_to_head, shared_events
from analysis.results import Results
from dashboard.attributes import extra
from dashboard.components.head_to_head import behind, findings, shown_rows, side_by_side, strongest
from dashboard.components.notice import contents, notice, title
from dashboard.components.outlet_form import outlet_form
from dashboard.components.outlet_pages import outlet_nav, refusals, to_outlet, to_two
from dashboard.components.words_apart import words_apart
from dashboard.components.words_behind import words_behind
from dashboard.outlet_choice import Choice, read_choice
from dashboard.outlet_numbers import cells_of_outlets, holdings_of, most_shared, spreads, value_pairs
from dashboard.page import Page, Query, View
from dashboard.wording import several
from sources.errors import InputError, UnknownName

_PATH = "/two-outlets"
_LEDE = "Two outlets on the events that both tell in reports of their own: what belongs to the event falls out."


def layout(results: Results, query: Query) -> View:
    """Return the outlets `a` and `b` set against each other; without them, which share most events."""
    held = holdings_of(results)
    names = held["outlet"].tolist()
    one, other = query.one("a"), query.one("b")
    known = value_pairs(results)
    choice = read_choice(query, pairs=known)
    first, second = (one if one in names else ""), (other if other in names else "")
    head = [
        title("Two outlets" if not (first and second) else [first, html.Span(" and ", className="and"), second]),
        html.P(_LEDE, className="lede"),
        outlet_nav("two"),
        outlet_form(
            choice, _PATH, groups=(), order=False, before=[_select("a", "First", names, first), _select("b", "Second",
            names, second)], more=[],
        ),
        *refusals([f"No page here is from an outlet called “{each}”." for each in (one, other) if each not in
                   {"", *names}]),
        *refusals(choice.refused),
    ]  # fmt: skip
    if not (first and second):
        return View("Two outlets", html.Div([*head, *_offers(results)], className="page outlets-page"))
    body = html.Div([*head, *_compared(results, first, second, query, choice)], className="page outlets-page")
    return View(f"{first} and {second}", body)


def _compared(results: Results, first: str, second: str, query: Query, choice: Choice) -> list[Component]:
    cells = cells_of_outlets(results, (first, second), choice)
    try:
        rows = shown_rows(head_to_head(cells, first, second))
    except (InputError, UnknownName) as error:
        said = str(error).split("; there are")[0]
        where = f" Only {choice.told} was looked at." if choice.told else ""
        return [notice(f"Not enough evidence: {said}.{where}"), *_offers(results)]
    pairs = [("a", first), ("b", second)]
    names = (first, second)
    spread = spreads(cells)
    if not query.one("value"):
        best = strongest(rows, spread)
        best = best if len(best) else rows[rows["events"] > 0]
        if len(best):
            choice = choice.of(str(best["measure"].iloc[0]), str(best["voice"].iloc[0]))
    events = shared_events(cells, first, second, measure=choice.value, voice=choice.voice)
    parts = [
        findings(rows, spread, names=names, path=_PATH, pairs=pairs, choice=choice),
        side_by_side(rows, spread, names=names, path=_PATH, pairs=pairs, choice=choice),
        behind(
            results, events, names=names, path=_PATH, pairs=pairs, choice=choice, known=value_pairs(results),
            more=_words(results, events, query, choice, names),
        ),
    ]  # fmt: skip
    own = html.P(
        [
            f"They share {several(int(rows['events'].max()), 'event')}. ",
            html.A(first, href=to_outlet(first)),
            " · ",
            html.A(second, href=to_outlet(second)),
            " · ",
            html.A("the other way round", href=to_two(second, first, choice.pairs())),
        ],
        className="quiet",
    )
    return [own, contents(parts), *(part.body for part in parts)]


def _words(
    results: Results, events: pd.DataFrame, query: Query, choice: Choice, names: tuple[str, str]
) -> list[Component]:
    """Return the words behind the value and those that set the two apart, where they are asked for; else the way there.

    The texts of both are read again for them, which takes seconds the first time.
    """
    if events.empty:
        return []
    if not query.one("words"):
        to = to_two(*names, [*choice.pairs(), ("words", "1")], anchor="words")
        said = "The words behind it, and the words that set the two apart"
        note = "Both outlets’ reports are read again for it, which takes some seconds."
        ask = html.P([html.A(said, href=to, className="button", **extra({"data-stay": "1"})), " ", note], id="words")
        return [ask]
    behind_it = words_behind(results, events, choice=choice, names=names)
    apart = words_apart(results, choice, names=names)
    return [html.Div([*behind_it, *apart], id="words")]


def _offers(results: Results) -> list[Component]:
    """Return the pairs that share most events, as links."""
    found = most_shared(results)
    if not found:
        return [notice("No two named outlets tell the same event here, so there is nothing to compare yet.")]
    items = [
        html.Li(
            [html.A(f"{one} and {other}", href=to_two(one, other)), html.Span(several(count, "event"), className="n")]
        )
        for one, other, count in found
    ]
    return [
        html.Section(
            [html.H2("Pairs that share most events"), html.Ul(items, className="words offers")], className="part"
        )
    ]


def _select(name: str, label: str, names: list[str], value: str) -> Component:
    made: Component = dmc.Select(
        id=f"two-{name}",
        name=name,
        label=label,
        data=[{"value": each, "label": each} for each in names],
        value=value or None,
        searchable=True,
        placeholder="choose an outlet",
        nothingFoundMessage="no outlet of this name here",
    )
    return made


PAGE = Page(name="two", path=_PATH, title="Two outlets", layout=layout, section="outlets")
