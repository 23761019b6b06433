"""A value with its interval as a dot on a line: one row of a table of outlets, on the scale of them all."""

import math

from dash.development.base_component import Component

from dashboard.figures.scale import Scale
from dashboard.svg import circle, label, line, svg


def strip(on: Scale, *, value: float, low: float, high: float, different: bool, near: float = math.nan) -> Component:
    """Return the row: a full dot where the value differs from zero beyond chance, else a ring.

    `near`, where it is a number, is marked by a short stroke: the value drawn towards the others. Without a value the
    row has its lines alone.
    """
    made = [line(on.at(tick), on.at(tick), y1=0, y2=100, name="at-zero" if tick == 0 else "at") for tick in on.ticks]
    if math.isfinite(low) and math.isfinite(high):
        made.append(line(on.at(low), on.at(high), name="likely"))
    if math.isfinite(near):
        made.append(line(on.at(near), on.at(near), y1=22, y2=78, name="near"))
    if math.isfinite(value):
        made.append(circle(on.at(value), name="differs" if different else "may-be-chance", r=6 if different else 5))
    return svg(made, name="strip-row")


def axis(on: Scale, *, said: dict[float, str] | None = None) -> Component:
    """Return the numbers of a scale, for the head of the table; `said` replaces what stands at a tick."""
    told = said or {}
    return svg([label(on.at(tick), told.get(tick) or _tick(tick)) for tick in on.ticks], name="strip-axis")


def _tick(value: float) -> str:
    return f"{value:+.4g}".replace("-", "−") if abs(value) > 1e-12 else "0"
