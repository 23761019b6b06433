"""What sets the outlets of a story apart, event by event, as the parts of the Story page."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.apart.shift import word_shift
from analysis.apart.sources import sources
from analysis.results import Results
from analysis.tables import EVIDENCE
from analysis.tables import rows as rows_of
from analysis.voice import NARRATION
from dashboard.attributes import extra
from dashboard.components.apart import apart_said, how_far
from dashboard.components.by_outlet import names_by_outlet, quoted_by_outlet
from dashboard.components.notice import Part, notice, section
from dashboard.components.shift import Shifted, shifts
from dashboard.components.words import distinctive_words
from dashboard.links import to_story
from dashboard.page import Query
from dashboard.row import Row
from dashboard.story_evidence import evidence_of
from dashboard.story_pages import StoryPage
from dashboard.wording import minimum, records, text_or
from sources.article import Article

_SHOWN = ("sentiment", "loaded")
"""Values whose differences are broken into words on the page."""

_MOST_OUTLETS = 8

_KEPT = ("show", "measure", "voice", "facts", "event", "names")
"""What of the address is kept when one thing of it changes."""


def apart_parts(
    results: Results,
    story: str,
    pages: Sequence[StoryPage],
    visible: Sequence[StoryPage],
    texts: Mapping[str, Article],
    query: Query,
) -> list[Part]:
    """Return the parts of the page that say how far the outlets of one event are apart, and by what.

    `event` of the query chooses the event, else it is the one with most reports; with `names=no` names are left out of
    the words. `texts` are the articles that may be read, by id: differences in wording are broken into words for the
    outlets of these alone. A story no event of which two outlets tell has one part, which says so.
    """
    events = results.rows("apart", story=story)
    if events.empty:
        said = notice("Nothing to compare: it takes reports of two outlets on one event, copies not counted.")
        return [section("Words that set outlets apart", [said], name="words")]
    asked = events[events["event"] == query.one("event")]
    row = next(rows_of(asked if len(asked) else events.sort_values("reports", ascending=False, kind="stable")))
    event = str(row.event)
    chooser = _events(results, story, events, event, query)
    parts = [
        _how_far(row, results.rows("apart_parts", event=event), pages, chooser),
        _words(results.rows("distinctive", event=event), pages, story, query),
        _shifts(results, story, event, pages, visible, texts),
        _named(results.rows("namings", event=event), pages),
        _quoted(results.rows("quoted", event=event), pages),
    ]
    return [part for part in parts if part is not None]


def far_apart(results: Results, story: str) -> Component | None:
    """Return how far the outlets of a story are apart, for the top of its page; None where nothing can be compared."""
    events = results.rows("apart", story=story).sort_values("reports", ascending=False, kind="stable")
    if events.empty:
        return None
    row = next(rows_of(events))
    said = f"outlets apart: {'no clear difference' if row.enough and row.low <= 0 else apart_said(row)}"
    return html.A(said, href=to_story(story, anchor="apart"), className="fact")


def _pairs(query: Query, **changed: str) -> list[tuple[str, str]]:
    kept = [(name, value) for name in _KEPT if name not in changed for value in query.many(name)]
    return [*kept, *((name, value) for name, value in changed.items() if value)]


def _choices(label: str, choices: Sequence[tuple[str, str, bool]]) -> Component:
    """Return links of which one is switched on: (words, address, on)."""
    links = [
        html.A(
            words,
            href=address,
            className="choice on" if on else "choice",
            **extra({"data-stay": "1", "aria-current": "true" if on else "false"}),
        )
        for words, address, on in choices
    ]
    return html.Nav(
        [html.Span(f"{label}:", className="chips-label"), *links], className="chips", **extra({"aria-label": label})
    )


def _events(results: Results, story: str, events: pd.DataFrame, chosen: str, query: Query) -> list[Component]:
    if len(events) < 2:
        return []
    titles = {str(row.event): text_or(row.title, "Event") for row in rows_of(results.rows("events", story=story))}
    choices = [
        (
            titles.get(str(row.event), "Event"),
            to_story(story, _pairs(query, event=str(row.event)), anchor="apart"),
            row.event == chosen,
        )
        for row in rows_of(events)
    ]
    return [_choices("Event", choices)]


def _how_far(row: Row, parts: pd.DataFrame, pages: Sequence[StoryPage], chooser: Sequence[Component]) -> Part:
    intro = (
        "One number for how differently the outlets tell the event in their own words: 0 as if one text were dealt out "
        "among them, 1 with no word in common. Names, quotations, copies and agencies’ texts are left out. It grows "
        "neither with the length of the texts nor with the number of outlets. The bars add up to it."
    )
    return section("How far apart the outlets are", [*chooser, how_far(row, parts, pages)], name="apart", intro=intro)


def _words(rows: pd.DataFrame, pages: Sequence[StoryPage], story: str, query: Query) -> Part:
    heading = "Words that set outlets apart"
    without = query.one("names") == "no"
    shown = rows[~rows["name"]] if without else rows
    nav = _choices(
        "Names of people, places and bodies",
        [
            ("shown", to_story(story, _pairs(query, names=""), anchor="words"), not without),
            ("left out", to_story(story, _pairs(query, names="no"), anchor="words"), without),
        ],
    )
    if shown.empty:
        said = notice("No word sets one outlet apart with enough evidence.")
        return section(heading, [said] if rows.empty else [nav, said], name="words")
    intro = (
        "Words that an outlet uses more in its own voice than the others do on this event, or less. "
        "Outlets that are not here have no such word with enough evidence."
    )
    return section(heading, [nav, distinctive_words(shown, pages)], name="words", intro=intro)


def _shifts(
    results: Results,
    story: str,
    event: str,
    pages: Sequence[StoryPage],
    visible: Sequence[StoryPage],
    texts: Mapping[str, Article],
) -> Part | None:
    members = results.rows("members", story=story)
    ids = members["article"].tolist()
    every = sources(members, results.rows("articles", id=ids), results.rows("credits", article=ids))
    outlets = next((each.outlets for each in every if each.event == event), {})
    held = {article: outlet for article, outlet in outlets.items() if article in texts}
    listed = list(dict.fromkeys(held.values()))[:_MOST_OUTLETS]
    scores = results.rows("scores", article=list(held), measure=list(_SHOWN))
    shown = [page.id for page in visible]  # their evidence is made for the marked texts as well
    evidence = evidence_of([texts[article] for article in (shown if set(held) <= set(shown) else held)])
    joined = pd.concat([*evidence.values()], ignore_index=True) if evidence else EVIDENCE.empty()
    known = records()
    found = []
    for name in _SHOWN:
        value = known[name][2]
        for outlet in listed if len(listed) > 1 else []:
            mine = scores[
                (scores["measure"] == name).to_numpy()
                & (scores["voice"] == NARRATION).to_numpy()
                & scores["article"].map(held).eq(outlet).to_numpy()
            ]
            if int(mine["n"].sum()) < minimum(value, NARRATION):
                continue
            shift = word_shift(joined, scores, held, measure=name, voice=NARRATION, outlet=outlet)
            if not math.isnan(shift.difference):
                found.append(Shifted(outlet, value, shift))
    if not found:
        return None
    intro = (
        "How the outlets’ own words differ, word by word. An outlet’s number is the mean over its own reports, the "
        "others’ the mean over the other outlets. Open a difference: its words, each with what it adds, give the "
        "difference to the last digit."
    )
    return section("Which words make the difference", [shifts(found, pages)], name="shift", intro=intro)


def _named(namings: pd.DataFrame, pages: Sequence[StoryPage]) -> Part | None:
    made = names_by_outlet(namings, pages)
    intro = (
        "The same person or body in the outlets’ own words: by name, by title, or as what they are called. Places, "
        "quotations and those whom all name alike are left out. Each way opens its first place."
    )
    return section("How people are named", [made], name="namings", intro=intro) if made else None


def _quoted(quoted: pd.DataFrame, pages: Sequence[StoryPage]) -> Part | None:
    made = quoted_by_outlet(quoted, pages)
    intro = (
        "Who speaks with which outlet, in how many words, and with which verbs. The bar is the part of all words that "
        "the outlet quotes on this event. Verbs that do more than say are named by their colour."
    )
    return section("Who is quoted", [made], name="quoted", intro=intro) if made else None
