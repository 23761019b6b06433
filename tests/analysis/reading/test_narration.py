"""Words and what stands between them."""

from analysis.reading.narration import reporting_verbs, source_nouns, words_in
from tests.analysis.invented_narration import narration


def test_what_joins_words_and_what_parts_them():
    read = narration("Mr. Poe of Jones-Hall said, “go on” (at last). He left.")
    joined = {(read.words[at], read.words[at + 1]) for at in range(read.size - 1) if read.joins[at]}
    assert {("mr", "poe"), ("jones", "hall"), ("hall", "said"), ("at", "last"), ("he", "left")} <= joined
    assert not {("said", "go"), ("go", "on"), ("on", "at"), ("last", "he")} & joined


def test_quotation_marks_between_words():
    read = narration("Poe said “go” then.")
    assert [read.quote_mark_in(at) for at in range(read.size)] == [False, True, True, False]
    assert [read.capitals[at] for at in range(read.size)] == [True, False, False, False]
    assert read.gap(1) == " “"
    assert read.span(0, 1) == (0, 8)
    assert read.together(0, 3)
    assert not read.together(2, 3)


def test_word_classes():
    assert {"he", "she"} <= words_in("he", "she")
    assert "she" not in words_in("he")
    assert reporting_verbs()["said"].kind == "say"
    assert source_nouns()["officials"].plural
    assert source_nouns()["company"].naming == "company"
