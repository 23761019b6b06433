from dash import html

from dashboard.attributes import extra


def test_attributes_reach_the_page() -> None:
    props = html.Span("x", **extra({"aria-label": "why", "data-mark": "1"})).to_plotly_json()["props"]
    assert (props["aria-label"], props["data-mark"]) == ("why", "1")
