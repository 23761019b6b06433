from dash import Dash, html

from dashboard.drawing import drawing
from dashboard.fields import box, button, element, form, hidden, text_field


def test_a_form_is_drawn_as_html_in_one_piece(app: Dash) -> None:
    shown = form(
        "/collect/give", "a-token", [text_field("title", "Headline", value="<b>", hint="as printed")], name="x"
    )
    piece = drawing(html.Div(shown), live=())
    assert isinstance(piece, dict)
    (node,) = piece["props"]["nodes"]
    tag, attributes, token, field = node[2]
    assert (tag, attributes["action"], attributes["method"], attributes["data-collect"]) == (
        "form",
        "/collect/give",
        "post",
        "x",
    )
    assert token == ["input", {"type": "hidden", "name": "token", "value": "a-token", "readOnly": True}]
    _, _, label, typed, hint = field
    assert label[1]["htmlFor"] == typed[1]["id"]
    assert typed[:2] == ["input", typed[1]]
    assert typed[1]["defaultValue"] == "<b>"
    assert typed[1]["aria-describedby"] == hint[1]["id"]


def test_a_box_has_a_name_seen_or_heard() -> None:
    seen, heard = box("draft", "1", "Mill lost", on=True), box("draft", "1", "", about="Choose: Mill lost")
    assert seen._type == "Label"
    assert seen.children[0].defaultChecked
    assert vars(heard)["aria-label"] == "Choose: Mill lost"


def test_buttons_say_what_is_done() -> None:
    made = button("Keep", do="keep", main=True, about="Keep this page")
    assert (made.name, made.value, made.type, made.className) == ("do", "keep", "submit", "button main")
    assert hidden("a", "b").type == "hidden"
    assert element("progress", None, {"max": 1}).max == 1
