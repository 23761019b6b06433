from dataclasses import replace

import pandas as pd

from dashboard.components.words import distinctive_words, moments, source_shown
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import HandMade, links, of_class, words


def test_words_stand_with_their_counts_here_and_elsewhere(results: HandMade) -> None:
    made = distinctive_words(results.table("distinctive"), places={("Reuters", "mill"): "/article/a#s2"})
    parts = {words(part.children[0]): part for part in of_class(made, "word-part")}
    more, less = (words(part) for part in of_class(parts["Reuters"], "words"))
    assert (more, less) == ("mill5 times here, 1 elsewhere", "blaze0 times here, 7 elsewhere")
    assert "Uses less than the others do" in words(parts["Reuters"])
    assert words(of_class(parts["BBC"], "words")) == "Norham9 times here, 9 elsewhere"
    assert links(made) == ["/article/a#s2"]


def test_a_source_without_a_name_is_called_by_its_page(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    assert source_shown("unknown outlet (bbbbbb)", pages) == "C, outlet not named on the page"
    assert source_shown("Reuters", pages) == "Reuters"


def test_a_moment_names_its_pages_and_reports(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    made = moments(results.rows("events", story="s-fire"), pages)
    assert "1 March 2026" in words(of_class(made, "when"))
    assert "3 pages, 2 independent reports" in words(made)
    assert links(made) == [f"/article/{page.id}" for page in pages]


def test_events_of_a_story_stand_in_order_of_time_with_why_their_pages_stand_there(results: HandMade) -> None:
    events = results.rows("events", story="s-fire")
    later = events.assign(event="e-later", title="Mill to be rebuilt", first=events["first"] + pd.Timedelta(days=3))
    pages = [replace(page, alike=0.4, shares="words mill") for page in story_pages(results, "s-fire")]
    pages[2] = replace(pages[2], event="e-later", alike=None, note="nearly as like e-fire", uncertain=True)
    made = moments(pd.concat([later, events]), pages)
    first, second = made.children
    assert "Ten hurt in fire" in words(first)
    assert "Why these pages stand together" in words(first)
    assert "Mill to be rebuilt" in words(second)
    assert "Why this page stands alone" in words(second)
    assert not of_class(first, "badge-uncertain")
    assert of_class(second, "badge-uncertain")
