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
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from analysis.stories.similarity import Pairs

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


@dataclass(slots=True)
class Cluster:
    """Some rows, with what is needed to compare them with others."""

    rows: list[int]
    """The original rows, unsorted."""

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
    clusters: dict[int, Cluster] = {}
    beside: dict[int, set[int]] = {}
    heap: list[tuple[float, int, int, int, int]] = []
    board = np.zeros(sums.shape[1])

    def offer(one: int, other: int, similarity: float) -> None:
        need = needed(clusters[one], clusters[other])
        if similarity >= need:
            smallest = sorted((min(clusters[one].rows), min(clusters[other].rows)))
            heapq.heappush(heap, (-similarity / need, smallest[0], smallest[1], one, other))

    for row in np.unique(np.concatenate([candidates.left, candidates.right])).tolist():
        inside = slice(sums.indptr[row], sums.indptr[row + 1])
        terms = sums.indices[inside].astype(np.int64)
        own = sums.data[inside]
        last = times[row] if ends is None else ends[row]
        clusters[row] = Cluster([row], weights[row], terms, own, times[row], last, _cohesion(own, weights[row]))
        beside[row] = set()
    for left, right, similarity in zip(*(array.tolist() for array in candidates), strict=True):
        beside[left].add(right)
        beside[right].add(left)
        offer(left, right, similarity)

    coming = sums.shape[0]
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

    labels = np.arange(sums.shape[0], dtype=np.int64)
    for cluster in clusters.values():
        labels[cluster.rows] = min(cluster.rows)
    return labels


def _merged(one: Cluster, other: Cluster, board: NDArray[np.float64]) -> Cluster:
    """Return the union of two clusters; `board` is all zeros before and after."""
    terms = np.union1d(one.terms, other.terms)
    board[one.terms] += one.sums
    board[other.terms] += other.sums
    sums = board[terms].copy()
    board[terms] = 0
    weight = one.weight + other.weight
    return Cluster(
        rows=one.rows + other.rows,
        weight=weight,
        terms=terms,
        sums=sums,
        first=float(np.fmin(one.first, other.first)),
        last=float(np.fmax(one.last, other.last)),
        cohesion=_cohesion(sums, weight),
    )


def _cohesion(sums: NDArray[np.float64], weight: float) -> float:
    return float(sums @ sums - weight) / (weight * (weight - 1)) if weight > 1 else math.nan
