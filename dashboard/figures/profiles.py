"""Outlets as rows, the difference from the others on the same events as position, with its interval."""

import math
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.style import COLOURS, SYMBOLS, styled


def profiles(frame: pd.DataFrame, *, unit: str, voices: tuple[str, ...]) -> go.Figure:
    """Draw PROFILES rows of one value, a mark for each outlet and voice, outlets in the order of the alphabet.

    Rows without a difference are left out; where there is not enough evidence the mark is hollow and has no interval.
    `voices` fixes each voice's symbol and colour by its place.
    """
    known = frame.dropna(subset=["difference"])
    outlets = sorted(known["outlet"].unique(), key=str.casefold)
    figure = go.Figure()
    for number, voice in enumerate(voices):
        rows = known[known["voice"] == voice]
        if rows.empty:
            continue
        shift = 0.5 - (number + 1) / (len(voices) + 1)
        symbols = [SYMBOLS[number] + ("" if enough else "-open") for enough in rows["enough"]]
        figure.add_scatter(
            x=list(rows["difference"]),
            y=[outlets.index(outlet) + shift for outlet in rows["outlet"]],
            mode="markers",
            name=voice,
            marker={"size": 11, "symbol": symbols, "color": COLOURS[number], "line": {"width": 1.5}},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": _beyond(rows["high"] - rows["difference"], rows["enough"]),
                "arrayminus": _beyond(rows["difference"] - rows["low"], rows["enough"]),
                "color": COLOURS[number],
                "thickness": 2,
                "width": 0,
            },
            customdata=list(zip(rows["outlet"], rows["events"], strict=True)),
            hovertemplate="%{customdata[0]}: %{x:+.3g}, %{customdata[1]} events<extra>" + voice + "</extra>",
        )
    figure.update_yaxes(
        tickmode="array", tickvals=list(range(len(outlets))), ticktext=outlets, range=[len(outlets) - 0.4, -0.6]
    )
    figure.update_xaxes(
        title={"text": "<br>".join(wrap(f"difference from the others, {unit}", 22)), "font": {"size": 12}},
        automargin=True,
    )
    return styled(figure, rows=max(2, len(outlets) * 2))


def _beyond(length: pd.Series, enough: pd.Series) -> list[float | None]:
    return [x if said and not math.isnan(x) else None for x, said in zip(length, enough, strict=True)]
