"""Results written by hand: three pages of one story, one of them a copy, and one page in German on its own."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pandas as pd
from dash.development.base_component import Component

from analysis import tables
from analysis.outlets.cells import chosen
from analysis.outlets.pair_tables import COVERAGE
from analysis.results import Results
from analysis.searching.full_text import FullText
from dashboard.current import CurrentResults
from dashboard.page import Page, Query, View
from sources.article import Article, Removed
from sources.errors import UnknownName
from sources.outlets import Outlets, load_outlets

WIRE = Article(
    id="a" * 16,
    title="Ten hurt in fire",
    outlet="Reuters",
    text="Ten people were hurt. “It was awful,” said Ann Lee.\n\nWhat came next\n\nThe mill burned down.",
    headings=((53, 67),),
    published=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    byline="Jo Roe",
    url="https://example.com/fire",
    language="en",
    source="plain text: fire.txt",
    summary=("Ten hurt",),
    removed=(Removed(text="Subscribe now", rule="button"),),
    found=(("outlet", "line 'Source Reuters'"),),
)
OTHER = Article(
    id="b" * 16,
    title=None,
    outlet=None,
    text="Twelve people were hurt in a horrific blaze. <script>alert(1)</script> The mill burned down.",
    url="javascript:alert(1)",
    language="en",
)
COPY = Article(id="c" * 16, title="Mill lost", outlet="BBC", text=WIRE.text, headings=WIRE.headings, language="en",
               published=datetime(2026, 3, 1, 11, 0, tzinfo=UTC))  # fmt: skip
GERMAN = Article(id="d" * 16, title="Die Mühle", outlet="Der Spiegel", text="Die Mühle ist abgebrannt.", language="de")
ALL = (WIRE, OTHER, COPY, GERMAN)
SEARCH: dict[str, str] = {"outlet": "?name=Reuters"}
"""What is asked of pages that show nothing without being asked."""
PATHS: dict[str, dict[str, str]] = {"story": {"story": "s-fire"}, "article": {"article": WIRE.id}}
"""What the paths of pages are filled with where a test names nothing else."""


class HandMadeCurrent(CurrentResults):
    """Gives results in memory, of a library that is nowhere."""

    def __init__(self, results: "HandMade") -> None:
        super().__init__(Path(tempfile.gettempdir()) / "parallax-hand-made" / "library.sqlite")
        self._hand_made = results

    def get(self) -> Results:
        return cast(Results, self._hand_made)


class HandMade:
    """Answers as `analysis.results.Results` does, from frames in memory."""

    def __init__(self) -> None:
        self.library = Path("no-such-folder/none.sqlite")
        self.info = {"made": "2026-03-02T08:00:00+00:00", "articles": 4, "scored": 3, "versions": {"pandas": "3"}}
        self.frames: dict[str, pd.DataFrame] = _frames()
        self.full_text: FullText | None = None

    @property
    def outlets(self) -> Outlets:
        return load_outlets()

    def table(self, name: str) -> pd.DataFrame:
        return self.frames[name].copy()

    def rows(self, name: str, **equals: object) -> pd.DataFrame:
        frame = self.frames[name]
        for column, wanted in equals.items():
            frame = frame[frame[column].isin(list(wanted) if isinstance(wanted, (list, tuple, set)) else [wanted])]
        return frame.copy()

    def cells(self, measure: str, *, voice: str, first: date | None = None, last: date | None = None) -> pd.DataFrame:
        return chosen(self.frames["cells"], measure=measure, voice=voice, first=first, last=last)

    def texts(self, articles: list[str]) -> dict[str, Article]:
        return {article: self.article(article) for article in articles}

    def cells_around(self, outlet: str) -> pd.DataFrame:
        cells = self.frames["cells"]
        return cells[cells["event"].isin(cells.loc[cells["outlet"] == outlet, "event"])]

    def cells_of(self, outlets: list[str]) -> pd.DataFrame:
        return chosen(self.frames["cells"], outlets=outlets)

    def told(self) -> pd.DataFrame:
        return self.frames["cells"][["outlet", "event"]].drop_duplicates().astype("category")

    def coverage(self) -> pd.DataFrame:
        pages = self.frames["members"].merge(self.frames["articles"], left_on="article", right_on="id")
        pages = pages[pages["outlet"].notna()].assign(pages=1, day=pages["published"].dt.normalize())
        return COVERAGE.shaped(pages)

    def article(self, article: str) -> Article:
        for known in ALL:
            if known.id == article:
                return known
        raise UnknownName(f"there is no article {article!r}")

    def evidence(self, article: str) -> pd.DataFrame:
        return self.rows("evidence", article=article)

    def check_story(self, story: str) -> None:
        if self.rows("stories", story=story).empty:
            raise UnknownName(f"there is no story {story!r}")


def view(page: Page, results: HandMade, search: str = "", **path: str) -> View:
    """Return a page drawn from `results` for an address; by default of the story, the first article, Reuters."""
    given = SEARCH.get(page.name, "")
    if given and given[1:].partition("=")[0] + "=" not in search:
        search = f"{given}&{search[1:]}" if search else given
    query = Query.read(search, path=path or PATHS.get(page.name, {}))
    if page.layout is not None:
        return page.layout(cast(Any, results), query)
    assert page.from_library is not None
    return page.from_library(HandMadeCurrent(results), query)


def walk(component: object) -> Iterator[Component]:
    """Yield a component and all components below it, in order."""
    if isinstance(component, (list, tuple)):
        for child in component:
            yield from walk(child)
    elif isinstance(component, Component):
        yield component
        yield from walk(getattr(component, "children", None))


def words(component: object) -> str:
    """Return all text below a component, in order."""
    if isinstance(component, (str, int, float)):
        return str(component)
    if isinstance(component, (list, tuple)):
        return "".join(map(words, component))
    return words(getattr(component, "children", None)) if isinstance(component, Component) else ""


def of_class(component: object, name: str) -> list[Component]:
    """Return the components below `component` that have the class `name`."""
    return [part for part in walk(component) if name in str(getattr(part, "className", "") or "").split()]


def links(component: object) -> list[str]:
    """Return the addresses of all links below a component."""
    return [str(part.href) for part in walk(component) if getattr(part, "href", None)]


def _frames() -> dict[str, pd.DataFrame]:
    shared = "s-fire"
    three = (WIRE, OTHER, COPY)
    articles = tables.ARTICLES.frame(
        (a.id, a.outlet, a.title, a.text, a.url, a.published, a.byline, a.section, a.language, a.source, [], [], [], [])
        for a in ALL
    )
    sentences = [
        *((a.id, 0, 0, 21, 0, 4) for a in (WIRE, COPY)),
        *((a.id, 1, 22, 51, 0, 6) for a in (WIRE, COPY)),
        *((a.id, 2, 69, len(a.text), 2, 4) for a in (WIRE, COPY)),
        (OTHER.id, 0, 0, 44, 0, 8),
        (OTHER.id, 1, 45, 70, 0, 3),
        (OTHER.id, 2, 71, len(OTHER.text), 0, 4),
    ]
    voices = [(a.id, 23, 36, "quotation", "Ann Lee", "named", "said", "neutral", None) for a in (WIRE, COPY)]
    evidence = [
        (WIRE.id, "sentiment", 16, 20, 0, "unfavourable", -2.1, "narration", "hurt"),
        (WIRE.id, "sentiment", 30, 35, 1, "unfavourable", -2.0, "quotation", "awful"),
        (WIRE.id, "sentiment", 4, 8, -1, "unfavourable", -2.1, "headline", "hurt"),
        (OTHER.id, "loaded", 29, 43, 0, "alarm", 62.5, "narration", "horrific blaze"),
        (OTHER.id, "sentiment", 29, 37, 0, "unfavourable", -2.4, "narration", "horrific"),
    ]
    scores = [
        *((a.id, "sentiment", "narration", -0.2, 4) for a in (WIRE, COPY)),
        *((a.id, "sentiment", "quotation", -0.5, 1) for a in (WIRE, COPY)),
        *((a.id, "sentiment", "headline", -0.48, 1) for a in (WIRE, COPY)),
        *((a.id, "loaded", "narration", 0.0, 400) for a in (WIRE, COPY)),
        *((a.id, "loaded", "headline", 0.0, 4) for a in (WIRE, COPY)),
        (OTHER.id, "sentiment", "narration", -0.6, 3),
        (OTHER.id, "sentiment", "headline", float("nan"), 0),
        (OTHER.id, "loaded", "narration", 62.5, 16),
    ]
    first, last = WIRE.published, COPY.published
    claims = [
        ("f1", shared, "Ten people were hurt.", 3, True, "people: Ten against Twelve", 2, 0.5),
        ("f2", shared, "The mill burned down.", 3, False, None, 2, 0.3),
        ("f3", shared, "“It was awful,” said Ann Lee.", 2, False, None, 1, 0.0),
    ]
    members = [
        *(
            ("f1", a.id, 0, "differs", None, "Ten; elsewhere Twelve", 1.0, "people, hurt", "lead", False)
            for a in (WIRE, COPY)
        ),
        ("f1", OTHER.id, 0, "differs", None, "Twelve; elsewhere Ten", 0.8, "people, hurt", "lead", False),
        *(("f2", a.id, 2, "reported", None, None, 1.0, "mill, burned", "lead", False) for a in three),
        *(("f3", a.id, 1, "attributed", "Ann Lee", None, 1.0, "awful", "lead", True) for a in (WIRE, COPY)),
    ]
    return {
        "articles": articles,
        "sentences": tables.SENTENCES.frame(sentences),
        "voices": tables.VOICES.frame(voices),
        "evidence": tables.EVIDENCE.frame(evidence),
        "scores": tables.SCORES.frame(scores),
        "stories": tables.STORIES.frame(
            [
                (shared, "Ten hurt in fire", "mill, fire", 3, 2, 2, first, last),
                ("s-alone", "Die Mühle", "Mühle", 1, 1, 1, None, None),
            ]
        ),
        "events": tables.EVENTS.frame(
            [
                ("e-fire", shared, "Ten hurt in fire", 3, 2, first, last),
                ("e-alone", "s-alone", "Die Mühle", 1, 1, None, None),
            ]
        ),
        "members": tables.MEMBERS.frame(
            [
                *((a.id, "e-fire", shared, 0.6, "mill, fire", a.id) for a in (WIRE, OTHER)),
                (COPY.id, "e-fire", shared, 0.6, "mill, fire", WIRE.id),
                (GERMAN.id, "e-alone", "s-alone", None, "", GERMAN.id),
            ]
        ),
        "copies": tables.COPIES.frame([(COPY.id, WIRE.id, 0.925, True)]),
        "credits": tables.CREDITS.frame(
            [
                (WIRE.id, "Reuters", True, "outlet", None),
                (COPY.id, "Reuters", True, "dateline", "MILLTOWN (Reuters) -"),
            ]
        ),
        "claims": tables.CLAIMS.frame(claims),
        "claim_members": tables.CLAIM_MEMBERS.frame(members),
        "absences": tables.ABSENCES.frame([("f3", OTHER.id, -1, 0.0)]),
        "shortened": tables.SHORTENED.frame([(OTHER.id, "summary", "12 words")]),
        "portrayals": tables.PORTRAYALS.frame(
            [
                ("Ann Lee", WIRE.id, "narration", 0.4, 3, 0.4, "Ann Lee"),
                ("Ann Lee", OTHER.id, "narration", -0.3, 2, -0.3, "Lee"),
            ]
        ),
        "distinctive": tables.DISTINCTIVE.frame(
            [
                ("e-fire", shared, "Reuters", "mill", 2.4, 1.2, 0.2, 2.2, 5, 1, False),
                ("e-fire", shared, "Reuters", "blaze", -2.1, -1.1, -2.1, -0.1, 0, 7, False),
                ("e-fire", shared, "BBC", "Norham", 2.3, 0.9, 0.1, 1.7, 9, 9, True),
            ]
        ),
        "apart": tables.APART.frame([("e-fire", shared, 2, 2, 240, 0.31, 0.12, 0.5, True)]),
        "apart_parts": tables.APART_PARTS.frame(
            [
                ("e-fire", shared, "outlet", "Reuters", 0.21, "Reuters", 140, 100),
                ("e-fire", shared, "outlet", "unknown outlet (bbbbbb)", 0.1, "unknown outlet (bbbbbb)", 100, 140),
                ("e-fire", shared, "word", "mill", 0.4, "Reuters", 5, 1),
                ("e-fire", shared, "word", "all other words", -0.09, None, 234, 0),
            ]
        ),
        "quoted": tables.QUOTED.frame(
            [
                (
                    "e-fire",
                    shared,
                    "Reuters",
                    "Ann Lee",
                    "named",
                    "a nurse",
                    1,
                    3,
                    0.75,
                    2,
                    1,
                    "claimed 1, said 1",
                    "doubting 1",
                    WIRE.id,
                    1,
                ),
                ("e-fire", shared, "Reuters", None, None, None, 1, 1, 0.25, 0, 0, None, None, WIRE.id, 1),
                (
                    "e-fire",
                    shared,
                    "unknown outlet (bbbbbb)",
                    "officials",
                    "anonymous",
                    None,
                    0,
                    0,
                    float("nan"),
                    1,
                    0,
                    "said 1",
                    None,
                    OTHER.id,
                    0,
                ),
            ]
        ),
        "namings": tables.NAMINGS.frame(
            [
                ("e-fire", shared, "Ann Lee", "Reuters", "full name", "Ann Lee", 2, WIRE.id, 1, 43, 50),
                ("e-fire", shared, "Ann Lee", "Reuters", "label", "heroic nurse", 1, WIRE.id, 0, 0, 3),
                ("e-fire", shared, "Ann Lee", "unknown outlet (bbbbbb)", "surname", "Lee", 1, OTHER.id, 0, 0, 3),
            ]
        ),
        "profiles": tables.PROFILES.frame(
            [
                (
                    "Reuters",
                    "sentiment",
                    "narration",
                    6,
                    6,
                    90,
                    6,
                    6,
                    0.1,
                    0.02,
                    0.2,
                    0.02,
                    0.02,
                    0.5,
                    0.08,
                    True,
                    True,
                    None,
                ),
                (
                    "BBC",
                    "sentiment",
                    "narration",
                    1,
                    1,
                    4,
                    1,
                    1,
                    -0.1,
                    *[float("nan")] * 4,
                    -0.5,
                    float("nan"),
                    False,
                    False,
                    "It has a value on 1 event that others tell as well; 5 are needed.",
                ),
            ]
        ),
        "chance": tables.CHANCE.frame([("sentiment", "narration", 200, 1, 1, 0.02, 0.98)]),
        "holdings": tables.HOLDINGS.frame(
            [
                ("BBC", 1, 0, 0, 0, last, last),
                ("Der Spiegel", 1, 1, 1, 0, None, None),
                ("Reuters", 1, 1, 1, 0, first, first),
            ]
        ),
        "cells": tables.CELLS.frame(
            ("sentiment", voice, "Reuters", "e-fire", shared, WIRE.published, value, 1, n)
            for voice, value, n in (("narration", -0.2, 4), ("quotation", -0.5, 1), ("headline", -0.48, 1))
        ),
    }
