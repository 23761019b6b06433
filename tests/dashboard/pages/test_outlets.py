import pytest

from dashboard.pages.outlets import PAGE
from sources.errors import UnknownName
from tests.dashboard.hand_made import HandMade, of_class, view, words


def test_outlets_say_when_there_is_not_enough_evidence(results: HandMade) -> None:
    said = words(view(PAGE, results).body)
    assert "6 events" in said
    assert "1 event: not enough evidence" in said
    profile = words(of_class(view(PAGE, results, "?outlet=BBC").body, "part")[0])
    assert "Not enough evidence. It meets other outlets on 1 event here" in profile


def test_what_is_not_there_is_refused(results: HandMade) -> None:
    with pytest.raises(UnknownName):
        view(PAGE, results, "?outlet=Nobody")
