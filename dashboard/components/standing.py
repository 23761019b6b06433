"""Why pages stand in their event: how alike they are, what they share, what is uncertain, and how to correct it."""

import re
from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.links import to_page, to_story
from dashboard.story_pages import StoryPage
from dashboard.wording import number, several

MUCH, SOME = 0.45, 0.25
"""Mean similarity to the other pages of the event from which a page is called very like them, and like them."""

MOST_LISTED = 20
"""Pages listed with their reasons for one event, uncertain ones first."""

_SHORT = 12
"""Letters of an id that are shown: `parallax event` takes the beginning of an id."""

_IDS = re.compile(r"event-\w+(?:-\d+)?|\b[0-9a-z]{16}\b")

_SCALE = "The number is how much of its words a page has in common with the others: 0 nothing, 1 all, rare words most."

Child = str | Component


def standing(
    told: Sequence[StoryPage], pages: Mapping[str, StoryPage], events: Mapping[str, tuple[str, str]]
) -> Component | None:
    """Return a fold that says for each page of one event why it stands there; None where there is nothing to say.

    `pages` are those of the story by id; `events` has the title and the story of events that notes may name.
    """
    known = [page for page in told if page.alike is not None or page.note]
    if not known:
        return None
    listed = sorted(known, key=lambda page: not page.uncertain)[:MOST_LISTED]
    left = f"{several(len(known) - len(listed), 'more page')}: `parallax event list` lists all."
    how: list[Child] = [
        "Does a page not belong here? Type its line where you run Parallax (with --library FILE, where you started it "
        "so), then ",
        html.Code("parallax analyse"),
        ". ",
        html.Code("parallax event undo"),
        " takes it back.",
    ]
    return html.Details(
        [
            html.Summary("Why these pages stand together" if len(told) > 1 else "Why this page stands alone"),
            html.P(_SCALE, className="quiet") if len(told) > 1 else None,
            html.Ul([_item(page, pages, events, others=len(told) - 1) for page in listed], className="standing"),
            html.P(left, className="quiet") if len(listed) < len(known) else None,
            html.P(how, className="quiet") if any(_command(page) for page in listed) else None,
        ],
        className="fold",
    )


def uncertain(page: StoryPage) -> Component | None:
    """Return the mark of a page that may belong to another event; None where there is no doubt."""
    return html.Span("? uncertain", className="badge badge-uncertain") if page.uncertain else None


def likeness(alike: float | None, *, others: int = 2) -> str:
    """Return in words how alike a page is to the `others` of its event, 0 to 1; None where there are none."""
    if alike is None:
        return "the only page of this event"
    said = "very like" if alike >= MUCH else "like" if alike >= SOME else "a little like"
    return f"{said} the other page{'s' if others > 1 else ''} ({number(alike)})"


def _item(
    page: StoryPage, pages: Mapping[str, StoryPage], events: Mapping[str, tuple[str, str]], *, others: int
) -> Component:
    command = _command(page)
    return html.Li(
        [
            html.P(
                [
                    html.Span(page.letter, className="letter"),
                    html.Span(page.outlet_shown, className="outlet"),
                    f": {likeness(page.alike, others=others)} ",
                    uncertain(page),
                ]
            ),
            html.P(f"It shares {page.shares.replace(';', ' ·')}.", className="quiet") if page.shares else None,
            html.P(_note(page.note, pages, events), className="to-know") if page.note else None,
            html.P(html.Code(command, className="command")) if command else None,
            html.P(html.A(f"Correct where page {page.letter} belongs", href=_correcting(page))),
        ]
    )


def _correcting(page: StoryPage) -> str:
    return to_page("/correct", [("article", page.id)])


def _command(page: StoryPage) -> str:
    """Return what a person types to place the page elsewhere; empty for one that is alone and like no other event."""
    rival = next((name for name in _IDS.findall(page.note) if name.startswith("event-")), "")
    if page.uncertain and rival:
        return f"parallax event move {page.id[:_SHORT]} --to {rival}"
    return f"parallax event split {page.id[:_SHORT]}" if page.alike is not None else ""


def _note(note: str, pages: Mapping[str, StoryPage], events: Mapping[str, tuple[str, str]]) -> list[Child]:
    """Return a note as a sentence, with pages called by their letters and events by their titles."""
    made: list[Child] = []
    at = 0
    for match in _IDS.finditer(note):
        name = match.group()
        if name in events:
            title, story = events[name]
            named: Child = html.A(f"“{title}”", href=to_story(story))
        elif name in pages:
            named = f"page {pages[name].letter}"
        else:
            named = html.Code(name)
        made += [note[at : match.start()], named]
        at = match.end()
    made.append(f"{note[at:]}.")
    first = made[0]
    return [first[:1].upper() + first[1:], *made[1:]] if isinstance(first, str) else made


def events_named(pages: Sequence[StoryPage]) -> list[str]:
    """Return the ids of the events that the notes of pages name."""
    named = (name for page in pages for name in _IDS.findall(page.note))
    return list(dict.fromkeys(name for name in named if name.startswith("event-")))
