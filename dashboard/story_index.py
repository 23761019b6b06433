"""What the list of stories needs to know, put together once for each run of the analysis."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.results import Results
from analysis.searching.full_text import FullText
from analysis.searching.sought import sought
from analysis.tables import rows as rows_of

CLEAR, NO_DIFFERENCE, UNKNOWN = "clear", "none", "unknown"
APART_KINDS = (CLEAR, NO_DIFFERENCE, UNKNOWN)
"""Whether the outlets of a story are apart: clearly, not so that it can be told, or with too little to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which stories are asked for, and in which order."""

    words: str = ""
    outlet: str = ""
    """Name of an outlet that tells them."""

    since: date | None = None
    until: date | None = None
    apart: str = ""
    """One of APART_KINDS, or empty for any."""

    sort: str = ""
    """apart, newest or oldest; empty: those told most first."""


@dataclass(frozen=True, kw_only=True, eq=False)
class StoryIndex:
    """The stories of a run with their pages, ready to be searched."""

    stories: pd.DataFrame
    """STORIES, most independent reports first, then the latest."""

    pages: pd.DataFrame
    """One row for each article in a story: article, story, outlet, title, published."""

    rows: Mapping[str, Any]
    """For each story, the numbers of its rows in `pages`."""

    places: np.ndarray
    """For each row of `pages`, the number of its story's row in `stories`."""

    turns: np.ndarray
    """For each row of `pages`, its place in order of time; the undated are last."""

    names: np.ndarray
    """For each row of `pages`, the name of its outlet, None where it names none."""

    differing: Mapping[str, int]
    """For each story that has some, the number of its facts that are told differently."""

    told: pd.Series
    """Title and terms of each story in lower case, in the order of `stories`."""

    written: pd.Series
    """Outlet and headline of each page in lower case, in the order of `pages`."""

    full_text: FullText | None
    """The index of the words in the pages' texts; None where there is none: then texts are not searched."""

    apart: Mapping[str, Any]
    """For each story: the APART row of its event with most reports, where two outlets tell it."""

    def furthest_apart_first(self, stories: pd.DataFrame) -> pd.DataFrame:
        """Return stories by how far their outlets are apart, the furthest first; without enough evidence last."""
        far = [self.apart[story].value if story in self.apart else np.nan for story in stories["story"].tolist()]
        order = np.argsort(np.where(np.isnan(far), np.inf, -np.array(far, dtype=float)), kind="stable")
        return stories.iloc[order]

    def chosen(self, wanted: "Wanted") -> pd.DataFrame:
        """Return the stories that are asked for, in the order that is asked for."""
        hit = self._having(wanted.words)
        if wanted.outlet:
            told = np.zeros(len(self.stories), dtype=bool)
            told[self.places[self.pages["outlet"].eq(wanted.outlet).to_numpy(dtype=bool, na_value=False)]] = True
            hit &= told
        if wanted.since:
            hit &= self.stories["last"].ge(pd.Timestamp(wanted.since, tz="UTC")).to_numpy(dtype=bool)
        if wanted.until:
            end = pd.Timestamp(wanted.until, tz="UTC") + pd.Timedelta(days=1)
            hit &= self.stories["first"].lt(end).to_numpy(dtype=bool)
        if wanted.apart:
            hit &= self.how_apart == wanted.apart
        found = self.stories.loc[hit]
        if wanted.sort == "apart":
            return self.furthest_apart_first(found)
        if wanted.sort in {"newest", "oldest"}:
            column = "last" if wanted.sort == "newest" else "first"
            return found.sort_values(column, ascending=wanted.sort == "oldest", kind="stable", na_position="last")
        return found

    @cached_property
    def how_apart(self) -> np.ndarray:
        """For each story, in words of `APART_KINDS`, whether its outlets are apart."""
        rows = (self.apart.get(story) for story in self.stories["story"].tolist())
        kinds = [UNKNOWN if row is None or not row.enough else CLEAR if row.low > 0 else NO_DIFFERENCE for row in rows]
        return np.array(kinds, dtype=object)

    @cached_property
    def outlets(self) -> list[str]:
        """The names of the outlets, those with most pages first."""
        return [str(name) for name in self.pages["outlet"].dropna().value_counts().index]

    def pages_of(self, story: str) -> pd.DataFrame:
        """Return the rows of `pages` of one story."""
        found: pd.DataFrame = self.pages.iloc[self.rows.get(story, [])]
        return found

    def outlets_of(self, story: str) -> list[str | None]:
        """Return the outlet of each page of a story in order of time, None where it names none."""
        rows = np.asarray(self.rows.get(story, []), dtype=np.int64)
        return list(self.names[rows[np.argsort(self.turns[rows])]])

    def matching(self, words: str) -> pd.DataFrame:
        """Return the stories that have every one of `words` in title, terms, or an outlet or headline of a page."""
        return self.stories.loc[self._having(words)]

    def found_in(self, words: str) -> np.ndarray:
        """Return the numbers of the rows of `pages` whose headline and text together have all of `words`."""
        return _found_in(self, words)

    def _having(self, words: str) -> np.ndarray:
        hit = np.ones(len(self.stories), dtype=bool)
        for one in sought(words):
            here = self.told.str.contains(one.typed, regex=False).to_numpy(dtype=bool, copy=True)
            here[self.places[self.written.str.contains(one.typed, regex=False).to_numpy(dtype=bool)]] = True
            hit &= here
        hit[self.places[self.found_in(words)]] = True
        return hit

    @cached_property
    def _numbered(self) -> np.ndarray:
        """For each number of the index of words, the number of the article's row in `pages`; -1 where it has none."""
        if self.full_text is None:
            return np.zeros(0, dtype=np.int64)
        rows: np.ndarray = pd.Index(self.pages["article"].astype(object)).get_indexer(self.full_text.articles)
        return rows


@lru_cache(maxsize=8)
def _found_in(index: StoryIndex, words: str) -> np.ndarray:
    if index.full_text is None:
        return np.zeros(0, dtype=np.int64)
    try:
        rows = index._numbered[index.full_text.having(sought(words))]
    except sqlite3.Error:  # the run was removed: two newer ones are there
        return np.zeros(0, dtype=np.int64)
    found: np.ndarray = np.sort(rows[rows >= 0])
    return found


@lru_cache(maxsize=2)
def story_index(results: Results) -> StoryIndex:
    """Return the index of a run, made with the first question."""
    stories = results.table("stories").sort_values(["reports", "last"], ascending=False, na_position="last")
    stories = stories.reset_index(drop=True)
    articles = results.table("articles")[["id", "outlet", "title", "published"]]
    pages = results.table("members")[["article", "story"]].merge(articles, left_on="article", right_on="id", how="left")
    times = pages["published"].isna().to_numpy(), pages["published"].to_numpy(dtype="datetime64[us]")
    turns = np.empty(len(pages), dtype=np.int64)
    turns[np.lexsort((np.arange(len(pages)), times[1], times[0]))] = np.arange(len(pages))
    return StoryIndex(
        stories=stories,
        turns=turns,
        names=pages["outlet"].astype(object).where(pages["outlet"].notna(), None).to_numpy(dtype=object),
        differing=Counter(results.rows("claims", differs=True)["story"].astype(str).tolist()),
        pages=pages,
        rows={str(story): rows for story, rows in pages.groupby("story").indices.items()},
        places=pd.Index(stories["story"]).get_indexer(pages["story"]),
        apart=_apart(results),
        full_text=results.full_text,
        told=_joined(stories, "title", "terms"),
        written=_joined(pages, "outlet", "title"),
    )


def _joined(frame: pd.DataFrame, one: str, two: str) -> pd.Series:
    return (frame[one].fillna("").astype("str") + " " + frame[two].fillna("").astype("str")).str.lower()


def _apart(results: Results) -> dict[str, Any]:
    found = results.table("apart").sort_values("reports", ascending=False, kind="stable").drop_duplicates("story")
    return {str(row.story): row for row in rows_of(found)}
