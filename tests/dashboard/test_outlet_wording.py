import math

from dashboard.outlet_wording import difference, finding, label_of, meaning_of, scaled, unit_of, value_label
from dashboard.wording import records


def test_shares_differ_by_percentage_points() -> None:
    _, measure, value = records()["attribution.named_sources"]
    assert scaled(value, 0.05) == 5
    assert unit_of(value) == "percentage points, of attributions"
    assert difference(value, 0.05, unit=True) == "+5.00 percentage points"
    assert value_label(measure, value) == "Attribution: Named sources"


def test_other_values_keep_their_unit() -> None:
    _, _, value = records()["loaded"]
    assert difference(value, -1.25, unit=True) == "−1.25 per 1,000 words"
    assert difference(value, math.nan) == "cannot be said"
    assert label_of("loaded") == "Loaded wording"
    assert meaning_of(value) == "more loaded wording to discuss"


def test_a_finding_is_a_sentence() -> None:
    assert finding("loaded", "narration", difference_=3.1, low=1.2, high=5.0, events=34) == (
        "Loaded wording in the outlet’s own words is higher than with the others on the same 34 events: "
        "+3.10 per 1,000 words, likely between +1.20 and +5.00. Higher means: more loaded wording to discuss."
    )
