"""Entries are read from their lines when they are asked for, guards and all."""

import pytest

from analysis.words.entries import Entries, strengths_of, where_of

TOLD = {
    "categories": {"a": "one", "b": "two"},
    "strengths": {"1": 0.3, "5": 1.0},
    "contexts": {"sport": "match game"},
    "capitals": ["b"],
}


def _rows(*cells, category=""):
    return [(("made.tsv", n), list(row), category, row[0], {row[0]: ""}) for n, row in enumerate(cells, 2)]


def test_an_entry_of_one_table_has_its_weight_and_guards():
    entries = Entries(
        _rows(("strike", "", "a", "0.5", "not_before=@sport|#; only_after=air"), ("slam", "", "b", "1")), TOLD
    )
    assert entries[0].guards == {"not_before": frozenset({"@sport", "#", "match", "game"}), "only_after": {"air"}}
    assert (entries[0].weight, entries[0].category, entries[0].strength) == (0.5, "a", 0)
    assert entries[0] is entries[0]
    assert [entry.term for entry in entries[:]] == ["strike", "slam"]
    assert len(entries) == 2
    assert entries.places == [where_of(("made.tsv", 2)), "made.tsv, line 3"]


def test_an_entry_of_a_category_has_its_strength_and_neutral_wording():
    [entry] = Entries(_rows(("big lie", "", "5", "false claim", "not_with=lie|war"), category="b"), TOLD)
    assert (entry.weight, entry.strength, entry.neutral) == (1.0, 5, "false claim")
    assert entry.guards == {
        "not_with": {"war"},
        "name": {"kept"},
    }  # its own word guards nothing; capitals keep a phrase


def test_outlines_tell_what_the_entries_tell():
    entries = Entries(_rows(("strike", "", "a", "0.5", "name=kept"), ("slam", "", "b", "1", "not_after=grand")), TOLD)
    for entry, outline in zip(entries, entries.outlines(), strict=True):
        assert (outline.term, outline.category, outline.weight) == (entry.term, entry.category, entry.weight)
        assert outline.guarded == bool(set(entry.guards) - {"name"})
        assert outline.kept == ("name" in entry.guards)


def test_a_strength_that_nothing_weighs_is_refused():
    assert strengths_of(TOLD) == {1: 0.3, 5: 1.0}
    assert strengths_of({}) == {}
    with pytest.raises(ValueError, match=r"made.tsv, line 2: strength '4' is none of 1, 5"):
        Entries(_rows(("slam", "", "4"), category="a"), TOLD)[0]
