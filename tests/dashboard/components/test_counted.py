import math

import pandas as pd

from analysis.tables import EVIDENCE
from dashboard.components.counted import arithmetic, counted, of_voice, through
from dashboard.wording import records
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, of_class, words


def _rows(name: str, *weights: float) -> pd.DataFrame:
    return EVIDENCE.frame((WIRE.id, name, i, i + 1, i, "x", w, "narration", "T") for i, w in enumerate(weights))


def test_weights_that_add_up_to_the_value_are_added_up() -> None:
    value = records()["loaded"][2]
    assert arithmetic(value, (7.5, 400), _rows("loaded", 2.5, 5.0)) == "2.5 + 5 = 7.5 per 1,000 words (in 400 words)"


def test_shares_are_parts_of_n() -> None:
    value = records()["attribution.named_sources"][2]
    assert arithmetic(value, (0.75, 4), _rows(value.name, 1, 1, 1)).startswith("Sum of the weights 3 ÷ 4")


def test_sentiment_is_a_mean_of_sentences() -> None:
    value = records()["sentiment"][2]
    said = arithmetic(value, (-0.05, 4), _rows("sentiment", -0.5, 0.3))
    assert said == "Sum of the weights -0.2 ÷ 4 sentences = −0.05"


def test_what_does_not_add_up_is_not_said_to() -> None:
    value = records()["sentiment"][2]
    said = arithmetic(value, (0.9, 4), _rows("sentiment", -2.1))
    assert "=" not in said.replace("n =", "")
    assert arithmetic(value, (math.nan, 0), _rows("sentiment")).startswith("There is nothing to count")


def test_an_opened_number_lists_its_sentences_with_their_words(results: HandMade) -> None:
    _, measure, value = records()["loaded"]
    rows = of_voice(results.evidence(OTHER.id), value="loaded", voice="narration")
    made = counted(
        OTHER,
        measure=measure,
        value=value,
        voice="narration",
        score=(62.5, 16),
        evidence=rows,
        sentences=results.rows("sentences", article=OTHER.id),
    )
    assert words(of_class(made, "mk")) == "horrific blaze"
    assert words(of_class(made, "counted-text")) == "Twelve people were hurt in a horrific blaze."
    assert "62.5 = 62.5 per 1,000 words (in 16 words)" in words(of_class(made, "arithmetic"))
    assert "Not enough evidence to call this a tendency" in words(made)
    assert "1 marked place in 1 sentence" in words(made)


def test_the_whole_text_has_narration_and_quotation_but_no_headline(results: HandMade) -> None:
    rows = of_voice(results.evidence(WIRE.id), value="sentiment", voice="body")
    assert list(rows["quote"]) == ["hurt", "awful"]


def test_sentences_can_be_gone_through(results: HandMade) -> None:
    rows = of_voice(results.evidence(WIRE.id), value="sentiment", voice="body")
    made = through(rows)
    assert vars(made)["data-sentences"] == "0 1"
    assert "counted in 2 sentences of the text" in words(made)
    assert through(of_voice(results.evidence(WIRE.id), value="sentiment", voice="headline")) is None


def test_a_headline_is_opened_as_its_value_is_given(results: HandMade) -> None:
    _, measure, value = records()["loaded"]
    row = (OTHER.id, "loaded", 0, 3, -1, "alarm", 125.0, "headline", "Ten")
    made = counted(
        OTHER,
        measure=measure,
        value=value,
        voice="headline",
        score=(125.0, 8),
        evidence=EVIDENCE.frame([row]),
        sentences=results.rows("sentences", article=OTHER.id),
    )
    assert words(of_class(made, "big-number")) == "1 in 8 words"
    assert words(of_class(made, "arithmetic")) == "1 = 1 in 8 words; 125 per 1,000 words"
    assert words(of_class(made, "weight")) == "adds 1"
