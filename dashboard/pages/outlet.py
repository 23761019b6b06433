"""Outlet: everything that can be said of one, on the events it shares with others, and what cannot."""

from collections.abc import Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.outlets.over_time import changes, over_time
from analysis.outlets.profiles import FEWEST_EVENTS, adjusted
from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.components.all_values import all_values
from dashboard.components.events_behind import events_table
from dashboard.components.notice import Part, contents, notice, section, title
from dashboard.components.outlet_form import outlet_form
from dashboard.components.outlet_pages import outlet_nav, refusals, to_outlet, what_is_compared
from dashboard.components.outlet_profile import facts, ratings
from dashboard.components.over_time import MOST_LISTED, over_time_shown
from dashboard.components.selection import most_telling, selection_shown
from dashboard.components.value_choice import value_choice
from dashboard.components.who_speaks import who_speaks
from dashboard.links import to_page
from dashboard.outlet_choice import Choice, read_choice
from dashboard.outlet_groups import groups_held, outlets_in
from dashboard.outlet_numbers import (
    events_behind,
    holdings_of,
    levels_of,
    of_outlet,
    part_of,
    selected,
    speakers_of,
    value_pairs,
)
from dashboard.outlet_wording import finding, label_of
from dashboard.page import Page, Query, View
from dashboard.row import Row
from dashboard.wording import NOT_ENOUGH, VOICES, dates, listed, records, several
from sources.errors import UnknownName
from sources.keeping.groups import Group, Membership

MOST_FINDINGS = 5
MOST_NAMED = 8


def layout(results: Results, query: Query) -> View:
    """Return the page of the outlet `name`. Raises UnknownName when the library holds no page of it."""
    held = holdings_of(results)
    name = query.one("name")
    mine = held[held["outlet"] == name]
    if mine.empty:
        here = ", ".join(held["outlet"].head(MOST_NAMED)) or "none"
        said = f"no page here is from an outlet called {name!r}" if name else "the address names no outlet"
        raise UnknownName(f"{said}; there are {here}")
    groups = groups_held(results)
    pairs = value_pairs(results)
    choice = read_choice(query, pairs=pairs, groups=[group.name for group in groups])
    outlets = outlets_in(groups, choice.group)
    rows = _shown(of_outlet(results, name, choice, outlets=outlets))
    choice = _first_telling(rows, choice) if not query.one("value") else choice
    parts = [
        _said(name, rows, choice),
        all_values(name, rows, choice, query.one("side"), {} if choice.filtered else levels_of(results, name)),
        _behind(results, name, choice, pairs, outlets),
        _over_time(results, name, choice, outlets),
        _speaking(results, name, choice, outlets),
        _choosing(results, name, choice, outlets),
    ]
    known_outlet = results.outlets.by_name(name)
    head: list[Component | None] = [
        title(name, above=html.A("All outlets", href=to_page("/outlets", choice.pairs()))),
        html.P([html.Span(fact, className="fact") for fact in facts(known_outlet)], className="facts-line"),
        ratings(known_outlet, _ratings(groups, name)),
        _holdings(next(rows_of(mine))),
        outlet_nav("outlet"),
        outlet_form(choice, "/outlet", groups=[group.name for group in groups], more=[("name", name)], order=False),
        *refusals(choice.refused),
        contents(parts),
    ]
    body = [*(part for part in head if part is not None), *(part.body for part in parts)]
    return View(name, html.Div(body, className="page outlets-page"))


def _ratings(groups: Sequence[Group], name: str) -> list[Membership]:
    return [member for group in groups if group.rating for member in group.members if member.outlet == name]


def _shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the PROFILES rows that the page shows, in its order, with `q` and `different` over exactly these."""
    values = [name for name, (_, _, value) in records().items() if not value.beside]
    order = {name: at for at, name in enumerate(values)}
    voices = {voice: at for at, voice in enumerate(VOICES)}
    kept = rows[rows["measure"].isin(values)]
    kept = kept.assign(at=kept["measure"].map(order), by=kept["voice"].map(voices)).sort_values(["at", "by"])
    return adjusted(kept.drop(columns=["at", "by"]).reset_index(drop=True))


def _strongest(rows: pd.DataFrame) -> pd.DataFrame:
    found = rows[rows["different"]]
    return found.iloc[found["standard"].abs().argsort(kind="stable")[::-1]]


def _first_telling(rows: pd.DataFrame, choice: Choice) -> Choice:
    """Return the choice with the strongest finding in place of the first value, where there is one."""
    best = _strongest(rows)
    row = next(rows_of(best if len(best) else rows[rows["enough"]]), None)
    return choice if row is None else choice.of(str(row.measure), str(row.voice))


def _holdings(row: Row) -> Component:
    pairs = (
        (f"{int(row.pages):,}", "pages"),
        (f"{int(row.own):,}", "own reports"),
        (f"{int(row.events):,}", "events told"),
        (f"{int(row.shared):,}", "of them told by others as well"),
        (dates(row.first, row.last), "in this library"),
    )
    return html.Dl([html.Div([html.Dt(what), html.Dd(said)]) for said, what in pairs], className="holdings")


def _said(name: str, rows: pd.DataFrame, choice: Choice) -> Part:
    enough = rows[rows["enough"]]
    found = _strongest(rows)
    children: list[Component] = []
    where = f" on {choice.told}" if choice.told else ""
    if enough.empty:
        most = int(rows["events"].max()) if len(rows) else 0
        shared = f"It shares {several(most, 'event')} with others{where}"
        why = (
            f"{shared if most else f'It shares no event with others{where}'}; from {FEWEST_EVENTS} on, Parallax speaks "
            "of a difference. This is the normal answer for a small library."
        )
        reasons = rows["reason"].dropna().unique().tolist()
        if not most and len(reasons) == 1:
            why = str(reasons[0])  # nothing of its own, or nobody else
        children.append(notice(f"{NOT_ENOUGH.capitalize()}. {why}"))
    elif found.empty:
        said = f"None of the {len(enough)} differences that can be judged here lies beyond what chance gives{where}."
        children.append(html.P(said, className="lede"))
    else:
        items = [
            html.Li(
                [
                    finding(row.measure, row.voice, difference_=row.difference, low=row.low, high=row.high,
                            events=row.events),
                    " ",
                    html.A("The events behind it", href=to_outlet(name, choice.of(row.measure, row.voice).pairs(),
                           anchor="events")),
                ]
            )
            for row in rows_of(found.head(MOST_FINDINGS))
        ]  # fmt: skip
        children.append(html.Ul(items, className="findings"))
        left = len(enough) - len(found)
        more = f"{several(len(found) - MOST_FINDINGS, 'more value differs', 'more values differ')}; " * (
            len(found) > MOST_FINDINGS
        )
        children.append(
            html.P(f"{more}the other {left} that can be judged may differ by chance alone.", className="quiet")
        )
    children += _unsaid(rows)
    return section("What can be said", children, name="findings")


def _unsaid(rows: pd.DataFrame) -> list[Component]:
    """Return what cannot be said, by what is missing; [] where everything can."""
    lacking = rows[~rows["enough"]]
    if lacking.empty:
        return []
    items = []
    for reason, some in lacking.groupby("reason", sort=False):
        names = list(dict.fromkeys(label_of(str(name)) for name in some["measure"]))
        shown = listed(names[:MOST_NAMED]) if len(names) <= MOST_NAMED else f"{', '.join(names[:MOST_NAMED])} …"
        items.append(html.Li([html.Strong(str(reason)), f" {shown}."]))
    said = f"What cannot be said: {several(len(lacking), 'value')} of {len(rows)}"
    return [html.Details([html.Summary(said), html.Ul(items, className="unsaid")], className="fold")]


def _behind(
    results: Results,
    name: str,
    choice: Choice,
    pairs: frozenset[tuple[str, str]],
    outlets: frozenset[str] | None,
) -> Part:
    if not choice.value:
        return section("The events behind one value", [notice("There is no value to compare.")], name="events")
    events = events_behind(part_of(results, choice, outlets=outlets), name)
    children: list[Component] = [
        *value_choice(choice, "/outlet", pairs=pairs, more=[("name", name)], anchor="events"),
        what_is_compared(choice),
        events_table(results, events, choice=choice, first=name),
    ]
    return section("The events behind one value", children, name="events")


def _over_time(results: Results, name: str, choice: Choice, outlets: frozenset[str] | None) -> Part:
    if not choice.value:
        return section("The same value over time", [notice("There is no value to compare.")], name="time")
    cells = part_of(results, choice, outlets=outlets)
    points = over_time(cells, name, measure=choice.value, voice=choice.voice)
    change = next(rows_of(changes(cells, name)), None)
    told = results.rows("events", event=points["event"].tail(MOST_LISTED).astype(str).tolist())
    titles = dict(zip(told["event"], told["title"], strict=True))
    children = over_time_shown(points, change, titles, name=name, choice=choice)
    return section("The same value over time", children, name="time")


def _speaking(results: Results, name: str, choice: Choice, outlets: frozenset[str] | None) -> Part:
    intro = f"How much of all that it quotes, beside the other outlets on the same events.{_only(choice)}"
    found = speakers_of(results, name, choice, outlets=outlets)
    return section("Who gets to speak", who_speaks(found, name=name), name="speaking", intro=intro)


def _only(choice: Choice) -> str:
    return f" Only {choice.told}." if choice.told else ""


def _choosing(results: Results, name: str, choice: Choice, outlets: frozenset[str] | None) -> Part:
    found = selected(results, name, choice, outlets=outlets)
    told = results.rows("stories", story=most_telling(found.by_story)["kind"].astype(str).tolist())
    titles = dict(zip(told["story"], told["title"], strict=True))
    children = selection_shown(found.events, found.by_story, found.holes, titles)
    intro = f"Only {choice.told}." if choice.told else None
    return section("Which events it tells", children, name="choosing", intro=intro)


PAGE = Page(name="outlet", path="/outlet", title="Outlet", layout=layout, section="outlets")
