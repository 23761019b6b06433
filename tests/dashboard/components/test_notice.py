from dash import html

from dashboard.components.notice import contents, scroller, section, title
from tests.dashboard.hand_made import links, walk, words


def test_parts_are_named_by_their_headings_and_listed() -> None:
    part = section("Facts", [html.P("x")], name="facts", intro="All of them.")
    assert part.body.to_plotly_json()["props"]["aria-labelledby"] == "facts-title"
    assert "facts-title" in {getattr(child, "id", None) for child in walk(part.body)}
    assert links(contents([part], [("more", "More")])) == ["#facts", "#more"]


def test_a_title_can_take_focus() -> None:
    heading = next(part for part in walk(title("A story", above="Stories")) if type(part).__name__ == "H1")
    assert (heading.id, heading.tabIndex, words(heading)) == ("page-title", -1, "A story")


def test_what_scrolls_sideways_can_be_reached_and_has_a_name() -> None:
    props = scroller(html.Table(), label="Facts by page").to_plotly_json()["props"]
    assert (props["tabIndex"], props["role"], props["aria-label"]) == (0, "region", "Facts by page")
