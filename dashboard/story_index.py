"""What the list of stories needs to know, put together once for each run of the analysis."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.results import Results
from analysis.tables import rows as rows_of


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
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

    told: pd.Series
    """Title and terms of each story in lower case, in the order of `stories`."""

    written: pd.Series
    """Outlet and headline of each page in lower case, in the order of `pages`."""

    apart: Mapping[str, Any]
    """For each story: the APART row of its event with most reports, where two outlets tell it."""

    def furthest_apart_first(self, stories: pd.DataFrame) -> pd.DataFrame:
        """Return stories by how far their outlets are apart, the furthest first; without enough evidence last."""
        far = [self.apart[story].value if story in self.apart else np.nan for story in stories["story"].tolist()]
        order = np.argsort(np.where(np.isnan(far), np.inf, -np.array(far, dtype=float)), kind="stable")
        return stories.iloc[order]

    def pages_of(self, story: str) -> pd.DataFrame:
        """Return the rows of `pages` of one story."""
        found: pd.DataFrame = self.pages.iloc[self.rows.get(story, [])]
        return found

    def matching(self, words: str) -> pd.DataFrame:
        """Return the stories that have every one of `words` in title, terms, or an outlet or headline of a page."""
        hit = np.ones(len(self.stories), dtype=bool)
        for word in words.lower().split():
            here = self.told.str.contains(word, regex=False).to_numpy(dtype=bool, copy=True)
            here[self.places[self.written.str.contains(word, regex=False).to_numpy(dtype=bool)]] = True
            hit &= here
        return self.stories.loc[hit]


@lru_cache(maxsize=2)
def story_index(results: Results) -> StoryIndex:
    """Return the index of a run, made with the first question."""
    stories = results.table("stories").sort_values(["reports", "last"], ascending=False, na_position="last")
    stories = stories.reset_index(drop=True)
    articles = results.table("articles")[["id", "outlet", "title", "published"]]
    pages = results.table("members")[["article", "story"]].merge(articles, left_on="article", right_on="id", how="left")
    return StoryIndex(
        stories=stories,
        pages=pages,
        rows={str(story): rows for story, rows in pages.groupby("story").indices.items()},
        places=pd.Index(stories["story"]).get_indexer(pages["story"]),
        apart=_apart(results),
        told=_joined(stories, "title", "terms"),
        written=_joined(pages, "outlet", "title"),
    )


def _joined(frame: pd.DataFrame, one: str, two: str) -> pd.Series:
    return (frame[one].fillna("").astype("str") + " " + frame[two].fillna("").astype("str")).str.lower()


def _apart(results: Results) -> dict[str, Any]:
    found = results.table("apart").sort_values("reports", ascending=False, kind="stable").drop_duplicates("story")
    return {str(row.story): row for row in rows_of(found)}
