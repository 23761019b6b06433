"""Every value of one outlet on one scale: its difference from the others on the same events, in standard deviations."""

import math
from collections.abc import Mapping

import pandas as pd
from dash import html

from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.dots import Cell, Dot, dots
from dashboard.components.notice import Part, notice, section
from dashboard.components.outlet_pages import to_outlet
from dashboard.links import to_measure
from dashboard.outlet_choice import Choice
from dashboard.outlet_wording import difference, label_of
from dashboard.row import Row
from dashboard.wording import in_unit, records, several, text_or

Levels = Mapping[tuple[str, str], tuple[float, float]]

_SIDES = {"narration": "in the outlet’s text", "quotation": "in people’s words", "headline": "in headlines"}


def all_values(name: str, rows: pd.DataFrame, choice: Choice, asked: str, beside: Levels) -> Part:
    """Return PROFILES rows of one outlet as a figure, with links to the kinds of words; `asked` is the kind chosen.

    `beside` are the outlet's own mean and the others', by value and voice; empty where they are not shown.
    """
    side = asked if asked in _SIDES else "headline" if choice.voice == "headline" else "narration"
    wanted = rows["voice"] == side
    if side == "narration":
        split = set(rows.loc[wanted, "measure"])
        wanted |= (rows["voice"] == "body") & ~rows["measure"].isin(split)
    shown = rows[wanted & (rows["events"] > 0)]
    links = [
        html.A(
            said,
            href=to_outlet(name, [*choice.pairs(), ("side", each)], anchor="side"),
            className="choice on" if each == side else "choice",
            **extra({"data-stay": "1", "aria-current": "true" if each == side else "false"}),
        )
        for each, said in _SIDES.items()
    ]
    nav = html.Nav([html.Span("Counted:", className="chips-label"), *links], className="chips",
                   **extra({"aria-label": "Counted"}))  # fmt: skip
    intro = (
        "All values on one scale: the difference from the others on the same events, in standard deviations of the "
        "value over all outlets and events. Below 0.2 is small, above 0.8 large."
    )
    if shown.empty:
        return section("All values side by side", [nav, notice("Nothing to compare in these words.")], name="side")
    by_name = records()
    parts = shown["measure"].map(lambda value: len(by_name[value][1].leading) > 1)
    ordered = shown.iloc[parts.astype(bool).argsort(kind="stable")]
    figure = dots(
        [_dot(name, row, choice, beside) for row in rows_of(ordered)],
        label=f"{name}: every value {_SIDES[side]}, difference from the others in standard deviations.",
        first="Value",
        heads=("Events", "Here", "Others") if beside else ("Events",),
        unit="in its own unit",
        file=f"outlet-{side}",
        words=("less than others", "more than others"),
        least=(-0.8, 0.8),
        gathered=True,
    )
    return section("All values side by side", [nav, figure], name="side", intro=intro)


def _dot(name: str, row: Row, choice: Choice, beside: Levels) -> Dot:
    _, measure, value = records()[str(row.measure)]
    apart, standard = float(row.difference), float(row.standard)
    factor = standard / apart if apart else math.nan
    many = len(measure.leading) > 1
    return Dot(
        name=html.A(value.label if many else measure.label, href=to_measure(measure.name)),
        exact=label_of(value.name),
        value=standard,
        low=float(row.low) * factor,
        high=float(row.high) * factor,
        different=bool(row.different),
        missing="" if row.enough else text_or(row.reason, "nothing to count"),
        said=difference(value, apart, unit=True),
        interval=f"{difference(value, float(row.low))} to {difference(value, float(row.high))}",
        cells=(
            Cell(shown=f"{int(row.events):,}", exact=int(row.events)),
            *(
                Cell(shown=in_unit(value, level), exact=f"{level:.6g}")
                for level in beside.get((value.name, str(row.voice)), (math.nan, math.nan) if beside else ())
            ),
        ),
        href=to_outlet(name, choice.of(value.name, str(row.voice)).pairs(), anchor="events"),
        opens=f"The {several(int(row.events), 'event')} behind it",
        group=measure.label if many else "",
    )
