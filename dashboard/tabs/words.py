"""Words: how far apart the outlets of an event are, and by which words."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.apart.places import word_places
from analysis.apart.shift import word_shift
from analysis.apart.sources import sources
from analysis.measures import ALL_MEASURES
from analysis.reading.articles import read
from analysis.tables import EVIDENCE
from analysis.tables import rows as rows_of
from analysis.voice import NARRATION
from dashboard.components.apart import how_far
from dashboard.components.comparison import lookup
from dashboard.components.notice import Part, notice, section
from dashboard.components.profile_table import MANY_PARTS, profile_table
from dashboard.components.shift import Shifted, shifts
from dashboard.components.word_places import Place
from dashboard.components.word_places import word_places as shown_places
from dashboard.components.words import distinctive_words, source_shown
from dashboard.story_evidence import evidence_of
from dashboard.story_pages import StoryPage
from dashboard.tabs.tab import Asked, Tab, choices
from dashboard.wording import VOICES, minimum, records

_SHOWN = ("sentiment", "loaded")
"""Values whose differences are broken into words on the page."""

_MOST_OUTLETS = 8
_LONGEST_WORD = 60
"""Characters of the word of the address that are shown."""

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
            section("How far apart the outlets are", [made], name="apart", intro=intro, drawn=True),
            _distinctive(asked),
            _places(asked),
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
    places = {
        (str(outlet), str(word)): asked.to({"word": [str(word)]}, anchor="places")
        for outlet, word in zip(shown["outlet"], shown["word"], strict=True)
    }
    return section(heading, [nav, distinctive_words(shown, asked.pages, places)], name="words", intro=intro, drawn=True)


def _places(asked: Asked) -> Part | None:
    """Return the sentences in which the word of the address stands."""
    word = " ".join((asked.query.one("word") or "").lower().split())
    if not word:
        return None
    heading = f"Where “{word[:_LONGEST_WORD]}” stands"
    held = _sources(asked)
    texts = asked.story.texts([page for page in asked.pages if page.id in held])
    batch = read(list(texts.values()))
    columns = [batch.sentences[name].tolist() for name in ("article", "sentence", "start", "end")]
    spans = {(article, number): (start, end) for article, number, start, end in zip(*columns, strict=True)}
    found: dict[str, list[Place]] = {}
    for place in word_places(batch, held, word):
        start, end = spans[place.article, place.sentence]
        text = texts[place.article].text
        found.setdefault(held[place.article], []).append(
            Place(
                place.article,
                place.sentence,
                text[start : place.start],
                text[place.start : place.end],
                text[place.end : end],
            )
        )
    if not found:
        return section(heading, [notice("No outlet has it in its own voice on this event.")], name="places")
    close = html.A("close", href=asked.to({"word": []}, anchor="words"), className="button")
    intro = "In the outlets’ own voice: every place that was counted."
    return section(heading, [shown_places(found, asked.pages), html.P(close)], name="places", intro=intro)


def _shifts(asked: Asked) -> Part | None:
    every = list(dict.fromkeys(_sources(asked).values()))
    if len(every) < 2:
        return None
    outlet = _chosen(asked, "outlet", every)
    against = _chosen(asked, "against", [name for name in every if name != outlet]) if outlet else None
    held = _outlets_held(asked, [name for name in (outlet, against) if name])
    listed = [outlet] if outlet else list(dict.fromkeys(held.values()))[:_MOST_OUTLETS]
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
        for one in listed:
            if any(_counted(scores, held, name, who) < minimum(value, NARRATION) for who in (one, against) if who):
                continue
            shift = word_shift(joined, scores, held, measure=name, voice=NARRATION, outlet=one, other=against)
            if not math.isnan(shift.difference):
                found.append(Shifted(one, value, shift))
    if not found and not outlet:
        return None
    intro = (
        "How the outlets’ own words differ, word by word. An outlet’s number is the mean over its own reports, the "
        "others’ the mean over the other outlets. Open a difference: its words, each with what it adds, give the "
        "difference to the last digit."
    )
    said = (
        shifts(found, asked.pages, other=against)
        if found
        else notice("Not enough evidence: one of them has too little of its own to count.")
    )
    navs = _choosing(asked, every, outlet, against)
    return section("Which words make the difference", [*navs, said], name="shift", intro=intro, drawn=True)


def _counted(scores: pd.DataFrame, held: Mapping[str, str], measure: str, outlet: str) -> int:
    """Return how much an outlet's value rests on."""
    mine = scores[
        (scores["measure"] == measure).to_numpy()
        & (scores["voice"] == NARRATION).to_numpy()
        & scores["article"].map(held).eq(outlet).to_numpy()
    ]
    return int(mine["n"].sum())


def _chosen(asked: Asked, name: str, among: Sequence[str]) -> str | None:
    wanted = asked.query.one(name)
    return wanted if wanted in among else None


def _choosing(asked: Asked, every: Sequence[str], outlet: str | None, against: str | None) -> list[Component]:
    """Return the choice of an outlet and of the one it is set against."""

    def to(name: str | None, other: str | None) -> str:
        return asked.to({"outlet": [name] if name else [], "against": [other] if other else []}, anchor="shift")

    kept = {name: against if against != name else None for name in every}
    first = [("each of them", to(None, None), outlet is None)]
    first += [(source_shown(name, asked.pages), to(name, kept[name]), name == outlet) for name in every]
    if outlet is None:
        return [choices("Outlet", first)]
    second = [("all the others", to(outlet, None), against is None)]
    second += [(source_shown(name, asked.pages), to(outlet, name), name == against) for name in every if name != outlet]
    return [choices("Outlet", first), choices("Set against", second)]


def _sources(asked: Asked) -> Mapping[str, str]:
    """Return the outlets of the event's own reports by article."""
    ids = [page.id for page in asked.pages]
    results = asked.story.results
    members = asked.story.members[asked.story.members["event"] == asked.event]
    every = sources(members, results.rows("articles", id=ids), asked.story.together("credits", asked.pages))
    return next((each.outlets for each in every if each.event == asked.event), {})


def _outlets_held(asked: Asked, wanted: Sequence[str] = ()) -> Mapping[str, str]:
    """Return the outlets of the event's reports by article, of those that are read: `wanted` ones first."""
    outlets = _sources(asked)
    first: Sequence[StoryPage] = [*asked.visible, *(page for page in asked.pages if page not in asked.visible)]
    reports = [page.id for page in first if page.id in outlets]
    reports.sort(key=lambda article: outlets[article] not in wanted)
    kept = reports[:_MOST_READ]
    return {article: outlet for article, outlet in outlets.items() if article in kept}


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
    return section("Angles of the story", [nav, *tables], name="frames", intro=intro, drawn=True)


TAB = Tab(name="words", label="Words", draw=_draw, by_page=True)
