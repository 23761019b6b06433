"""Numbers of articles, and where two articles' numbers differ."""

import math

from analysis.evaluation.rewritten.outcomes import Outcome, differences, outcomes
from sources.article import Article

WAS = Outcome(
    {("loaded", "narration"): (2.0, 10), ("loaded", "headline"): (math.nan, 0)}, {("Lee", "narration"): (0.5, 2)}
)


def _changed(now, *, voices=None, times=1, named=str):
    return [key for *key, _, _ in differences(WAS, now, voices=voices, times=times, named=named)]


def test_the_same_numbers_do_not_differ():
    assert _changed(Outcome(dict(WAS.scores), dict(WAS.portrayals))) == []


def test_each_change_is_told():
    now = Outcome({("loaded", "narration"): (2.1, 10), ("loaded", "headline"): (0.0, 1)}, {})
    assert _changed(now) == [["loaded", "headline"], ["loaded", "narration"], ["Lee", "narration"]]
    assert _changed(now, voices=frozenset({"narration"})) == [["loaded", "narration"]]


def test_doubled_text_and_another_name():
    now = Outcome(
        {("loaded", "narration"): (2.0, 20), ("loaded", "headline"): (math.nan, 0)},
        {("Sell", "narration"): (0.5, 4), ("Kell", "narration"): (0.0, 2)},
    )
    assert _changed(now, times=2, named=lambda name: "Sell") == []
    assert _changed(now, times=1, named=lambda name: "Sell") != []


def test_numbers_of_articles_do_not_depend_on_how_many_are_read_together():
    articles = [Article(id="x", text=f"The council slammed {n} plans. Nobody knows why.") for n in range(3)]
    found = outcomes(articles, together=2)
    assert len(found) == 3
    for together, alone in zip(found, outcomes(articles, together=1), strict=True):
        assert list(differences(together, alone, voices=None, times=1, named=str)) == []
    value, n = found[0].scores["loaded", "narration"]
    assert value > 0
    assert n == 8
