"""What a run keeps of the texts it compared, so that the next one looks for copies only among what new pages share."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from analysis.kept_grouping import FEWEST, GROWN, known_of
from analysis.last_run import LastRun
from analysis.store import NewRun
from analysis.stories.copies import find_copies
from analysis.stories.credits import agency_pages, find_credits
from analysis.stories.shingles import Shingles, shingles
from analysis.table import Table
from analysis.tables import COPIES, CREDITS
from sources.article import Article

ONE_IN: Final = 8
"""Of a long page one shingle in so many is kept: those whose hash says so, the same in every text that has them."""

WHOLE: Final = 160
"""Shingles up to which all of a page's are kept. A copy has `copies.LEAST` or more in common with another page and half
of its own: of a longer page that is ten kept ones and more."""

_PAGES = "kept_pages"
_SHINGLES = "kept_shingles"


class Printed(NamedTuple):
    """Who printed whose text."""

    copies: pd.DataFrame
    """COPIES"""
    credits: pd.DataFrame
    """CREDITS"""


def printed_in(run: NewRun, last: LastRun, articles: Sequence[Article], known: pd.DataFrame) -> Printed:
    """Find copies and credits among the articles (`known`: as ARTICLES), and keep in the run what the next one needs.

    Where the last run kept its texts and little is new since, only pages that share a kept shingle with a new, changed
    or removed one, and what these were copies of, are compared again. A new page of up to eight sentences that stands
    inside a long old one can be missed until all are compared again: of what the two share nothing may be kept.
    `last` is attached to the connection of the run.
    """
    about = known_of(articles)
    before = _before(run, last) if len(articles) >= FEWEST else None
    agencies = agency_pages(known)
    if before is not None:
        was = dict(zip(before["article"].tolist(), before["known"].tolist(), strict=True))
        fresh = {article for article, now in about.items() if was.get(article) != now}
        gone = was.keys() - about.keys()
        if len(fresh) + len(gone) <= GROWN * len(articles):
            return _added(run, known, _Before(before, frozenset(fresh), frozenset(gone), about), agencies)

    def keep(ids: Sequence[str], whole: Sequence[Shingles]) -> None:
        if len(ids) >= FEWEST:
            run.add(_PAGES, _pages(ids, about, first=0))
            run.add(_SHINGLES, _sketched(whole, first=0))

    copies = find_copies(known, agencies=agencies, seen=keep)
    return Printed(copies, find_credits(known, copies))


def _before(run: NewRun, last: LastRun) -> pd.DataFrame | None:
    """Return the pages of the last run with their numbers and what was known of them; None where none were kept."""
    if last.file is None:
        return None
    tables = run.frame("SELECT table_name FROM duckdb_tables() WHERE database_name = 'last'")["table_name"]
    if _SHINGLES not in set(tables):
        return None
    return run.frame(f"SELECT page, article, known FROM last.{_PAGES}")


class _Before(NamedTuple):
    """The last run's pages, and what is not as it was."""

    pages: pd.DataFrame
    fresh: frozenset[str]
    """Articles that are new or changed."""
    gone: frozenset[str]
    about: Mapping[str, str]
    """What is known of each article now (`known_of`)."""


def _added(run: NewRun, known: pd.DataFrame, before: _Before, agencies: frozenset[str]) -> Printed:
    """Return what is found when only what is not as it was, and what that shares, is compared again."""
    pages, fresh, gone, _ = before
    rows = known[known["id"].isin(fresh)]
    whole = [shingles(text) for text in rows["text"]]
    asked = np.unique(np.concatenate([np.zeros(0, np.uint64), *whole]))
    run.add("asked", pd.DataFrame({"shingle": asked}), lasting=False)
    sharing = run.frame(f"SELECT DISTINCT page FROM last.{_SHINGLES} SEMI JOIN asked USING (shingle)")["page"]
    copies = _last(run, COPIES)
    touched = {*fresh, *gone, *pages.loc[pages["page"].isin(sharing), "article"]}
    count = -1
    while count < len(touched):
        count = len(touched)
        linked = copies[copies["article"].isin(touched) | copies["original"].isin(touched)]
        touched |= {*linked["article"], *linked["original"]}
    again = find_copies(known[known["id"].isin(touched)].reset_index(drop=True), agencies=agencies)
    untouched = copies[~copies["article"].isin(touched)]
    copies = COPIES.typed(pd.concat([untouched, again]).sort_values("article", kind="stable").reset_index(drop=True))
    credits = _last(run, CREDITS)
    signed = credits[~credits["article"].isin(fresh | gone)]
    _keep_with(run, before, rows["id"].tolist(), whole)
    return Printed(copies, find_credits(known, copies, signed=signed, fresh=fresh))


def _last(run: NewRun, table: Table) -> pd.DataFrame:
    return table.typed(
        run.frame(f"SELECT {', '.join(map(_quoted, table.names))} FROM last.{table.name} ORDER BY rowid")
    )


def _quoted(name: str) -> str:
    return f'"{name}"'


def _keep_with(run: NewRun, before: _Before, ids: Sequence[str], whole: Sequence[Shingles]) -> None:
    """Keep what the last run kept, without what is not as it was, and what is fresh."""
    stay = before.pages[~before.pages["article"].isin(before.fresh | before.gone)]
    run.add(_PAGES, stay)
    kept = f"SELECT * FROM last.{_SHINGLES}"
    if len(stay) < len(before.pages):
        kept += f" SEMI JOIN {_PAGES} USING (page)"
    run.connection.execute(f"CREATE TABLE {_SHINGLES} AS {kept}")
    first = int(before.pages["page"].max()) + 1
    run.add(_PAGES, _pages(ids, before.about, first=first))
    run.connection.register("frame", _sketched(whole, first=first))
    run.connection.execute(f"INSERT INTO {_SHINGLES} SELECT * FROM frame")
    run.connection.unregister("frame")


def _pages(ids: Sequence[str], about: Mapping[str, str], *, first: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "page": np.arange(first, first + len(ids), dtype=np.int64),
            "article": pd.array(list(ids), dtype="str"),
            "known": pd.array([about[article] for article in ids], dtype="str"),
        }
    )


def _sketched(whole: Sequence[Shingles], *, first: int) -> pd.DataFrame:
    """Return the shingles that are kept, with the numbers of their pages."""
    kept = [one if len(one) <= WHOLE else one[one % ONE_IN == 0] for one in whole]
    pages = np.repeat(np.arange(first, first + len(kept), dtype=np.int64), [len(one) for one in kept])
    return pd.DataFrame({"shingle": np.concatenate([np.zeros(0, np.uint64), *kept]), "page": pages})
