"""What every measure in `ALL_MEASURES` keeps to, whatever it measures."""

import copy
from dataclasses import fields

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import ALL_MEASURES
from analysis.reading.articles import read
from analysis.tables import EVIDENCE, SCORES
from sources.article import Article, article_id


def _article(text, title=None, headings=()):
    return Article(id=article_id(title, text), title=title, text=text, headings=headings)


FULL = _article(
    "The harbour board on Tuesday slammed a “shameful and reckless” plan to close the Selby bridge, which perhaps "
    "1,200 families use to reach schools, clinics and their jobs every single morning of the working week.\n\n"
    "Why it matters\n\n"
    "“We don’t support it, and we never will,” said Tom Marsh, the board’s chairman. “It could certainly ruin the "
    "local economy, according to our own experts!” An official who asked not to be named denied that the law was "
    "broken.\n\n"
    "Voters will undoubtedly punish the disastrous government; police and the courts may yet get involved, it is said.",
    title="Furious board attacks ‘reckless’ bridge plan as voters fear for jobs",
    headings=((212, 226),),
)
UNTITLED = _article(
    "According to the ministry, the economy might grow by 2 per cent. “That is good news,” Ana Rivera said. She "
    "apparently smiled. Clearly, nobody knows whether the reform was a success or an appalling failure."
)
UNQUOTED = _article(
    "The court ruled against the company on Friday. It possibly broke the law, and the scandal is undoubtedly a "
    "disaster for its shareholders. The board is set to resign "
    "amid fears of riots. Doctors warned about the health of the children near the plant.",
    title="Court rules against company",
)
SHORT = _article("Yes.")
ARTICLES = (FULL, UNTITLED, UNQUOTED, SHORT)


def test_the_heading_of_the_invented_article_is_where_it_says():
    assert [FULL.text[a:b] for a, b in FULL.headings] == ["Why it matters"]


@pytest.fixture(params=ALL_MEASURES, ids=lambda measure: measure.name)
def measure(request):
    return request.param


def _check(measure, batch, result):
    """Assert what holds for any batch."""
    scores, evidence = result
    assert list(scores.columns) == SCORES.names
    assert list(evidence.columns) == EVIDENCE.names
    assert (scores.dtypes == SCORES.empty().dtypes).all()
    assert (evidence.dtypes == EVIDENCE.empty().dtypes).all()
    values = {value.name: value for value in measure.values}
    ids = batch.texts["article"].tolist()

    expected = {(article, v.name, voice) for article in ids for v in measure.values for voice in v.voices}
    found = list(zip(scores["article"], scores["measure"], scores["voice"], strict=True))
    assert len(found) == len(set(found)), "a row for each article, value and voice, and only one"
    assert set(found) == expected

    assert ((scores["n"] == 0) == scores["value"].isna()).all(), "nothing to count is NaN, and only that"
    assert (scores["n"] >= 0).all()
    for name, of_value in scores.dropna(subset="value").groupby("measure"):
        assert (of_value["value"] >= values[name].low - 1e-9).all()
        assert (of_value["value"] <= values[name].high + 1e-9).all()

    assert set(evidence["measure"]) <= set(values)
    assert (evidence["category"].str.strip() != "").all()
    assert np.isfinite(evidence["weight"]).all()
    texts = batch.texts.set_index("article")
    for row in evidence.itertuples():
        assert row.voice in {"narration", "quotation", "headline"}
        text = texts.loc[row.article, "title" if row.voice == "headline" else "text"]
        assert text[row.start : row.end] == row.quote != ""
        assert (row.sentence == -1) == (row.voice == "headline")
    order = [(ids.index(row.article), row.sentence, row.start) for row in evidence.itertuples()]
    assert order == sorted(order)


def test_the_record_says_everything(measure):
    for record in (measure, measure.example, *measure.values):
        for field in fields(record):
            said = getattr(record, field.name)
            if isinstance(said, str):
                assert said.strip() or field.name in {"title", "meaning"}, f"{field.name} is empty"
    assert measure.meaning.strip()
    assert measure.values
    for value in measure.values:
        assert value.name == measure.name or value.name.startswith(f"{measure.name}.")
        assert value.low < value.high
        assert value.voices
        assert len(set(value.voices)) == len(value.voices)
        assert set(value.voices) <= {"narration", "quotation", "headline", "body"}


def test_names_are_unique():
    assert len({measure.name for measure in ALL_MEASURES}) == len(ALL_MEASURES)
    names = [value.name for measure in ALL_MEASURES for value in measure.values]
    assert len(set(names)) == len(names)


def test_the_example_gives_its_value(measure):
    example = measure.example
    scores, _ = measure.score(read([_article(example.text, example.title)]))
    row = scores[(scores["measure"] == example.value) & (scores["voice"] == example.voice)]
    assert row["n"].tolist() == [example.n]
    assert row["value"].tolist() == pytest.approx([example.expected], abs=1e-6)
    assert example.n > 0


def test_no_articles_give_empty_frames(measure):
    batch = read([])
    result = measure.score(batch)
    assert result.scores.empty
    assert result.evidence.empty
    _check(measure, batch, result)


def test_scores_and_evidence_are_sound(measure):
    batch = read(ARTICLES)
    result = measure.score(batch)
    _check(measure, batch, result)
    assert (result.scores.loc[result.scores["article"] == FULL.id, "n"] > 0).any()


def test_something_is_found_in_the_invented_articles(measure):
    result = measure.score(read(ARTICLES))
    assert not result.evidence.empty


def test_headings_are_not_measured(measure):
    evidence = measure.score(read([FULL])).evidence
    [(start, end)] = FULL.headings
    in_text = evidence[evidence["voice"] != "headline"]
    assert not ((in_text["start"] < end) & (in_text["end"] > start)).any()


def test_an_article_alone_scores_as_among_others(measure):
    together = measure.score(read(ARTICLES))
    for article in ARTICLES:
        alone = measure.score(read([article]))
        for among, by_itself in zip(together, alone, strict=True):
            rows = among[among["article"] == article.id].reset_index(drop=True)
            pd.testing.assert_frame_equal(rows, by_itself.reset_index(drop=True), check_exact=False, rtol=1e-12)


def test_the_batch_is_left_alone(measure):
    batch = read(ARTICLES)
    frames = ("texts", "sentences", "voices", "tokens", "attributions")
    columns = [field.name for field in fields(batch.words)]
    before = copy.deepcopy([getattr(batch, name) for name in frames])
    numbers = copy.deepcopy([getattr(batch.words, name) for name in columns])
    _ = measure.score(batch).evidence
    for name, kept in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(getattr(batch, name), kept)
    for name, kept in zip(columns, numbers, strict=True):
        assert np.array_equal(getattr(batch.words, name), kept)


_odd = st.text(
    st.sampled_from("aİßé ’'“”\"‘—…!?.:,\u00a0\u200b\ufeff😀👩\u200d🚀©ﬁⅨ٣中Ⅷ(8)-bad good NOT said\n"), max_size=80
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.one_of(_odd, st.text(max_size=40)), st.none() | _odd), max_size=3, unique=True))
def test_any_text_is_measured(pages):
    articles = {a.id: a for a in (_article(text, title) for text, title in pages)}
    batch = read(list(articles.values()))
    for measure in ALL_MEASURES:
        _check(measure, batch, measure.score(batch))
