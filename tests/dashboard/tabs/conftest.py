"""The hand-made story, asked for as an address asks."""

from typing import Any, Protocol, cast

import pytest

from dashboard.page import Query
from dashboard.story_open import OpenStory
from dashboard.story_pages import chosen
from dashboard.tabs.tab import Asked
from tests.dashboard.hand_made import HandMade


class Ask(Protocol):
    def __call__(self, search: str = "", *, event: str = "e-fire", results: HandMade | None = None) -> Asked: ...


@pytest.fixture
def ask(results: HandMade) -> Ask:
    given = results

    def made(search: str = "", *, event: str = "e-fire", results: HandMade | None = None) -> Asked:
        story = OpenStory(cast(Any, results or given), "s-fire")
        query = Query.read(search)
        pages = story.pages_of(event)
        return Asked(
            story=story, event=event, pages=pages, visible=tuple(chosen(pages, query.many("show"))), query=query
        )

    return made
