from typing import Any, cast

import pytest

from dashboard.story_open import OpenStory, open_story, prepare_stories
from dashboard.story_pages import chosen
from sources.errors import UnknownName
from tests.dashboard.hand_made import COPY, OTHER, WIRE, HandMade


class Counting(HandMade):
    """Counts what is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def rows(self, name: str, **equals: object):  # type: ignore[no-untyped-def]
        self.asked.append(name)
        return super().rows(name, **equals)

    def texts(self, articles: list[str]):  # type: ignore[no-untyped-def]
        self.asked.append("texts")
        return super().texts(articles)


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def story(counting: Counting) -> OpenStory:
    return OpenStory(cast(Any, counting), "s-fire")


def test_rows_of_pages_are_asked_once(story: OpenStory, counting: Counting) -> None:
    first = story.rows("scores", story.pages[:1])
    both = story.rows("scores", story.pages[:2])
    assert both[story.pages[0].id] is first[story.pages[0].id]
    story.together("scores", story.pages[:2])
    assert counting.asked.count("scores") == 2
    assert len(story.together("scores", story.pages)) == len(counting.frames["scores"])
    assert story.together("scores", []).empty


def test_texts_are_read_once(story: OpenStory, counting: Counting) -> None:
    assert story.texts(story.pages)[WIRE.id] == WIRE
    story.texts(story.pages[1:])
    assert counting.asked.count("texts") == 1


def test_pages_are_those_of_an_event(story: OpenStory) -> None:
    assert {page.id for page in story.pages_of("e-fire")} == {WIRE.id, OTHER.id, COPY.id}
    assert story.pages_of("none") == ()
    assert story.of_event("namings", "e-fire")["form"].tolist() == ["Ann Lee", "heroic nurse", "Lee"]


def test_facts_of_some_pages_are_those_that_two_of_them_tell(story: OpenStory) -> None:
    assert [fact.id for fact in story.facts(story.pages)] == ["f1", "f2", "f3"]
    two = [story.by_id[WIRE.id], story.by_id[OTHER.id]]
    assert [fact.id for fact in story.facts(two)] == ["f1", "f2"]


def test_what_is_made_once_is_bounded(story: OpenStory) -> None:
    made = [story.once(number, lambda: object()) for number in range(300)]
    assert story.once(299, lambda: object()) is made[299]
    assert story.once(0, lambda: object()) is not made[0]


def test_a_story_that_is_not_there_is_refused(counting: Counting) -> None:
    with pytest.raises(UnknownName):
        OpenStory(cast(Any, counting), "none")


def test_the_first_view_is_prepared_in_the_background(counting: Counting) -> None:
    thread = prepare_stories(cast(Any, counting), ["s-fire"])
    thread.join()
    assert counting.asked.count("texts") == 1
    before = len(counting.asked)
    story = open_story(cast(Any, counting), "s-fire")
    story.texts(chosen(story.pages, ()))
    assert len(counting.asked) == before
