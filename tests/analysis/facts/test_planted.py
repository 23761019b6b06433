"""Contradictions planted in invented events: how many are found, and that nothing else is claimed."""

import pytest

from tests.analysis.facts.planted import FAMILIES, Outcome, events, outcome

LEAST = {"number": 6, "date": 4, "place": 5, "name": 4, "negation": 5, "who": 2}
"""Contradictions found, of 8, 6, 5, 5, 6 and 4."""


@pytest.fixture(scope="module")
def tried() -> Outcome:
    return outcome(events())


@pytest.mark.parametrize("family", FAMILIES)
def test_planted_contradictions_are_found(tried: Outcome, family: str) -> None:
    assert tried.found[family] >= LEAST[family], tried


def test_nothing_is_pointed_out_that_was_not_planted(tried: Outcome) -> None:
    assert tried.wrong == ()
