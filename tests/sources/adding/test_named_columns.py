import pytest

from sources.adding.named_columns import FIELDS, columns_of
from sources.errors import InputError
from sources.page import Page


def test_columns_are_read():
    assert columns_of(["text=BODY", "Title = Head=line"]) == {"text": "BODY", "title": "Head=line"}
    assert columns_of([]) == {}


def test_every_field_but_the_text_is_one_of_a_page():
    assert set(FIELDS) - {"text"} <= set(Page.__dataclass_fields__)


@pytest.mark.parametrize("wrong", ["text", "text=", "=BODY", "colour=RED", ""])
def test_anything_else_names_the_fields(wrong):
    with pytest.raises(InputError, match="text, title, outlet, url, published, byline, section") as caught:
        columns_of([wrong])
    assert f"--map {wrong}" in str(caught.value)


def test_a_field_named_twice_is_refused():
    with pytest.raises(InputError, match="text is 'A' already"):
        columns_of(["text=A", "text=B"])
