"""Every page, drawn from results written by hand."""

import json
from typing import Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.page import Page, Query
from dashboard.pages import ALL_PAGES, article, method, outlets, stories, story
from sources.errors import UnknownName
from tests.dashboard.hand_made import COPY, GERMAN, OTHER, WIRE, HandMade, links, of_class, walk, words

PATHS: dict[str, dict[str, str]] = {"story": {"story": "s-fire"}, "article": {"article": WIRE.id}}
HOSTILE = ("?q=%3Cscript%3E&page=-1&show=x&measure=x&value=x&voice=x&sentence=x&outlet=&facts=1", "?page=99999999999",
           "?value=sentiment&voice=martian", "?sentence=99999", "?page=²&sentence=²")  # fmt: skip


def _view(page: Page, results: HandMade, search: str = "", **path: str) -> Any:
    return page.layout(results, Query.read(search, path=path or PATHS.get(page.name, {})))


@pytest.mark.parametrize("which", ALL_PAGES, ids=lambda which: which.name)
def test_every_page_has_one_title_and_can_be_sent(which: Page, results: HandMade) -> None:
    view = _view(which, results)
    assert view.title
    assert len([part for part in walk(view.body) if type(part).__name__ == "H1"]) == 1
    ids = [part.id for part in walk(view.body) if isinstance(getattr(part, "id", None), str)]
    assert len(ids) == len(set(ids))
    assert json.dumps(view.body, cls=PlotlyJSONEncoder)


@pytest.mark.parametrize("which", ALL_PAGES, ids=lambda which: which.name)
@pytest.mark.parametrize("search", HOSTILE)
def test_hostile_questions_are_answered(which: Page, search: str, results: HandMade) -> None:
    assert _view(which, results, search).title


@pytest.mark.parametrize("which", ALL_PAGES, ids=lambda which: which.name)
def test_links_lead_into_the_dashboard_or_to_http(which: Page, results: HandMade) -> None:
    for href in links(_view(which, results).body):
        assert href.startswith(("/", "#", "https://", "http://")), href


def test_stories_are_listed_with_reports_dates_and_differences(results: HandMade) -> None:
    body = _view(stories.PAGE, results).body
    card = of_class(body, "story-card")
    assert len(card) == 1
    said = words(card)
    for part in ("Ten hurt in fire", "3 pages", "2 independent reports", "1 March 2026", "≠ 1 fact told differently"):
        assert part in said
    assert "Reuters, BBC; 1 page without a named outlet" in said
    assert "Die Mühle" in words(of_class(body, "alone"))


def test_a_search_finds_by_words_of_title_terms_and_outlets(results: HandMade) -> None:
    assert len(of_class(_view(stories.PAGE, results, "?q=REUTERS+mill").body, "story-card")) == 1
    body = _view(stories.PAGE, results, "?q=reuters+nowhere").body
    assert of_class(body, "story-card") == []
    assert "No story has all of these words: reuters nowhere." in words(body)


def test_a_story_shows_differences_copies_and_unknown_outlets(results: HandMade) -> None:
    said = words(_view(story.PAGE, results).body)
    for part in (
        "people: Ten against Twelve",
        "Copied from page A (Reuters): 92 % of its words, under a changed headline",
        "outlet not named on the page",
        "no headline on the page",
        "undated",
        "not in the text we hold",
        "not enough evidence",
    ):
        assert part in said, part


def test_a_story_shows_the_pages_that_the_address_chooses(results: HandMade) -> None:
    body = _view(story.PAGE, results, f"?show={COPY.id}").body
    assert len(of_class(of_class(body, "columns"), "column")) == 2  # once beside each other, once as marked text
    assert f"/article/{COPY.id}" in links(of_class(body, "columns"))
    assert f"/article/{OTHER.id}" not in links(of_class(body, "columns"))


def test_an_unknown_story_and_article_are_refused(results: HandMade) -> None:
    with pytest.raises(UnknownName):
        _view(story.PAGE, results, story="<b>")
    with pytest.raises(UnknownName):
        _view(article.PAGE, results, article="0" * 16)
    with pytest.raises(UnknownName):
        _view(outlets.PAGE, results, "?outlet=Nobody")


def test_an_article_shows_where_everything_was_found(results: HandMade) -> None:
    body = _view(article.PAGE, results).body
    said = words(body)
    for part in ("found: line 'Source Reuters'", "Ten hurt", "Subscribe now", "button", "1 March 2026, 09:30 UTC"):
        assert part in said, part
    assert "https://example.com/fire" in links(body)


def test_an_article_never_links_to_a_dangerous_address(results: HandMade) -> None:
    body = _view(article.PAGE, results, article=OTHER.id).body
    assert not any("javascript" in href for href in links(body))


def test_a_number_opens_its_words_and_only_those(results: HandMade) -> None:
    body = _view(article.PAGE, results, "?value=sentiment&voice=quotation").body
    assert [words(part) for part in of_class(of_class(body, "text"), "mk")] == ["awful"]
    assert of_class(body, "counted")
    headline = _view(article.PAGE, results, "?value=sentiment&voice=headline").body
    assert [words(part) for part in of_class(of_class(headline, "page-head"), "mk")] == ["hurt"]


def test_a_text_in_another_language_is_shown_and_not_scored(results: HandMade) -> None:
    body = _view(article.PAGE, results, article=GERMAN.id).body
    assert "Die Mühle ist abgebrannt." in words(body)
    assert "Not scored: the text’s language is “de”" in words(body)
    assert of_class(body, "value") == []


def test_outlets_say_when_there_is_not_enough_evidence(results: HandMade) -> None:
    said = words(_view(outlets.PAGE, results).body)
    assert "6 events" in said
    assert "1 event: not enough evidence" in said
    profile = words(of_class(_view(outlets.PAGE, results, "?outlet=BBC").body, "part")[0])
    assert "Not enough evidence. It meets other outlets on 1 event here" in profile


def test_the_method_page_runs_every_example(results: HandMade) -> None:
    from analysis.measures import ALL_MEASURES

    body = _view(method.PAGE, results).body
    examples = of_class(body, "example")
    assert len(examples) == len(ALL_MEASURES)
    for measure, example in zip(ALL_MEASURES, examples, strict=True):
        assert measure.example.text.replace("\n\n", "") in words(example)
        if measure.example.value != "readability.flesch_reading_ease":  # short and easy: nothing weighs
            assert of_class(example, "mk"), measure.name
    assert "2026-03-02T08:00:00+00:00" in words(body)
