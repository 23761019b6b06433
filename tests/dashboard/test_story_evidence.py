from dataclasses import replace

import pandas as pd

from analysis.reading.articles import read
from analysis.scoring import score
from dashboard.story_evidence import Counted, evidence_of, portrayed_words_of, prepare
from tests.dashboard.hand_made import COPY, GERMAN, OTHER, WIRE


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


def test_each_article_is_counted_once_and_the_oldest_is_dropped() -> None:
    asked: list[list[str]] = []

    def count(articles):  # type: ignore[no-untyped-def]
        asked.append([article.id for article in articles])
        return pd.DataFrame({"article": [article.id for article in articles]})

    counted = Counted(count, pd.DataFrame({"article": []}), most=2)
    counted.of([WIRE, GERMAN])
    counted.of([WIRE, OTHER])
    assert asked == [[WIRE.id], [OTHER.id]]
    assert counted.has([WIRE, OTHER, GERMAN])
    counted.of([COPY])
    assert not counted.has([WIRE])
    assert counted.has([OTHER, COPY])


def test_what_a_page_will_ask_for_is_counted_in_the_background() -> None:
    article = replace(WIRE, id="e" * 16, text="A horrific blaze ruined the mill. " * 3, headings=())
    thread = prepare([article])
    assert thread is not None
    thread.join()
    assert prepare([article]) is None
    assert len(evidence_of([article])[article.id])
