from datetime import date
from typing import Any, cast

import pandas as pd
import pytest

from dashboard.story_index import Wanted, story_index
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


def test_stories_are_put_in_the_order_of_how_far_their_outlets_are_apart(results: HandMade) -> None:
    stories = results.frames["stories"]
    again = stories.iloc[[0]].assign(story="s-near", reports=9)
    results.frames["stories"] = pd.concat([stories, again], ignore_index=True)
    frame = results.frames["apart"]
    near = frame.assign(story="s-near", event="e-near", value=0.1)
    fewer = frame.assign(event="e-later", reports=1, value=0.9)
    results.frames["apart"] = pd.concat([frame, fewer, near], ignore_index=True)
    index = story_index(cast(Any, results))
    assert index.stories["story"].tolist()[0] == "s-near"
    assert index.furthest_apart_first(index.stories)["story"].tolist() == ["s-fire", "s-near", "s-alone"]
    assert index.apart["s-fire"].value == 0.31, "of the event with most reports"


def test_stories_are_chosen_by_outlet_days_and_how_far_apart(results: HandMade) -> None:
    index = story_index(cast(Any, results))

    def found(**wanted: Any) -> list[str]:
        return index.chosen(Wanted(**wanted))["story"].tolist()

    assert found() == ["s-fire", "s-alone"]
    assert found(outlet="BBC") == ["s-fire"]
    assert found(outlet="Nobody") == []
    assert found(since=date(2026, 3, 1), until=date(2026, 3, 1)) == ["s-fire"]
    assert found(since=date(2026, 3, 2)) == found(until=date(2026, 2, 28)) == []
    assert found(apart="clear") == ["s-fire"]
    assert found(apart="unknown") == ["s-alone"]
    assert found(words="mill", outlet="Der Spiegel") == []
    for sort in ("newest", "oldest", "apart"):
        assert found(sort=sort) == ["s-fire", "s-alone"], "the undated last"
    assert index.outlets == ["Reuters", "BBC", "Der Spiegel"]
