import pandas as pd
import pytest

from dashboard.pages.outlets import PAGE
from tests.dashboard.hand_made import HandMade, links, of_class, view, words
from tests.dashboard.outlets_made import Outlets


def _names(search: str) -> list[str]:
    rows = of_class(view(PAGE, Outlets(), search).body, "dots")[0].children[1].children
    return [words(row.children[0].children[0]) for row in rows]


def test_every_outlet_has_a_row_with_a_dot_or_what_is_missing() -> None:
    body = view(PAGE, Outlets(), "?value=loaded").body
    said = words(body)
    assert said.count("not enough evidence") == 3
    assert "It has a value on 1 event that others tell as well; 5 are needed." in said
    assert "Every page held of it is a copy or an agency's text" in said
    assert len(of_class(body, "differing")) == 3
    assert "/outlet?name=Alpha&value=loaded&voice=narration#events" in links(body)


def test_the_order_is_how_far_they_differ_or_the_name() -> None:
    assert _names("?value=loaded")[0] == "Alpha"
    assert _names("?value=loaded&order=name") == ["<b>Copies</b>", "Alpha", "Beta", "Delta", "Epsilon", "Gamma"]


def test_a_part_without_enough_says_so_and_why() -> None:
    said = words(view(PAGE, Outlets(), "?value=loaded&q=harbour").body)
    assert "Not enough evidence: on stories with “harbour”, no outlet has enough to be compared." in said


def test_hand_made_results_are_too_few(results: HandMade) -> None:
    assert "not enough evidence" in words(view(PAGE, results).body)


@pytest.mark.parametrize(
    "empty", [("holdings",), ("cells", "profiles"), ("holdings", "cells", "profiles")], ids="+".join
)
def test_an_empty_library_is_said(empty: tuple[str, ...]) -> None:
    results = Outlets()
    for name in empty:
        results.frames[name] = results.frames[name].iloc[:0]
    said = words(view(PAGE, results).body)
    assert "No page here names its outlet" in said or "no two named outlets tell the same event" in said


def test_one_outlet_only_has_nobody_to_be_compared_with() -> None:
    from analysis.outlets.profiles import profiles

    results = Outlets()
    cells, held = (frame[frame["outlet"] == "Alpha"] for frame in (results.frames["cells"], results.frames["holdings"]))
    results.frames |= {"cells": cells, "holdings": held, "profiles": profiles(cells, holdings=held)}
    said = words(view(PAGE, results).body)
    assert "It is the only outlet held: there is nobody to compare it with." in said
    assert isinstance(cells, pd.DataFrame)
