import pandas as pd

from dashboard.figures.portrayals import portrayals


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
