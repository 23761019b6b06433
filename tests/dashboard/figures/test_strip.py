import math

from dashboard.figures.scale import scale
from dashboard.figures.strip import axis, strip

ON = scale([-1.0, 1.0])


def _classes(value: float, *, low: float = math.nan, high: float = math.nan, different: bool = False) -> list[str]:
    drawn = strip(ON, value=value, low=low, high=high, different=different)
    return [str(shape.attributes["className"]) for shape in drawn.children if not isinstance(shape, str)]


def test_a_difference_beyond_chance_is_a_full_dot_on_its_interval() -> None:
    assert _classes(0.5, low=0.1, high=0.9, different=True)[-2:] == ["likely", "differs"]
    assert _classes(0.5, low=-0.1, high=0.9)[-1] == "may-be-chance"


def test_without_a_value_no_dot_is_drawn() -> None:
    assert set(_classes(math.nan)) == {"at", "at-zero"}


def test_the_axis_says_its_numbers_with_a_true_minus() -> None:
    said = [shape.children[0] for shape in axis(ON).children if not isinstance(shape, str)]
    assert said[0] == "−1"
    assert "0" in said
