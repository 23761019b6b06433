"""Words: how far apart the outlets of an event are, and by which words."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.apart.shift import word_shift
from analysis.apart.sources import sources
from analysis.measures import ALL_MEASURES
from analysis.tables import EVIDENCE
from analysis.tables import rows as rows_of
from analysis.voice import NARRATION
from dashboard.components.apart import how_far
from dashboard.components.comparison import lookup
from dashboard.components.notice import Part, notice, section
from dashboard.components.profile_table import MANY_PARTS, profile_table
from dashboard.components.shift import Shifted, shifts
from dashboard.components.words import distinctive_words
from dashboard.story_evidence import evidence_of
from dashboard.story_pages import StoryPage
from dashboard.tabs.tab import Asked, Tab, choices
from dashboard.wording import VOICES, minimum, records

_SHOWN = ("sentiment", "loaded")
"""Values whose differences are broken into words on the page."""

_MOST_OUTLETS = 8
_MOST_READ = 12
"""Pages whose words are counted for the differences, those beside each other first."""


def _draw(asked: Asked) -> list[Part]:
    found = asked.story.apart[asked.story.apart["event"] == asked.event]
    if found.empty:
        said = notice("Nothing to compare: it takes reports of two outlets on one event, copies not counted.")
        parts: list[Part | None] = [section("Words that set outlets apart", [said], name="words")]
    else:
        intro = (
            "One number for how differently the outlets tell the event in their own words: 0 as if one text were dealt "
            "out among them, 1 with no word in common. Names, quotations, copies and agencies’ texts are left out. It "
            "grows neither with the length of the texts nor with the number of outlets. The bars add up to it."
        )
        made = how_far(next(rows_of(found)), asked.story.of_event("apart_parts", asked.event), asked.pages)
        parts = [
            section("How far apart the outlets are", [made], name="apart", intro=intro),
            _distinctive(asked),
            _shifts(asked),
        ]
    return [part for part in [*parts, _angles(asked)] if part is not None]


def _distinctive(asked: Asked) -> Part:
    heading = "Words that set outlets apart"
    rows = asked.story.of_event("distinctive", asked.event)
    without = asked.query.one("names") == "no"
    shown = rows[~rows["name"]] if without else rows
    nav = choices(
        "Names of people, places and bodies",
        [
            ("shown", asked.to({"names": []}, anchor="words"), not without),
            ("left out", asked.to({"names": ["no"]}, anchor="words"), without),
        ],
    )
    if shown.empty:
        said = notice("No word sets one outlet apart with enough evidence.")
        return section(heading, [said] if rows.empty else [nav, said], name="words")
    intro = (
        "Words that an outlet uses more in its own voice than the others do on this event, or less. "
        "Outlets that are not here have no such word with enough evidence."
    )
    return section(heading, [nav, distinctive_words(shown, asked.pages)], name="words", intro=intro)


def _shifts(asked: Asked) -> Part | None:
    held = _outlets_held(asked)
    listed = list(dict.fromkeys(held.values()))[:_MOST_OUTLETS]
    if len(listed) < 2:
        return None
    pages = [page for page in asked.pages if page.id in held]
    scores = asked.story.together("scores", pages)
    scores = scores[scores["measure"].isin(_SHOWN)]
    texts = asked.story.texts(pages)
    evidence = [rows for rows in evidence_of(list(texts.values())).values() if len(rows)]
    joined = pd.concat(evidence, ignore_index=True) if evidence else EVIDENCE.empty()
    joined = joined[joined["measure"].isin(_SHOWN).to_numpy()]
    known = records()
    found = []
    for name in _SHOWN:
        value = known[name][2]
        for outlet in listed:
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
    return section("Which words make the difference", [shifts(found, asked.pages)], name="shift", intro=intro)


def _outlets_held(asked: Asked) -> Mapping[str, str]:
    """Return the outlets of the event's reports by article, of those that are read."""
    ids = [page.id for page in asked.pages]
    results = asked.story.results
    members = asked.story.members[asked.story.members["event"] == asked.event]
    every = sources(members, results.rows("articles", id=ids), asked.story.together("credits", asked.pages))
    outlets = next((each.outlets for each in every if each.event == asked.event), {})
    first: Sequence[StoryPage] = [*asked.visible, *(page for page in asked.pages if page not in asked.visible)]
    reports = [page.id for page in first if page.id in outlets][:_MOST_READ]
    return {article: outlet for article, outlet in outlets.items() if article in reports}


def _angles(asked: Asked) -> Part | None:
    profiles = [measure for measure in ALL_MEASURES if len(measure.leading) >= MANY_PARTS]
    if not profiles:
        return None
    voices = [voice for voice in VOICES if any(voice in value.voices for value in profiles[0].values)]
    chosen = asked.query.one("voice")
    voice = chosen if chosen in voices else next((v for v in ("body", "narration") if v in voices), voices[0])
    nav = choices(
        "Words of", [(VOICES[each], asked.to({"voice": [each]}, anchor="frames"), each == voice) for each in voices]
    )
    scores = lookup(asked.story.together("scores", asked.visible))
    tables = [profile_table(measure, asked.visible, scores, voice=voice) for measure in profiles]
    intro = (
        "From which angles the story is told: money, health, law, safety and so on, by the words used. "
        "One sentence can have several."
    )
    return section("Angles of the story", [nav, *tables], name="frames", intro=intro)


TAB = Tab(name="words", label="Words", draw=_draw, by_page=True)
