"""Word shifts are exported when asked for, and add up to the differences."""

import pytest

from analysis.apart.sources import sources
from analysis.results import Results
from dashboard.exports.shifts import SHIFT_NAMES, shift_rows
from dashboard.exports.tables import table_rows


def test_the_words_add_up_to_the_difference_of_two_outlets_means(demo_library):
    results = Results.open(demo_library)
    story = results.table("stories")["story"].iloc[0]
    rows = list(shift_rows(results, story=story))
    assert {tuple(row) for row in rows} == {tuple(SHIFT_NAMES)}
    members, articles = results.rows("members", story=story), results.table("articles")
    (each,) = sources(members, articles, results.table("credits"))
    scores = results.rows("scores", article=list(each.outlets))
    scores = scores[(scores["measure"] == "loaded") & (scores["voice"] == "narration") & (scores["n"] > 0)]
    means = scores["value"].groupby(scores["article"].map(each.outlets)).mean()
    for outlet in means.index:
        added = sum(row["difference"] for row in rows if row["measure"] == "loaded" and row["outlet"] == outlet)
        assert added == pytest.approx(means[outlet] - means.drop(outlet).mean())


def test_they_are_left_out_unless_asked_for(demo_library):
    results = Results.open(demo_library)
    story = results.table("stories")["story"].iloc[0]
    assert "shifts" not in dict(table_rows(results, story=story))
    assert dict(table_rows(results, story=story, shifts=True))["shifts"]
