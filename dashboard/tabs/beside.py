"""Side by side: headline and lead, scores by voice, and the marked texts, which scroll together fact by fact."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
from dash import html

from analysis.measures import ALL_MEASURES
from dashboard.components.beside import beside
from dashboard.components.chips import chips, marks_box, switched_on, too_many
from dashboard.components.comparison import Scores, Without, comparison, lookup
from dashboard.components.marked_column import marked_column, marked_words
from dashboard.components.marks import counts_of
from dashboard.components.marks_out import corrected_values, is_out, marks_out_of, places_of
from dashboard.components.notice import Part, scroller, section, voices_legend
from dashboard.components.profile_table import MANY_PARTS
from dashboard.components.score_panel import without_said
from dashboard.components.stepper import stepper
from dashboard.drawing import kept
from dashboard.story_evidence import evidence_of
from dashboard.tabs.tab import Asked, Tab
from sources.keeping.taken_out import TakenOut

FIRST = ("sentiment", "loaded", "attribution")
"""Measures that are shown at once; the others are folded away below them."""

MOST_STEPS = 20
"""Facts that the texts can be scrolled to."""


def _draw(asked: Asked) -> list[Part]:
    return [_pages(asked), _texts(asked), _measures(asked)]


def _pages(asked: Asked) -> Part:
    texts = asked.story.texts(asked.visible)
    made = beside(asked.visible, texts, all_pages=asked.story.by_id)
    return section("Headlines and leads", [made], name="beside", drawn=True)


def _measures(asked: Asked) -> Part:
    texts = asked.story.texts(asked.visible)
    out = marks_out_of(asked.story.results, texts.values())
    return asked.story.once(("measures", tuple(texts), tuple(out.items())), partial(_scores, asked, out))


def _without(asked: Asked, out: Mapping[str, Sequence[TakenOut]], scores: Scores) -> Without:
    """Return by page, value and voice what a value would be without the marks that a person took out, in words."""
    texts = asked.story.texts(asked.visible)
    evidence = evidence_of([texts[article] for article in out])
    values = {value.name: value for measure in ALL_MEASURES for value in measure.values}
    found = {}
    for article, marks in out.items():
        mine = {key: score for key, score in scores.items() if key[0] == article}
        for (name, voice), changed in corrected_values(evidence[article], mine, marks).items():
            found[article, name, voice] = without_said(values[name], voice, mine[article, name, voice], changed)
    return found


def _scores(asked: Asked, out: Mapping[str, Sequence[TakenOut]]) -> Part:
    scores = lookup(asked.story.together("scores", asked.visible))
    without = _without(asked, out, scores) if out else {}
    measures = [measure for measure in ALL_MEASURES if len(measure.leading) < MANY_PARTS]
    first = [measure for measure in measures if measure.name in FIRST]
    others = [measure for measure in measures if measure.name not in FIRST]
    folded = comparison(others, asked.visible, scores, without=without)
    more = html.Details([html.Summary("More measures"), folded], className="fold more-measures")
    intro = (
        "Each number opens the words it was counted from; beside it stands how much text it was counted in. "
        "The bars of a row all have the same ends, so marks can be compared along it."
    )
    made = section(
        "How it is worded",
        [voices_legend(), comparison(first, asked.visible, scores, without=without), *([more] if others else [])],
        name="measures",
        intro=intro,
        drawn=True,
    )
    return made._replace(body=kept(made.body))


def _texts(asked: Asked) -> Part:
    story, visible = asked.story, asked.visible
    texts = story.texts(visible)
    sentences, voices = story.rows("sentences", visible), story.rows("voices", visible)
    evidence = evidence_of(list(texts.values()))
    out = marks_out_of(story.results, texts.values())
    words = {i: _words(asked, i, evidence[i], sentences[i], voices[i]) for i in texts}
    counts: Counter[int] = Counter()
    for i in texts:
        mine = out.get(i, ())
        counts.update(story.once(("counts", i, mine), partial(_counted, words[i], mine)))
    on = switched_on(asked.query.many("measure"))
    later = too_many(counts, words=sum(len(article.text.split()) for article in texts.values())).difference(on)
    left = frozenset(value.name for key in later for value in ALL_MEASURES[key].values)
    facts, told = story.once(("facts", asked.event), partial(_facts, asked))
    columns = []
    for page in visible:
        make = partial(
            marked_column,
            page,
            texts[page.id],
            words[page.id],
            leave=left,
            sentences=sentences[page.id],
            voices=voices[page.id],
            tells=told.get(page.id, {}),
            taken_out=places_of(out.get(page.id, ())),
        )
        columns.append(story.once(("column", asked.event, page.id, left, out.get(page.id, ())), make))
    side = scroller(html.Div(columns, className="columns texts"), label="Texts side by side")
    chosen = asked.query.one("fact")
    at = int(chosen) if chosen.isdecimal() and int(chosen) <= len(facts) else 0
    steps = stepper(facts, at=at) if facts else None
    box = marks_box([chips(on, counts, later=later), *([steps] if steps else []), side], on, class_name="texts-box")
    intro = (
        "Point at a marked word, or move to it with Tab and the arrow keys, to see why it is marked. "
        "Step from fact to fact, and every text scrolls to where it tells it."
    )
    return section("The texts, marked", [box], name="texts", intro=intro, drawn=True)


def _counted(words: pd.DataFrame, out: Sequence[TakenOut]) -> dict[int, int]:
    """Return how many places of each measure are marked, those that a person took out not counted."""
    return counts_of(words[~is_out(words, out)] if out else words)


def _words(
    asked: Asked, article: str, evidence: pd.DataFrame, sentences: pd.DataFrame, voices: pd.DataFrame
) -> pd.DataFrame:
    make = partial(marked_words, evidence, sentences=sentences, voices=voices)
    return asked.story.once(("words", article), make)


def _facts(asked: Asked) -> tuple[Sequence[str], Mapping[str, Mapping[int, str]]]:
    """Return the facts to step through, and by page and sentence their numbers, from 1, joined by spaces."""
    story = asked.story
    mine = {page.id for page in asked.pages}
    telling = story.telling
    telling = telling[telling["article"].isin(mine)]
    pages = telling.groupby("claim")["article"].nunique()
    both = set(pages.index[pages > 1])
    claims = [
        (claim, text) for claim, text in zip(story.claims["claim"], story.claims["text"], strict=True) if claim in both
    ][:MOST_STEPS]
    number = {claim: at for at, (claim, _) in enumerate(claims, start=1)}
    told: dict[str, dict[int, str]] = {}
    for claim, article, sentence in zip(telling["claim"], telling["article"], telling["sentence"], strict=True):
        if claim in number:
            here = told.setdefault(article, {})
            before = f"{here[int(sentence)]} " if int(sentence) in here else ""
            here[int(sentence)] = f"{before}{number[claim]}"
    return [text for _, text in claims], told


TAB = Tab(name="beside", label="Side by side", draw=_draw, by_page=True)
