"""Outlets: how each differs from the others on the same events, and when there is too little to say so."""

import math

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.components.dots import Cell, Dot, dots
from dashboard.components.notice import Part, notice, section, title
from dashboard.components.outlet_form import outlet_form
from dashboard.components.outlet_pages import outlet_nav, refusals, to_outlet, what_is_compared
from dashboard.components.outlet_profile import in_short
from dashboard.components.shuffled import shuffled_said
from dashboard.components.value_choice import value_choice
from dashboard.outlet_choice import BY_NAME, Choice, read_choice
from dashboard.outlet_groups import groups_held, outlets_in
from dashboard.outlet_numbers import chance_of, compared, holdings_of, value_pairs
from dashboard.outlet_wording import difference, label_of, scaled, unit_of
from dashboard.page import Page, Query, View
from dashboard.row import Row
from dashboard.story_index import story_index
from dashboard.wording import IN_VOICE, NO_OUTLET, NOT_ENOUGH, records, several, text_or

_LEDE = (
    "Each outlet is compared only with others on the same events. Parallax ranks nobody: "
    "a difference is a question to read further, not a verdict."
)


def layout(results: Results, query: Query) -> View:
    """Return the outlets of the library, compared by one value in one voice (see `read_choice`)."""
    groups = groups_held(results)
    pairs = value_pairs(results)
    choice = read_choice(query, pairs=pairs, groups=[group.name for group in groups])
    held = holdings_of(results)
    parts: list[Component] = [title("Outlets"), html.P(_LEDE, className="lede"), outlet_nav("outlets")]
    if held.empty:
        parts.append(notice("No page here names its outlet, so there is nobody to compare."))
        return View("Outlets", html.Div(parts, className="page outlets-page"))
    parts.append(outlet_form(choice, "/outlets", groups=[group.name for group in groups]))
    parts += refusals(choice.refused)
    outlets = outlets_in(groups, choice.group)
    rows = _rows(results, choice, outlets)
    chance = chance_of(results, choice, outlets=outlets)
    parts += [part.body for part in _compared(results, choice, rows, pairs, chance)]
    unnamed = int(story_index(results).pages["outlet"].isna().sum())
    if unnamed:
        parts.append(html.P(f"{several(unnamed, 'page')} more: {NO_OUTLET}.", className="quiet"))
    return View("Outlets", html.Div(parts, className="page outlets-page"))


def _rows(results: Results, choice: Choice, outlets: frozenset[str] | None) -> pd.DataFrame:
    """Return HOLDINGS of the outlets shown with their PROFILES row, in the order that is chosen."""
    held = holdings_of(results)
    if outlets is not None:
        held = held[held["outlet"].isin(list(outlets))]
    if not choice.value:
        return held.assign(enough=False)
    found = compared(results, choice, outlets=outlets).drop(columns=["measure", "voice", "events"])
    rows = held.merge(found, on="outlet", how="left")
    rows["by"] = rows["outlet"].str.casefold()
    if choice.order == BY_NAME:
        return rows.sort_values("by", kind="stable")
    rows["far"] = rows["shrunk"].where(rows["enough"], -math.inf)
    return rows.sort_values(["far", "shared", "by"], ascending=[False, False, True], kind="stable")


def _compared(
    results: Results,
    choice: Choice,
    rows: pd.DataFrame,
    pairs: frozenset[tuple[str, str]],
    chance: pd.DataFrame,
) -> list[Part]:
    if not choice.value:
        said = f"{NOT_ENOUGH.capitalize()}: no two named outlets tell the same event yet."
        return [section("Compared with the others", [notice(said)], name="compared")]
    _, _, value = records()[choice.value]
    label = (
        f"{label_of(choice.value)} {IN_VOICE[choice.voice]}: difference from the other outlets on the same events"
        f"{f', {choice.told}' if choice.told else ''}."
    )
    figure = dots(
        [_dot(row, results, choice) for row in rows_of(rows)],
        label=label,
        first="Outlet",
        heads=("Pages", "Own reports", "Events shared"),
        unit=unit_of(value),
        file=f"outlets-{choice.value}-{choice.voice}",
        words=("less than others", "more than others"),
    )
    children: list[Component] = [
        *value_choice(choice, "/outlets", pairs=pairs),
        what_is_compared(choice),
        *_nothing_said(rows, choice),
        *shuffled_said(chance),
        figure,
    ]
    return [section("Compared with the others", children, name="compared")]


def _nothing_said(rows: pd.DataFrame, choice: Choice) -> list[Component]:
    if rows.empty:
        return [notice(f"No page of an outlet of the group “{choice.group}” is held here.")]
    if rows["enough"].any():
        return []
    why = (
        f"on {choice.told}, no outlet has enough to be compared. Take more days, other words, or all outlets"
        if choice.filtered
        else "no outlet shares enough events with others here. This is the normal answer for a small library"
    )
    return [notice(f"{NOT_ENOUGH.capitalize()}: {why}.")]


def _dot(row: Row, results: Results, choice: Choice) -> Dot:
    _, _, value = records()[choice.value]
    name = str(row.outlet)
    events = int(row.shared)
    enough = bool(row.enough)
    return Dot(
        name=[
            html.A(name, href=to_outlet(name, choice.pairs())),
            html.Span(in_short(results.outlets.by_name(name)), className="unit"),
        ],
        exact=name,
        value=scaled(value, float(row.difference)),
        low=scaled(value, float(row.low)),
        high=scaled(value, float(row.high)),
        near=scaled(value, float(row.shrunk)),
        different=bool(row.different),
        missing="" if enough else text_or(row.reason, "nothing to count"),
        said=difference(value, float(row.difference)),
        cells=tuple(Cell(shown=f"{int(n):,}", exact=int(n)) for n in (row.pages, row.own, row.shared)),
        href=to_outlet(name, choice.pairs(), anchor="events"),
        opens=f"The events behind it, of {several(events, 'shared event')}",
    )


PAGE = Page(name="outlets", path="/outlets", title="Outlets", layout=layout, navigation=True)
