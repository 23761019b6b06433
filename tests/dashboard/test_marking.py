"""Pieces join to the text, and each knows exactly the spans over it."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.marking import Piece, pieces


def test_overlapping_spans_share_a_piece() -> None:
    assert pieces("abcdef", [(1, 4), (3, 5)]) == [
        Piece(0, 1, "a", ()),
        Piece(1, 3, "bc", (0,)),
        Piece(3, 4, "d", (0, 1)),
        Piece(4, 5, "e", (1,)),
        Piece(5, 6, "f", ()),
    ]


def test_a_part_of_the_text_is_cut_alone() -> None:
    assert pieces("abcdef", [(0, 3), (5, 6)], start=2, end=5) == [Piece(2, 3, "c", (0,)), Piece(3, 5, "de", ())]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_every_character_knows_its_spans(text: str, spans: list[tuple[int, int]]) -> None:
    made = pieces(text, spans)
    assert "".join(piece.text for piece in made) == text
    for piece in made:
        for at in range(piece.start, piece.end):
            assert piece.spans == tuple(i for i, (a, b) in enumerate(spans) if a <= at < b)
