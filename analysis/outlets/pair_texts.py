"""The texts of two outlets on the events that both tell, read again when their words are asked about."""

from typing import Final

import pandas as pd

from analysis.batch import Batch
from analysis.reading.articles import read
from analysis.results import Results
from analysis.stories.reports import own_reports
from sources.library import Library

MOST_EVENTS: Final = 100
"""Most events whose texts are read: the latest. A hundred events of two reports take some seconds."""


def shared_reports(results: Results, first: str, second: str) -> pd.DataFrame:
    """Return the own reports of two outlets on events that both tell: article, outlet, event; the latest events first.

    Undated events come last. Articles that the measures cannot read are left out.
    """
    pages = results.rows("articles", outlet=[first, second])
    pages = pages[pages["language"].isna() | (pages["language"] == "en")]
    ids = pages["id"].tolist()
    members = results.rows("members", article=ids)
    own = own_reports(members, results.rows("credits", article=ids))
    found = members.loc[members["article"].isin(own), ["article", "event"]]
    found = found.merge(pages[["id", "outlet"]], left_on="article", right_on="id")[["article", "outlet", "event"]]
    found = found[found.groupby("event")["outlet"].transform("nunique") == 2]
    if found.empty:
        return found
    events = results.rows("events", event=found["event"].unique().tolist())
    when = pd.Series(events["first"].array, index=events["event"].array)
    made = found.assign(first=found["event"].map(when))
    order = ["first", "event", "outlet", "article"]
    made = made.sort_values(order, ascending=[False, True, True, True], na_position="last", kind="stable")
    return made[["article", "outlet", "event"]].reset_index(drop=True)


def read_reports(results: Results, reports: pd.DataFrame, *, most: int = MOST_EVENTS) -> tuple[Batch, pd.DataFrame]:
    """Return the texts of the first `most` events of `reports` (see `shared_reports`), and these reports."""
    events = reports["event"].unique()[:most]
    kept = reports[reports["event"].isin(events)].reset_index(drop=True)
    with Library(results.library) as library:
        articles = [library.version(article) for article in kept["article"].tolist()]
    return read(articles), kept
