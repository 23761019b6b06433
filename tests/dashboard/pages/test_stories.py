from dashboard.pages.stories import PAGE
from tests.dashboard.hand_made import HandMade, of_class, view, words


def test_stories_are_listed_with_reports_dates_and_differences(results: HandMade) -> None:
    body = view(PAGE, results).body
    card = of_class(body, "story-card")
    assert len(card) == 1
    said = words(card)
    for part in ("Ten hurt in fire", "3 pages", "2 independent reports", "1 March 2026", "≠ 1 fact told differently"):
        assert part in said
    assert "Reuters, BBC; 1 page without a named outlet" in said
    assert "Die Mühle" in words(of_class(body, "alone"))


def test_a_search_finds_by_words_of_title_terms_and_outlets(results: HandMade) -> None:
    assert len(of_class(view(PAGE, results, "?q=REUTERS+mill").body, "story-card")) == 1
    body = view(PAGE, results, "?q=reuters+nowhere").body
    assert of_class(body, "story-card") == []
    assert "No story has all of these words: reuters nowhere." in words(body)


def test_parts_of_the_list_that_are_none_are_empty_or_the_first(results: HandMade) -> None:
    assert len(of_class(view(PAGE, results, "?page=-3").body, "story-card")) == 1
    assert of_class(view(PAGE, results, "?page=9").body, "story-card") == []
