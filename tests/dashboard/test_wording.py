import math
from datetime import UTC, datetime, timedelta, timezone

import pandas as pd
import pytest

from analysis.measures.measure import Value
from dashboard.wording import (
    counted_in,
    date,
    dates,
    first_words,
    how_many,
    in_unit,
    listed,
    minimum,
    moment,
    number,
    records,
    several,
    weighed,
)


def value(*, unit: str = "per 1,000 words", low: float = 0, high: float = math.inf, counted: str = "words") -> Value:
    return Value(
        name="x", label="X", unit=unit, low=low, high=high, voices=("narration",), counted=counted, direction=""
    )


@pytest.mark.parametrize(
    ("amount", "said"),
    [(0.0, "0.00"), (-0.001, "0.00"), (1.264, "1.26"), (12.93, "12.9"), (1234.5, "1,234"), (-0.5, "−0.50")],
)
def test_numbers(amount: float, said: str) -> None:
    assert number(amount) == said


def test_numbers_in_their_units() -> None:
    assert in_unit(value(low=-1, high=1), 0.314) == "+0.31"
    assert in_unit(value(low=0, high=1), 0.314) == "31 %"
    assert in_unit(value(low=-math.inf, high=121.0), 64.2) == "64.2"
    assert in_unit(value(), math.nan) == "cannot be said"


def test_what_a_marked_word_adds() -> None:
    assert weighed(value(), 2.5) == "adds 2.50 per 1,000 words"
    assert weighed(value(low=0, high=1, counted="sentences"), 1.0) == "counts once"
    assert weighed(value(low=0, high=1, counted="words"), 17.0) == "17 words"
    assert weighed(value(low=0, high=1, counted="sentences"), 0.036) == "adds 3.6 %"
    assert weighed(value(unit="points", low=-1, high=1), -1.7) == "weight −1.70"


def test_days() -> None:
    first, last = datetime(2026, 3, 17, 8, 5, tzinfo=UTC), datetime(2026, 3, 19, tzinfo=UTC)
    assert date(first) == "17 March 2026"
    assert date(pd.NaT) == "undated"
    assert dates(first, last) == "17–19 March 2026"
    assert dates(first, first) == "17 March 2026"
    assert dates(first, datetime(2026, 4, 1, tzinfo=UTC)) == "17 March – 1 April 2026"
    assert dates(datetime(2025, 12, 31, tzinfo=UTC), last) == "31 December 2025 – 19 March 2026"
    assert dates(pd.NaT, pd.NaT) == "undated"
    assert moment(datetime(2026, 3, 17, 9, 5, tzinfo=timezone(timedelta(hours=1)))) == "17 March 2026, 08:05 UTC"
    assert moment(last) == "19 March 2026"


def test_counts_and_lists() -> None:
    assert several(1, "page") == "1 page"
    assert several(1200, "story", "stories") == "1,200 stories"
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_a_headline_is_whole_with_one_sentence_and_text_needs_more() -> None:
    assert minimum(value(counted="sentences"), "headline") == 1
    assert minimum(value(counted="sentences"), "narration") == 3
    assert minimum(value(counted="words"), "quotation") == 50


def test_what_a_value_was_counted_in_is_said_in_words() -> None:
    by_name = records()
    assert counted_in(by_name["loaded"][2], 1397) == "in 1,397 words"
    assert counted_in(by_name["sentiment"][2], 1) == "in 1 sentence"
    share = next(value for _, _, value in by_name.values() if value.counted == "attributions")
    assert counted_in(share, 8) == "of 8 attributions"


def test_a_page_without_headline_is_called_by_its_first_words() -> None:
    assert first_words("One two.\n\nThree") == "One two. Three"
    assert first_words("word " * 50).endswith("word …")
    assert len(first_words("word " * 50)) <= 80


def test_one_of_what_is_counted_is_said_in_the_singular() -> None:
    assert how_many(value(counted="sentences"), 1) == "1 sentence"
    assert how_many(value(counted="sentences or parts of sentences"), 1) == "1 sentence"
    assert how_many(value(counted="words"), 1397) == "1,397 words"
