"""How often what a rate counts was found."""

import numpy as np
import pytest

from analysis.outlets.cells import blocks
from analysis.outlets.occurrences import occurrences
from tests.analysis.outlets.invented import cells_of


def _found(rows, measure, counted):
    (block,) = blocks(cells_of(rows, measure=measure).assign(counted=counted))
    return occurrences(block, block.outlet, outlets=2).tolist()


def test_words_are_counted_in_its_reports_or_at_the_others_rate():
    rows = [("A", "e0", 10.0), ("A", "e1", 20.0), ("B", "e0", 0.0), ("B", "e1", 5.0), ("B", "e2", 900.0)]
    assert _found(rows, "loaded", 100) == pytest.approx([1.0 + 2.0, 1.0 + 2.0]), "B's own are 0.5, at A's rate 3"


def test_of_a_share_the_rarer_side_counts():
    rows = [("A", "e0", 0.9), ("B", "e0", 0.5)]
    assert _found(rows, "agency.passive", 10) == pytest.approx([5.0, 5.0])
    assert _found([("A", "e0", 0.9), ("B", "e0", 1.0)], "agency.passive", 10) == pytest.approx([1.0, 1.0])


def test_what_is_no_rate_is_not_counted():
    assert np.isnan(_found([("A", "e0", 0.9), ("B", "e0", 0.5)], "sentiment", 10)).all()
