import re

import numpy as np
import pytest

from analysis.portrayals import portrayals, portrayed_words
from analysis.reading.articles import read
from analysis.tables import PORTRAYALS
from sources.article import Article, article_id


def _article(text, title=None):
    return Article(id=article_id(title, text), title=title, text=text)


def _portrayed(*articles):
    made = portrayals(read(articles))
    return {(row.entity, row.voice): (row.lean, row.n) for row in made.itertuples()}


TEXT = (
    "President Ana Rivera praised the great plan on Monday. “Rivera is a terrible liar,” said Tom Marsh of the harbour "
    "board. Critics attacked Rivera in Oxford. The bridge stayed closed."
)


def test_each_voice_is_weighed_by_its_own_words_alone():
    made = _portrayed(_article(TEXT))
    value, n = made["Ana Rivera", "narration"]
    assert n == 2
    assert -1 < value < 1
    assert made["Ana Rivera", "quotation"][0] < 0
    turned = _portrayed(_article(TEXT.replace("“Rivera is a terrible liar", "“Rivera is a wonderful friend")))
    assert turned["Ana Rivera", "narration"] == (value, n)
    assert turned["Ana Rivera", "quotation"][0] > 0


def test_words_that_weigh_tell_why():
    made = portrayed_words(read([_article(TEXT)]))
    assert [TEXT[row.start : row.end] for row in made.itertuples()] == made["quote"].tolist()
    weights = {row.quote: (row.weight, row.voice, row.category) for row in made.itertuples()}
    assert weights["liar"][0] < 0
    assert weights["liar"][1:] == ("quotation", "label") or weights["liar"][1:] == ("quotation", "about")
    assert weights["praised"][0] > 0
    assert weights["praised"][2] == "does"
    assert weights["attacked"][0] < 0
    assert weights["attacked"][2] == "done to"
    assert set(made["named"]) == {TEXT.index("Ana Rivera"), TEXT.index("Rivera is"), TEXT.index("Rivera in")}


def test_the_weights_and_the_start_add_up_to_the_value():
    batch = read([_article(TEXT)])
    words, values = portrayed_words(batch), portrayals(batch)
    summed = words.groupby(["entity", "voice"])["weight"].sum()
    start = 0.0
    for row in values.itertuples():
        start = max(start, abs(row.lean - summed[row.entity, row.voice]))
    assert start < 0.5 / 2 / 2  # the start of a mention, at most half of its log odds, over its number and more


def test_swapping_two_names_swaps_their_portrayals_and_nothing_else():
    text = (
        "Ana Rivera praised the nurses and won the prize. Tom Marsh lied to the court and was jailed for fraud. "
        "Critics blamed Marsh for the disaster, but Rivera was hailed as a hero. Selby grew. "
        "The people of Selby cheered."
    )
    swap = {"Ana Rivera": "Tom Marsh", "Tom Marsh": "Ana Rivera", "Rivera": "Marsh", "Marsh": "Rivera"}
    swapped = re.sub("|".join(swap), lambda found: swap[found.group()], text)
    made, turned = _portrayed(_article(text)), _portrayed(_article(swapped))
    assert made["Ana Rivera", "narration"][0] > 0 > made["Tom Marsh", "narration"][0]
    assert len(made) == len(turned) == 6
    for (entity, voice), (value, n) in made.items():
        other, count = turned[swap.get(entity, entity), voice]
        assert count == n
        assert other == pytest.approx(value, nan_ok=True)


def test_a_value_near_nothing_is_undecided():
    made = portrayals(read([_article(TEXT)]))
    undecided = made["value"].isna()
    assert (made.loc[undecided, "lean"].abs() < 0.05).all()
    assert (made.loc[~undecided, "lean"].abs() >= 0.05).all()
    assert made.loc[~undecided, "value"].equals(made.loc[~undecided, "lean"])


def test_a_name_counts_when_it_is_repeated_or_stands_in_the_headline():
    assert {entity for entity, _ in _portrayed(_article(TEXT))} == {"Ana Rivera"}
    assert {entity for entity, _ in _portrayed(_article(TEXT, "Tom Marsh at odds with the harbour"))} == {
        "Ana Rivera",
        "Tom Marsh",
    }


def test_a_voice_that_never_names_the_entity_has_no_value():
    lean, n = _portrayed(_article(TEXT, "Tom Marsh speaks"))["Tom Marsh", "quotation"]
    assert np.isnan(lean)
    assert n == 0


def test_the_headline_is_a_voice_of_its_own():
    made = _portrayed(_article(TEXT, "Tom Marsh is a brave hero"))
    assert made["Tom Marsh", "headline"][0] > 0
    assert made["Tom Marsh", "headline"][1] == 1
    assert ("Ana Rivera", "headline") not in made


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
        assert portrayed_words(read(articles)).empty


def test_somebody_introduced_once_by_title_or_description_counts():
    text = "They met Mayor Ana Rivera, and Tom Marsh, a corrupt banker, spoke. Then Ada Quill left in anger. It rained."
    assert {entity for entity, _ in _portrayed(_article(text))} == {"Ana Rivera", "Tom Marsh"}


def test_an_administration_is_named_apart_from_its_head():
    text = "President Ana Rivera spoke. The Rivera administration lied. Critics blamed the Rivera administration."
    assert {entity for entity, _ in _portrayed(_article(text))} == {"Ana Rivera", "Rivera administration"}
