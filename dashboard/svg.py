"""Shapes of SVG for pages: drawn by the server, styled by the style sheet, nothing to load in the browser.

Dash has no components for SVG. Lengths along the page are given in per cent, so that a figure takes the width it gets
while its type and its marks keep their size.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from dash.development.base_component import Component


@dataclass(frozen=True, slots=True)
class Shape:
    """An element of SVG with the names of attributes that React takes: "className", "textAnchor"."""

    tag: str
    attributes: Mapping[str, str | int | float] = field(default_factory=dict)
    children: Sequence["Shape | str"] = ()

    def node(self) -> list[object]:
        """Return the shape as `dashboard.drawing` sends it: [tag, attributes or 0, child, child ...]."""
        inside = [child if isinstance(child, str) else child.node() for child in self.children]
        return [self.tag, dict(self.attributes) or 0, *inside]

    def to_plotly_json(self) -> list[object]:
        """Return the node: what Dash's encoder asks of whatever it does not know."""
        return self.node()


def svg(children: Sequence[Shape | str], *, name: str) -> Component:
    """Return a drawing as wide as its place, for eyes only: the words beside it say the same; `name` is its class.

    It is a Shape. Dash's types know components alone, and `dashboard.drawing` sends both.
    """
    return cast(Component, Shape("svg", {"className": name, "aria-hidden": "true", "focusable": "false"}, children))


def line(x1: float, x2: float, *, name: str, y1: float = 50, y2: float = 50) -> Shape:
    """Return a line between points in per cent of width and height."""
    ends = {"x1": _per_cent(x1), "x2": _per_cent(x2), "y1": _per_cent(y1), "y2": _per_cent(y2)}
    return Shape("line", {**ends, "className": name})


def circle(x: float, *, name: str, y: float = 50, r: float = 6) -> Shape:
    """Return a circle at a point in per cent, with its radius in pixels."""
    return Shape("circle", {"cx": _per_cent(x), "cy": _per_cent(y), "r": r, "className": name})


def label(x: float, said: str, *, y: float = 50) -> Shape:
    """Return a text whose middle is at a point in per cent; at an edge its end, so that it stays inside."""
    anchor = "start" if x < 6 else "end" if x > 94 else "middle"
    place = {"x": _per_cent(x), "y": _per_cent(y), "textAnchor": anchor, "dominantBaseline": "middle"}
    return Shape("text", place, (said,))


def _per_cent(x: float) -> str:
    return f"{x:.4g}%"
