import numpy as np
import pytest

from analysis.portrayals import portrayals
from analysis.reading.articles import read
from analysis.tables import PORTRAYALS
from analysis.words.vader import compounds
from sources.article import Article, article_id


def _article(text, title=None):
    return Article(id=article_id(title, text), title=title, text=text)


def _portrayed(*articles):
    made = portrayals(read(articles))
    return {(row.entity, row.voice): (row.value, row.n) for row in made.itertuples()}


TEXT = (
    "President Ana Rivera praised the great plan on Monday. “Rivera is a terrible liar,” said Tom Marsh of the harbour "
    "board. Critics attacked Rivera in Oxford. The bridge stayed closed."
)


def test_the_value_is_the_mean_of_the_segments_that_name_the_entity():
    made = _portrayed(_article(TEXT))
    praised, attacked = compounds(
        ["President Ana Rivera praised the great plan on Monday.", "Critics attacked Rivera in Oxford."]
    )
    assert made["Ana Rivera", "narration"] == (pytest.approx((praised + attacked) / 2), 2)
    assert made["Ana Rivera", "quotation"] == (pytest.approx(compounds(["Rivera is a terrible liar,"])[0]), 1)


def test_a_name_counts_when_it_is_repeated_or_stands_in_the_headline():
    assert {entity for entity, _ in _portrayed(_article(TEXT))} == {"Ana Rivera"}
    assert {entity for entity, _ in _portrayed(_article(TEXT, "Tom Marsh at odds with the harbour"))} == {
        "Ana Rivera",
        "Tom Marsh",
    }


def test_a_voice_that_never_names_the_entity_has_no_value():
    value, n = _portrayed(_article(TEXT, "Tom Marsh speaks"))["Tom Marsh", "quotation"]
    assert np.isnan(value)
    assert n == 0


def test_a_segment_that_names_an_entity_twice_counts_once():
    made = _portrayed(_article("Ana Rivera met Ana Rivera, her happy cousin, there."))
    assert made["Ana Rivera", "narration"][1] == 1


def test_each_article_is_read_alone():
    first, second = _article(TEXT), _article("Tom Marsh likes Selby. Tom Marsh hates Selby.")
    together = portrayals(read([first, _article("Nothing was named at all."), second]))
    for article in (first, second):
        alone = portrayals(read([article]))
        rows = together[together["article"] == article.id].reset_index(drop=True)
        assert rows.equals(alone)
        assert len(rows)


def test_nobody_named_gives_no_rows_of_the_right_shape():
    for articles in ([], [_article("yes.")]):
        made = portrayals(read(articles))
        assert made.empty
        assert (made.dtypes == PORTRAYALS.empty().dtypes).all()
