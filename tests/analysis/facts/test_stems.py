import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import wordlists
from analysis.facts.stems import Stemmed, stem
from analysis.words.vader_words import lists


@pytest.mark.parametrize(
    "words",
    [
        "restriction restrictions restricted restrict",
        "suspend suspended suspends suspending",
        "trade trades traded trading",
        "plan plans planned planning",
        "licence licences",
        "family families",
        "injury injuries",
        "agree agrees agreed agreement",
        "quiet quietly",
        "organise organize organised organizing",
    ],
)
def test_forms_of_one_word_meet(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("plan", "plane"), ("trade", "trader"), ("fare", "far"), ("news", "new")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=12))
def test_a_stem_is_never_empty_for_a_word_with_three_letters(word: str) -> None:
    if sum(char.isalpha() for char in word) >= 3 and not word.startswith("'"):
        assert stem(word)


def test_words_are_found_by_their_stems_as_if_all_stems_were_made():
    words = sorted({*lists().lexicon, *(row[0] for row in wordlists.rows("background"))})
    words += ["men", "women", "lives", "tries", "axes", "ills", "it's", "is", "a"]
    stems: dict[str, set[str]] = {}
    for word in words:
        stems.setdefault(stem(word), set()).add(word)
    stemmed = Stemmed(words)
    assert {root: set(stemmed.having(root)) for root in stems} == stems
    assert stemmed.having("zqeta") == stemmed.having("") == []
