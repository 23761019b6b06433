"""Parts of a page that nothing changes once they are drawn, handed to the browser in one piece.

Each component of Dash listens to every change of the app's state, and makes one when it is drawn anew: a page of 4,000
components costs the browser 16 million looks, a minute. Most of a page is text, tables and links that no callback
touches. Such parts travel as nested lists in one component, `parallax.Drawing` (assets/05_drawing.js).
"""

import copy
from collections.abc import Collection, Iterable

from dash.development.base_component import Component

from dashboard.svg import Shape

Node = str | list[object]
"""Text, or [tag, attributes or 0, node, node ...]; attributes have the names that Dash and React give them."""

_HTML = "dash_html_components"
_NOT_ATTRIBUTES = frozenset({"children", "available_properties", "available_wildcard_properties"})


def drawing(shown: object, *, live: Collection[str]) -> object:
    """Return `shown` (what a `children` property takes) with all that nothing changes in as few pieces as can be.

    `live` are the ids that callbacks read or write: these, all that is not plain HTML, and what stands around either
    stay components. `shown` itself is left as it is.
    """
    made: list[object] = []
    still: list[Node] = []
    live = frozenset(live)
    for part in _parts(shown):
        node = _node(part, live)
        if node is not None:
            still.append(node)
            continue
        if still:
            made.append(_piece(still))
            still = []
        kept = copy.copy(part)
        if isinstance(kept, Component) and _is_html(kept):
            kept.children = drawing(kept.children, live=live)
        made.append(kept)
    if still:
        made.append(_piece(still))
    return made[0] if len(made) == 1 else made


def kept(part: Component) -> Component:
    """Return `part`, which is plain HTML, so that it is made into nodes once, however often it is drawn.

    Nothing in it may change any more.
    """
    vars(part)["_nodes"] = {}
    return part


def live_ids(callbacks: Iterable[str]) -> frozenset[str]:
    """Return the ids in the keys of a Dash app's `callback_map`: "list.children", "..page.children...info.data..".

    Only what callbacks write: what they read is an input, a place to type or a store, and no plain HTML.
    """
    return frozenset(
        output.rpartition(".")[0] for key in callbacks for output in key.strip(".").split("...") if "." in output
    )


def _piece(nodes: list[Node]) -> dict[str, object]:
    return {"namespace": "parallax", "type": "Drawing", "props": {"nodes": nodes}}


def _parts(shown: object) -> list[object]:
    parts = shown if isinstance(shown, list | tuple) else [shown]
    return [part for part in parts if part is not None]


def _is_html(part: Component) -> bool:
    return bool(part._namespace == _HTML)


def _node(part: object, live: Collection[str]) -> Node | None:
    """Return a part as a node, or None when it or something in it must stay a component."""
    if isinstance(part, Shape):
        return part.node()
    if not isinstance(part, Component):
        return str(part) if isinstance(part, str | int | float) else None
    if not _is_html(part):
        return None
    before: dict[Collection[str], Node | None] | None = vars(part).get("_nodes")
    if before is None:
        return _made(part, live)
    if live not in before:
        before[live] = _made(part, live)
    return before[live]


def _made(part: Component, live: Collection[str]) -> Node | None:
    given = {name: value for name, value in vars(part).items() if name[0] != "_" and name not in _NOT_ATTRIBUTES}
    if given.get("id") in live:
        return None
    made: list[object] = [part._type.lower(), {name: value for name, value in given.items() if value is not None} or 0]
    for child in _parts(part.children):
        node = _node(child, live)
        if node is None:
            return None
        made.append(node)
    return made
