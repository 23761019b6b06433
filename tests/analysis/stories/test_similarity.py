from math import log, sqrt

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analysis.stories import similarity
from analysis.stories.background import background
from analysis.stories.similarity import pairs, vectors
from analysis.stories.terms import LEAD_WEIGHT
from tests.analysis.invented import TOLD, articles, undated


def test_pairs_are_those_of_the_full_product():
    rng = np.random.default_rng(3)
    dense = rng.random((1300, 40)) * (rng.random((1300, 40)) < 0.1)
    product = dense @ dense.T
    found = pairs(csr_matrix(dense), at_least=0.8)
    left, right = np.nonzero(np.triu(product >= 0.8, 1))
    assert len(left) > 100
    assert found.left.tolist() == left.tolist()
    assert found.right.tolist() == right.tolist()
    assert np.allclose(found.similarity, product[left, right])


def test_no_rows_no_pairs():
    assert len(pairs(csr_matrix((0, 5)), at_least=0.1).left) == 0


def test_rows_have_length_one():
    made = vectors(articles(*TOLD))
    assert np.allclose(np.sqrt(made.matrix.multiply(made.matrix).sum(axis=1)), 1)


def test_weights_are_the_blended_tf_idf_of_the_docstring():
    frame = articles(
        ("a", None, None, "Zorvik zorvik zorvik president.", None), ("b", None, None, "Zorvik president Quill.", None)
    )
    made = vectors(frame)
    table = background()

    def rarity(documents, behind):
        return -log((documents + similarity.BACKGROUND_DOCUMENTS * behind / table.documents) / (2 + 200))

    name = (1 + log(3 * LEAD_WEIGHT)) * rarity(2, similarity.UNSEEN)
    once = 1 + log(LEAD_WEIGHT)
    office = once * rarity(2, table.frequencies["presid"])
    pair = once * rarity(2, similarity.UNSEEN) * similarity.PAIR_WEIGHT  # "zorvik president", in both
    length = sqrt(name**2 + office**2 + pair**2)
    row = {
        made.seen.vocabulary.name(int(key)).lower(): value
        for key, value in zip(made.keys, made.matrix[0].toarray()[0], strict=True)
    }
    assert row["zorvik"] == pytest.approx(name / length)
    assert row["president"] == pytest.approx(office / length)
    assert row["zorvik president"] == pytest.approx(pair / length)
    assert "quill" not in row, "a term that one article alone has, and the background has not, tells nothing"


def test_reports_of_one_event_are_more_alike_than_others():
    made = vectors(undated(articles(*TOLD)))
    product = (made.matrix @ made.matrix.T).toarray()
    assert product[:3, :3].min() > 3 * product[:3, 3:].max()


def test_an_article_keeps_its_heaviest_terms(monkeypatch):
    whole = vectors(articles(*TOLD)).matrix
    monkeypatch.setattr(similarity, "TERMS", 10)
    cut = vectors(articles(*TOLD)).matrix
    assert np.diff(cut.indptr).tolist() == [10] * len(TOLD)
    for row in range(len(TOLD)):
        ratio = whole[row].data.max() / cut[row].data.max()
        assert np.allclose(np.sort(whole[row].data)[::-1][:10], np.sort(cut[row].data)[::-1] * ratio)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0], ids=["undated", "some dated", "dated"])
def test_pairs_in_a_window_are_those_of_the_full_table(share, monkeypatch):
    monkeypatch.setattr("analysis.stories.similarity._ROWS", 7)
    rng = np.random.default_rng(8)
    dense = rng.random((60, 12)) * (rng.random((60, 12)) < 0.4)
    times = np.where(rng.random(60) < share, rng.uniform(0, 40, 60), np.nan)
    found = pairs(csr_matrix(dense), at_least=0.5, times=times, within=5)
    full = dense @ dense.T
    apart = np.abs(times[:, None] - times[None])
    expected = [(i, j) for i in range(60) for j in range(i + 1, 60) if full[i, j] >= 0.5 and not apart[i, j] > 5]
    assert list(zip(found.left.tolist(), found.right.tolist(), strict=True)) == expected
    assert found.similarity == pytest.approx([full[i, j] for i, j in expected])
