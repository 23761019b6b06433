"""The last run, as far as a new one can take over from it: what the same code made of the same articles."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from analysis.opening import opened
from analysis.own_code import own_code
from analysis.store import current_run
from analysis.tables import MEMBERS
from sources.article import Article
from sources.errors import NoResults

SCORED = "scored"
"""Table of a run: each article that was scored, and what was seen of it beside its title and text."""

COMPARED = "compared"
"""Table of a run: each story whose pages were compared, and a digest of all that went into it."""


@dataclass(frozen=True, slots=True)
class LastRun:
    """What a new run may take over; nothing where there is no last run, or it cannot be read."""

    file: Path | None = None
    """File of the run; None where nothing of it holds any more."""

    members: pd.DataFrame | None = None
    """MEMBERS: the ids of its events and stories last, whatever code made it."""

    seen: Mapping[str, str] = field(default_factory=dict)
    """Article -> what was seen of it (`seen_of`) when it was scored."""

    given: Mapping[str, str] = field(default_factory=dict)
    """Story -> digest of what its comparisons were made from (`given_of`)."""

    def forgotten(self) -> "LastRun":
        """Return the run with nothing to take over but the ids of events and stories."""
        return replace(self, file=None, seen={}, given={})


def last_run(library: Path) -> LastRun:
    """Return what can be taken over from the last run of the library at `library`.

    A run that another code made gives its ids alone; one that is damaged gives nothing.
    """
    import duckdb

    try:
        file = current_run(library)
        with opened(file) as connection:
            kept = f"SELECT {', '.join(MEMBERS.names)} FROM members ORDER BY rowid"
            found = LastRun(members=MEMBERS.typed(connection.sql(kept).to_arrow_table().to_pandas()))
            (told,) = connection.execute("SELECT info FROM info").fetchone() or ("{}",)
            if json.loads(told).get("code") != own_code():
                return found
            seen = dict(connection.execute(f"SELECT article, seen FROM {SCORED}").fetchall())
            given = dict(connection.execute(f"SELECT story, given FROM {COMPARED}").fetchall())
            return replace(found, file=file, seen=seen, given=given)
    except (NoResults, duckdb.Error, OSError, ValueError):
        return LastRun()


def seen_of(article: Article) -> str:
    """Return what measures see of an article that its id does not tell: where its headings stand."""
    return " ".join(f"{start}-{end}" for start, end in article.headings)


def given_of(
    articles: Iterable[Article], members: pd.DataFrame, credits: Mapping[str, Iterable[tuple[object, ...]]]
) -> str:
    """Return a digest of what a story's comparisons are made from.

    These are its articles, all that is known of them, where they stand (`members`: the columns that comparisons may
    read), and the rows of CREDITS of each.
    """
    made = hashlib.sha256(repr(members.to_numpy().tolist()).encode())
    for one in articles:
        known = (one.id, one.outlet, one.published, one.byline, one.section, one.url, one.language, one.source)
        more = (one.summary, one.headings, one.removed, tuple(credits.get(one.id, ())))
        made.update(repr((known, more)).encode("utf-8", "surrogatepass"))
    return made.hexdigest()[:16]
