from analysis.apart.distinctive import distinctive
from analysis.apart.places import word_places
from analysis.apart.told import told
from analysis.reading.articles import read
from sources.article import Article, article_id


def page(text: str) -> Article:
    return Article(id=article_id("title", text), title="A power grab", text=text, source="test", language="en")


LOUD = "The power grab failed. It was a power grab, a naked power grab. “A power grab,” said Ada Lee. Power was lost."
CALM = "The council met. The council voted. The vote was close, and the council rose."


def test_as_many_places_as_were_counted_and_each_is_the_word() -> None:
    pages = [page(" ".join([LOUD] * 6)), page(" ".join([CALM] * 8))]
    outlets = {pages[0].id: "Loud", pages[1].id: "Calm"}
    batch = read(pages)
    texts = {article.id: article.text for article in pages}
    rows = distinctive(told(batch, outlets), event="event", story="story")
    assert rows
    for _, _, outlet, word, *_, count, others, _ in rows:
        found = word_places(batch, outlets, str(word))
        mine = [place for place in found if outlets[place.article] == outlet]
        assert (len(mine), len(found) - len(mine)) == (count, others), word
        assert {texts[place.article][place.start : place.end].lower() for place in found} == {word}


def test_quotations_and_headlines_are_left_out() -> None:
    article = page(LOUD)
    found = word_places(read([article]), {article.id: "Loud"}, "power grab")
    assert [place.sentence for place in found] == [0, 1, 1]
    assert word_places(read([article]), {}, "power grab") == []
    assert word_places(read([article]), {article.id: "Loud"}, "windmill") == []
