import pandas as pd
import pytest

from dashboard.figures.profiles import profiles


def test_profiles_draw_intervals_only_where_there_is_enough() -> None:
    frame = pd.DataFrame(
        {"outlet": ["b", "A"], "measure": ["m", "m"], "voice": ["own", "own"], "events": [6, 1],
         "difference": [0.1, -0.2], "low": [0.05, float("nan")], "high": [0.2, float("nan")], "enough": [True, False]}
    )  # fmt: skip
    figure = profiles(frame, unit="points", voices=("own", "quoted"))
    trace = figure.data[0]
    assert list(figure.layout.yaxis.ticktext) == ["A", "b"]
    assert list(trace.marker.symbol) == ["circle", "circle-open"]
    assert trace.error_x.array[0] == pytest.approx(0.1)
    assert trace.error_x.arrayminus[0] == pytest.approx(0.05)
    assert trace.error_x.array[1] is None
    assert "points" in figure.layout.xaxis.title.text
