"""The tables of events and stories, made of what the grouping found: titles, reasons, notes, and the order of rows."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stories.ids import ids_of
from analysis.stories.moments import summed
from analysis.stories.neighbours import Pairs, products
from analysis.stories.reasons import REASON_TERMS, SHARED_TERMS, Borders, borders_of, reasons_of, told
from analysis.stories.similarity import Vectors, worded
from analysis.tables import EVENTS, MEMBERS, STORIES

TITLE_WORDS = 12
"""Leading words that stand in for a headline."""


class Grouped(NamedTuple):
    """What `group` returns."""

    stories: pd.DataFrame
    """STORIES, the largest first, then by id."""

    events: pd.DataFrame
    """EVENTS, in the order of the stories, then by first publication (undated last), then by id."""

    members: pd.DataFrame
    """MEMBERS, one row an article, in the order of the events, then by article."""


class Found(NamedTuple):
    """What is known of the articles when they are grouped; arrays with an entry an article."""

    made: Vectors
    times: NDArray[np.float64]
    """Days, NaN where there is no date to go by."""
    printed: NDArray[np.int64]
    """The row whose text it prints, else its own."""
    events: NDArray[np.int64]
    """The smallest row of its event."""
    stories: NDArray[np.int64]
    """The smallest row of its story."""
    beside: Pairs
    """Pairs of rows that were looked at."""
    placed: NDArray[np.bool_]
    """Whether a person placed it."""


class Rows(NamedTuple):
    """A row for each article, each event and each story, before they are in order."""

    articles: pd.DataFrame
    """Columns of MEMBERS, and outlet and published."""
    events: pd.DataFrame
    """Columns of EVENTS, by event; without event."""
    stories: pd.DataFrame
    """Columns of STORIES, by story; without story."""


def rows_of(
    known: pd.DataFrame,
    found: Found,
    *,
    report_of: Mapping[str, str],
    before: pd.DataFrame | None,
    taken: tuple[Collection[str], Collection[str]] = ((), ()),
) -> Rows:
    """Return what there is to say of the articles; `taken` are the ids of events and of stories that others have."""
    ids = known["id"].to_numpy(dtype=object)
    made, events, stories = found.made, found.events, found.stories
    rows = pd.DataFrame(
        {
            "article": ids,
            "event": ids_of(ids, events, kind="event", before=before, others=taken[0]),
            "story": ids_of(ids, stories, kind="story", before=before, others=taken[1]),
            "outlet": known["outlet"].to_numpy(dtype=object),
            "published": pd.to_datetime(known["published"], utc=True),
        }
    )
    rows["report"] = rows["article"].map(report_of)
    read = list(worded(known))

    def written(row: int, keys: list[int]) -> dict[int, str]:
        return made.seen.vocabulary.written(read[row], keys)

    topic = reasons_of(made, stories, most=REASON_TERMS, written=written)
    rows["similarity"] = topic.similarity
    rows["reason"], rows["terms"] = list(map(", ".join, topic.terms)), list(map(", ".join, topic.group))
    moment = reasons_of(made, events, most=SHARED_TERMS, written=written)
    rows["event_similarity"], rows["event_reason"] = moment.similarity, list(map(told, moment.terms))
    borders = borders_of(made, events, found.times, found.beside, similarity=moment.similarity)
    rows["borderline"] = ((borders.rival >= 0) | borders.weak)[found.printed] & ~found.placed
    rows["note"] = _notes(rows, found, borders)
    rows["headline"] = [_headline(title, text) for title, text in zip(known["title"], known["text"], strict=True)]
    rows["titled"] = known["title"].notna() & (known["title"] != "")
    sums, firsts = summed(made.matrix, events)
    rows["central"] = products(made.matrix, sums, np.arange(len(rows)), np.searchsorted(firsts, events))
    by_event, by_story = _summary(rows, "event"), _summary(rows, "story", central="similarity")
    by_story["terms"] = rows.drop_duplicates("story").set_index("story")["terms"]
    by_event["story"] = rows.drop_duplicates("event").set_index("event")["story"]
    return Rows(rows, by_event, by_story)


def tables_of(
    rows: pd.DataFrame,
    by_event: pd.DataFrame,
    by_story: pd.DataFrame,
    *,
    titles: Sequence[tuple[tuple[str, ...], str]],
) -> Grouped:
    """Return the tables of these rows (see `Rows`), with the titles that people gave to events."""
    _named_by_people(rows, by_event, by_story, titles)
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


def _named_by_people(
    rows: pd.DataFrame, by_event: pd.DataFrame, by_story: pd.DataFrame, titles: Sequence[tuple[tuple[str, ...], str]]
) -> None:
    """Give events, and stories of one event, the titles that people gave to most of their articles."""
    event_of = dict(zip(rows["article"], rows["event"], strict=True))
    for articles, title in titles:
        held = Counter(event_of[article] for article in articles if article in event_of)
        if held:
            event = min(held, key=lambda event: (-held[event], event))
            by_event.loc[event, "title"] = title
            story = by_event.loc[event, "story"]
            if (by_event["story"] == story).sum() == 1:
                by_story.loc[story, "title"] = title


def _headline(title: object, text: str) -> str:
    if isinstance(title, str) and title:
        return title
    words = text.split()
    return " ".join(words[:TITLE_WORDS]) + (" …" if len(words) > TITLE_WORDS else "")


def _notes(rows: pd.DataFrame, found: Found, borders: Borders) -> list[str | None]:
    """Return for each row in words what a reader should know of its place, None where nothing."""
    ids = rows["article"].tolist()
    notes: list[str | None] = []
    dated = rows["published"].notna().to_numpy()
    for row, text in enumerate(found.printed.tolist()):
        parts: list[str] = []
        if found.placed[row]:
            parts.append("placed by a person")
        if np.isnan(found.times[row]):
            date = "its date cannot be right" if dated[row] else "it has no date"
            parts.append(f"{date}: grouped by its text alone")
        if text != row:
            parts.append(f"prints the text of {ids[text]}, and stands where that stands")
        if (rival := int(borders.rival[text])) >= 0:
            alike = f"{borders.likeness[text]:.2f}"
            other = rows["event"].iloc[rival]
            own = rows["event_similarity"].iloc[text]
            beside = f"{borders.needed[text]:.2f} is needed" if np.isnan(own) else f"its own: {own:.2f}"
            parts.append(f"nearly as like {other} (mean similarity {alike}; {beside})")
        if borders.weak[text]:
            parts.append("hardly alike enough to stand here")
        notes.append("; ".join(parts) or None)
    return notes
