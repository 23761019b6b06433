"""Which articles are alike enough to be looked at together, without comparing all in full.

Work grows with the number of articles of a week, and with what they have in common that is rare (rows are compared
block by block, as sparse products).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

NEAREST = 30
"""Pages that a page is compared with when groups are merged, the most like it: groups need one pair to be compared at
all, and are then compared in full. With 5, 486 real reports group as with all."""

COMMON = 1000
"""Pages among those compared that may have a term which proposes pairs: of ten thousand pages of a week, those that
share nothing rarer tell different events."""

_PROPOSED = 0.25
"""Share of what is needed that the terms which are not common must make up: those make up most of any likeness."""

_ROWS = 512
_SLAB = 4096


class Pairs(NamedTuple):
    """Pairs of rows that are alike; parallel arrays, left < right, sorted."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    similarity: NDArray[np.float64]


def pairs(
    matrix: "csr_matrix", *, at_least: float, times: NDArray[np.float64] | None = None, within: float = np.inf
) -> Pairs:
    """Return the pairs of rows whose dot product is `at_least` (more than 0) or more: of each row the `NEAREST`.

    With `times` (NaN where unknown) only pairs that lie at most `within` apart, as far as both are known: rows are then
    compared with those of their time alone. A term that more than `COMMON` of the rows compared have proposes no pair,
    so that the work grows as the rows do; what other terms propose is compared by all.
    """
    count = matrix.shape[0]
    when = np.full(count, np.nan) if times is None else times
    unknown = np.flatnonzero(np.isnan(when))
    order = np.flatnonzero(~np.isnan(when))
    order = order[np.argsort(when[order], kind="stable")]
    found: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]] = []
    for start in range(0, len(order), _SLAB):
        rows = order[start : start + _SLAB]
        begin = np.searchsorted(when[order], when[rows[0]] - within, side="left")
        end = np.searchsorted(when[order], when[rows[-1]] + within, side="right")
        found += _nearest(matrix, rows, np.r_[order[begin:end], unknown], at_least=at_least, when=when, within=within)
    everything = np.arange(count)
    for start in range(0, len(unknown), _SLAB):
        rows = unknown[start : start + _SLAB]
        found += _nearest(matrix, rows, everything, at_least=at_least, when=when, within=within)
    if not found:
        return Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    left, right, similarity = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
    links, place = np.unique(np.minimum(left, right) * count + np.maximum(left, right), return_index=True)
    return Pairs(links // count, links % count, similarity[place])


def _nearest(
    matrix: "csr_matrix",
    rows: NDArray[np.int64],
    others: NDArray[np.int64],
    *,
    at_least: float,
    when: NDArray[np.float64],
    within: float,
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]]:
    """Yield for each of `rows` the `NEAREST` of `others`, without itself: row, other, dot product."""
    turned = matrix[others].T.tocsr()
    common = np.diff(turned.indptr) > COMMON
    exact = not common.any()
    if not exact:
        turned.data[np.repeat(common, np.diff(turned.indptr))] = 0
        turned.eliminate_zeros()
    for start in range(0, len(rows), _ROWS):
        block = matrix[rows[start : start + _ROWS]] @ turned
        alike = np.flatnonzero(block.data >= (at_least if exact else at_least * _PROPOSED))
        left = rows[np.searchsorted(block.indptr, alike, side="right") - 1 + start]
        right, similarity = others[block.indices[alike]], block.data[alike]
        near = (left != right) & ~(np.abs(when[left] - when[right]) > within)  # all where a time is NaN
        left, right, similarity = left[near], right[near], similarity[near]
        if not exact:
            place = _best(left, right, similarity, most=2 * NEAREST)
            left, right = left[place], right[place]
            similarity = products(matrix, matrix, left, right)
            near = similarity >= at_least
            left, right, similarity = left[near], right[near], similarity[near]
        place = _best(left, right, similarity, most=NEAREST)
        yield left[place], right[place], similarity[place]


def _best(
    left: NDArray[np.int64], right: NDArray[np.int64], similarity: NDArray[np.float64], *, most: int
) -> NDArray[np.int64]:
    """Return the places of the `most` similar of each `left`; of equally similar the smaller `right`."""
    order = np.lexsort((right, -similarity, left))
    owners = left[order]
    return order[np.arange(len(owners)) - np.searchsorted(owners, owners) < most]


def products(
    one: "csr_matrix", other: "csr_matrix", left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the dot product of each row `left` of one matrix with the row `right` of the other; some at a time."""
    parts = [
        np.asarray(one[left[at : at + _SLAB]].multiply(other[right[at : at + _SLAB]]).sum(axis=1)).ravel()
        for at in range(0, len(left), _SLAB)
    ]
    return np.concatenate([np.zeros(0), *parts])
