from collections import Counter
from math import log, sqrt

import numpy as np
import pytest

from analysis.stories import similarity
from analysis.stories.background import background
from analysis.stories.similarity import vectors
from analysis.stories.terms import LEAD_WEIGHT, Vocabulary, Worded
from tests.analysis.invented import TOLD, articles, undated


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


@pytest.mark.parametrize("apart", [False, True], ids=["alone", "added to a library"])
def test_terms_are_counted_in_ranges_as_at_once(apart, monkeypatch):
    frame = articles(*TOLD)
    library = vectors(frame.iloc[:3]).seen if apart else None
    counted = np.arange(len(frame)) != 1
    whole = vectors(frame, counted=counted, library=library)
    monkeypatch.setattr(similarity, "_TERMS_AT_ONCE", 20)
    library = vectors(frame.iloc[:3]).seen if apart else None
    ranges = vectors(frame, counted=counted, library=library)
    assert (whole.matrix != ranges.matrix).nnz == 0
    assert whole.seen.keys.tolist() == ranges.seen.keys.tolist()
    assert whole.seen.documents.tolist() == ranges.seen.documents.tolist()


def test_in_how_many_articles_a_term_stands_is_counted_without_prints_of_one_text():
    frame = articles(*TOLD)
    counted = np.arange(len(frame)) != 1
    made = vectors(frame, counted=counted)
    vocabulary = made.seen.vocabulary
    plain = Counter()
    for _, _, title, text, _ in [row for row, own in zip(TOLD, counted, strict=True) if own]:
        own = Vocabulary().counts([Worded(title, text, "en")])
        plain.update(set(vocabulary.keys(_names(title, text))) if len(own.key) else ())
    assert {key: n for key, n in zip(made.seen.keys.tolist(), made.seen.documents.tolist(), strict=True) if n} == {
        key: n for key, n in plain.items() if key in set(made.seen.keys.tolist())
    }


def _names(title, text):
    alone = Vocabulary()
    return alone.stemmed(alone.counts([Worded(title, text, "en")]).key.tolist())
