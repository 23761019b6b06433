"""Words and pairs of words that set one outlet apart from the others in one event."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analysis.apart.log_odds import Reals, in_news, log_odds
from analysis.apart.sources import Row
from analysis.apart.told import Flags, Numbers, Told

LEAST_COUNT = 2
"""Times an outlet must use a word for it to be reported as its own."""

LEAST_USERS = 2
"""Other outlets that must use a word for it to be reported as one that an outlet uses less: else it is their word."""

MOST = 12
"""Most words reported of an outlet in an event, for each direction and for names and other words apart."""

PRIOR_EVENT = 0.2
"""Strength of what the event leads one to expect, as a share of its words: beside five outlets a sixth like them."""

PRIOR_NEWS = 0.1
"""Strength of what news at large leads one to expect, as a share of the event's words."""


def distinctive(found: Told, *, event: str, story: str) -> list[Row]:
    """Return the rows of DISTINCTIVE of one event, by outlet and falling z; words used more, then those used less.

    Each word, and each pair of words side by side, is one's own when the 95 % interval of its log-odds ratio against
    the other outlets lies above 0, and used less when it lies below. The prior is `PRIOR_EVENT` of the event's own
    counts and `PRIOR_NEWS` of its number of words, spread as news at large uses them (see `in_news`; a pair of words
    has the event's part alone). The first part keeps what belongs to the event from passing for one outlet's; the
    second keeps words that all news is full of from being reported for a few uses more. A word that an outlet uses in
    a reported pair alone is not reported again.
    """
    size = len(found.outlets)
    if size < 2 or not len(found.word):
        return []
    single, double = _words(found), _pairs(found)
    made: list[Row] = []
    for number, outlet in enumerate(found.outlets):
        pairs = list(_told(double, number))
        within = {(word, row.uses) for row in pairs if row.z > 0 for word in row.word.split(" ")}
        words = [row for row in _told(single, number) if (row.word, row.uses) not in within]
        rows = sorted([*pairs, *words], key=lambda row: (row.z < 0, -abs(row.z), row.word))
        made += [(event, story, outlet, *row) for row in rows]
    return made


class _Terms(NamedTuple):
    """Words or pairs of words with what is known of them."""

    spelled: list[str]
    names: Flags
    counts: Reals
    """Outlets as rows, terms as columns."""

    prior: Reals


class _Term(NamedTuple):
    word: str
    z: float
    difference: float
    low: float
    high: float
    uses: int
    others: int
    name: bool


def _words(found: Told) -> _Terms:
    counts = _counts(found.word, found.outlet, (len(found.outlets), len(found.vocabulary)))
    news = np.array([in_news(word) for word in found.vocabulary])
    prior = PRIOR_EVENT * counts.sum(axis=0) + PRIOR_NEWS * counts.sum() * news / news.sum()
    return _Terms(found.vocabulary, found.names, counts, prior)


def _pairs(found: Told) -> _Terms:
    at = np.flatnonzero(found.beside)
    key = found.word[at - 1] * len(found.vocabulary) + found.word[at]
    kept, pair = np.unique(key, return_inverse=True)
    counts = _counts(pair, found.outlet[at], (len(found.outlets), len(kept)))
    several = np.flatnonzero(counts.max(axis=0, initial=0) >= LEAST_COUNT)
    one, two = np.divmod(kept[several], max(1, len(found.vocabulary)))
    spelled = [f"{found.vocabulary[a]} {found.vocabulary[b]}" for a, b in zip(one, two, strict=True)]
    left = np.delete(counts, several, axis=1).sum(axis=1, keepdims=True)  # all others as one: they fill the total
    counts = np.hstack((counts[:, several], left))
    names = np.append(found.names[one] | found.names[two], False)
    return _Terms([*spelled, ""], names, counts, PRIOR_EVENT * counts.sum(axis=0) + (counts.sum(axis=0) == 0))


def _counts(word: Numbers, outlet: Numbers, shape: tuple[int, int]) -> Reals:
    counts = np.bincount(outlet * shape[1] + word, minlength=shape[0] * shape[1])
    return counts.reshape(shape).astype(np.float64)


def _told(terms: _Terms, outlet: int) -> Iterator[_Term]:
    """Yield the terms that one outlet uses more, then those it uses less, the surest first."""
    if not any(terms.spelled):
        return
    count, rest = terms.counts[outlet], terms.counts.sum(axis=0) - terms.counts[outlet]
    odds = log_odds(count, rest, terms.prior)
    size, named = np.abs(odds.z), np.array([word != "" for word in terms.spelled], dtype=bool)
    users = (terms.counts > 0).sum(axis=0) - (count > 0)
    more = named & (odds.low > 0) & (count >= LEAST_COUNT)
    less = named & (odds.high < 0) & (users >= LEAST_USERS)
    for chosen in (more & ~terms.names, more & terms.names, less & ~terms.names, less & terms.names):
        best = sorted(np.flatnonzero(chosen).tolist(), key=lambda w: (-size[w], terms.spelled[w]))[:MOST]
        for w in best:
            z, difference, low, high = (float(x[w]) for x in (odds.z, odds.difference, odds.low, odds.high))
            uses, others = int(count[w]), int(rest[w])
            yield _Term(terms.spelled[w], z, difference, low, high, uses, others, bool(terms.names[w]))
