"""A search in the list of stories looks into the texts, and shows where it found what."""

from contextlib import closing
from pathlib import Path

import pytest

from analysis.results import Results
from dashboard.components import found
from dashboard.components.found import found_in_texts, not_in_texts
from dashboard.pages.stories import PAGE
from dashboard.story_index import story_index
from tests.dashboard.hand_made import HandMade, of_class, view, words


@pytest.fixture(scope="module")
def demo(demo_library: Path):
    with closing(Results.open(demo_library)) as opened:
        yield opened


def test_a_word_that_stands_in_no_headline_is_found_with_its_sentence(demo: Results) -> None:
    index = story_index(demo)
    story, article = index.pages["story"].iloc[0], index.pages["article"].iloc[0]
    first = demo.article(article).text.split("\n\n")[0]
    phrase = " ".join(first.split()[3:8])
    assert story in set(index.matching(f'"{phrase}"')["story"])
    shown = found_in_texts(demo, index, [story], f'"{phrase}"')
    assert phrase in words(shown[story])
    assert found_in_texts(demo, index, [], f'"{phrase}"') == {}
    assert index.matching(f'"{phrase[::-1]}"').empty


def test_what_is_found_is_marked_and_leads_to_its_page(demo: Results) -> None:
    index = story_index(demo)
    story = str(index.pages["story"].iloc[0])
    line = found_in_texts(demo, index, [story], "said")[story]
    assert "<strong>" in str(line).lower() or "Strong" in str(line)
    assert "/article/" in str(line)


def test_without_an_index_it_is_said_that_texts_are_not_searched(
    results: HandMade, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = words(view(PAGE, results, "?q=mill").body)
    assert "texts too after the next analysis" in said
    assert "searched" not in words(view(PAGE, results).body)
    monkeypatch.setattr(found, "can_search", lambda: False)
    assert "FTS5" in not_in_texts(story_index(results))
    assert of_class(view(PAGE, results, "?q=mill").body, "found-in-text") == []
