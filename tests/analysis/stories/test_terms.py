import re
from collections import Counter

import pytest

from analysis.stories.terms import LEAD_TOKENS, LEAD_WEIGHT, TITLE_WEIGHT, Vocabulary, Worded
from analysis.stories.word_forms import form_of
from tests.analysis.invented import TOLD


def readable(vocabulary, counts, article):
    own = counts.article == article
    return {vocabulary.name(key): times for key, times in zip(counts.key[own], counts.times[own], strict=True)}


def test_inflections_possessives_and_case_fall_together():
    vocabulary = Vocabulary()
    counts = vocabulary.counts(
        [Worded(None, "The minister's plan. Ministers planned it: PLANS, planning, plan.", "en")]
    )
    assert readable(vocabulary, counts, 0) == {"minister": 4, "plan": 10, "minister plan": 4}


def test_pairs_end_at_marks_and_function_words_but_not_at_hyphens():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded(None, "rare-earth magnets, export of chips", "en")])
    pairs = {name for name in readable(vocabulary, counts, 0) if " " in name}
    assert pairs == {"rare earth", "earth magnets"}


def test_a_word_of_the_headline_counts_more_and_makes_no_pair_with_the_text():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded("Ferry", "sinks ferry", "en")])
    assert readable(vocabulary, counts, 0) == {
        "ferry": TITLE_WEIGHT + LEAD_WEIGHT,
        "sinks": LEAD_WEIGHT,
        "sinks ferry": LEAD_WEIGHT,
    }


def test_numbers_abbreviations_and_other_scripts_are_terms():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded(None, "U.S. tariffs of 2.5 on H20. Überfall in Köln; Москва", "en")])
    names = set(readable(vocabulary, counts, 0))
    assert {"U.S.", "2.5", "H20", "Überfall", "Köln", "Москва"} <= names


def test_the_lead_counts_more_than_what_follows():
    vocabulary = Vocabulary()
    text = "ferry " + "and so " * LEAD_TOKENS + "orchid"
    counts = vocabulary.counts([Worded(None, text, "en")])
    assert readable(vocabulary, counts, 0) == {"ferry": LEAD_WEIGHT, "orchid": 1}


def test_counts_equal_a_plain_count_word_by_word():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded(title, text, "en") for _, _, title, text, _ in TOLD])
    form = form_of("en")
    for article, (_, _, title, text, _) in enumerate(TOLD):
        plain = Counter()
        for part in (title or "", text):
            before = ""
            for place, token in enumerate(re.findall(r"[\w'’]+(?:[.,]\d+)*|[^\w\s-]", part)):
                weight = TITLE_WEIGHT if part != text else LEAD_WEIGHT if place < LEAD_TOKENS else 1
                stem = form(token) if token[0].isalnum() else ""
                if stem:
                    plain[stem] += weight
                if before and stem:
                    plain[f"{before[1]} {stem}"] += before[0]
                before = (weight, stem) if stem else ""
        own = counts.article == article
        assert plain == dict(zip(vocabulary.stemmed(counts.key[own].tolist()), counts.times[own].tolist(), strict=True))


@pytest.mark.parametrize("text", ["", "   ", "the of and", "!?"])
def test_a_text_without_content_words_has_no_terms(text):
    assert len(Vocabulary().counts([Worded(None, text, "en")]).key) == 0


def test_no_articles_no_terms():
    assert len(Vocabulary().counts([]).key) == 0


def test_terms_are_written_as_an_article_writes_them():
    vocabulary = Vocabulary()
    first = Worded("Renewal of permits", "Requests for renewal rose. Renewed requests failed.", "en")
    other = Worded(None, "Renewal requests rose, said the minister’s office.", "en")
    counts = vocabulary.counts([first, other, *[first] * 3])
    (pair,) = {key for key in counts.key.tolist() if vocabulary.name(key).lower() == "renewal requests"}
    assert vocabulary.written(other, [pair]) == {pair: "Renewal requests"}
    assert vocabulary.written(first, [pair]) == {pair: "Renewed requests"}
    (office,) = {key for key in counts.key.tolist() if vocabulary.name(key) == "minister office"}
    assert vocabulary.written(other, [office, pair])[office] == "minister office"
    assert vocabulary.written(first, [office]) == {}
    assert vocabulary.written(first, []) == {}


def test_reading_a_text_counts_nothing():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded(None, "Ferries sank.", "en")])
    before = vocabulary.stems()[2].tolist()
    vocabulary.name(int(counts.key[0]))
    assert vocabulary.written(Worded(None, "Orchids bloomed. A ferry sank.", "en"), counts.key.tolist())
    assert vocabulary.stems()[0][:2] == ["ferri", "sank"]
    assert vocabulary.stems()[2].tolist() == [*before, 0, 0]
