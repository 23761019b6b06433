import pytest

from dashboard.pages.two_outlets import PAGE
from tests.dashboard.hand_made import HandMade, links, of_class, view, words
from tests.dashboard.outlets_made import Outlets


def _said(search: str) -> str:
    return words(view(PAGE, Outlets(), search).body)


def test_two_outlets_differ_in_a_sentence_that_counts_the_events_each_way() -> None:
    body = view(PAGE, Outlets(), "?a=Alpha&b=Beta").body
    said = words(of_class(body, "findings")[0])
    assert "Loaded wording in the outlet’s own words is higher with Alpha than with Beta on 8 shared events" in said
    assert "(higher on 8, lower on 0)" in said
    assert "/two-outlets?a=Alpha&b=Beta&value=loaded&voice=narration#events" in links(body)
    assert "/story/s0" in links(body)


def test_words_are_read_when_they_are_asked_for() -> None:
    body = view(PAGE, Outlets(), "?a=Alpha&b=Beta&value=loaded&voice=narration").body
    assert "/two-outlets?a=Alpha&b=Beta&value=loaded&voice=narration&words=1#words" in links(body)
    assert "Words that set the two apart" not in words(body)


def test_the_other_way_round_is_the_same_difference_with_its_sign() -> None:
    assert "is lower with Beta than with Alpha on 8 shared events (higher on 0, lower on 8)" in _said("?a=Beta&b=Alpha")


def test_without_two_outlets_the_pairs_with_most_events_are_offered() -> None:
    body = view(PAGE, Outlets(), "").body
    assert "Alpha and Beta8 events" in words(body)
    assert "/two-outlets?a=Alpha&b=Beta" in links(body)


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("?a=Alpha&b=Nobody", "No page here is from an outlet called “Nobody”."),
        ("?a=Alpha&b=Alpha", "Alpha is compared with itself; name two outlets"),
        ("?a=Alpha&b=Epsilon", "Alpha and Epsilon have told no event both in reports of their own"),
        ("?a=Alpha&b=<b>Copies</b>", "no report of its own by an outlet '<b>Copies</b>' can be compared"),
        ("?a=Alpha&b=Delta", "both have a value on 1 event only; it takes 5"),
        ("?a=Alpha&b=Beta&q=nothing+like+it", "Only stories with “nothing like it” was looked at."),
    ],
    ids=["unknown", "itself", "no event", "copies", "one event", "filtered"],
)
def test_what_cannot_be_compared_is_a_sentence(search: str, said: str) -> None:
    assert said.casefold() in _said(search).casefold()


def test_a_library_without_shared_events_says_so(results: HandMade) -> None:
    assert "nothing to compare yet" in words(view(PAGE, results, "").body)
