"""Entities as rows, sentiment as position, a mark for each page."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.style import COLOURS, SYMBOLS, styled


def portrayals(frame: pd.DataFrame, *, voice: str = "the outlet's own words") -> go.Figure:
    """Draw how favourable the sentences are that name an entity.

    Pages come in the order of their names. `frame` has the columns entity, page (name to show), value (-1 to 1) and n
    (sentences); rows without value are left out. Rows of the figure are in the order in which entities first appear.
    """
    known = frame.dropna(subset=["value"])
    entities = list(dict.fromkeys(known["entity"]))
    figure = go.Figure()
    for number, (page, rows) in enumerate(known.groupby("page", sort=True)):
        figure.add_scatter(
            x=list(rows["value"]),
            y=list(rows["entity"]),
            customdata=list(rows["n"]),
            mode="markers",
            name=str(page),
            marker={
                "size": 11,
                "opacity": 0.9,
                "symbol": SYMBOLS[number % len(SYMBOLS)],
                "color": COLOURS[number % len(COLOURS)],
            },
            hovertemplate=f"%{{y}}: %{{x:+.2f}} in %{{customdata}} sentences<extra>{page}</extra>",
        )
    figure.update_xaxes(range=[-1, 1], title={"text": f"−1 unfavourable to +1 favourable, in {voice}"})
    figure.update_yaxes(categoryorder="array", categoryarray=entities[::-1])
    return styled(figure, rows=len(entities))
