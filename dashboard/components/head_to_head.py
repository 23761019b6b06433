"""Two sides on the events that both tell: findings in sentences, all values side by side, the events behind one."""

import math
from collections.abc import Mapping

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.components.dots import Cell, Dot, dots
from dashboard.components.events_behind import events_table
from dashboard.components.notice import Part, notice, section
from dashboard.components.outlet_pages import what_is_compared
from dashboard.components.value_choice import value_choice
from dashboard.links import Pairs, to_measure, to_page
from dashboard.outlet_choice import Choice
from dashboard.outlet_wording import difference, label_of, meaning_of, value_label
from dashboard.row import Row
from dashboard.wording import IN_VOICE, VOICES, records, several, text_or

MOST_FINDINGS = 6
_SIDES = {"narration": "In the text", "quotation": "In people’s words", "headline": "In headlines"}

Spreads = Mapping[tuple[str, str], float]


def shown_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the HEAD_TO_HEAD rows that pages show, in the order of measures and voices."""
    values = [name for name, (_, _, value) in records().items() if not value.beside]
    order = {name: at for at, name in enumerate(values)}
    voices = {voice: at for at, voice in enumerate(VOICES)}
    kept = rows[rows["measure"].isin(values)]
    kept = kept.assign(at=kept["measure"].map(order), by=kept["voice"].map(voices)).sort_values(["at", "by"])
    return kept.drop(columns=["at", "by"]).reset_index(drop=True)


def strongest(rows: pd.DataFrame, spreads: Spreads) -> pd.DataFrame:
    """Return the rows that differ beyond chance, the furthest apart first, in standard deviations."""
    found = rows[rows["different"]]
    size = [abs(row.difference) / (spreads.get((row.measure, row.voice)) or math.inf) for row in rows_of(found)]
    order = pd.Series(size, index=found.index, dtype="float64").sort_values(ascending=False, kind="stable").index
    return found.loc[order]


def findings(
    rows: pd.DataFrame, spreads: Spreads, *, names: tuple[str, str], path: str, pairs: Pairs, choice: Choice
) -> Part:
    """Return what differs beyond chance in sentences, and how much cannot be said."""
    found = strongest(rows, spreads)
    enough = int(rows["enough"].sum())
    items = [
        html.Li(
            [
                _sentence(row, names),
                " ",
                html.A("The events behind it", href=_to(path, pairs, choice.of(row.measure, row.voice))),
            ]
        )
        for row in rows_of(found.head(MOST_FINDINGS))
    ]
    children: list[Component] = [html.Ul(items, className="findings")] if items else []
    if not enough:
        most = int(rows["events"].max()) if len(rows) else 0
        said = f"Not enough evidence: they share {several(most, 'event')} with a value. This is a normal answer."
        children.append(notice(said))
    elif not items:
        said = f"None of the {enough} differences that can be judged lies beyond what chance gives."
        children.append(html.P(said, className="lede"))
    lacking = rows[~rows["enough"]]
    if len(lacking):
        reasons = [
            html.Li([html.Strong(f"{str(reason)[:1].upper()}{str(reason)[1:]}: "), ", ".join(_labels(some)), "."])
            for reason, some in lacking.groupby("reason", sort=False)
        ]
        summary = f"What cannot be said: {len(lacking)} of {several(len(rows), 'value')}"
        children.append(html.Details([html.Summary(summary), html.Ul(reasons, className="unsaid")], className="fold"))
    return section("What can be said", children, name="findings")


def side_by_side(
    rows: pd.DataFrame, spreads: Spreads, *, names: tuple[str, str], path: str, pairs: Pairs, choice: Choice
) -> Part:
    """Return a figure for each kind of words: every value in standard deviations, linked to its events."""
    children: list[Component] = []
    for side, heading in _SIDES.items():
        wanted = rows["voice"] == side
        if side == "narration":
            split = set(rows.loc[wanted, "measure"])
            wanted |= (rows["voice"] == "body") & ~rows["measure"].isin(split)
        shown = rows[wanted & (rows["events"] > 0)]
        if shown.empty:
            continue
        made = [_dot(row, spreads, names, path=path, pairs=pairs, choice=choice) for row in rows_of(shown)]
        made.sort(key=lambda dot: bool(dot.group))
        figure = dots(
            made,
            label=f"{heading}: {names[0]} less {names[1]} on the events both tell, in standard deviations.",
            first="Value",
            heads=("Events", "Higher on", "Lower on"),
            unit="in its own unit",
            file=f"two-{side}",
            words=(f"more with {names[1]}", f"more with {names[0]}"),
            least=(-0.8, 0.8),
            gathered=True,
        )
        children.append(html.Details([html.Summary(heading), figure], className="fold", open=side == "narration"))
    intro = (
        "On one scale: standard deviations of the value over these outlets and events. Below 0.2 is small, above 0.8 "
        "large. “Higher on” counts the events on which the first one’s value is higher."
    )
    return section("All values side by side", children, name="side", intro=intro)


def behind(
    results: Results,
    events: pd.DataFrame,
    *,
    names: tuple[str, str],
    path: str,
    pairs: Pairs,
    choice: Choice,
    known: frozenset[tuple[str, str]],
    more: list[Component],
) -> Part:
    """Return the events behind one value (PAIR_EVENTS), with what chooses the value and `more` below the table."""
    told = events.rename(columns={"first": "value", "second": "others"}).iloc[::-1].reset_index(drop=True)
    table = events_table(results, told, choice=choice, first=names[0], other=names[1])
    children = [
        *value_choice(choice, path, pairs=known, more=pairs, anchor="events"),
        what_is_compared(choice),
        table,
        *more,
    ]
    return section("The events behind one value", children, name="events")


def _labels(rows: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(label_of(str(name)) for name in rows["measure"]))[:12]


def _to(path: str, pairs: Pairs, choice: Choice) -> str:
    return to_page(path, [*pairs, *choice.pairs()], anchor="events")


def _sentence(row: Row, names: tuple[str, str]) -> str:
    _, measure, value = records()[str(row.measure)]
    than = "higher" if row.difference > 0 else "lower"
    span = f"{difference(value, row.low)} and {difference(value, row.high)}"
    equal = int(row.events) - int(row.higher) - int(row.lower)
    ways = f"higher on {int(row.higher)}, lower on {int(row.lower)}{f', equal on {equal}' if equal else ''}"
    rests = text_or(row.rests_on, "")
    alone = f" Without {rests} this difference is none." if rests else ""
    return (
        f"{value_label(measure, value)} {IN_VOICE[str(row.voice)]} is {than} with {names[0]} than with {names[1]} on "
        f"{several(int(row.events), 'shared event')} ({ways}): {difference(value, row.difference, unit=True)}, likely "
        f"between {span}. Higher means: {meaning_of(value)}.{alone}"
    )


def _dot(row: Row, spreads: Spreads, names: tuple[str, str], *, path: str, pairs: Pairs, choice: Choice) -> Dot:
    _, measure, value = records()[str(row.measure)]
    spread = spreads.get((str(row.measure), str(row.voice)), math.nan)
    many = len(measure.leading) > 1
    missing = text_or(row.reason, "nothing to count")
    return Dot(
        name=html.A(value.label if many else measure.label, href=to_measure(measure.name)),
        exact=label_of(value.name),
        value=row.difference / spread if spread else math.nan,
        low=row.low / spread if spread else math.nan,
        high=row.high / spread if spread else math.nan,
        different=bool(row.different),
        missing="" if row.enough and spread else missing,
        said=difference(value, row.difference, unit=True),
        interval=f"{difference(value, row.low)} to {difference(value, row.high)}",
        cells=tuple(Cell(shown=f"{int(n):,}", exact=int(n)) for n in (row.events, row.higher, row.lower)),
        href=_to(path, pairs, choice.of(str(row.measure), str(row.voice))),
        opens=f"The {several(int(row.events), 'event')} behind it",
        group=measure.label if many else "",
    )
