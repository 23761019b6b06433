from dashboard.components.story_list import ON_ONE_PAGE, story_list
from tests.dashboard.hand_made import HandMade, links, of_class, words


def _many(results: HandMade, count: int) -> HandMade:
    import pandas as pd

    one = results.frames["stories"].iloc[:1]
    results.frames["stories"] = pd.concat(
        [one.assign(story=f"s{n}", title=f"Story {n}", reports=count - n) for n in range(count)], ignore_index=True
    )
    return results


def test_a_long_list_comes_in_parts_and_the_search_goes_with_it(results: HandMade) -> None:
    made = story_list(_many(results, ON_ONE_PAGE + 5), words="story", page=1)
    assert len(of_class(made, "story-card")) == ON_ONE_PAGE
    assert "Story 0" in words(of_class(made, "story-card")[0])
    assert "/?page=2&q=story" in links(made)
    assert len(of_class(story_list(results, words="", page=2), "story-card")) == 5


def test_a_library_of_lone_articles_says_what_to_do(results: HandMade) -> None:
    results.frames["stories"] = results.frames["stories"].assign(articles=1)
    made = story_list(results, words="", page=1)
    assert "No two articles tell the same story yet" in words(made)
    assert len(of_class(made, "alone")[0].children) == 4


def test_search_words_are_text_and_no_pattern(results: HandMade) -> None:
    assert of_class(story_list(results, words=".* [", page=1), "story-card") == []


def test_a_card_says_how_far_the_outlets_are_apart_and_the_list_can_be_put_in_that_order(results: HandMade) -> None:
    _many(results, 3)
    frame = results.frames["apart"]
    results.frames["apart"] = frame.assign(story="s2")
    made = story_list(results, words="story", page=1)
    cards = of_class(made, "story-card")
    assert [("outlets apart: 0.31 (0.12 to 0.50)" in words(card)) for card in cards] == [False, False, True]
    assert "/?q=story&sort=apart" in links(made)
    first = of_class(story_list(results, words="", page=1, sort="apart"), "story-card")[0]
    assert "Story 2" in words(first)
