import numpy as np
from scipy.sparse import csr_matrix

from analysis.evaluation.learn_portrayal import Amounts, learn


def test_weights_point_to_where_their_feature_stood():
    rows = [[1, 0, 0, 0]] * 5 + [[0, 1, 0, 0]] * 5 + [[0, 0, 1, 0]] * 5 + [[0, 0, 0, 1]] * 2
    given = Amounts(csr_matrix(np.array(rows * 40, dtype=float)), ["R=bad", "R=plain", "R=good", "R=rare"])
    polarities = ["negative"] * 5 + ["neutral"] * 5 + ["positive"] * 5 + ["positive"] * 2
    made = learn(given, np.arange(17 * 40), polarities * 40, least=100)
    assert made["R=bad"][0] > 0 > made["R=bad"][2]
    assert made["R=good"][2] > 0 > made["R=good"][0]
    assert "R=rare" not in made
