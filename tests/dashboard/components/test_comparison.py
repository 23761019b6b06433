import math

import pytest

from analysis.measures import ALL_MEASURES
from dashboard.components.comparison import comparison, enough, lookup, said, span_of
from dashboard.story_pages import story_pages
from dashboard.wording import records
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, links, of_class, walk, words

SENTIMENT = records()["sentiment"][2]
LOADED = records()["loaded"][2]


@pytest.mark.parametrize(
    ("numbers", "ends"),
    [([], (0, 1)), ([0.2, 0.31], (0, 0.5)), ([-0.08, 0.01], (-0.1, 0.1)), ([17.0, 3], (0, 20)), ([0.0], (0, 1))],
)
def test_a_row_has_one_round_scale(numbers: list[float], ends: tuple[float, float]) -> None:
    assert span_of(numbers) == pytest.approx(ends)


def test_too_little_is_said_and_nothing_is_not_zero() -> None:
    assert said(SENTIMENT, "quotation", (-0.5, 1)) == "not enough evidence"
    assert said(SENTIMENT, "narration", (-0.2, 4)) == "−0.20"
    assert said(SENTIMENT, "headline", (-0.48, 1)) == "−0.48"
    assert said(SENTIMENT, "narration", (math.nan, 0)) == "none"
    assert not enough(LOADED, "narration", (62.5, 16))


def test_a_headline_shows_its_count_and_no_rate() -> None:
    assert said(LOADED, "headline", (100.0, 10)) == "1 in 10 words"
    assert said(LOADED, "headline", (60.0, 10)) == "0.6 in 10 words"


def test_every_number_opens_its_words(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    scores = lookup(results.table("scores"))
    made = comparison([m for m in ALL_MEASURES if m.name in {"sentiment", "loaded"}], pages, scores)
    numbers = of_class(made, "value")
    assert len(numbers) == sum(n > 0 for _, n in scores.values())
    assert f"/article/{WIRE.id}?value=sentiment&voice=headline#counted" in links(made)
    labels = [part.to_plotly_json()["props"]["aria-label"] for part in numbers]
    assert any("Sentiment, headline, page A, Reuters: −0.48; counted in 1 sentence" in label for label in labels)
    assert len(of_class(made, "strip")) == 2 * len(pages)


def test_weak_numbers_have_no_mark_on_the_scale(results: HandMade) -> None:
    page = [page for page in story_pages(results, "s-fire") if page.id == OTHER.id]
    made = comparison([records()["loaded"][1]], page, lookup(results.table("scores")))
    assert of_class(of_class(made, "strip"), "dot") == []
    assert "not enough evidence" in words(made)


def test_marks_stand_where_the_value_is(results: HandMade) -> None:
    page = [page for page in story_pages(results, "s-fire") if page.id == OTHER.id]
    made = comparison([records()["sentiment"][1]], page, lookup(results.table("scores")))
    dots = [part for part in walk(of_class(made, "strip")) if "dot-narration" in str(getattr(part, "className", ""))]
    assert [dot.style["left"] for dot in dots] == ["20.0%"]  # -0.6 on a scale from -1 to 1
