import pytest

from analysis.evaluation.extraction_pages import overlap, shingles


def test_shingles_count_repetitions() -> None:
    assert shingles("a b c d a b c d") == {
        ("a", "b", "c", "d"): 2,
        ("b", "c", "d", "a"): 1,
        ("c", "d", "a", "b"): 1,
        ("d", "a", "b", "c"): 1,
    }
    assert shingles("a b") == {("a", "b"): 1}


def test_overlap_by_hand() -> None:
    found = overlap("a b c d e", "a b c d")
    assert (found.precision, found.recall) == (1, 0.5)
    assert found.f1 == pytest.approx(2 / 3)
    assert overlap("a b c d", "e f g h") == (0, 0, 0)
    assert overlap("", "") == (1, 1, 1)
    assert overlap("a b c d", "") == (0, 0, 0)
