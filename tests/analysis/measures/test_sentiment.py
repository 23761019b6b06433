import numpy as np
import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.measures.sentiment import MEASURE
from analysis.reading.articles import read
from sources.article import Article, article_id


def _scored(text, title=None):
    scores, evidence = MEASURE.score(read([Article(id=article_id(title, text), title=title, text=text)]))
    values = {row.voice: (row.value, row.n) for row in scores.itertuples()}
    hits = [(row.quote, row.category, round(row.weight, 6), row.voice) for row in evidence.itertuples()]
    return values, hits


def _part(valence, *others):
    """Return the part of one word in the value of its sentence, in which the others stand too."""
    return round(valence / ((valence + sum(others)) ** 2 + 15) ** 0.5, 6)


def _package(text):
    return SentimentIntensityAnalyzer().polarity_scores(text)["compound"]


def test_each_voice_is_scored_apart():
    values, _ = _scored(
        "The minister praised the good plan. “It is a terrible and shameful plan,” said a happy critic.",
        title="A great victory for them all",
    )
    narration = (_package("The minister praised the good plan.") + _package('" " said a happy critic.')) / 2
    assert values["narration"] == (pytest.approx(narration, abs=1e-4), 2)
    assert values["quotation"] == (pytest.approx(_package("It is a terrible and shameful plan,"), abs=1e-4), 1)
    assert values["headline"] == (pytest.approx(_package("A great victory for them all"), abs=1e-4), 1)


def test_the_value_is_the_mean_over_sentences():
    values, _ = _scored("The plan was really good. The bridge opened on Monday. It was an awful day.")
    means = [_package(s) for s in ("The plan was really good.", "The bridge opened on Monday.", "It was an awful day.")]
    assert values["narration"] == (pytest.approx(np.mean(means), abs=1e-4), 3)


def test_segments_of_fewer_than_three_words_are_not_counted():
    values, hits = _scored("Terrible news. The bridge opened on Monday.", title="Great joy")
    assert values["narration"] == (0.0, 1)
    assert np.isnan(values["headline"][0])
    assert values["headline"][1] == 0
    assert hits == []


def test_evidence_shows_each_word_s_part_and_what_changed_it():
    _, hits = _scored("It was not good. It was very bad. It was hardly awful. They praised it all.")
    assert hits == [
        ("good", "unfavourable (negated)", _part(1.9 * -0.74), "narration"),
        ("bad", "unfavourable (strengthened)", _part(-2.5 - 0.293), "narration"),
        ("awful", "unfavourable (weakened)", _part(-2.0 + 0.293), "narration"),
        ("praised", "favourable", _part(2.2), "narration"),
    ]


def test_the_weights_of_a_voice_add_up_to_its_value_times_n():
    text = (
        "The brave nurse was praised, but the terrible plan failed! It was NOT good, was it?? They left at noon.\n\n"
        "“We love it!!! It is great,” said one happy man. War and peace. Good, sad: they cancel each other."
    )
    scores, evidence = MEASURE.score(read([Article(id="a", title="Joy as War Ends!", text=text)]))
    for row in scores.itertuples():
        weights = evidence.loc[evidence["voice"] == row.voice, "weight"]
        assert len(weights) > 0
        assert weights.sum() == pytest.approx(row.value * row.n, abs=1e-12)


def test_a_repeated_word_is_evidence_each_time_with_its_own_sign():
    _, hits = _scored("They got a good deal and this is not a good deal.")
    assert [(quote, category) for quote, category, _, _ in hits] == [
        ("good", "favourable"),
        ("good", "unfavourable (negated)"),
    ]


def test_curly_apostrophes_negate_and_offsets_stay():
    curly, hits = _scored("“Hello there all,” she said. We don’t support it.")
    straight, _ = _scored("“Hello there all,” she said. We don't support it.")
    assert curly["narration"] == straight["narration"]
    assert curly["narration"][0] < 0
    assert hits == [("support", "unfavourable (negated)", _part(1.7 * -0.74), "narration")]


def test_a_negation_does_not_reach_into_a_quotation():
    _, hits = _scored("He was not “good and honest to them” in the end.")
    assert [hit[1] for hit in hits] == ["favourable", "favourable"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("They flew to the United States for a Justice Department hearing.", []),
        ("They all testified (Justice and Security officials too).", []),
        ("They met Hope Hicks, who gave them hope.", ["hope"]),
        ("It is a great day for Great Britain.", ["great"]),
        ("Great news for all of them.", ["Great"]),
        ("Grace left at noon. They saw Grace on the train.", []),
        ("Hope is what they have. They have hope.", ["Hope", "hope"]),
        ("They said: Good luck to you.", ["Good", "luck"]),
        ("It was a GOOD day for them.", ["GOOD"]),
        ("He said “Thank you so much” again.", ["Thank"]),
    ],
)
def test_names_carry_no_sentiment(text, quotes):
    assert [hit[0] for hit in _scored(text)[1]] == quotes


def test_headlines_in_title_case_are_read_in_full():
    assert [hit[0] for hit in _scored("Nothing more happened.", "Good Hope for Peace as War Ends")[1]] == [
        "Good",
        "Hope",
        "Peace",
        "War",
    ]
    assert [hit[0] for hit in _scored("Nothing more happened.", "Talks bring hope to Peace River valley")[1]] == [
        "hope"
    ]


def test_a_name_in_a_title_case_headline_is_known_from_the_body():
    text = "The mayor met Hope Hicks there. Then Hope left the town."
    assert [hit[0] for hit in _scored(text, "Hope Praised After Terrible Storm")[1]] == ["Praised", "Terrible"]


def test_an_emoji_is_evidence_where_it_stands():
    _, hits = _scored("It was a day out 😀 for them.")
    assert ("😀", "favourable") in [hit[:2] for hit in hits]


def test_an_easy_and_a_hard_pair():
    warm, _ = _scored("Friends praised the brave, generous nurse. Her wonderful work saved many happy lives.")
    cold, _ = _scored("Rivals attacked the corrupt, cruel boss. His terrible crimes destroyed many innocent lives.")
    assert warm["narration"][0] > 0.5
    assert cold["narration"][0] < -0.5
