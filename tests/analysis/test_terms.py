from collections import Counter

import pytest

from analysis.terms import TITLE_WEIGHT, Vocabulary, Worded
from tests.analysis.invented import TOLD


def readable(vocabulary, counts, article):
    own = counts.article == article
    return {vocabulary.name(key): times for key, times in zip(counts.key[own], counts.times[own], strict=True)}


def test_inflections_possessives_and_case_fall_together():
    vocabulary = Vocabulary()
    counts = vocabulary.counts(
        [Worded(None, "The minister's plan. Ministers planned it: PLANS, planning, plan.", "en")]
    )
    assert readable(vocabulary, counts, 0) == {"minister": 2, "plan": 5, "minister plan": 2}


def test_pairs_end_at_marks_and_function_words_but_not_at_hyphens():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded(None, "rare-earth magnets, export of chips", "en")])
    pairs = {name for name in readable(vocabulary, counts, 0) if " " in name}
    assert pairs == {"rare earth", "earth magnets"}


def test_a_word_of_the_headline_counts_more_and_makes_no_pair_with_the_text():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded("Ferry", "sinks ferry", "en")])
    assert readable(vocabulary, counts, 0) == {"ferry": TITLE_WEIGHT + 1, "sinks": 1, "sinks ferry": 1}


def test_numbers_abbreviations_and_other_scripts_are_terms():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded(None, "U.S. tariffs of 2.5 on H20. Überfall in Köln; Москва", "en")])
    names = set(readable(vocabulary, counts, 0))
    assert {"U.S.", "2.5", "H20", "Überfall", "Köln", "Москва"} <= names


def test_counts_equal_a_plain_count_of_stems():
    vocabulary = Vocabulary()
    counts = vocabulary.counts([Worded(title, text, "en") for _, _, title, text, _ in TOLD])
    for article, (_, _, title, text, _) in enumerate(TOLD):
        plain = Counter()
        for part, weight in ((title or "", TITLE_WEIGHT), (text, 1)):
            one = Vocabulary()
            alone = one.counts([Worded(None, part, "en")])
            for name, times in zip(one.stemmed(alone.key.tolist()), alone.times.tolist(), strict=True):
                plain[name] += times * weight
        own = counts.article == article
        assert plain == dict(zip(vocabulary.stemmed(counts.key[own].tolist()), counts.times[own].tolist(), strict=True))


@pytest.mark.parametrize("text", ["", "   ", "the of and", "!?"])
def test_a_text_without_content_words_has_no_terms(text):
    assert len(Vocabulary().counts([Worded(None, text, "en")]).key) == 0


def test_no_articles_no_terms():
    assert len(Vocabulary().counts([]).key) == 0
