import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.spatial.distance import squareform

from analysis.stories.linkage import average_linkage
from analysis.stories.neighbours import Pairs, pairs


def grouped(dense, threshold, *, weights=None):
    matrix = csr_matrix(dense)
    weights = np.ones(len(dense)) if weights is None else weights
    means = csr_matrix(dense / weights[:, None])
    found = pairs(means, at_least=threshold)
    return average_linkage(
        matrix, found, needed=lambda *_: threshold, weights=weights, times=np.full(len(dense), np.nan)
    )


def partition(labels):
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in set(labels.tolist())}


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), threshold=st.floats(0.1, 0.8))
def test_same_clusters_as_scipys_average_linkage_on_the_full_table(seed, threshold):
    rng = np.random.default_rng(seed)
    dense = rng.random((40, 15)) * (rng.random((40, 15)) < 0.25) + 1e-9
    dense /= np.linalg.norm(dense, axis=1, keepdims=True)
    distance = 2 - dense @ dense.T
    np.fill_diagonal(distance, 0)
    expected = fcluster(linkage(squareform(distance, checks=False), "average"), 2 - threshold, "distance")
    assert partition(grouped(dense, threshold)) == partition(expected)


def test_one_row_between_two_groups_does_not_chain_them():
    left, right = np.array([1.0, 0, 0]), np.array([0, 1.0, 0])
    between = np.array([0.7, 0.71, 0.08])
    labels = grouped(np.array([left, left, left, between, right, right, right]), 0.5)
    assert labels[0] != labels[6]


def test_a_row_that_stands_for_several_weighs_as_many():
    one = np.array([[1.0, 0], [1.0, 0], [1.0, 0], [0.6, 0.8], [0.5, np.sqrt(0.75)]])
    folded = np.array([one[:3].sum(axis=0), one[3], one[4]])
    for threshold in (0.4, 0.56, 0.58, 0.7, 0.95):
        rows = grouped(one, threshold)
        sums = grouped(folded, threshold, weights=np.array([3.0, 1, 1]))
        assert (rows[3] == rows[0], rows[4] == rows[0], rows[3] == rows[4]) == (
            sums[1] == sums[0], sums[2] == sums[0], sums[1] == sums[2],
        )  # fmt: skip


def test_labels_are_the_smallest_row_and_rows_without_pairs_stay_alone():
    labels = grouped(np.array([[0, 1.0], [1.0, 0], [0, 1.0]]), 0.5)
    assert labels.tolist() == [0, 1, 0]
    none = Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    alone = average_linkage(
        csr_matrix(np.eye(3)), none, needed=lambda *_: 0.1, weights=np.ones(3), times=np.full(3, np.nan)
    )
    assert alone.tolist() == [0, 1, 2]


def test_times_reach_the_need_of_a_pair():
    dense = np.array([[1.0, 0], [1.0, 0], [1.0, 0]])

    def needed(one, other):
        return 0.5 if max(one.last, other.last) - min(one.first, other.first) <= 5 else np.inf

    labels = average_linkage(
        csr_matrix(dense), pairs(csr_matrix(dense), at_least=0.5), needed=needed, weights=np.ones(3),
        times=np.array([0.0, 4.0, 8.0]),
    )  # fmt: skip
    assert labels.tolist() in ([0, 0, 2], [0, 1, 1])
    assert labels.tolist() == [0, 0, 2], "of equal pairs the one with the smaller rows goes first"


@pytest.mark.parametrize("order", [[3, 1, 0, 2], [2, 3, 1, 0]])
def test_the_same_partition_in_any_order(order):
    rng = np.random.default_rng(1)
    dense = rng.random((4, 6))
    dense /= np.linalg.norm(dense, axis=1, keepdims=True)
    there = partition(grouped(dense, 0.8))
    turned = grouped(dense[order], 0.8)
    assert {frozenset(order[row] for row in group) for group in partition(turned)} == there
