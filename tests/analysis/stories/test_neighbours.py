import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analysis.stories import neighbours
from analysis.stories.neighbours import pairs


def some(rows, columns, share, *, seed):
    rng = np.random.default_rng(seed)
    return rng.random((rows, columns)) * (rng.random((rows, columns)) < share)


def test_pairs_are_those_of_the_full_product(monkeypatch):
    monkeypatch.setattr(neighbours, "NEAREST", 1300)
    monkeypatch.setattr(neighbours, "_SLAB", 600)
    dense = some(1300, 40, 0.1, seed=3)
    product = dense @ dense.T
    found = pairs(csr_matrix(dense), at_least=0.8)
    left, right = np.nonzero(np.triu(product >= 0.8, 1))
    assert len(left) > 100
    assert found.left.tolist() == left.tolist()
    assert found.right.tolist() == right.tolist()
    assert np.allclose(found.similarity, product[left, right])


def test_no_rows_no_pairs():
    assert len(pairs(csr_matrix((0, 5)), at_least=0.1).left) == 0


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0], ids=["undated", "some dated", "dated"])
def test_pairs_in_a_window_are_those_of_the_full_table(share, monkeypatch):
    monkeypatch.setattr(neighbours, "_ROWS", 7)
    monkeypatch.setattr(neighbours, "_SLAB", 21)
    dense = some(60, 12, 0.4, seed=8)
    rng = np.random.default_rng(8)
    times = np.where(rng.random(60) < share, rng.uniform(0, 40, 60), np.nan)
    monkeypatch.setattr(neighbours, "NEAREST", 60)
    found = pairs(csr_matrix(dense), at_least=0.5, times=times, within=5)
    full = dense @ dense.T
    apart = np.abs(times[:, None] - times[None])
    expected = [(i, j) for i in range(60) for j in range(i + 1, 60) if full[i, j] >= 0.5 and not apart[i, j] > 5]
    assert list(zip(found.left.tolist(), found.right.tolist(), strict=True)) == expected
    assert found.similarity == pytest.approx([full[i, j] for i, j in expected])


def test_of_each_row_the_nearest_are_returned(monkeypatch):
    monkeypatch.setattr(neighbours, "NEAREST", 2)
    dense = some(50, 12, 0.4, seed=4)
    full = dense @ dense.T
    np.fill_diagonal(full, 0)
    best = {(min(i, j), max(i, j)) for i in range(50) for j in np.argsort(-full[i])[:2].tolist() if full[i, j] >= 0.3}
    found = pairs(csr_matrix(dense), at_least=0.3)
    assert set(zip(found.left.tolist(), found.right.tolist(), strict=True)) == best


def test_rows_that_are_all_the_same_stay_connected(monkeypatch):
    monkeypatch.setattr(neighbours, "NEAREST", 2)
    found = pairs(csr_matrix(np.ones((9, 1))), at_least=0.3)
    assert set(range(2, 9)) <= set(found.right[found.left == 0].tolist())


def test_what_many_rows_have_proposes_no_pair_but_counts_where_others_do(monkeypatch):
    monkeypatch.setattr(neighbours, "COMMON", 5)
    dense = np.zeros((10, 6))
    dense[:, 0] = 0.8
    dense[:2, 1] = 0.6
    dense[range(2, 7), range(1, 6)] = 0.1
    found = pairs(csr_matrix(dense), at_least=0.5)
    assert (found.left.tolist(), found.right.tolist()) == ([0], [1])
    assert found.similarity[0] == pytest.approx(1.0)
