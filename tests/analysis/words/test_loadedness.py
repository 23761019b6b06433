import pandas as pd
import pytest

from analysis.reading.articles import read
from analysis.words.loadedness import THRESHOLD, few_strongest, loaded_hits, loadedness, word_loadedness
from sources.article import Article


def batch(text, title=None):
    return read([Article(id="x", text=text, title=title)])


def test_the_score_is_of_the_strongest_few_words():
    scored = loadedness(
        batch("The shameless minister slammed it. The council met on Monday.", title="Minister slams it")
    )
    assert scored["sentence"].tolist() == [-1, 0, 1]
    assert scored["words"].tolist() == [3, 5, 5]
    assert scored["score"].tolist() == pytest.approx([0.8, 1 + 0.8 / 2, 0])


def test_length_changes_no_score():
    short = "The minister slammed it."
    long = "On Monday in the town hall of the county the minister for roads and bridges slammed it after the vote."
    one, other = (loadedness(batch(text))["score"].iloc[0] for text in (short, long))
    assert one == other > 0


def test_words_beyond_the_few_strongest_add_nothing():
    weights = pd.Series([0.3, 1, 0.8, 0.6, 0.6])
    assert few_strongest(weights) == pytest.approx(1 + 0.4 + 0.15 + 0.075)
    assert few_strongest(weights.iloc[1:]) == few_strongest(weights)


def test_an_article_is_scored_as_a_whole():
    scored = loadedness(batch("The minister slammed it. The council met on Monday."), of="article")
    assert scored["score"].tolist() == pytest.approx([0.8])


def test_a_loaded_telling_is_above_the_threshold_and_a_plain_one_below():
    told = loadedness(
        batch(
            "The shameless mayor gleefully rammed through his disastrous plan for the old harbour. "
            "The mayor won the vote on his plan for the old harbour by nine to eight."
        )
    )
    assert told["score"].iloc[0] > THRESHOLD > told["score"].iloc[1]


def test_loaded_words_stand_first_among_the_words_of_a_sentence():
    made = batch("The engineers of the county watched a disgraceful and costly delay on Tuesday.")
    score = word_loadedness(made)
    words = made.tokens["word"].tolist()
    assert words[int(score.argmax())] == "disgraceful"
    assert score[words.index("costly")] > score[words.index("county")]
    assert score[words.index("delay")] > score[words.index("tuesday")]


def test_no_words_no_scores():
    assert word_loadedness(batch("")).tolist() == []
    assert loadedness(batch("")).empty


def test_scare_quotes_around_a_loaded_word_count_once():
    hits = loaded_hits(batch("The council’s “disgraceful” reform and “temporary” fee were put off in the spring."))
    assert hits["term"].tolist() == ["disgraceful", "temporary"]
    assert hits["category"].tolist() == ["evaluative word", "scare quotes"]
