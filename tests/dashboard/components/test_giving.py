from dashboard.components.giving import giving
from tests.dashboard.hand_made import walk


def test_every_field_has_a_name_and_a_label() -> None:
    shown = giving("t")
    attributes = [vars(part) for part in walk(shown)]
    labelled = {each.get("htmlFor") for each in attributes}
    fields = {each["name"]: each.get("id") for each in attributes if each.get("name") and each.get("type") != "hidden"}
    assert {"text", "files", "addresses"} <= set(fields)
    assert {fields[name] for name in ("text", "files", "addresses")} <= labelled
    assert next(each for each in attributes if each.get("type") == "file")["multiple"]
