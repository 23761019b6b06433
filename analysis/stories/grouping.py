"""Stories and events: which articles tell the same moment, and which moments belong to one running topic."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stories.linkage import Cluster, average_linkage
from analysis.stories.reports import reports
from analysis.stories.similarity import Pairs, Vectors, pairs, vectors
from analysis.tables import EVENTS, MEMBERS, STORIES

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SAME_EVENT = 0.20
"""Mean similarity from which articles whose dates are not known on both sides tell the same event."""

SAME_EVENT_DATED = 0.11
"""The same where both sides are dated and within `EVENT_DAYS`: few events share a topic and a week: less is needed."""

EVENT_DAYS = 5.0
"""Longest time from the first to the last dated article of an event, in days: reports of a moment over a weekend."""

SAME_STORY = 0.12
"""Mean similarity from which two events belong to one story, however far apart in time."""

TITLE_WORDS = 12
"""Leading words that stand in for a headline."""

STORY_TERMS = 8
"""Most terms named for a story."""

REASON_TERMS = 6
"""Most terms named for an article."""


class Grouped(NamedTuple):
    """What `group` returns."""

    stories: pd.DataFrame
    """STORIES, the largest first, then by id."""

    events: pd.DataFrame
    """EVENTS, in the order of the stories, then by first publication (undated last), then by id."""

    members: pd.DataFrame
    """MEMBERS, one row an article, in the order of the events, then by article."""


def group(
    articles: pd.DataFrame,
    copies: pd.DataFrame,
    credits: pd.DataFrame,
    *,
    same_event: float = SAME_EVENT,
    same_event_dated: float = SAME_EVENT_DATED,
    event_days: float = EVENT_DAYS,
    same_story: float = SAME_STORY,
) -> Grouped:
    """Group articles (ARTICLES: id, outlet, title, text, language, published are read) into events and stories.

    An event is a set of articles whose mean similarity is high and whose known dates lie within `event_days`; a story
    is a set of events whose articles are alike on average, at any distance in time. Both are group-average clusters
    (see `analysis.stories.linkage`), so one article between two groups does not chain them. Every article is in one
    event and one story, alone where nothing is like it. `copies` (COPIES) and `credits` (CREDITS)
    only decide how many reports are independent (see `analysis.stories.reports`).

    The outcome depends on the set of articles, not on their order. Ids come from the smallest article id of a group.
    """
    known = articles.sort_values("id", kind="stable").reset_index(drop=True)
    if known.empty:
        return Grouped(STORIES.empty(), EVENTS.empty(), MEMBERS.empty())
    made = vectors(known)
    times = _days(known["published"])
    events = _events(made.matrix, times, undated=same_event, dated=same_event_dated, days=event_days)
    stories = _stories(made.matrix, events, at_least=same_story)
    return _tables(known, copies, credits, made, events=events, stories=stories)


def _events(
    matrix: "csr_matrix", times: NDArray[np.float64], *, undated: float, dated: float, days: float
) -> NDArray[np.int64]:
    def needed(one: Cluster, other: Cluster) -> float:
        if np.isnan(one.first) or np.isnan(other.first):
            return undated
        return dated if max(one.last, other.last) - min(one.first, other.first) <= days else np.inf

    found = pairs(matrix, at_least=min(undated, dated))
    apart = np.abs(times[found.left] - times[found.right]) > days  # never true where a time is NaN
    candidates = Pairs(found.left[~apart], found.right[~apart], found.similarity[~apart])
    return average_linkage(matrix, candidates, needed=needed, weights=np.ones(len(times)), times=times)


def _stories(matrix: "csr_matrix", events: NDArray[np.int64], *, at_least: float) -> NDArray[np.int64]:
    """Return for each article the smallest row of its story."""
    sums, firsts = _summed(matrix, events)
    sizes = np.asarray(np.bincount(np.searchsorted(firsts, events)), np.float64)
    means = sums.multiply(1 / sizes[:, None]).tocsr()
    never = np.full(len(firsts), np.nan)
    labels = average_linkage(
        sums, pairs(means, at_least=at_least), needed=lambda *_: at_least, weights=sizes, times=never
    )
    return firsts[labels][np.searchsorted(firsts, events)]


def _summed(matrix: "csr_matrix", labels: NDArray[np.int64]) -> tuple["csr_matrix", NDArray[np.int64]]:
    """Return the sum of the rows of each label, and the labels in their order."""
    from scipy.sparse import csr_matrix

    firsts, inverse = np.unique(labels, return_inverse=True)
    ones = np.ones(len(labels))
    chosen = csr_matrix((ones, (inverse, np.arange(len(labels)))), shape=(len(firsts), len(labels)))
    return (chosen @ matrix).tocsr(), firsts


def _days(published: pd.Series) -> NDArray[np.float64]:
    """Return times in days, NaN where unknown."""
    since = pd.to_datetime(published, utc=True) - pd.Timestamp(0, tz="UTC")
    return np.asarray(since / pd.Timedelta(days=1), np.float64)


def _tables(
    known: pd.DataFrame,
    copies: pd.DataFrame,
    credits: pd.DataFrame,
    made: Vectors,
    *,
    events: NDArray[np.int64],
    stories: NDArray[np.int64],
) -> Grouped:
    ids = known["id"].to_numpy(dtype=object)
    rows = pd.DataFrame(
        {
            "article": ids,
            "event": ["event-" + ids[label] for label in events],
            "story": ["story-" + ids[label] for label in stories],
            "outlet": known["outlet"].to_numpy(dtype=object),
            "published": pd.to_datetime(known["published"], utc=True),
        }
    )
    rows["report"] = rows["article"].map(
        reports(known, dict(zip(rows["article"], rows["event"], strict=True)), copies, credits)
    )
    rows["similarity"], rows["reason"], rows["terms"] = _explained(made, stories)
    rows["headline"] = [_headline(title, text) for title, text in zip(known["title"], known["text"], strict=True)]
    rows["titled"] = known["title"].notna() & (known["title"] != "")
    sums, firsts = _summed(made.matrix, events)
    rows["central"] = np.asarray(made.matrix.multiply(sums[np.searchsorted(firsts, events)]).sum(axis=1)).ravel()
    by_event, by_story = _summary(rows, "event"), _summary(rows, "story", central="similarity")
    by_story["terms"] = rows.drop_duplicates("story").set_index("story")["terms"]
    by_event["story"] = rows.drop_duplicates("event").set_index("event")["story"]
    order = by_story.reset_index().sort_values(["articles", "story"], ascending=[False, True], kind="stable")
    place = {story: number for number, story in enumerate(order["story"])}
    moments = by_event.reset_index()
    moments["place"] = moments["story"].map(place)
    moments = moments.sort_values(["place", "first", "event"], kind="stable", na_position="last")
    rows["place"] = rows["event"].map({event: number for number, event in enumerate(moments["event"])})
    members = rows.sort_values(["place", "article"], kind="stable")
    return Grouped(
        *(
            table.shaped(frame).reset_index(drop=True)
            for table, frame in ((STORIES, order), (EVENTS, moments), (MEMBERS, members))
        )
    )


def _summary(rows: pd.DataFrame, by: str, *, central: str = "central") -> pd.DataFrame:
    """Return a row a group: title, articles, reports, outlets, first, last."""
    titles = rows.sort_values(["titled", central, "article"], ascending=[False, False, True], kind="stable")
    grouped = rows.groupby(by, sort=True)
    return pd.DataFrame(
        {
            "title": titles.drop_duplicates(by).set_index(by)["headline"],
            "articles": grouped["article"].size(),
            "reports": grouped["report"].nunique(),
            "outlets": grouped["outlet"].nunique(),
            "first": grouped["published"].min(),
            "last": grouped["published"].max(),
        }
    ).rename_axis(by)


def _headline(title: object, text: str) -> str:
    if isinstance(title, str) and title:
        return title
    words = text.split()
    return " ".join(words[:TITLE_WORDS]) + (" …" if len(words) > TITLE_WORDS else "")


def _explained(made: Vectors, stories: NDArray[np.int64]) -> tuple[list[float], list[str], list[str]]:
    """Return for each article its mean similarity to its story, the terms it shares, and the terms of its story."""
    similarity = [np.nan] * len(stories)
    reason, terms = [""] * len(stories), [""] * len(stories)
    matrix = made.matrix
    total = np.zeros(matrix.shape[1])
    order = np.argsort(stories, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(stories[order])) + 1):
        own = matrix[rows]
        used = np.unique(own.indices)
        total[used] = np.bincount(np.searchsorted(used, own.indices), own.data)
        squares = np.bincount(np.searchsorted(used, own.indices), own.data**2)
        alone = len(rows) == 1
        named = _named(made, used, total[used] if alone else total[used] ** 2 - squares, most=STORY_TERMS)
        for place, row in enumerate(rows.tolist()):
            terms[row] = named
            if not alone:
                inside = slice(own.indptr[place], own.indptr[place + 1])
                products = own.data[inside] * (total[own.indices[inside]] - own.data[inside])
                similarity[row] = float(np.clip(products.sum() / (len(rows) - 1), 0, 1))
                reason[row] = _named(made, own.indices[inside], products, most=REASON_TERMS)
        total[used] = 0
    return similarity, reason, terms


def _named(made: Vectors, columns: NDArray[np.int64], values: NDArray[np.float64], *, most: int) -> str:
    """Return the names of the terms with the highest positive values; a pair stands for its two words."""
    keys = made.keys[columns]
    heaviest = np.lexsort((keys, -np.round(values, 12)))[: most * 4]
    names = [made.vocabulary.name(int(keys[term])) for term in heaviest if values[term] > 1e-9]
    chosen: list[str] = []
    for name in names:
        paired = {word for other in chosen if " " in other for word in other.split()}
        if name in chosen or not paired.isdisjoint(name.split()):
            continue
        within = [other for other in chosen if other in name.split()]
        if within:  # a pair takes the place of its first-named word and drops the other
            chosen[chosen.index(within[0])] = name
            chosen = [other for other in chosen if other not in within]
        elif len(chosen) < most:
            chosen.append(name)
    return ", ".join(chosen)
