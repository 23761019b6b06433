"""Average linkage over sparse vectors, exactly, without the full table of distances.

Two clusters are merged while the mean dot product over all pairs of their members is high enough, the highest first
(group average, or UPGMA: Sokal and Michener, University of Kansas Science Bulletin 38, 1958). It does not chain: one
article between two groups does not pull them together.

Why the pairs below the threshold are not needed: a mean over pairs is never above its highest pair, so two clusters
that may merge have at least one pair of members at the threshold or above. Only clusters that such a pair connects are
ever compared, and their mean is then computed in full from the sums of their members' vectors.
"""

import heapq
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from analysis.stories.neighbours import Pairs

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


@dataclass(slots=True)
class Cluster:
    """Some rows, with what is needed to compare them with others."""

    rows: list[int]
    """The original rows, the smallest first."""

    weight: float
    """Number of articles it stands for."""

    terms: NDArray[np.int64]
    """Terms that any of its articles has."""

    sums: NDArray[np.float64]
    """Sum of its articles' vectors at `terms`."""

    first: float
    """Earliest known time of its rows, NaN where none is known."""

    last: float
    """Latest known time of its rows, NaN where none is known."""

    cohesion: float
    """Mean similarity of the pairs of its articles, whose vectors have length 1; NaN for one article."""


Needed = Callable[[Cluster, Cluster], float]
"""The mean similarity that two clusters need to be merged; infinity where they must not be."""


def average_linkage(
    sums: "csr_matrix",
    candidates: Pairs,
    *,
    needed: Needed,
    weights: NDArray[np.float64],
    times: NDArray[np.float64],
    ends: NDArray[np.float64] | None = None,
) -> NDArray[np.int64]:
    """Return for each row the smallest row of its cluster.

    `sums` holds the sum of the `weights` unit vectors that a row stands for; `times` may be NaN, and `ends` are the
    last times of rows that stand for several (without them, `times`). `candidates` must hold every pair of rows whose
    mean similarity may reach `needed`. Clusters are merged in order of similarity over need; ties go to the smaller
    rows, so the outcome is the same for the same rows in the same order.
    """
    labels = np.arange(sums.shape[0], dtype=np.int64)
    lasts = times if ends is None else ends
    for rows, near in _connected(candidates, sums.shape[0]):
        own = sums[rows]
        used, columns = np.unique(own.indices, return_inverse=True)
        clusters = []
        for place, row in enumerate(rows.tolist()):
            inside = slice(own.indptr[place], own.indptr[place + 1])
            values = own.data[inside]
            cohesion = _cohesion(values, weights[row])
            clusters.append(Cluster([row], weights[row], columns[inside], values, times[row], lasts[row], cohesion))
        for cluster in _linked(clusters, near, needed=needed, terms=len(used)):
            labels[cluster.rows] = cluster.rows[0]
    return labels


def _connected(candidates: Pairs, count: int) -> Iterator[tuple[NDArray[np.int64], Pairs]]:
    """Yield the rows, ascending, that candidates connect, and their candidates, numbered by their place among them.

    What is not connected is never compared, so each part is a small world with terms of its own.
    """
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(candidates.left), np.int8)
    graph = csr_matrix((ones, (candidates.left, candidates.right)), shape=(count, count))
    part = connected_components(graph, directed=False)[1]
    of_pair = part[candidates.left]
    order = np.argsort(of_pair, kind="stable")
    for pairs in np.split(order, np.flatnonzero(np.diff(of_pair[order])) + 1):
        if len(pairs):
            left, right = candidates.left[pairs], candidates.right[pairs]
            rows = np.unique(np.concatenate([left, right]))
            places = Pairs(np.searchsorted(rows, left), np.searchsorted(rows, right), candidates.similarity[pairs])
            yield rows, places


def _linked(rows: list[Cluster], candidates: Pairs, *, needed: Needed, terms: int) -> Iterable[Cluster]:
    """Return the clusters of these rows, which candidates connect; there are so many terms."""
    clusters = dict(enumerate(rows))
    beside: dict[int, set[int]] = {place: set() for place in clusters}
    heap: list[tuple[float, int, int, int, int]] = []
    board = np.zeros(terms)

    def offer(one: int, other: int, similarity: float) -> None:
        need = needed(clusters[one], clusters[other])
        if similarity >= need:
            first, second = clusters[one].rows[0], clusters[other].rows[0]
            heapq.heappush(heap, (-similarity / need, min(first, second), max(first, second), one, other))

    for left, right, similarity in zip(*(array.tolist() for array in candidates), strict=True):
        beside[left].add(right)
        beside[right].add(left)
        offer(left, right, similarity)

    coming = len(rows)
    while heap:
        *_, one, other = heapq.heappop(heap)
        if one not in clusters or other not in clusters:
            continue
        neighbours = (beside.pop(one) | beside.pop(other)) - {one, other}
        merged = clusters[coming] = _merged(clusters.pop(one), clusters.pop(other), board)
        board[merged.terms] = merged.sums
        for neighbour in sorted(neighbours):
            beside[neighbour] -= {one, other}
            beside[neighbour].add(coming)
            near = clusters[neighbour]
            offer(neighbour, coming, float(board[near.terms] @ near.sums) / (near.weight * merged.weight))
        board[merged.terms] = 0
        beside[coming] = neighbours
        coming += 1
    return clusters.values()


def _merged(one: Cluster, other: Cluster, board: NDArray[np.float64]) -> Cluster:
    """Return the union of two clusters; `board` is all zeros before and after."""
    terms = np.union1d(one.terms, other.terms)
    board[one.terms] += one.sums
    board[other.terms] += other.sums
    sums = board[terms].copy()
    board[terms] = 0
    weight = one.weight + other.weight
    return Cluster(
        rows=one.rows + other.rows if one.rows[0] < other.rows[0] else other.rows + one.rows,
        weight=weight,
        terms=terms,
        sums=sums,
        first=float(np.fmin(one.first, other.first)),
        last=float(np.fmax(one.last, other.last)),
        cohesion=_cohesion(sums, weight),
    )


def _cohesion(sums: NDArray[np.float64], weight: float) -> float:
    return float(sums @ sums - weight) / (weight * (weight - 1)) if weight > 1 else math.nan
