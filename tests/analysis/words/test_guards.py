"""Guards asked of many places at once say what one place after the other says."""

import numpy as np
import pytest

from analysis.reading.articles import read
from analysis.words.context import context_of
from analysis.words.entries import Entries
from analysis.words.guards import Guards, guarded
from analysis.words.lexicon import lexicon
from analysis.words.matching import search_of
from sources.article import Article
from tests.benchmarks.invented import articles


def stands(context, entry, *, first, last):
    """Say of one place whether no guard of the entry refuses it."""
    guards = entry.guards
    before, after = guarded(context.before(first)), guarded(context.after(last))
    if before in guards.get("not_after", ()) or after in guards.get("not_before", ()):
        return False
    if "only_after" in guards and before not in guards["only_after"]:
        return False
    if "only_before" in guards and after not in guards["only_before"]:
        return False
    return "not_with" not in guards or guards["not_with"].isdisjoint(context.sentence_words(first))


@pytest.mark.parametrize("name", ["loaded", "hedges", "speculation", "frames", "generic_frames"])
def test_all_places_of_some_articles(name):
    words = lexicon(name)
    guards, columns = Guards(words.entries), search_of(words)
    asked = []
    for seed in (3, 4):
        context = context_of(read(articles(10, seed=seed)))
        found = columns.matcher.places(context.types, context.type, breaks=context.breaks)
        entry = columns.entry[columns.begins[found.surface]]
        some = columns.guarded[entry]
        entry, first, last = entry[some], found.first[some], found.last[some]
        got = guards.stand(context, entry, first=first, last=last)
        rows = zip(entry.tolist(), first.tolist(), last.tolist(), strict=True)
        assert got.tolist() == [stands(context, words.entries[n], first=f, last=t) for n, f, t in rows]
        asked += got.tolist()
    assert len(asked) > 20
    assert any(asked)


GUARDS = {
    "not_before=dunk|#": [True, True, False, False, True, True],
    "not_after=grand": [False, True, True, True, True, True],
    "only_before=dunk": [False, False, True, False, False, False],
    "only_after=grand|a": [True, True, True, False, False, False],
    "not_with=court": [True, True, True, True, False, True],
    "only_after=grand; not_before=dunk": [True, False, False, False, False, False],
}


@pytest.mark.parametrize("cell", GUARDS)
def test_each_kind_of_guard(cell):
    text = "A grand slam. A slam? The a slam dunk. Slam 5 things. They slam the court. They slam"
    context = context_of(read([Article(id="a", title=None, text=text)]))
    row = (("made.tsv", 2), ["slam", "", "a", "1", cell], "", "slam", {"slam": ""})
    guards = Guards(Entries([row], {"categories": {"a": "x"}}))
    first = np.array([n for n, place in enumerate(context.type.tolist()) if context.types[place] == "slam"])
    entry = np.zeros(len(first), dtype=np.int64)
    for _ in range(2):
        assert guards.stand(context, entry, first=first, last=first).tolist() == GUARDS[cell]


def test_words_with_digits_are_one():
    assert [guarded(word) for word in ("slam", "5", "a-10", "don't", "")] == ["slam", "#", "#", "don't", ""]
