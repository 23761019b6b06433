"""The automaton over words finds what one over characters finds."""

import numpy as np
import pytest
from ahocorasick_rs import AhoCorasick
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.articles import read
from analysis.words.context import context_of
from analysis.words.hits import LISTS, hit_frame, hits_in, hits_of
from analysis.words.lexicon import lexicon
from analysis.words.matching import Matcher, search_of
from tests.benchmarks.invented import articles


def by_characters(surfaces, joined, at):
    """Return (first word, last word, surface) of each form in words joined by spaces, the longest first."""
    if not surfaces:
        return []
    found = AhoCorasick([f" {s} " for s in surfaces]).find_matches_as_indexes(joined, overlapping=True)
    places = at.tolist()
    words = {place: number for number, place in enumerate(places)}
    rows = [(words[start + 1], surfaces[number], len(surfaces[number].split())) for number, start, _ in found]
    return sorted((first, first + size - 1, surface) for first, surface, size in rows)


@pytest.mark.parametrize("name", ["loaded", "frames", "hedges", "certainty"])
def test_forms_of_the_lexicons(name):
    words = lexicon(name)
    context = context_of(read(articles(20, seed=3)))
    found = search_of(words).matcher.places(context.types, context.type, breaks=context.breaks)
    rows = zip(found.first.tolist(), found.last.tolist(), (words.surfaces[n] for n in found.surface), strict=True)
    expected = by_characters(words.surfaces, context.joined, context.at)
    assert len(expected) > 10
    assert sorted(rows) == expected
    order = list(zip(found.first.tolist(), (-found.last).tolist(), strict=True))
    assert order == sorted(order)


@given(
    st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(" ".join), unique=True, max_size=8),
    st.lists(st.tuples(st.sampled_from("abcd"), st.booleans()), max_size=30),
)
def test_any_forms_in_any_words(surfaces, words):
    types = ["a", "b", "c", "d"]
    type_of = np.array([types.index(word) for word, _ in words], dtype=np.int64)
    breaks = np.array([broken for _, broken in words], dtype=bool)
    found = Matcher(surfaces).places(types, type_of, breaks=breaks)
    rows = zip(found.first.tolist(), found.last.tolist(), (surfaces[n] for n in found.surface), strict=True)
    expected = [
        (first, first + size, " ".join(word for word, _ in words[first : first + size + 1]))
        for first in range(len(words))
        for size in range(len(words) - first)
        if not any(broken for _, broken in words[first + 1 : first + size + 1])
    ]
    assert sorted(rows) == [row for row in expected if row[2] in surfaces]


def test_each_lexicon_has_its_own_columns():
    hedges, certainty = lexicon("hedges"), lexicon("certainty")
    search = search_of(hedges, certainty)
    assert search_of(hedges, certainty) is search
    assert search.lexicons == (hedges, certainty)
    assert search.offsets.tolist() == [0, len(hedges.entries), len(hedges.entries) + len(certainty.entries)]
    assert search.columns[1].term.tolist() == [entry.term for entry in certainty.entries]


def test_several_lexicons_are_found_as_each_alone():
    batch = read(articles(20, seed=4))
    for name in LISTS:
        together, alone = hits_of(batch, name), hits_in(batch, lexicon(name))
        assert hit_frame(batch, together).equals(hit_frame(batch, alone)), name
        assert len(alone.first) > 5
