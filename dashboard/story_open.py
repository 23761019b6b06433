"""One story as its page shows it: everything that is asked of the results for it, asked once and kept."""

import logging
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from threading import Thread
from typing import TypeVar, cast

import pandas as pd

from analysis.facts.bounded import compared
from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.row import Row
from dashboard.story_evidence import evidence_of
from dashboard.story_facts import Fact, story_facts
from dashboard.story_pages import StoryPage, by_id, chosen, story_pages
from sources.article import Article

MOST_READ = 30
"""Pages of an event whose text is read: more are named, and can be opened one by one."""

_STORIES_KEPT = 24
_MADE_KEPT = 100

T = TypeVar("T")


class OpenStory:
    """The rows of one story, each read with the first question for it. Raises UnknownName when there is none such."""

    def __init__(self, results: Results, story: str) -> None:
        results.check_story(story)
        self.results = results
        self.id = story
        self._texts: dict[str, Article] = {}
        self._rows: dict[tuple[str, str], pd.DataFrame] = {}
        self._made: dict[object, object] = {}
        self._facts: dict[tuple[str, ...], list[Fact]] = {}

    @cached_property
    def row(self) -> Row:
        """Its row of STORIES."""
        return next(rows_of(self.results.rows("stories", story=self.id)))

    @cached_property
    def pages(self) -> tuple[StoryPage, ...]:
        """All its pages, lettered."""
        return tuple(story_pages(self.results, self.id))

    @cached_property
    def by_id(self) -> dict[str, StoryPage]:
        """All its pages by id."""
        return dict(by_id(self.pages))

    @cached_property
    def events(self) -> pd.DataFrame:
        """Its EVENTS in order of time, the undated last."""
        found = self.results.rows("events", story=self.id)
        return found.sort_values("first", na_position="last", kind="stable").reset_index(drop=True)

    @cached_property
    def members(self) -> pd.DataFrame:
        """Its MEMBERS."""
        return self.results.rows("members", story=self.id)

    @cached_property
    def apart(self) -> pd.DataFrame:
        """Its rows of APART, one for each event that two outlets tell."""
        return self.results.rows("apart", story=self.id)

    @cached_property
    def claims(self) -> pd.DataFrame:
        """Its CLAIMS, those told by most independent reports first."""
        return self.results.rows("claims", story=self.id)

    @cached_property
    def telling(self) -> pd.DataFrame:
        """The CLAIM_MEMBERS of its claims."""
        return self.results.rows("claim_members", claim=self.claims["claim"].tolist())

    def pages_of(self, event: str) -> tuple[StoryPage, ...]:
        """Return the pages of one event."""
        return tuple(page for page in self.pages if page.event == event)

    @property
    def beyond(self) -> frozenset[str]:
        """The pages whose facts were not compared: those of a very long story beyond `bounded.MOST_PAGES`."""
        read = [page for page in self.pages if page.language in {None, "en"}]
        kept = compared(
            (page.id for page in read),
            report={page.id: page.report for page in read},
            outlets={page.id: page.outlet for page in read},
        )
        return frozenset(page.id for page in read) - frozenset(kept)

    def of_event(self, table: str, event: str) -> pd.DataFrame:
        """Return the rows of a table with a column `event` for one event."""
        if (table, event) not in self._rows:
            self._rows[table, event] = self.results.rows(table, event=event)
        return self._rows[table, event]

    def texts(self, pages: Sequence[StoryPage]) -> dict[str, Article]:
        """Return the articles of these pages by their ids."""
        missing = [page.id for page in pages if page.id not in self._texts]
        if missing:
            self._texts |= self.results.texts(missing)
        return {page.id: self._texts[page.id] for page in pages}

    def facts(self, pages: Sequence[StoryPage]) -> list[Fact]:
        """Return the facts of the story as these pages tell them; those that one of them alone tells are left out."""
        key = tuple(page.id for page in pages)
        if key not in self._facts:
            found = story_facts(self.results, self.id, texts=self.texts(pages))
            self._facts = {key: [fact for fact in found if len(fact.told) > 1 or len(pages) == len(self.pages)]}
        return self._facts[key]

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what `make` gives, made with the first question for `key`; the last ones made are kept."""
        if key not in self._made:
            made = make()
            self._made[key] = made
            while len(self._made) > _MADE_KEPT:
                self._made.pop(next(iter(self._made)), None)
            return made
        return cast("T", self._made[key])

    def rows(self, table: str, pages: Sequence[StoryPage]) -> dict[str, pd.DataFrame]:
        """Return the rows of a table with a column `article` for each of these pages, by its id."""
        ids = [page.id for page in pages]
        missing = [article for article in ids if (table, article) not in self._rows]
        if missing:
            found = self.results.rows(table, article=missing)
            parts = {str(article): part for article, part in found.groupby("article", sort=False)}
            self._rows |= {(table, article): parts.get(article, found.iloc[:0]) for article in missing}
        return {article: self._rows[table, article] for article in ids}

    def together(self, table: str, pages: Sequence[StoryPage]) -> pd.DataFrame:
        """Return the rows of a table for these pages in one frame."""
        found = list(self.rows(table, pages).values())
        return pd.concat(found, ignore_index=True) if found else self.results.rows(table, article=[])


def prepare_stories(results: Results, stories: Sequence[str]) -> Thread:
    """Read and count in the background what the first view of these stories needs, for the click that comes next.

    Returns the thread. It ends by itself; what fails is left to the page that asks.
    """

    def work() -> None:
        try:
            for story in stories:
                opened = open_story(results, story)
                events = opened.events.sort_values(["reports", "articles"], ascending=False, kind="stable")
                pages = opened.pages_of(str(events["event"].iloc[0])) if len(events) else opened.pages
                evidence_of(list(opened.texts(chosen(pages, ())).values()))
        except Exception:
            logging.getLogger(__name__).exception("preparing stories failed; their pages read what they need")

    thread = Thread(target=work, name="prepare-stories", daemon=True)
    thread.start()
    return thread


@lru_cache(maxsize=_STORIES_KEPT)
def open_story(results: Results, story: str) -> OpenStory:
    """Return a story of a run; the last ones that were asked for are kept. Raises UnknownName when it is not there."""
    return OpenStory(results, story)
