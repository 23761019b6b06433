from typing import Any, cast

from dashboard.page import Query
from dashboard.story_apart import apart_parts, far_apart
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import ALL, HandMade, links, words

TEXTS = {article.id: article for article in ALL}


def parts(results: HandMade, search: str = "") -> dict[str, Any]:
    pages = story_pages(cast(Any, results), "s-fire")
    made = apart_parts(cast(Any, results), "s-fire", pages, pages[:2], TEXTS, Query.read(search))
    return {part.name: part.body for part in made}


def test_the_number_and_the_words_are_shown(results: HandMade) -> None:
    found = parts(results)
    assert "0.31" in words(found["apart"])
    assert "mill" in words(found["words"])


def test_names_are_left_out_on_request(results: HandMade) -> None:
    assert "Norham" in words(parts(results)["words"])
    without = parts(results, "?names=no&show=b")["words"]
    assert "Norham" not in words(without)
    assert "mill" in words(without)
    assert links(without)[0] == "/story/s-fire?show=b#words"


def test_an_event_can_be_chosen(results: HandMade) -> None:
    frame = results.frames["apart"]
    results.frames["apart"] = frame.loc[[0, 0]].assign(event=["e-fire", "e-later"], value=[0.31, 0.77])
    assert "0.31" in words(parts(results)["apart"])
    later = parts(results, "?event=e-later")["apart"]
    assert "0.77" in words(later)
    assert "/story/s-fire?event=e-fire#apart" in links(later)


def test_nothing_to_compare_is_said(results: HandMade) -> None:
    results.frames["apart"] = results.frames["apart"].iloc[:0]
    assert list(parts(results)) == ["words"]
    assert "two outlets" in words(parts(results)["words"])


def test_differences_open_to_the_words_that_make_them(results: HandMade) -> None:
    frame = results.frames["scores"]
    results.frames["scores"] = frame.assign(n=frame["n"].where(frame["n"] < 3, 60))
    said = words(parts(results)["shift"])
    assert "Sentiment" in said
    assert "Loaded wording" in said
    assert "horrific" in said
    assert "together" in said


def test_how_people_are_named_and_who_is_quoted_stand_by_outlet(results: HandMade) -> None:
    found = parts(results)
    assert "heroic nurse" in words(found["namings"])
    assert "officials" in words(found["quoted"])


def test_the_number_stands_at_the_top_of_the_page(results: HandMade) -> None:
    made = far_apart(cast(Any, results), "s-fire")
    assert words(made) == "outlets apart: 0.31 (0.12 to 0.50)"
    assert links(made) == ["/story/s-fire#apart"]
    assert far_apart(cast(Any, results), "s-alone") is None
