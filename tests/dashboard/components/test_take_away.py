from dashboard.components.take_away import TABLE, picture, take_away
from tests.dashboard.hand_made import of_class, walk, words


def test_each_form_is_a_button_that_names_its_file() -> None:
    made = of_class(take_away("outlets-loaded"), "take")
    assert [words(button) for button in made] == ["CSV", "JSON", "SVG", "PNG"]
    assert {button.to_plotly_json()["props"]["data-file"] for button in made} == {"outlets-loaded"}
    assert len(of_class(take_away("x", forms=TABLE), "take")) == 2


def test_a_part_can_be_saved_as_a_picture_in_two_forms() -> None:
    buttons = [each for each in walk(picture("measures")) if "data-picture" in vars(each)]
    assert [(vars(each)["data-picture"], vars(each)["data-file"]) for each in buttons] == [
        ("svg", "measures"),
        ("png", "measures"),
    ]
