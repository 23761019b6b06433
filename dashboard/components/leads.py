"""What a headline is about first: its leading frame, with the words that say so."""

from dash import html
from dash.development.base_component import Component

from dashboard.leading_frames import Leading
from dashboard.links import to_measure


def leads(leading: Leading | None) -> Component | None:
    """Return a line with the frame and its words; None where no frame leads."""
    if leading is None:
        return None
    frame = html.A(leading.label, href=to_measure("framing"), title=leading.meaning)
    return html.P(["Leading frame of the headline: ", frame, ", by ", html.Q(leading.words)], className="meta")
