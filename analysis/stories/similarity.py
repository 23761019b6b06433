"""How alike articles are: cosine of weighted terms, and the pairs that are alike enough, without comparing all in full.

Term weights are tf-idf (Salton and Buckley, Information Processing & Management 24, 1988) with the logarithm of the
count. A library's own document frequencies are blended with those of a background collection, which counts like
`BACKGROUND_DOCUMENTS` more articles: five articles have no frequencies of their own, twenty thousand need no others.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

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


class Vectors(NamedTuple):
    """Articles as unit vectors of their heaviest terms."""

    matrix: "csr_matrix"
    """Articles by terms; a row has length 1, or is empty where an article shares no term with any other text."""

    keys: NDArray[np.int64]
    """The term of each column, as `vocabulary` numbers them."""

    vocabulary: Vocabulary
    """Names the terms."""

    held: NDArray[np.float64]
    """How much of what an article is about its row holds, 0 to 1: less where no other text has its terms."""


class Pairs(NamedTuple):
    """Pairs of rows that are alike; parallel arrays, left < right, sorted."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    similarity: NDArray[np.float64]


def vectors(articles: pd.DataFrame, *, counted: NDArray[np.bool_] | None = None) -> Vectors:
    """Return the articles (columns title, text and language of ARTICLES) as vectors, in their order.

    How rare a term is, is counted over the articles in `counted` (all): prints of one text should count once.

    A term counts only when another article or the background holds it too: what one article alone says tells nothing of
    its likeness to others, and would make long articles unlike everything.
    """
    from scipy.sparse import csr_matrix

    vocabulary = Vocabulary()
    told = articles[["title", "language"]].astype(object).where(articles[["title", "language"]].notna(), None)
    worded = map(Worded, told["title"], articles["text"], told["language"])
    counts = vocabulary.counts(list(worded))
    keys, inverse, held = np.unique(counts.key, return_inverse=True, return_counts=True)
    own = np.ones(len(articles), bool) if counted is None else counted
    documents = np.bincount(inverse, own[counts.article], minlength=len(keys)).astype(np.int64)
    rarity, known = _rarity(keys, documents, articles=int(own.sum()), vocabulary=vocabulary)
    weights = (1 + np.log(counts.times)) * rarity[inverse]
    kept = _heaviest(counts, weights, allowed=(known | (held > 1))[inverse])
    every = _heaviest(counts, weights, allowed=np.ones(len(weights), bool))
    rows, columns, values = counts.article[kept], inverse[kept], weights[kept]
    lengths = np.sqrt(np.bincount(rows, values**2, minlength=len(articles)))
    used, columns = np.unique(columns, return_inverse=True)
    matrix = csr_matrix((values / lengths[rows], (rows, columns)), shape=(len(articles), len(used)))
    full = np.sqrt(np.bincount(counts.article[every], weights[every] ** 2, minlength=len(articles)))
    share = np.divide(lengths, full, out=np.zeros(len(articles)), where=full > 0)
    return Vectors(matrix=matrix, keys=keys[used], vocabulary=vocabulary, held=np.minimum(share, 1.0))


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


def _heaviest(counts: Counts, weights: NDArray[np.float64], *, allowed: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the places of each article's `TERMS` heaviest allowed terms, by article, then key."""
    places = np.flatnonzero(allowed)
    order = places[np.lexsort((counts.key[places], -weights[places], counts.article[places]))]
    owners = counts.article[order]
    first = np.searchsorted(owners, owners)
    kept: NDArray[np.int64] = np.sort(order[np.arange(len(order)) - first < TERMS])
    return kept
