from dash import html

from dashboard.drawing import drawing
from dashboard.svg import circle, label, line, svg


def test_shapes_travel_as_nodes_with_places_in_per_cent() -> None:
    drawn = svg([line(0, 50, name="likely"), circle(25, name="differs", r=4), label(99, "<b>")], name="strip")
    sent = drawing(html.Td(drawn), live=())
    assert sent == {
        "namespace": "parallax",
        "type": "Drawing",
        "props": {
            "nodes": [
                [
                    "td",
                    0,
                    [
                        "svg",
                        {"className": "strip", "aria-hidden": "true", "focusable": "false"},
                        ["line", {"x1": "0%", "x2": "50%", "y1": "50%", "y2": "50%", "className": "likely"}],
                        ["circle", {"cx": "25%", "cy": "50%", "r": 4, "className": "differs"}],
                        [
                            "text",
                            {"x": "99%", "y": "50%", "textAnchor": "end", "dominantBaseline": "middle"},
                            "<b>",
                        ],
                    ],
                ]
            ]
        },
    }
