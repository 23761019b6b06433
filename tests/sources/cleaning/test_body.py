import csv
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from sources.cleaning.body import best_run, features
from sources.cleaning.draft import Draft
from sources.outlets import load_outlets
from sources.page import Block


@given(st.lists(st.integers(min_value=-9, max_value=9), max_size=12))
def test_best_run_equals_brute_force(values: list[int]) -> None:
    sums = [sum(values[start:end]) for start in range(len(values)) for end in range(start + 1, len(values) + 1)]
    start, end = best_run(values)
    assert sum(values[start:end]) == max([0, *sums])
    assert (start, end) == (0, 0) or values[start] > 0 < values[end - 1]


def test_a_short_dip_is_bridged_and_a_long_one_is_not() -> None:
    assert best_run([-1, 5, -2, 5, -1]) == (1, 4)
    assert best_run([5, -2, -2, -2, 4]) == (0, 1)


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    blocks = (Block(text="A line of text", kind="line"),)
    (row,) = features(Draft(blocks=blocks, outlets=load_outlets()))
    with (files("sources") / "cleaning" / "body_weights.tsv").open(encoding="utf-8") as stream:
        weights = [line["feature"] for line in csv.DictReader(stream, delimiter="\t")]
    assert list(row) == weights
