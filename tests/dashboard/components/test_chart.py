import plotly.graph_objects as go

from dashboard.components.chart import chart, plain_table
from dashboard.figures.style import styled
from tests.dashboard.hand_made import walk, words


def test_a_figure_says_what_it_shows_and_gives_its_numbers_as_a_table() -> None:
    table = plain_table(["Outlet", "Value"], [["A", "1"], ["B", "2"]])
    made = chart(styled(go.Figure(), rows=2), label="Values by outlet", table=table)
    assert made.to_plotly_json()["props"]["aria-label"] == "Values by outlet"
    assert words(made).endswith("OutletValueA1B2")
    graph = next(part for part in walk(made) if type(part).__name__ == "Graph")
    assert graph.config["showSendToCloud"] is False
