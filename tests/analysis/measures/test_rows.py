"""Rows of SCORES from a grid."""

import numpy as np

from analysis.measures.rows import per_cell, score_rows
from analysis.reading.articles import read
from analysis.tables import SCORES
from sources.article import Article

COLUMNS = (("one", "narration"), ("one", "headline"), ("two", "body"))


def test_a_row_for_each_article_and_column():
    batch = read([Article(id="a", text="Yes."), Article(id="b", text="No.")])
    values = np.array([[0.5, 0.0, 2.0], [1.5, 7.0, 0.0]])
    rows = score_rows(batch, COLUMNS, values=values, n=np.array([[4, 1, 2], [2, 0, 3]]))
    assert list(rows.columns) == SCORES.names
    assert (rows.dtypes == SCORES.empty().dtypes).all()
    assert rows["article"].tolist() == ["a"] * 3 + ["b"] * 3
    assert list(zip(rows["measure"], rows["voice"], strict=True)) == [*COLUMNS, *COLUMNS]
    assert rows["n"].tolist() == [4, 1, 2, 2, 0, 3]
    assert rows["value"].fillna(-1).tolist() == [0.5, 0.0, 2.0, 1.5, -1.0, 0.0]


def test_no_articles_give_no_rows():
    none = np.zeros((0, 3))
    assert score_rows(read([]), COLUMNS, values=none, n=none.astype(np.int64)).equals(SCORES.empty())


def test_sums_stand_in_their_cells():
    batch = read([Article(id="a", text="Yes."), Article(id="b", text="No.")])
    article, column = np.array([1, 1, 0]), np.array([2, 2, 0])
    assert per_cell(batch, article, column, width=3).tolist() == [[1, 0, 0], [0, 0, 2]]
    assert per_cell(batch, article, column, width=3, weights=[0.5, 1, 4]).tolist() == [[4, 0, 0], [0, 0, 1.5]]
