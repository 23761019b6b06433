import pytest

from sources.cleaning.prose import ends_in_full_stop, ends_like_sentence, is_prose, lower_share, sentences_in, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("One two-part word's end", 4), ("3.5 per cent", 3), ("東京都知事は会見", 4), ("!?", 0)],
)
def test_words(text: str, words: int) -> None:
    assert words_in(text) == words


@pytest.mark.parametrize("text", ["End.", "End?”", "He said “no.”", "終わった。", "End.)", "End. [3]"])
def test_sentence_ends(text: str) -> None:
    assert ends_like_sentence(text)


def test_a_colon_ends_like_a_sentence_but_is_no_full_stop() -> None:
    assert ends_like_sentence("He wrote:")
    assert not ends_in_full_stop("He wrote:")


def test_sentences() -> None:
    assert sentences_in("One. Two? “Three!” Four") == 3
    assert sentences_in("No sentence") == 0


def test_case_tells_menus_from_prose() -> None:
    assert lower_share("World Business Sport") == 0
    assert lower_share("The boat left the harbour") == 0.8
    assert lower_share("東京都") == 0.7
    assert lower_share("12 34") == 0


def test_prose() -> None:
    assert is_prose("The boat left the harbour at six in the morning.")
    assert not is_prose("The Boat Left The Harbour At Six In The Morning.")
    assert not is_prose("The boat left.")
