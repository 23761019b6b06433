"""The evidence of several articles at once: a batch costs little more than one article, and what was read is kept."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock, Thread

import pandas as pd

from analysis.portrayals import PORTRAYED, portrayed_words
from analysis.reading.articles import read
from analysis.run import is_scored
from analysis.scoring import score
from analysis.tables import EVIDENCE
from sources.article import Article

MOST_KEPT = 256
"""Articles whose evidence is kept, about 250 KiB each at 1,500 words; those not asked for longest are dropped."""

Count = Callable[[Sequence[Article]], pd.DataFrame]


class Counted:
    """Rows by article, counted once for each and kept for the last `MOST_KEPT`. Safe to share between threads."""

    def __init__(self, count: Count, empty: pd.DataFrame, *, most: int = MOST_KEPT) -> None:
        self._count = count
        self._empty = empty
        self._most = most
        self._lock = Lock()
        self._counting = Lock()
        self._held: OrderedDict[Article, pd.DataFrame] = OrderedDict()

    def of(self, articles: Sequence[Article]) -> dict[str, pd.DataFrame]:
        """Return the rows of each article by its id: empty for one that the measures cannot read."""
        wanted = [article for article in articles if is_scored(article)]
        found = self._known(wanted)
        if len(found) < len(wanted):
            with self._counting:  # who asks for the same meanwhile finds it here
                found |= self._known(wanted)
                missing = [article for article in wanted if article not in found]
                found |= self._counted(missing) if missing else {}
        return {article.id: found.get(article, self._empty) for article in articles}

    def has(self, articles: Sequence[Article]) -> bool:
        """Return whether nothing has to be counted for these articles."""
        with self._lock:
            return all(article in self._held for article in articles if is_scored(article))

    def _known(self, articles: Sequence[Article]) -> dict[Article, pd.DataFrame]:
        with self._lock:
            known = {article: self._held[article] for article in articles if article in self._held}
            for article in known:
                self._held.move_to_end(article)
            return known

    def _counted(self, articles: Sequence[Article]) -> dict[Article, pd.DataFrame]:
        parts = {str(article): rows for article, rows in self._count(articles).groupby("article")}
        made = {article: parts.get(article.id, self._empty).reset_index(drop=True) for article in articles}
        with self._lock:
            self._held |= made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made


_EVIDENCE = Counted(lambda articles: score(read(articles)).evidence, EVIDENCE.empty())
_PORTRAYED = Counted(lambda articles: portrayed_words(read(articles)), PORTRAYED.empty())


def evidence_of(articles: Sequence[Article]) -> dict[str, pd.DataFrame]:
    """Return EVIDENCE rows of each article by its id, as `Results.evidence` gives them one by one.

    The frame is empty for an article that the measures cannot read.
    """
    return _EVIDENCE.of(articles)


def portrayed_words_of(articles: Sequence[Article]) -> pd.DataFrame:
    """Return the words that made the portrayals of these articles, as `portrayed_words` gives them."""
    found = [rows for rows in _PORTRAYED.of(articles).values() if len(rows)]
    return pd.concat(found, ignore_index=True) if found else PORTRAYED.empty()


def prepare(articles: Sequence[Article]) -> Thread | None:
    """Count the evidence of these articles in the background, for a page that will ask for it; None where it is kept.

    Returns the thread. It ends by itself, and what it cannot count is left to the page that asks.
    """
    if _EVIDENCE.has(articles):
        return None
    thread = Thread(target=evidence_of, args=(tuple(articles),), name="evidence", daemon=True)
    thread.start()
    return thread
