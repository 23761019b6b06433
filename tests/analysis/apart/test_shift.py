import math

import pytest

from analysis.apart.shift import SHIFTED, word_shift
from analysis.measures import ALL_MEASURES
from analysis.reading.articles import read
from analysis.scoring import score
from sources.article import Article

TEXTS = {
    "a": "A shameful betrayal! The mayor slammed the disaster. It may not be good, critics fear. “I hate it,” he said.",
    "b": "The awful plan failed badly. Clearly it was a catastrophe. Reportedly it could spark anger and more war.",
    "c": "The mayor welcomed the plan. It is a good plan, and it may help the town. It was not good, it seems.",
    "d": "The plan passed by nine votes. Engineers will start in May. It was never very bad, and the best hope.",
    "e": "“We love it,” she said.",
}
OUTLETS = {"a": "Loud", "b": "Loud", "c": "Calm", "d": "Plain", "e": "Plain"}


def given():
    batch = read([Article(id=i, outlet=OUTLETS[i], title="Great plan fails", text=text) for i, text in TEXTS.items()])
    made = score(batch)
    return made.evidence, made.scores, OUTLETS


def mean(scores, measure, voice, ids):
    values = [
        row.value for row in scores.itertuples() if (row.measure, row.voice) == (measure, voice)
        and row.article in ids and row.n > 0
    ]  # fmt: skip
    return sum(values) / len(values)


@pytest.mark.parametrize("measure", sorted(SHIFTED))
@pytest.mark.parametrize("voice", ["narration", "headline"])
def test_the_words_add_up_to_the_difference_exactly(measure, voice):
    evidence, scores, outlets = given()
    for outlet, other in (("Loud", None), ("Loud", "Calm"), ("Calm", "Plain"), ("Plain", None)):
        shift = word_shift(evidence, scores, outlets, measure=measure, voice=voice, outlet=outlet, other=other)
        assert shift.words["difference"].sum() == pytest.approx(shift.difference, abs=1e-9)
        assert shift.words["here"].sum() == pytest.approx(shift.here, abs=1e-9)
        assert shift.words["there"].sum() == pytest.approx(shift.there, abs=1e-9)


def test_the_values_are_those_of_the_measure():
    evidence, scores, outlets = given()
    shift = word_shift(evidence, scores, outlets, measure="sentiment", voice="narration", outlet="Loud")
    calm, plain = (mean(scores, "sentiment", "narration", ids) for ids in ({"c"}, {"d", "e"}))
    assert shift.here == pytest.approx(mean(scores, "sentiment", "narration", {"a", "b"}), abs=1e-12)
    assert shift.there == pytest.approx((calm + plain) / 2, abs=1e-12)
    assert shift.here < 0 < shift.there


def test_words_are_in_order_and_know_their_counts():
    evidence, scores, outlets = given()
    words = word_shift(evidence, scores, outlets, measure="loaded", voice="narration", outlet="Loud").words
    assert words["difference"].abs().is_monotonic_decreasing
    rows = words.set_index("word")
    assert rows.loc["slammed", ["count", "others"]].tolist() == [1, 0]
    assert rows.loc["slammed", "there"] == 0


def test_a_negated_word_is_another_word():
    evidence, scores, outlets = given()
    words = word_shift(evidence, scores, outlets, measure="sentiment", voice="narration", outlet="Calm").words
    kinds = set(words.loc[words["word"] == "good", "kind"])
    assert kinds == {"favourable", "unfavourable (negated)"}


def test_a_side_without_a_value_has_none():
    evidence, scores, outlets = given()
    shift = word_shift(evidence, scores, outlets, measure="sentiment", voice="quotation", outlet="Calm")
    assert math.isnan(shift.here)
    assert math.isnan(shift.difference)
    assert (shift.words["count"] == 0).all()


def test_values_that_are_no_sums_of_words_are_refused():
    evidence, scores, outlets = given()
    with pytest.raises(KeyError):
        word_shift(evidence, scores, outlets, measure="passive", voice="narration", outlet="Calm")
    names = {value.name for measure in ALL_MEASURES for value in measure.values}
    assert set(SHIFTED) <= names
