from analysis.portraying.features import features, kind_of, tone_features, tone_places, word_places
from analysis.portraying.places import CODES, DEED, LABEL, LINK, NEAR_CODES, REACH


def test_every_code_has_places_and_a_kind():
    for code in range(CODES):
        assert word_places(code) or REACH + 2 <= code < DEED
        assert tone_places(code)
        assert kind_of(code) in ("about", "does", "done to", "label")
    assert kind_of(DEED) == "does"
    assert kind_of(DEED + 2) == "done to"
    assert kind_of(LABEL) == kind_of(DEED + 4) == "label"
    assert kind_of(LINK) == "done to"
    assert kind_of(NEAR_CODES - 1) == kind_of(REACH + 2) == "about"
    assert kind_of(REACH) == "label"


def test_a_negation_turns_tones():
    plain, turned = 0, 2  # right, next, other clause; the second negated
    assert tone_features(("praise", "good 2"), plain) == (("praise", 1.0), ("well", 1.0), ("good", 1.0))
    assert tone_features(("praise", "good 2"), turned) == (("not praise", 1.0), ("ill", 1.0), ("bad", 0.74))


def test_a_word_counts_by_its_stem_and_by_its_tones():
    made = dict(features("prais", ("praise",), DEED))
    assert made == {"does=prais": 1.0, "does:praise": 1.0, "does:well": 1.0}
