from dataclasses import replace

import pandas as pd

from analysis.reading.articles import read
from analysis.scoring import score
from dashboard.story_evidence import evidence_of, portrayed_words_of
from tests.dashboard.hand_made import GERMAN, OTHER, WIRE


def test_several_at_once_are_as_one_by_one() -> None:
    found = evidence_of([WIRE, OTHER])
    for article in (WIRE, OTHER):
        alone = score(read([article])).evidence
        assert len(alone) > 0
        order = ["measure", "sentence", "start", "end"]
        pd.testing.assert_frame_equal(
            found[article.id].sort_values(order).reset_index(drop=True),
            alone.sort_values(order).reset_index(drop=True),
        )


def test_what_the_measures_cannot_read_has_none() -> None:
    assert evidence_of([GERMAN])[GERMAN.id].empty
    assert evidence_of([]) == {}


def test_words_of_portrayals_are_of_the_articles_that_can_be_read() -> None:
    text = "Ann Lee was praised as a hero. Lee won."
    article = replace(WIRE, text=text, headings=())
    made = portrayed_words_of([article, GERMAN])
    assert set(made["article"]) == {article.id}
    assert "praised" in set(made["quote"])
    assert portrayed_words_of([GERMAN]).empty
