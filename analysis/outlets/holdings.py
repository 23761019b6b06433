"""Holdings: what the library holds of each outlet, before anything is compared."""

import pandas as pd

from analysis.outlets.tables import HOLDINGS
from analysis.stories.reports import own_reports


def holdings(members: pd.DataFrame, articles: pd.DataFrame, credits: pd.DataFrame) -> pd.DataFrame:
    """Return HOLDINGS from MEMBERS, ARTICLES (id, outlet, published) and CREDITS, outlets by the alphabet.

    Pages of unknown outlets are left out. An outlet of which only copies are held has `own` 0: it can be compared with
    nobody, and this table is where that is seen.
    """
    pages = articles.loc[articles["outlet"].notna(), ["id", "outlet", "published"]]
    if pages.empty:
        return HOLDINGS.empty()
    own = pages["id"].isin(own_reports(members, credits))
    event = pages["id"].map(pd.Series(members["event"].array, index=members["article"].array))
    told = pd.DataFrame({"outlet": pages["outlet"], "event": event})[own].dropna().drop_duplicates()
    together = told.groupby("event")["outlet"].transform("size") > 1
    dates = pd.to_datetime(pages["published"], utc=True)
    by = pages.assign(own=own, published=dates).groupby("outlet", sort=True)
    made = by.agg(
        pages=("id", "size"), own=("own", "sum"), first=("published", "min"), last=("published", "max")
    ).reset_index()
    counts = told.groupby("outlet").size()
    shared = told[together].groupby("outlet").size()
    return HOLDINGS.shaped(
        made.assign(
            events=made["outlet"].map(counts).fillna(0).astype("int64"),
            shared=made["outlet"].map(shared).fillna(0).astype("int64"),
        )
    )
