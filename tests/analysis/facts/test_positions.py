import pytest

from analysis.facts.positions import position_of


@pytest.mark.parametrize(
    ("sentence", "sentences", "position"),
    [(0, 40, "lead"), (2, 40, "lead"), (3, 40, "middle"), (29, 40, "middle"), (30, 40, "end"), (39, 40, "end"),
     (2, 3, "lead"), (3, 4, "end")],
)  # fmt: skip
def test_where_a_sentence_stands(sentence: int, sentences: int, position: str) -> None:
    assert position_of(sentence, sentences) == position
