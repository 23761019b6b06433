from analysis.clauses.words import COMMA, HYPHEN, OUTSIDE, OWNED, PARTED, ClauseWords, Phrase, clause_words
from tests.analysis.clauses.reading import batch_of


def test_what_stands_before_words():
    words = ClauseWords(batch_of("Mr. Lee, a far-right man’s friend. The officials’ car stood."))
    marks = {words.word(row): words.before[row] for row in range(words.size)}
    assert marks["mr"] & OUTSIDE
    assert marks["lee"] == 0, "the full stop of an abbreviation parts nothing"
    assert marks["a"] & COMMA
    assert marks["a"] & PARTED
    assert marks["right"] == HYPHEN
    assert marks["the"] & OUTSIDE
    assert marks["car"] & OWNED


def test_words_of_titles_and_texts():
    words = ClauseWords(batch_of("He was told. Was he?", title="Man told"))
    assert words.phrase(0, 1) == "Man told"
    assert words.phrase(2, 4) == "He was told"
    assert words.together(2, 4)
    assert not words.together(1, 2)
    assert words.ending(4) == "."
    assert words.ending(5) == "?"
    assert words.ending(0) == ""
    assert words.word(99) == ""


def test_an_agent_ends_where_its_phrase_ends():
    words = ClauseWords(batch_of("by two armed men who fled"))
    assert words.agent_after(0) == Phrase(1, 3)
    assert ClauseWords(batch_of("by")).agent_after(0) is None


def test_the_words_of_a_batch_are_made_once():
    batch = batch_of("He was told.")
    assert clause_words(batch) is clause_words(batch)
