"""Articles written as files and read back."""

import pytest

from analysis.evaluation.rewritten.roads import ROADS, added
from sources.article import Article

BODY = (
    "The ferry Marra struck the pier at Estwold in thick fog on Tuesday morning, and fourteen people were taken to the "
    "infirmary at Skerrin with cuts and bruises.",
    "“We heard a long scraping noise and then everybody was on the floor,” said Mary Dunmore, who was on her way to "
    "the harbour office when it happened.",
    "The company said that the ship would be repaired within nine weeks, and that the pier would stay closed to all "
    "but small boats until then.",
)
NEWS = Article(id="a", title="Ferry strikes pier in thick fog", text="\n\n".join(BODY))


@pytest.mark.parametrize("road", ROADS, ids=lambda road: road[0])
def test_the_text_comes_back_whole_whatever_the_line_breaks(road):
    _, meaning, origin, first, then = road
    assert meaning
    assert first(NEWS) != then(NEWS)
    for written in (first, then):
        article = added(written(NEWS), origin=origin)
        assert article is not None
        assert article.text == NEWS.text
        assert article.title == NEWS.title


def test_a_file_without_an_article_gives_none():
    assert added(b"Menu\nSearch\n", origin="page.txt") is None
