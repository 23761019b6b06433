"""The benchmark of outlets makes what it says, and its page is what profiles make of the same cells."""

from datetime import date

import pandas as pd

from analysis.outlets.cells import cells, chosen
from analysis.outlets.profiles import profiles
from tests.benchmarks.outlets import library, page, written


def test_a_page_is_filtered_as_the_frames_are(tmp_path):
    made = library(3000, outlets=50, measures=2)
    assert len(made.scores) == 6000
    under = cells(made.scores, made.members, made.articles, made.credits, events=made.events)
    results = written(tmp_path, {"cells": under})
    shown = page(results, measure="measure.01")
    stories = [name for at, name in enumerate(under["story"].cat.categories) if at % 3 == 0]
    days = {"first": date(2025, 1, 1), "last": date(2025, 12, 31)}
    group = under["outlet"].cat.categories[:40].tolist()
    wanted = profiles(chosen(under, measure="measure.01", stories=stories, outlets=group, **days))
    assert shown["events"].sum() > 100
    pd.testing.assert_frame_equal(shown, wanted)
    results.close()
