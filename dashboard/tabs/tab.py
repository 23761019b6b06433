"""`Tab`: one view of an event as a record, and `Asked`: what the address asks of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.notice import Part
from dashboard.links import to_story
from dashboard.page import Query
from dashboard.story_open import OpenStory
from dashboard.story_pages import StoryPage

KEPT = ("event", "tab", "show", "measure", "labels")
"""What of the address every link of the page keeps."""

KEPT_HERE = (*KEPT, "voice", "names", "facts", "fact", "word", "outlet", "against")
"""What links to the same tab keep besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A story with what its address chooses: an event, pages to show beside each other, a tab."""

    story: OpenStory
    event: str
    pages: tuple[StoryPage, ...]
    """Those of the event."""

    visible: tuple[StoryPage, ...]
    """Those to show beside each other."""

    query: Query

    def to(self, changed: Mapping[str, Sequence[str]], *, anchor: str = "", here: bool = True) -> str:
        """Return the address of the page with some things changed; `here` False: of another tab or event."""
        pairs = [
            (name, value)
            for name in (KEPT_HERE if here else KEPT)
            for value in (changed[name] if name in changed else self.query.many(name))
        ]
        return to_story(self.story.id, pairs, anchor=anchor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One view of an event. Only the tab that the address asks for is drawn."""

    name: str
    """What the address calls it."""

    label: str
    """For people."""

    draw: Callable[[Asked], Sequence[Part]]

    by_page: bool = False
    """Whether it shows pages beside each other, which a person can choose."""


def choices(label: str, links: Sequence[tuple[str, str, bool]]) -> Component:
    """Return links of which one is switched on: (words, address, on)."""
    made = [
        html.A(
            words,
            href=address,
            className="choice on" if on else "choice",
            **extra({"data-stay": "1", "aria-current": "true" if on else "false"}),
        )
        for words, address, on in links
    ]
    return html.Nav(
        [html.Span(f"{label}:", className="chips-label"), *made], className="chips", **extra({"aria-label": label})
    )
