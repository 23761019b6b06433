from pathlib import Path

import pytest

from dashboard.pages.groups import PAGE
from sources.keeping.groups import set_group
from sources.library import Library
from tests.dashboard.hand_made import links, view, words
from tests.dashboard.outlets_made import Outlets


def _said(search: str) -> str:
    return words(view(PAGE, Outlets(), search).body)


def test_a_group_made_in_the_address_is_set_against_all_others() -> None:
    said = _said("?one=Beta&one=Gamma")
    assert "is lower with Beta and Gamma than with all others on 8 shared events" in said
    assert "every outlet that is not in the first group" in said


def test_a_difference_that_rests_on_one_outlet_says_so() -> None:
    assert "Without Alpha this difference is none." in _said("?one=Alpha&one=Delta&other=Beta&other=Gamma")


def test_kept_groups_are_listed_and_compared_by_their_name(tmp_path: Path) -> None:
    results = Outlets()
    results.library = tmp_path / "library.sqlite"
    with Library(results.library) as library:
        set_group(library, "calm", ["Beta", "Gamma", "Nowhere"], by="A reader", date="2026-01-31")
    body = view(PAGE, results, "").body
    assert "Beta, Gamma, Nowhere (no page here)A reader, 2026-01-31" in words(body)
    assert {"/groups?a=calm", "/groups?edit=calm#make"} <= set(links(body))
    assert "is lower with calm than with all others" in words(view(PAGE, results, "?a=calm").body)


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("", "None was made yet."),
        ("?a=none", "There is no group “none” in this library."),
        ("?one=Nobody", "No page here is from “Nobody”; left out."),
        ("?one=Alpha", "one outlet is no group"),
        ("?one=Alpha&one=Beta&other=Beta&other=Gamma", "an outlet cannot be compared with itself"),
        ("?one=Delta&one=Epsilon&other=Beta&other=Gamma", "both have a value on 1 event only"),
    ],
    ids=["none", "unknown group", "unknown outlet", "one outlet", "in both", "one event"],
)
def test_what_cannot_be_compared_is_a_sentence(search: str, said: str) -> None:
    assert said.casefold() in _said(search).casefold()
