from dashboard.pages.stories import PAGE
from tests.dashboard.hand_made import HandMade, of_class, view, walk, words


def test_stories_are_listed_with_reports_dates_and_differences(results: HandMade) -> None:
    body = view(PAGE, results).body
    card = of_class(body, "story-card")
    assert len(card) == 1
    said = words(card)
    for part in ("Ten hurt in fire", "3 pages", "2 independent reports", "1 March 2026", "≠ 1 fact told differently"):
        assert part in said
    assert "ReutersBBC1 page without a named outlet" in said
    assert "Die Mühle" in words(of_class(body, "alone"))


def test_a_search_finds_by_words_of_title_terms_and_outlets(results: HandMade) -> None:
    assert len(of_class(view(PAGE, results, "?q=REUTERS+mill").body, "story-card")) == 1
    body = view(PAGE, results, "?q=reuters+nowhere").body
    assert of_class(body, "story-card") == []
    assert "No story has all of these words: reuters nowhere." in words(body)


def test_parts_of_the_list_that_are_none_are_empty_or_the_first(results: HandMade) -> None:
    assert len(of_class(view(PAGE, results, "?page=-3").body, "story-card")) == 1
    assert of_class(view(PAGE, results, "?page=9").body, "story-card") == []


def test_days_that_are_none_are_left_out(results: HandMade) -> None:
    for search in ("?since=2026-02-31", "?since=x", "?until=²026-01-01", "?since=0001-01-01", "?until=9999-12-31"):
        assert len(of_class(view(PAGE, results, search).body, "story-card")) == 1, search
    assert len(of_class(view(PAGE, results, "?since=2026-03-01&until=2026-03-01").body, "story-card")) == 1
    assert of_class(view(PAGE, results, "?since=2026-03-02").body, "story-card") == []


def test_what_is_chosen_stands_in_the_form(results: HandMade) -> None:
    body = view(PAGE, results, "?q=mill&outlet=BBC&since=2026-02-01&apart=clear&sort=newest").body
    fields = {
        part.name: getattr(part, "defaultValue", None)
        for part in walk(of_class(body, "filters"))
        if getattr(part, "name", None)
    }
    assert fields == {"q": "mill", "outlet": "BBC", "since": "2026-02-01", "until": "", "apart": "clear",
                      "sort": "newest", "view": None}  # fmt: skip
    assert len(of_class(body, "story-card")) == 1
