"""Small pieces that the pages of outlets share."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.notice import notice
from dashboard.links import Pairs, to_measure, to_page
from dashboard.outlet_choice import Choice
from dashboard.outlet_wording import label_of, meaning_of
from dashboard.wording import IN_VOICE, records

_PAGES = (
    ("outlets", "/outlets", "All outlets"),
    ("two", "/two-outlets", "Two outlets"),
    ("groups", "/groups", "Groups"),
)


def outlet_nav(here: str) -> Component:
    """Return links to the pages about outlets."""
    links = [
        html.A(said, href=to_page(path), **extra({"aria-current": "page"} if name == here else {}))
        for name, path, said in _PAGES
    ]
    return html.Nav(links, className="subnav", **extra({"aria-label": "Pages about outlets"}))


def to_outlet(name: str, pairs: Pairs = (), *, anchor: str = "") -> str:
    """Return the address of an outlet's page."""
    return to_page("/outlet", [("name", name), *pairs], anchor=anchor)


def to_two(one: str, other: str, pairs: Pairs = (), *, anchor: str = "") -> str:
    """Return the address that sets two outlets side by side."""
    return to_page("/two-outlets", [("a", one), ("b", other), *pairs], anchor=anchor)


def refusals(said: Sequence[str]) -> list[Component]:
    """Return what the address asked for and could not have."""
    return [notice(each) for each in said]


def what_is_compared(choice: Choice) -> Component:
    """Return in a sentence what the chosen value is and on which part of the library it is compared."""
    _, measure, value = records()[choice.value]
    part = f" Only {choice.told}." if choice.told else ""
    return html.P(
        [
            html.A(label_of(choice.value), href=to_measure(measure.name)),
            f" {IN_VOICE[choice.voice]}, {value.unit}. Higher means: {meaning_of(value)}.{part}",
        ],
        className="intro",
    )
