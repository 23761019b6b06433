"""Outlets: how each differs from the others on the same events, and when there is too little to say so."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.outlets.profiles import FEWEST_EVENTS
from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.chart import chart, plain_table
from dashboard.components.notice import Part, notice, scroller, section, title
from dashboard.components.outlet_profile import facts, profile
from dashboard.figures.profiles import profiles
from dashboard.links import to_page
from dashboard.page import Page, Query, View
from dashboard.story_index import story_index
from dashboard.wording import NO_OUTLET, NOT_ENOUGH, VOICES, number, records, several
from sources.errors import UnknownName

MOST_DRAWN = 40


def layout(results: Results, query: Query) -> View:
    """Return the outlets of the library. `value` chooses what the figure compares, `outlet` whose profile is shown.

    Raises UnknownName when the library has no article of the outlet asked for.
    """
    given = story_index(results).pages["outlet"]
    rows = results.table("profiles")
    named = given.dropna().astype(str)
    names = sorted(named.unique(), key=str.casefold)
    asked = query.one("outlet")
    if asked and asked not in names:
        raise UnknownName(f"no article here is from an outlet called {asked!r}; there are {', '.join(names[:8])}")
    parts: list[Component] = [
        title("Outlets"),
        html.P(
            "Each outlet is compared only with others on the same events. Parallax ranks nobody: "
            "a difference is a question to read further, not a verdict.",
            className="lede",
        ),
    ]
    if asked:
        heading = html.P(html.A("All outlets", href=to_page("/outlets")))
        own = rows[rows["outlet"] == asked]
        parts.append(
            section(asked, [profile(asked, own, results.outlets.by_name(asked)), heading], name="profile").body
        )
    parts.append(_list(results, names, named, rows, unnamed=int(given.isna().sum())).body)
    parts.append(_compared(rows, query.one("value")).body)
    return View(asked or "Outlets", html.Div(parts, className="page outlets-page"))


def _list(results: Results, names: list[str], named: pd.Series, rows: pd.DataFrame, *, unnamed: int) -> Part:
    counts = named.value_counts()
    most = rows.groupby("outlet")["events"].max() if len(rows) else pd.Series(dtype="int64")
    body = []
    for name in names:
        events = int(most.get(name, 0))
        said = (
            several(events, "event")
            if events >= FEWEST_EVENTS
            else f"{several(events, 'event')}: {NOT_ENOUGH}, {FEWEST_EVENTS} needed"
        )
        known = facts(results.outlets.by_name(name))
        link = html.A(name, href=to_page("/outlets", [("outlet", name)], anchor="profile"))
        body.append(
            html.Tr(
                [
                    html.Th(link, scope="row"),
                    html.Td("; ".join(known) or "not in the list of known outlets"),
                    html.Td(f"{int(counts[name]):,}"),
                    html.Td(said, className="" if events >= FEWEST_EVENTS else "weak"),
                ]
            )
        )
    heads = ("Outlet", "What is known of it", "Pages", "Compared with others on")
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in heads]))
    children: list[Component] = [
        scroller(html.Table([head, html.Tbody(body)], className="grid plain"), label="Outlets")
    ]
    if not names:
        children = [notice("No page here names its outlet.")]
    if unnamed:
        children.append(html.P(f"{several(unnamed, 'page')} more: {NO_OUTLET}.", className="quiet"))
    return section("In this library", children, name="list")


def _compared(rows: pd.DataFrame, asked: str) -> Part:
    by_name = records()
    met = rows[(rows["events"] > 0) & rows["measure"].isin(list(by_name))]
    values = [name for name in by_name if name in set(met["measure"])]
    if not values:
        return section(
            "Compared with the others",
            [notice(f"{NOT_ENOUGH.capitalize()}: no two named outlets tell the same event yet.")],
            name="compared",
        )
    name = asked if asked in values else values[0]
    _, measure, value = by_name[name]
    rated = met[met["measure"] == name]
    shown = rated[rated["outlet"].isin(sorted(rated["outlet"].unique(), key=str.casefold)[:MOST_DRAWN])]
    firsts = list({by_name[other][0]: other for other in reversed(values)}.values())[::-1]
    navs = [_choices(firsts, [by_name[other][1].label for other in firsts], on=by_name[name][0], what="Measure")]
    parts = [other for other in values if by_name[other][0] == by_name[name][0]]
    if len(parts) > 1:
        navs.append(_choices(parts, [by_name[other][2].label for other in parts], on=name, what="Part"))
    said = shown.assign(voice=shown["voice"].map(dict(VOICES)))
    figure = profiles(said, unit=value.unit, voices=tuple(VOICES.values()))
    table = plain_table(
        ["Outlet", "Words of", "Difference", "Likely range (95 %)", "Events"],
        [
            [
                str(row.outlet),
                str(row.voice),
                number(row.difference, signed=True),
                f"{number(row.low, signed=True)} to {number(row.high, signed=True)}" if row.enough else NOT_ENOUGH,
                str(row.events),
            ]
            for row in rows_of(said.sort_values(["outlet", "voice"]))
        ],
    )
    part = "" if value.label == measure.label else f", {value.label}"
    label = (
        f"{measure.label}{part}: difference from the others on the same events ({value.direction}). "
        f"Hollow marks: not enough evidence, fewer than {FEWEST_EVENTS} events."
    )
    return section("Compared with the others", [*navs, chart(figure, label=label, table=table)], name="compared")


def _choices(values: list[str], labels: list[str], *, on: int | str, what: str) -> Component:
    by_name = records()
    links = []
    for value, label in zip(values, labels, strict=True):
        chosen = on in {value, by_name[value][0]}
        links.append(
            html.A(
                label,
                href=to_page("/outlets", [("value", value)]),
                className="choice on" if chosen else "choice",
                **extra({"data-stay": "1", "aria-current": "true" if chosen else "false"}),
            )
        )
    return html.Nav(
        [html.Span(f"{what}:", className="chips-label"), *links], className="chips", **extra({"aria-label": what})
    )


PAGE = Page(name="outlets", path="/outlets", title="Outlets", layout=layout, navigation=True)
