"""Sentences of paragraphs and bodies."""

import gzip
import json
import subprocess
import sys
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.articles import read
from analysis.reading.sentences import sentence_spans, split_block
from sources.article import Article


def sentences(block):
    return [block[start:end] for start, end in split_block(block)]


@pytest.mark.parametrize(
    "parts",
    [
        ["U.S. Trade Secretary Ann Lee confirmed it.", "Rep. Tom Marsh and J. D. Cole slammed it."],
        ["It cost $1.5 bn.", "The firm grew 2.5 per cent."],
        ["They met at 11:30 a.m. Lisbon time and rose at 1 p.m. for lunch.", "Nobody spoke."],
        ["He lives in the U.S.", "The others left."],
        ["“Will you go?” he asked.", "“No!” Lee said.", "“Not only that.”", "It ends."],
        ["“Why?” The door closed."[:6], "The door closed."],
        ["He waited...", "Then he left."],
        ["It goes on ... and on."],
        ["1. Buy now.", "No. 5 is alive.", "He said no.", "Marsh left."],
        ["(The plan failed.)", "[Nobody knows.]", "It is over."],
        ["The price (see below) fell.", "iPhone sales rose.", "“We go.”", "‘So do we.’", "Yes!"],
        ["Dr. Ruiz of Acme Inc. said so.", "She met Gov. Poe on Jan. 6 at St. Mary’s."],
        ["It ended.", "'Mrs. Poe,' he said, 'Dr. Ruiz is here.'"],
        ["“How are you?” Miller, a retired worker, said."],
        ["It ended in 2024.", "China objected."],
        ["“It is over.” Cole wrote."],
        ["Yes, Mr. Poe, Jr., and the Hon. Ann Lee vs. the city, e.g. this one."],
    ],
)
def test_split(parts):
    assert sentences(" ".join(parts)) == parts


def test_a_piece_without_a_word_is_no_sentence():
    assert sentences("It ended. *** — …") == ["It ended."]
    assert sentences(" ** ") == []


def test_paragraphs_are_numbered_with_headings_which_are_no_sentences():
    text = "First one. Second one.\n\nA heading\n\nThird one"
    spans = sentence_spans(text, headings=((24, 33),))
    assert [(text[a:b], number) for a, b, number in spans] == [("First one.", 0), ("Second one.", 0), ("Third one", 2)]


@given(st.text(st.sampled_from("aB. ?!…”“’‘'\")(-1\n"), max_size=60))
def test_sentences_hold_every_word_in_order(text):
    spans = sentence_spans(text)
    assert all(start < end for start, end, _ in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    inside = {at for start, end, _ in spans for at in range(start, end)}
    assert {at for at, char in enumerate(text) if char.isalnum()} <= inside
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end, _ in spans)


def split_slowly(articles):
    """Split each text alone, block by block."""
    return [
        (row, *span) for row, article in enumerate(articles) for span in sentence_spans(article.text, article.headings)
    ]


def split_together(articles):
    lines = read(articles).sentences
    rows = {article.id: row for row, article in enumerate(articles)}
    columns = [lines["article"].map(rows), lines["start"], lines["end"], lines["paragraph"]]
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_many_texts_are_split_as_each_alone(evaluation):
    with gzip.open(evaluation / "attribution.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 100)]
    articles = [Article(id=str(number), text=text, title=text[:90]) for number, text in enumerate(texts)]
    slowly = split_slowly(articles)
    assert len(slowly) > 2000
    assert split_together(articles) == slowly


_parts = ["a", "B", "Mr.", "No.", "said", "U.S.", "Lee", "iOS", *". ?!…”“’‘'\")(-1é\n [", "[1]", "  "]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_parts), max_size=40).map("".join), max_size=4))
def test_odd_texts_are_split_as_each_alone(texts):
    articles = [Article(id=str(number), text=text, title=text[:9] or None) for number, text in enumerate(texts)]
    assert split_together(articles) == split_slowly(articles)


def test_reading_needs_no_nltk():
    code = (
        "import sys; from sources.article import Article; from analysis.reading.articles import read;"
        "read([Article(id='a', text='Mr. Poe left. Dr. Ruiz said so.')]); sys.exit('nltk' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
