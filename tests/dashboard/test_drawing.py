"""What nothing changes is handed over in one piece, and the rest stays what it is."""

from pathlib import Path

import dash_mantine_components as dmc
from dash import Dash, html

from dashboard.drawing import drawing, kept, live_ids

_SCRIPT = Path(__file__).parents[2] / "dashboard/assets/05_drawing.js"


def _nodes(made: object) -> object:
    assert isinstance(made, dict)
    assert (made["namespace"], made["type"]) == ("parallax", "Drawing")
    return made["props"]["nodes"]


def test_a_tree_of_html_is_one_piece_with_its_attributes() -> None:
    link = html.A("here", href="/story/1", **{"aria-label": "the first", "data-stay": "1"})
    tree = html.Div(["See ", link, None, html.Span(className="dot"), 3], id="all", style={"left": "2%"})
    assert _nodes(drawing(tree, live=())) == [
        [
            "div",
            {"id": "all", "style": {"left": "2%"}},
            "See ",
            ["a", {"href": "/story/1", "aria-label": "the first", "data-stay": "1"}, "here"],
            ["span", {"className": "dot"}],
            "3",
        ]
    ]


def test_text_stays_text() -> None:
    assert _nodes(drawing(html.P("<b onclick=alert(1)>&amp;"), live=())) == [["p", 0, "<b onclick=alert(1)>&amp;"]]


def test_what_a_callback_writes_and_what_stands_around_it_stay_components() -> None:
    page = html.Div([html.H1("Stories"), html.P("all"), html.Div([html.P("one")], id="list"), html.P("end")], id="box")
    made = drawing(page, live={"list"})
    assert isinstance(made, html.Div)
    assert made.id == "box"
    head, kept, tail = made.children
    assert _nodes(head) == [["h1", 0, "Stories"], ["p", 0, "all"]]
    assert isinstance(kept, html.Div)
    assert kept.id == "list"
    assert _nodes(kept.children) == [["p", 0, "one"]]
    assert _nodes(tail) == [["p", 0, "end"]]


def test_components_of_other_libraries_stay_and_the_page_given_is_not_touched() -> None:
    box = dmc.TextInput(label="Search")
    page = html.Div([html.P("above"), box])
    made = drawing(page, live=())
    assert isinstance(made, html.Div)
    assert isinstance(made.children[1], dmc.TextInput)
    assert isinstance(page.children[0], html.P)


def test_nothing_is_drawn_for_nothing() -> None:
    assert drawing(None, live=()) == []
    assert drawing(html.P(None), live=()) == drawing(html.P([]), live=()) == drawing(html.P(), live=())


def test_the_ids_that_callbacks_write_are_found(app: Dash) -> None:
    assert live_ids(["list.children", "..page.children...info.data.."]) == {"list", "page", "info"}
    assert {"page", "page-info", "said"} <= live_ids(app.callback_map)


def test_the_browser_has_a_component_of_that_name() -> None:
    assert "window.parallax.Drawing = function" in _SCRIPT.read_text(encoding="utf-8")


def test_what_is_kept_is_made_into_nodes_once() -> None:
    part = kept(html.P([html.Span("one"), "two"]))
    first = _nodes(drawing(html.Div([part]), live={"list"}))
    again = _nodes(drawing(html.Div(["before", part]), live=frozenset({"list"})))
    assert first == [["div", 0, ["p", 0, ["span", 0, "one"], "two"]]]
    assert again[0][3] is first[0][2]  # type: ignore[index]


def test_what_is_kept_stays_a_component_where_something_in_it_is_live() -> None:
    part = kept(html.Div([html.P("x", id="live"), "y"]))
    assert isinstance(drawing(part, live={"live"}), html.Div)
    assert _nodes(drawing(part, live=())) == [["div", 0, ["p", {"id": "live"}, "x"], "y"]]
