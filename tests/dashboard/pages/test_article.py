import pytest

from dashboard.pages.article import PAGE
from sources.errors import UnknownName
from tests.dashboard.hand_made import COPY, GERMAN, OTHER, WIRE, HandMade, links, of_class, view, words


def test_an_article_shows_where_everything_was_found(results: HandMade) -> None:
    body = view(PAGE, results).body
    said = words(body)
    for part in ("found: line 'Source Reuters'", "Ten hurt", "Subscribe now", "button", "1 March 2026, 09:30 UTC"):
        assert part in said, part
    assert "https://example.com/fire" in links(body)


def test_an_article_never_links_to_a_dangerous_address(results: HandMade) -> None:
    body = view(PAGE, results, article=OTHER.id).body
    assert not any("javascript" in href for href in links(body))


def test_a_number_opens_its_words_and_only_those(results: HandMade) -> None:
    body = view(PAGE, results, "?value=sentiment&voice=quotation").body
    assert [words(part) for part in of_class(of_class(body, "text"), "mk")] == ["awful"]
    assert of_class(body, "counted")
    headline = view(PAGE, results, "?value=sentiment&voice=headline").body
    assert [words(part) for part in of_class(of_class(headline, "page-head"), "mk")] == ["hurt"]


def test_an_article_says_whose_text_it_is_and_who_prints_it(results: HandMade) -> None:
    body = view(PAGE, results, article=COPY.id).body
    (said,) = of_class(body, "notice-copy")
    assert words(said) == (
        "Text of Reuters: dateline “MILLTOWN (Reuters) -”. 92 % of its words stand in Reuters, published earlier. "
        "The headline was changed."
    )
    assert links(said) == [f"/article/{WIRE.id}"]
    own = view(PAGE, results, article=WIRE.id).body
    assert of_class(own, "notice-copy") == []
    assert "Printed again by 1 page: BBC." in words(own)
    assert f"/article/{COPY.id}" in links(own)


def test_a_text_in_another_language_is_shown_and_not_scored(results: HandMade) -> None:
    body = view(PAGE, results, article=GERMAN.id).body
    assert "Die Mühle ist abgebrannt." in words(body)
    assert "Not scored: the text’s language is “de”" in words(body)
    assert of_class(body, "value") == []


def test_what_is_not_there_is_refused(results: HandMade) -> None:
    with pytest.raises(UnknownName):
        view(PAGE, results, article="0" * 16)
