import pandas as pd
import pytest

from dashboard.figures.portrayals import portrayals
from dashboard.figures.profiles import profiles
from dashboard.figures.style import CONFIG


def test_nothing_is_sent_anywhere() -> None:
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["plotlyServerURL"] == ""


def test_portrayals_have_a_mark_for_each_page_and_rows_in_the_order_given() -> None:
    frame = pd.DataFrame(
        {"entity": ["Lee", "Lee", "Mill", "Mill"], "page": ["A x", "B y", "A x", "B y"],
         "value": [0.2, -0.4, 0.1, float("nan")], "n": [3, 2, 4, 0]}
    )  # fmt: skip
    figure = portrayals(frame)
    assert [(trace.name, list(trace.x), list(trace.y)) for trace in figure.data] == [
        ("A x", [0.2, 0.1], ["Lee", "Mill"]),
        ("B y", [-0.4], ["Lee"]),
    ]
    assert list(figure.layout.yaxis.categoryarray) == ["Mill", "Lee"]
    assert len({trace.marker.symbol for trace in figure.data}) == 2


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
