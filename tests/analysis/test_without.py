"""What a value would be without some of its marks, against scoring a text in which those words are plain."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from analysis.reading.articles import read
from analysis.scoring import score
from analysis.without import value_without
from sources.article import Article

PLAIN = "The council met on Tuesday. It {} the plan and the mayor {} it. Nobody else came to the hall that day."


def scored(text: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    made = score(read([Article(id="a" * 16, text=text, language="en", published=datetime(2026, 1, 1, tzinfo=UTC))]))
    return made.scores, made.evidence


def rows_of(frame: pd.DataFrame, name: str, voice: str) -> pd.DataFrame:
    rows = frame[frame["measure"] == name]
    return rows[rows["voice"] != "headline"] if voice == "body" else rows[rows["voice"] == voice]


def value_of(scores: pd.DataFrame, name: str, voice: str) -> tuple[float, int]:
    (row,) = rows_of_scores(scores, name, voice)
    return row


def rows_of_scores(scores: pd.DataFrame, name: str, voice: str) -> list[tuple[float, int]]:
    rows = scores[(scores["measure"] == name) & (scores["voice"] == voice)]
    return list(zip(rows["value"].tolist(), rows["n"].tolist(), strict=True))


def test_a_rate_is_that_of_the_text_with_a_plain_word_in_its_place() -> None:
    scores, evidence = scored(PLAIN.format("slammed", "slammed"))
    rows = rows_of(evidence, "loaded", "narration")
    assert len(rows) == 2
    out = pd.Series([True, False], index=rows.index)
    with_one = value_of(scored(PLAIN.format("read", "slammed"))[0], "loaded", "narration")
    found = value_without("loaded", value_of(scores, "loaded", "narration"), rows, out)
    assert found == pytest.approx(with_one[0])
    assert value_without("loaded", value_of(scores, "loaded", "narration"), rows, out | True) == 0


def test_a_sentence_with_another_passive_still_has_one() -> None:
    scores, evidence = scored("The pier was closed and the ferry was sold. The mayor left the town on Monday.")
    rows = rows_of(evidence, "agency.passive", "narration")
    assert rows["quote"].tolist() == ["was closed", "was sold"]
    score_of = value_of(scores, "agency.passive", "narration")
    assert value_without("agency.passive", score_of, rows, pd.Series([True, False], index=rows.index)) == score_of[0]
    assert value_without("agency.passive", score_of, rows, pd.Series([True, True], index=rows.index)) == 0


def test_a_mean_loses_the_weight_of_the_mark() -> None:
    scores, evidence = scored("It was a wonderful day for the town. It was a horrible night for the ferry crew.")
    rows = rows_of(evidence, "sentiment", "narration")
    amount, n = value_of(scores, "sentiment", "narration")
    out = rows["quote"] == "horrible"
    found = value_without("sentiment", (amount, n), rows, out)
    assert found == pytest.approx(float(rows.loc[~out, "weight"].sum()) / n)
    assert found > amount


def test_a_frame_that_lost_one_of_several_cues_cannot_be_said() -> None:
    scores, evidence = scored("The company spent a million euros on the contract. Nobody came to the hall that day.")
    rows = rows_of(evidence, "framing.economic", "body")
    assert len(rows) > 1
    score_of = value_of(scores, "framing.economic", "body")
    one = pd.Series([True] + [False] * (len(rows) - 1), index=rows.index)
    assert value_without("framing.economic", score_of, rows, one) is None
    assert value_without("framing.economic", score_of, rows, one | True) == 0


def test_what_weights_do_not_add_up_to_cannot_be_said() -> None:
    scores, evidence = scored(
        "The unprecedented deterioration of infrastructure necessitated comprehensive governmental intervention. " * 3
    )
    rows = rows_of(evidence, "readability.flesch_kincaid_grade", "body")
    assert len(rows)
    score_of = value_of(scores, "readability.flesch_kincaid_grade", "body")
    out = pd.Series([True] + [False] * (len(rows) - 1), index=rows.index)
    assert value_without("readability.flesch_kincaid_grade", score_of, rows, out) is None


def test_nothing_counted_has_no_value_without() -> None:
    empty = scored("A short note.")[1]
    assert value_without("loaded", (float("nan"), 0), empty, pd.Series([], dtype="bool")) is None
