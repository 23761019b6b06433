"""Small pieces that all pages use."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.take_away import picture
from dashboard.wording import VOICES

Children = str | Component | Sequence[str | Component] | None


def title(text: Children, *, above: Children = None) -> Component:
    """Return a page's title with a line above it; focus goes there on arrival. Marks in it can be switched."""
    heading = html.H1(text, id="page-title", tabIndex=-1)
    return html.Div([html.P(above, className="above"), heading] if above else heading, className="page-head marked")


class Part(NamedTuple):
    """A part of a page, with what the list of contents needs to know of it."""

    name: str
    """What addresses point to."""
    heading: str
    body: Component


def section(
    heading: str, children: Sequence[Component], *, name: str, intro: Children = None, drawn: bool = False
) -> Part:
    """Return a part of a page with its heading; `name` is what addresses point to.

    One that is `drawn` can be saved as a picture.
    """
    head: list[Component] = [html.H2(heading, id=f"{name}-title")]
    if intro:
        head.append(html.P(intro, className="intro"))
    label = extra({"aria-labelledby": f"{name}-title"})
    taken = [picture(name)] if drawn else []
    return Part(name, heading, html.Section([*head, *children, *taken], id=name, className="part", **label))


def contents(parts: Sequence[Part], more: Sequence[tuple[str, str]] = ()) -> Component:
    """Return links to the parts of a page, and to `more` places (name, heading)."""
    links = [html.A(heading, href=f"#{name}") for name, heading in [*((p.name, p.heading) for p in parts), *more]]
    return html.Nav(links, className="contents", **extra({"aria-label": "On this page"}))


def notice(children: Children, *, kind: str = "quiet") -> Component:
    """Return a short remark; kind is quiet, copy or differs."""
    return html.P(children, className=f"notice notice-{kind}")


def shape(voice: str) -> Component:
    """Return the mark of a voice: its shape and colour, for eyes only."""
    return html.Span(className=f"dot dot-{voice}", **extra({"aria-hidden": "true"}))


def voices_legend() -> Component:
    """Return what the shapes of the voices mean."""
    return html.Ul(
        [html.Li([shape(voice), f" {said}"]) for voice, said in VOICES.items()],
        className="legend",
        **extra({"aria-label": "Shapes"}),
    )


def scroller(child: Component, *, label: str) -> Component:
    """Return a box that scrolls sideways on its own, also by keyboard."""
    return html.Div(child, className="scroller", tabIndex=0, role="region", **extra({"aria-label": label}))
