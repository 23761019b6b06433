from analysis.apart.shift import Shift
from analysis.apart.tables import SHIFTS
from dashboard.components.shift import MOST_WORDS, Shifted, shifts
from dashboard.wording import records
from tests.dashboard.hand_made import of_class, walk, words


def made(many: int) -> object:
    rows = [
        ("sentiment", "narration", "Loud", None, f"word{n}", "unfavourable", -0.02, 0.0, -0.02, 2, 0)
        for n in range(many)
    ]
    shift = Shift(-0.02 * many, 0.0, SHIFTS.frame(rows))
    return shifts([Shifted("Loud", records()["sentiment"][2], shift)], [])


def test_a_difference_opens_to_words_that_add_up_to_it() -> None:
    component = made(10)
    items = [words(part) for part in walk(component) if type(part).__name__ == "Li"]
    assert items[0] == "word0−0.020 · unfavourable: 2 times here, 0 with the others"
    assert items[MOST_WORDS:] == ["2 other words−0.040", "together−0.200"]
    assert [bar.style["width"] for bar in of_class(component, "bar-less")] == ["100.0%"]


def test_without_words_there_is_nothing_to_open() -> None:
    assert not [part for part in walk(made(0)) if type(part).__name__ == "Details"]
