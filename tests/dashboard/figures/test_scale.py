import math

import pytest

from dashboard.figures.scale import scale


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([-2.5, 21.5], (-5, 0, 5, 10, 15, 20, 25)),
        ([0.013], (0, 0.005, 0.01, 0.015)),
        ([], (-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6)),
        ([math.nan, math.inf], (-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6)),
    ],
    ids=["both sides", "small", "nothing", "no numbers"],
)
def test_ticks_are_round_and_hold_all_values_and_zero(values: list[float], ticks: tuple[float, ...]) -> None:
    made = scale(values)
    assert made.ticks == pytest.approx(ticks)
    assert made.low <= min([0, *(v for v in values if math.isfinite(v))])
    assert made.high >= max([0, *(v for v in values if math.isfinite(v))])


def test_places_lie_inside_and_keep_their_order() -> None:
    on = scale([-1.0, 3.0])
    places = [on.at(x) for x in (-9.0, -1.0, 0.0, 3.0, 9.0)]
    assert places == sorted(places)
    assert places[0] == 2
    assert places[-1] == 98
