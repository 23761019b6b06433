"""What all figures share: one neutral template that the style sheet recolours, and no way out to the network."""

from typing import Any

import plotly.graph_objects as go

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "responsive": True,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
}
"""Options of every graph: nothing is sent anywhere."""

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#8A6D00")
"""At least 3:1 against white; symbols tell the same apart without colour."""

SYMBOLS = ("circle", "diamond", "triangle-up", "square", "cross", "x", "star", "hexagon", "triangle-down", "bowtie")

_ROW = 34
_FRAME = 110


def styled(figure: go.Figure, *, rows: int) -> go.Figure:
    """Return `figure` with the shared look, high enough for `rows` rows of marks."""
    figure.update_layout(
        template="none",
        height=_FRAME + _ROW * rows,
        margin={"l": 8, "r": 16, "t": 8, "b": 48},
        font={"family": "system-ui, sans-serif", "size": 13},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        hoverlabel={"font": {"family": "system-ui, sans-serif"}},
    )
    figure.update_xaxes(
        showgrid=True, gridcolor="rgba(128,128,128,0.25)", zeroline=True, zerolinecolor="rgba(128,128,128,0.8)"
    )
    figure.update_yaxes(automargin=True, showgrid=True, gridcolor="rgba(128,128,128,0.15)", zeroline=False)
    return figure
