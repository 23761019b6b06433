"""What a run keeps of its grouping, so that the next one groups only what is touched."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import numpy as np
import pandas as pd

from analysis.last_run import LastRun
from analysis.opening import opened
from analysis.store import NewRun
from analysis.stories.grouped import Grouped
from analysis.stories.grouping import Kept, group_all
from analysis.stories.regrouping import Before, regroup
from analysis.stories.similarity import Seen, Vectors
from analysis.stories.terms import Vocabulary
from analysis.tables import EVENTS, MEMBERS, STORIES
from sources.article import Article
from sources.keeping.event_changes import EventChange

FEWEST: Final = 5000
"""Articles from which a run keeps its grouping: fewer are grouped anew in less than half a minute."""

GROWN: Final = 0.1
"""Share of the articles that may be added, changed or removed before all are grouped anew: meanwhile words have become
more and less common."""

_ABOUT = "kept_about"
_ARTICLES = "kept_articles"
_VECTORS = "kept_vectors"
_TERMS = "kept_terms"
_STEMS = "kept_stems"


@dataclass(frozen=True, slots=True)
class Grouping:
    """A grouping with what tells whether its articles and corrections are as they were."""

    kept: Kept
    known: Mapping[str, str]
    """Article -> digest of what is known of it beside its text (`known_of`)."""

    changes: Sequence[int]
    """Numbers of the changes of events that stood."""

    grown: int
    """Articles that were added, changed or removed since all were grouped."""


def grouped_in(
    run: NewRun,
    last: LastRun,
    articles: Sequence[Article],
    frames: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
    *,
    changes: Sequence[EventChange],
    now: datetime,
    tell: Callable[[str], None],
) -> Grouped:
    """Group the articles, and keep in the run what the next one needs; `frames` are ARTICLES, COPIES and CREDITS.

    Only what is touched is grouped again where the last run kept its grouping and little is new since. `changes` are
    all changes of events, those taken back with them.
    """
    stand = standing(changes)
    about = known_of(articles)
    kept = kept_grouping(last) if len(articles) >= FEWEST else None
    grown = 0
    if kept is not None:
        before, grown = before_of(last, kept, known=about, changes=changes)
    if kept is not None and grown <= GROWN * len(articles):
        tell("grouping what is new")
        grouped, made = regroup(*frames, before=before, now=now, changes=stand)
    else:
        grown = 0
        tell("grouping into stories")
        grouped, made = group_all(*frames, now=now, changes=stand, before=last.members)
    keep_grouping(run, Grouping(made, about, [change.number for change in stand], grown))
    return grouped


def standing(changes: Iterable[EventChange]) -> list[EventChange]:
    """Return the changes that were not taken back."""
    return [change for change in changes if not change.undone]


def known_of(articles: Iterable[Article]) -> dict[str, str]:
    """Return for each article a digest of what grouping, copies and credits read of it beside title and text."""
    return {
        one.id: hashlib.sha256(
            repr((one.outlet, one.published, one.byline, one.language, one.removed)).encode("utf-8", "surrogatepass")
        ).hexdigest()[:16]
        for one in articles
    }


def keep_grouping(run: NewRun, grouping: Grouping) -> None:
    """Write the grouping into the run, unless it is of fewer articles than `FEWEST`."""
    kept = grouping.kept
    if len(kept.articles) < FEWEST:
        return
    matrix, seen = kept.made.matrix, kept.made.seen
    stems, names, times = seen.vocabulary.stems()
    ids = pd.array(kept.articles.tolist(), dtype="str")
    known = pd.array([grouping.known[article] for article in kept.articles.tolist()], dtype="str")
    about = {"changes": list(grouping.changes), "grown": grouping.grown, "counted": seen.articles}
    rows = np.diff(matrix.indptr).astype(np.int32)
    for name, frame in (
        (_ABOUT, pd.DataFrame({"about": pd.array([json.dumps(about)], dtype="str")})),
        (_ARTICLES, pd.DataFrame({"article": ids, "known": known, "held": kept.made.held, "terms": rows})),
        (_VECTORS, pd.DataFrame({"key": kept.made.keys[matrix.indices], "weight": matrix.data.astype(np.float32)})),
        (_TERMS, pd.DataFrame({"key": seen.keys, "documents": seen.documents})),
        (_STEMS, pd.DataFrame({"stem": pd.array(stems, dtype="str"), "name": names, "times": times})),
    ):
        run.add(name, frame)


def kept_grouping(last: LastRun) -> Grouping | None:
    """Return the grouping of the last run; None where there is none to take over. Raises duckdb.Error for damage."""
    from scipy.sparse import csr_matrix

    if last.file is None:
        return None
    with opened(last.file) as connection:
        if not connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [_ABOUT]).fetchone():
            return None

        def column(table: str, name: str) -> Any:  # noqa: ANN401 - numbers, floats or texts
            return connection.execute(f"SELECT {name} FROM {table} ORDER BY rowid").fetchnumpy()[name]

        about = json.loads(str(column(_ABOUT, "about")[0]))
        articles = column(_ARTICLES, "article").astype(object)
        known = dict(zip(articles.tolist(), column(_ARTICLES, "known").tolist(), strict=True))
        keys, columns = np.unique(column(_VECTORS, "key"), return_inverse=True)
        begins = np.concatenate([[0], np.cumsum(column(_ARTICLES, "terms"))])
        weights = column(_VECTORS, "weight").astype(np.float64)
        matrix = csr_matrix((weights, columns.astype(np.int32), begins), shape=(len(articles), len(keys)))
        stems, names = (column(_STEMS, name).tolist() for name in ("stem", "name"))
        vocabulary = Vocabulary.known(stems, names, column(_STEMS, "times").astype(np.int64))
        seen = Seen(column(_TERMS, "key"), column(_TERMS, "documents"), int(about["counted"]), vocabulary)
        made = Vectors(matrix, keys, column(_ARTICLES, "held"), seen)
        return Grouping(Kept(articles, made), known, about["changes"], int(about["grown"]))


def before_of(
    last: LastRun, grouping: Grouping, *, known: Mapping[str, str], changes: Sequence[EventChange]
) -> tuple[Before, int]:
    """Return what articles are added to, and how many were added, changed or removed since all were grouped.

    `known` is what is known of the articles now; `changes` are all changes of events, those taken back with them.
    """
    other = {article for article, was in grouping.known.items() if known.get(article) != was}
    new = sum(article not in grouping.known for article in known)
    stood = set(grouping.changes)
    stands = {change.number for change in changes if not change.undone}
    mended = {
        article
        for change in changes
        if (change.number in stood) != (change.number in stands)
        for side in change.sides
        for article in side
    }
    assert last.file is not None, "a grouping was read from it"
    with opened(last.file) as connection:
        stories, events, members = (
            table.typed(
                connection.sql(f"SELECT {', '.join(table.names)} FROM {table.name} ORDER BY rowid")
                .to_arrow_table()
                .to_pandas()
            )
            for table in (STORIES, EVENTS, MEMBERS)
        )
    touched = frozenset(other | mended)
    return Before(Grouped(stories, events, members), grouping.kept, touched), grouping.grown + len(other) + new
