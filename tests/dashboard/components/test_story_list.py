from dashboard.components.story_list import ON_ONE_PAGE, TABLE, outlets_of, story_list
from dashboard.story_index import Wanted, story_index
from tests.dashboard.hand_made import HandMade, links, of_class, words


def _many(results: HandMade, count: int) -> HandMade:
    import pandas as pd

    one = results.frames["stories"].iloc[:1]
    results.frames["stories"] = pd.concat(
        [one.assign(story=f"s{n}", title=f"Story {n}", reports=count - n) for n in range(count)], ignore_index=True
    )
    return results


def test_a_long_list_comes_in_parts_and_the_search_goes_with_it(results: HandMade) -> None:
    made = story_list(_many(results, ON_ONE_PAGE + 5), Wanted(words="story"), page=1)
    assert len(of_class(made, "story-card")) == ON_ONE_PAGE
    assert "Story 0" in words(of_class(made, "story-card")[0])
    assert "/?page=2&q=story" in links(made)
    assert len(of_class(story_list(results, Wanted(), page=2), "story-card")) == 5


def test_a_library_of_lone_articles_says_what_to_do(results: HandMade) -> None:
    results.frames["stories"] = results.frames["stories"].assign(articles=1)
    made = story_list(results, Wanted(), page=1)
    assert "No two articles tell the same story yet" in words(made)
    assert len(of_class(made, "alone")[0].children) == 4


def test_search_words_are_text_and_no_pattern(results: HandMade) -> None:
    assert of_class(story_list(results, Wanted(words=".* ["), page=1), "story-card") == []


def test_a_card_says_how_far_the_outlets_are_apart_and_the_list_can_be_put_in_that_order(results: HandMade) -> None:
    _many(results, 3)
    frame = results.frames["apart"]
    results.frames["apart"] = frame.assign(story="s2")
    made = story_list(results, Wanted(words="story"), page=1)
    cards = of_class(made, "story-card")
    assert [("outlets apart: 0.31 (0.12 to 0.50)" in words(card)) for card in cards] == [False, False, True]
    first = of_class(story_list(results, Wanted(sort="apart"), page=1), "story-card")[0]
    assert "Story 2" in words(first)


def test_the_list_can_be_a_table(results: HandMade) -> None:
    made = story_list(results, Wanted(), page=1, view=TABLE)
    assert of_class(made, "story-card") == []
    said = words(of_class(made, "story-table"))
    for part in ("Ten hurt in fire", "1 March 2026", "Reuters, BBC", "0.31 (0.12 to 0.50)"):
        assert part in said
    assert "/?view=table" in links(made)


def test_outlets_stand_in_order_of_time_with_their_pages(results: HandMade) -> None:
    told = story_index(results).outlets_of("s-fire")
    assert told == ["Reuters", "BBC", None]
    assert [words(tag) for tag in outlets_of(["Reuters", "BBC", None, "BBC"])] == [
        "Reuters",
        "BBC ×2",
        "1 page without a named outlet",
    ]


def test_what_is_chosen_can_be_left(results: HandMade) -> None:
    made = story_list(results, Wanted(outlet="BBC", apart="unknown"), page=1)
    assert "No story is all of this at once." in words(made)
    assert "/" in links(made)
