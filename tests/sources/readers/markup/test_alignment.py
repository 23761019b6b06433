from hypothesis import given, settings
from hypothesis import strategies as st

from sources.readers.markup.alignment import covered

ONE = "The board voted on Tuesday to close its oldest line."
TWO = "Residents of the outer islands said they had not been asked at all."


def test_blocks_that_stand_in_the_text() -> None:
    assert covered(["Menu", ONE, "Share", TWO, "Menu"], [ONE, TWO]) == [0, 1, 0, 1, 0]


def test_blocks_joined_or_split_in_the_text() -> None:
    assert covered([ONE, TWO], [f"{ONE} {TWO}"]) == [1, 1]
    assert covered([f"{ONE} {TWO}"], [ONE, TWO]) == [1]
    assert covered(["Row one", "12", "13"], ["Row one 12 13"]) == [1, 1, 1]


def test_a_block_cut_short_is_covered_in_part() -> None:
    (share,) = covered([f"{ONE} {TWO}"], [ONE])
    assert 0.4 < share < 0.5


def test_a_headline_in_a_teaser_is_not_the_one_above_the_text() -> None:
    assert covered([ONE, "Menu", ONE, TWO, ONE], [ONE, TWO]).count(1.0) == 2


def test_short_words_inside_a_sentence_are_no_block() -> None:
    assert covered(["board", "close", ONE], [ONE]) == [0, 0, 1]


def test_nothing_in_nothing() -> None:
    assert covered([], []) == []
    assert covered(["", "…", "a"], []) == [0, 0, 0]


WORDS = st.lists(st.sampled_from("a b c d e f g".split()), max_size=9).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=12), st.lists(st.booleans(), min_size=12, max_size=12))
def test_every_share_is_one_and_no_word_is_used_twice(blocks: list[str], held: list[bool]) -> None:
    text = [block for block, kept in zip(blocks, held, strict=False) if kept]
    shares = covered(blocks, text)
    assert all(0 <= share <= 1 for share in shares)
    used = sum(round(share * len(block.split())) for share, block in zip(shares, blocks, strict=True) if share == 1)
    assert used <= sum(len(block.split()) for block in text)


def test_ten_thousand_blocks_alike_are_no_trouble() -> None:
    shares = covered(["more of the same here now"] * 10_000, ["more of the same here now"] * 10_000)
    assert sum(shares) == 10_000
