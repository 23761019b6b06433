"""How alike articles are: cosine of weighted terms, and the pairs that are alike enough, without comparing all in full.

Term weights are tf-idf (Salton and Buckley, Information Processing & Management 24, 1988) with the logarithm of the
count. A library's own document frequencies are blended with those of a background collection, which counts like
`BACKGROUND_DOCUMENTS` more articles: five articles have no frequencies of their own, twenty thousand need no others.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stories.background import background
from analysis.stories.terms import Counts, Vocabulary, Worded

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

BACKGROUND_DOCUMENTS = 200
"""What the background counts for, in articles. Between 50 and 1,000 changes little."""

LEAST_RARITY = 0.5
"""Part of its rarity in the background that a term keeps, however many pages of the library hold it: where one event
fills a library, the event's own words stand on every page and tell all the same what they are about."""

UNSEEN = 0.7
"""Background documents that a term below the table's least count is taken to stand in."""

PAIR_WEIGHT = 0.5
"""Weight of a pair of words beside that of one word: its two words are counted already."""

TERMS = 150
"""Terms kept of an article, the heaviest: more add noise and time, fewer lose short articles' likeness to long ones."""

_ROWS = 512
_AT_ONCE = 4096
"""Articles whose terms are weighed at once: what is needed for it does not grow with the library."""


class Seen(NamedTuple):
    """In how many articles of a library terms stand: those that two hold, and those of the background."""

    keys: NDArray[np.int64]
    """The terms, sorted, as `vocabulary` numbers them."""

    documents: NDArray[np.int64]
    """Articles that hold each, prints of one text counted once."""

    articles: int
    """Articles that were counted."""

    vocabulary: Vocabulary
    """Names the terms."""


class Vectors(NamedTuple):
    """Articles as unit vectors of their heaviest terms."""

    matrix: "csr_matrix"
    """Articles by terms; a row has length 1, or is empty where an article shares no term with any other text."""

    keys: NDArray[np.int64]
    """The term of each column, as the vocabulary of `seen` numbers them; sorted."""

    held: NDArray[np.float64]
    """How much of what an article is about its row holds, 0 to 1: less where no other text has its terms."""

    seen: Seen
    """What the terms were counted in."""


class Pairs(NamedTuple):
    """Pairs of rows that are alike; parallel arrays, left < right, sorted."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    similarity: NDArray[np.float64]


def vectors(
    articles: pd.DataFrame,
    *,
    counted: NDArray[np.bool_] | None = None,
    library: Seen | None = None,
    new: NDArray[np.bool_] | None = None,
) -> Vectors:
    """Return the articles (columns title, text and language of ARTICLES) as vectors, in their order.

    How rare a term is, is counted over the articles in `counted` (all): prints of one text should count once. Where
    these are some articles of a larger `library`, its counts are taken, and those of the articles that are `new` to it
    are added.

    A term counts only when another article or the background holds it too: what one article alone says tells nothing of
    its likeness to others, and would make long articles unlike everything.
    """
    from scipy.sparse import csr_matrix

    number = len(articles)
    vocabulary = Vocabulary() if library is None else library.vocabulary
    told = articles[["title", "language"]].astype(object).where(articles[["title", "language"]].notna(), None)
    counts = vocabulary.counts(list(map(Worded, told["title"], articles["text"], told["language"])))
    keys, column, held = np.unique(counts.key, return_inverse=True, return_counts=True)
    column = np.asarray(column, np.int32)
    own = np.ones(number, bool) if counted is None else counted
    documents = np.bincount(column, own[counts.article], minlength=len(keys)).astype(np.int64)
    total = int(own.sum())
    if library is not None:
        added = own if new is None else own & new
        place, there = _places(library.keys, keys)
        more = np.bincount(column, added[counts.article], minlength=len(keys)).astype(np.int64)
        documents[there] = library.documents[place[there]] + more[there]
        held[there] += 1
        total = library.articles + int(added.sum())
    rarity, known = _rarity(keys, documents, articles=total, vocabulary=vocabulary)
    rows, columns, values, lengths, full = _heaviest(counts, column, rarity, allowed=known | (held > 1), number=number)
    used, columns = np.unique(columns, return_inverse=True)
    matrix = csr_matrix((values / lengths[rows], (rows, columns)), shape=(number, len(used)))
    share = np.divide(lengths, full, out=np.zeros(number), where=full > 0)
    lasting = known | (held > 1)
    seen = _together(library, Seen(keys[lasting], documents[lasting], total, vocabulary))
    return Vectors(matrix=matrix, keys=keys[used], held=np.minimum(share, 1.0), seen=seen)


def _places(sorted_keys: NDArray[np.int64], keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return where each of `keys` stands in `sorted_keys`, and whether it does."""
    place = np.minimum(np.searchsorted(sorted_keys, keys), max(len(sorted_keys) - 1, 0))
    there = sorted_keys[place] == keys if len(sorted_keys) else np.zeros(len(keys), bool)
    return place, there


def _together(library: Seen | None, found: Seen) -> Seen:
    """Return the counts of the library with those found now in their places."""
    if library is None:
        return found
    keys = np.concatenate([library.keys, found.keys])
    documents = np.concatenate([library.documents, found.documents])
    order = np.argsort(keys, kind="stable")
    last = order[np.r_[np.diff(keys[order]) > 0, True]] if len(order) else order
    return Seen(keys[last], documents[last], found.articles, found.vocabulary)


def pairs(
    matrix: "csr_matrix", *, at_least: float, times: NDArray[np.float64] | None = None, within: float = np.inf
) -> Pairs:
    """Return the pairs of rows whose dot product is `at_least` (more than 0) or more.

    With `times` (NaN where unknown) only pairs that lie at most `within` apart, as far as both are known: rows are then
    compared with those of their time alone, and the work grows as the rows do.
    """
    count = matrix.shape[0]
    known = np.zeros(count, bool) if times is None else ~np.isnan(times)
    unknown = np.flatnonzero(~known)
    found = list(_blocks(matrix, unknown, unknown, at_least=at_least))
    if times is not None and known.any():
        order = np.flatnonzero(known)
        order = order[np.argsort(times[order], kind="stable")]
        if len(unknown):
            found += _blocks(matrix, order, unknown, at_least=at_least)
        at = times[order]
        for start in range(0, len(order), _ROWS):
            rows = order[start : start + _ROWS]
            end = int(np.searchsorted(at, times[rows[-1]] + within, side="right"))
            found += _blocks(matrix, rows, order[start:end], at_least=at_least)
    if not found:
        return Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    left, right, similarity = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
    if times is not None:
        near = ~(np.abs(times[left] - times[right]) > within)
        left, right, similarity = left[near], right[near], similarity[near]
    first, last = np.minimum(left, right), np.maximum(left, right)
    place = np.lexsort((last, first))
    place = place[np.r_[True, (np.diff(first[place]) > 0) | (np.diff(last[place]) > 0)]] if len(place) else place
    return Pairs(first[place], last[place], similarity[place])


def _blocks(
    matrix: "csr_matrix", rows: NDArray[np.int64], others: NDArray[np.int64], *, at_least: float
) -> Iterator[Pairs]:
    """Yield the pairs of `rows` with `others`; where both are the same, each pair once."""
    turned = matrix[others].T.tocsr()
    same = rows is others
    for start in range(0, len(rows), _ROWS):
        block = matrix[rows[start : start + _ROWS]] @ turned
        alike = np.flatnonzero(block.data >= at_least)
        left = rows[np.searchsorted(block.indptr, alike, side="right") - 1 + start]
        right = others[block.indices[alike]]
        kept = left < right if same else left != right
        yield Pairs(left[kept], right[kept], block.data[alike][kept])


def _rarity(
    keys: NDArray[np.int64], documents: NDArray[np.int64], *, articles: int, vocabulary: Vocabulary
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the weight of each term for being rare, and whether the background knows it."""
    common = background()
    terms = list(common.frequencies)
    behind = np.full(len(keys), UNSEEN)
    known = np.zeros(len(keys), bool)
    frequencies = np.fromiter(common.frequencies.values(), float, len(terms))
    seen = vocabulary.keys(terms)
    listed = np.array(sorted(seen), np.int64)
    places = np.searchsorted(keys, listed)
    inside = places < len(keys)
    inside[inside] = keys[places[inside]] == listed[inside]
    behind[places[inside]] = frequencies[[seen[key] for key in listed[inside].tolist()]]
    known[places[inside]] = True
    share = (documents + BACKGROUND_DOCUMENTS * behind / common.documents) / (articles + BACKGROUND_DOCUMENTS)
    pair = (keys & 0xFFFFFFFF) != 0
    alone = -np.log(np.minimum(behind / common.documents, 0.999))
    rare = np.maximum(-np.log(np.minimum(share, 0.999)), LEAST_RARITY * alone)
    return rare * np.where(pair, PAIR_WEIGHT, 1.0), known


_Floats = NDArray[np.float64]
_Numbers = NDArray[np.int64]


def _heaviest(
    counts: Counts, column: NDArray[np.signedinteger[Any]], rarity: _Floats, *, allowed: NDArray[np.bool_], number: int
) -> tuple[_Numbers, _Numbers, _Floats, _Floats, _Floats]:
    """Return article, column and weight of each article's `TERMS` heaviest allowed terms, by article, then key.

    Then the length of each article's vector of these, and of that of its heaviest terms, allowed or not.
    """
    found: list[tuple[_Numbers, _Numbers, _Floats]] = []
    lengths, full = np.zeros(number), np.zeros(number)
    for start in range(0, number, _AT_ONCE):
        inside = slice(*np.searchsorted(counts.article, [start, start + _AT_ONCE]))
        article, columns = counts.article[inside].astype(np.int64), column[inside].astype(np.int64)
        weights = (1 + np.log(counts.times[inside])) * rarity[columns]
        order = np.lexsort((columns, -weights, article))  # columns are in the order of the keys
        every = order[_place_in(article[order]) < TERMS]
        order = order[allowed[columns[order]]]
        kept = np.sort(order[_place_in(article[order]) < TERMS])
        found.append((article[kept], columns[kept], weights[kept]))
        lengths += np.sqrt(np.bincount(article[kept], weights[kept] ** 2, minlength=number))
        full += np.sqrt(np.bincount(article[every], weights[every] ** 2, minlength=number))
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), lengths, full
    articles, columns, values = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
    return articles, columns, values, lengths, full


def _place_in(owners: _Numbers) -> _Numbers:
    """Return for each entry how many of the same owner stand before it; `owners` are sorted."""
    return np.arange(len(owners)) - np.searchsorted(owners, owners)
