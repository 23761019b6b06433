import pytest

from dashboard.story_index import story_index
from tests.dashboard.hand_made import COPY, OTHER, WIRE, HandMade


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", {"s-fire", "s-alone"}),
        ("mill", {"s-fire"}),
        ("REUTERS lost", {"s-fire"}),
        ("reuters mühle", set()),
        ("spiegel", {"s-alone"}),
        (".*", set()),
    ],
)
def test_every_word_must_be_in_the_story_or_one_of_its_pages(results: HandMade, words: str, found: set[str]) -> None:
    assert set(story_index(results).matching(words)["story"]) == found


def test_pages_are_found_by_story(results: HandMade) -> None:
    index = story_index(results)
    assert list(index.pages_of("s-fire")["article"]) == [WIRE.id, OTHER.id, COPY.id]
    assert index.pages_of("nowhere").empty
    assert story_index(results) is index


def test_the_most_told_story_comes_first(results: HandMade) -> None:
    assert list(story_index(results).stories["story"]) == ["s-fire", "s-alone"]
