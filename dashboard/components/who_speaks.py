"""Who gets to speak with an outlet: how much room, by name or without one, beside the others on the same events."""

import pandas as pd
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.components.dots import Cell, Dot, dots
from dashboard.components.notice import notice
from dashboard.row import Row
from dashboard.wording import number, several, text_or

_NAMINGS = {
    "named": "people and bodies with a name",
    "anonymous": "sources without a name",
    "document": "papers and figures",
    "nobody said": "quotations of whom the text does not say",
}


def who_speaks(found: pd.DataFrame, *, name: str) -> list[Component]:
    """Return SPEAKERS of an outlet as a figure; a sentence where it quotes nobody beside others."""
    if found.empty:
        return [notice("It quotes nobody on an event on which another outlet quotes somebody as well.")]
    return [
        dots(
            [_dot(row) for row in rows_of(found)],
            label=f"{name}: part of all quoted words, difference from the others on the same events.",
            first="Who speaks",
            heads=("Events", "Words", "Here", "Others"),
            unit="percentage points",
            file="who-speaks",
            words=("less room than with others", "more room"),
        )
    ]


def _dot(row: Row) -> Dot:
    speaker = row.kind == "speaker"
    named = str(row.name) if speaker else _NAMINGS.get(str(row.name), str(row.name))
    shares = tuple(Cell(shown=_share(x), exact=f"{x:.4g}") for x in (row.here, row.others))
    counts = (
        Cell(shown=f"{int(row.events):,}", exact=int(row.events)),
        Cell(shown=f"{int(row.words):,}", exact=int(row.words)),
    )
    return Dot(
        name=named,
        exact=named,
        value=float(row.difference) * 100,
        low=float(row.low) * 100,
        high=float(row.high) * 100,
        different=bool(row.different),
        missing="" if row.enough else text_or(row.reason, several(int(row.events), "event")),
        said=f"{number(float(row.difference) * 100, signed=True)} points",
        cells=(*counts, *shares),
        group="Speakers quoted most" if speaker else "How sources are named",
    )


def _share(value: float) -> str:
    return f"{value * 100:.0f} %" if value == value else "–"
