from dashboard.components.words import distinctive_words, moments
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import HandMade, links, of_class, words


def test_words_stand_with_their_counts_here_and_elsewhere(results: HandMade) -> None:
    made = distinctive_words(results.table("distinctive"))
    parts = {words(part.children[0]): part for part in of_class(made, "word-part")}
    assert words(of_class(parts["Reuters"], "words")) == "mill5 times here, 1 elsewhere"
    assert words(of_class(parts["BBC"], "words")) == "the9 times here, 9 elsewhere"


def test_a_moment_names_its_pages_and_reports(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    made = moments(results.rows("events", story="s-fire"), pages)
    assert "1 March 2026" in words(of_class(made, "when"))
    assert "3 pages, 2 independent reports" in words(made)
    assert links(made) == [f"/article/{page.id}" for page in pages]
