import numpy as np
import pytest

from analysis.reading.articles import read
from analysis.words.loadedness import THRESHOLD, loaded_hits, loadedness, word_loadedness
from sources.article import Article


def batch(text, title=None):
    return read([Article(id="x", text=text, title=title)])


def test_the_score_is_the_sum_of_weights_by_the_root_of_the_words():
    scored = loadedness(batch("The minister slammed it. The council met on Monday.", title="Minister slams it"))
    assert scored["sentence"].tolist() == [-1, 0, 1]
    assert scored["words"].tolist() == [3, 4, 5]
    assert scored["score"].tolist() == pytest.approx([1 / np.sqrt(3), 1 / 2, 0])


def test_an_article_is_scored_as_a_whole():
    scored = loadedness(batch("The minister slammed it. The council met on Monday."), of="article")
    assert scored["score"].tolist() == pytest.approx([1 / 3])


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
