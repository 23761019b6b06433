"""Plain fields of forms, drawn as HTML in one piece with what stands around them: a form needs no component of Dash.

They are sent to the addresses in `dashboard.collecting.routes` by the browser, or by assets/40_collect.js in its place.
"""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.links import to_page

Child = str | Component | None


def element(
    tag: str, children: Child | list[Child] = None, attributes: Mapping[str, object] | None = None
) -> Component:
    """Return an element of HTML that Dash has no component for; attributes have the names that React gives them.

    It is only ever drawn as a part of `parallax.Drawing`.
    """
    made: Component = html.Div(children)
    made._type = tag
    for name, value in (attributes or {}).items():
        setattr(made, name, value)
    return made


def form(address: str, token: str, children: Sequence[Child], *, name: str, files: bool = False) -> Component:
    """Return a form that is sent to one of our addresses; with `files` it may carry some."""
    attributes = {
        "action": to_page(address),
        "method": "post",
        "data-collect": name,
        "className": f"form form-{name}",
        "key": f"form-{name}",
    }
    if files:
        attributes["encType"] = "multipart/form-data"
    return element("form", [hidden("token", token), *children], attributes)


def hidden(name: str, value: str) -> Component:
    """Return a value that goes with a form unseen."""
    return element("input", None, {"type": "hidden", "name": name, "value": value, "readOnly": True})


def box(name: str, value: str, label: Child | list[Child], *, on: bool = False, about: str = "") -> Component:
    """Return a box to tick with its label; with `about` the label is only heard."""
    attributes: dict[str, object] = {"type": "checkbox", "name": name, "value": value, "defaultChecked": on}
    if about:
        attributes["aria-label"] = about
        return element("input", None, attributes)
    return html.Label([element("input", None, attributes), html.Span(label)], className="tick")


def text_field(
    name: str,
    label: str,
    *,
    value: str = "",
    hint: Child | list[Child] = None,
    place: str = "",
    rows: int = 0,
    more: Mapping[str, object] | None = None,
) -> Component:
    """Return a field to type in under its label; `rows` makes it tall, `hint` stands below it."""
    mark = str((more or {}).get("id", f"field-{name}"))
    attributes: dict[str, object] = {
        "id": mark,
        "name": name,
        "defaultValue": value,
        "placeholder": place or None,
        "autoComplete": "off",
        **({"rows": rows} if rows else {"type": "text"}),
        **({"aria-describedby": f"{mark}-hint"} if hint else {}),
        **(more or {}),
    }
    return html.Div(
        [
            html.Label(label, htmlFor=mark),
            element("textarea" if rows else "input", None, attributes),
            html.P(hint, id=f"{mark}-hint", className="hint") if hint else None,
        ],
        className="field",
    )


def button(label: str, *, do: str, main: bool = False, about: str = "", name: str = "do") -> Component:
    """Return a button that sends its form and says what is to be done."""
    said = extra({"aria-label": about}) if about else {}
    return html.Button(label, type="submit", name=name, value=do, className="button main" if main else "button", **said)
