from dataclasses import replace

from dashboard.components.beside import beside, lead
from dashboard.story_pages import by_id, story_pages
from sources.article import Article
from tests.dashboard.hand_made import COPY, OTHER, WIRE, HandMade, links, of_class, words


def test_each_page_has_a_column_with_its_lead(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    columns = of_class(beside(pages, {a.id: a for a in (WIRE, OTHER, COPY)}, all_pages=by_id(pages)), "column")
    assert [links(column)[0] for column in columns] == [f"/article/{page.id}" for page in pages]
    assert "Words it shares with the others: mill, fire" in words(columns[0])
    assert "1 March 2026, 09:30 UTC · Jo Roe" in words(columns[0])
    assert "Copied from page A (Reuters): 92 % of its words, under a changed headline. Text of Reuters" in words(
        columns[1]
    )
    assert "no headline on the page" in words(columns[2])


def test_the_lead_is_the_first_paragraph_and_no_heading() -> None:
    article = Article(id="x", text="Heading\n\nFirst.\n\nSecond.", headings=((0, 7),))
    assert lead(article) == "First."
    assert lead(replace(article, text="Heading")) == ""
