import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.readers.tables import json_values
from sources.readers.tables.json_values import Broken, parsed, values
from sources.readers.tables.text_file import Text

SMALL = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def text(content: str) -> Text:
    return Text(io.StringIO(content, newline=""))


@pytest.fixture(params=[3, 1 << 20])
def piece(request, monkeypatch):
    monkeypatch.setattr(json_values, "_PIECE", request.param)


@given(st.lists(SMALL, max_size=5), st.sampled_from([None, 1]))
def test_the_items_of_a_list_are_those_of_the_standard_parser(items, indent):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_values, "_PIECE", 5)
        assert list(values(text(json.dumps(items, indent=indent)))) == items


def test_values_that_follow_each_other_are_read(piece):
    made = [{"a": 1}, {"b": [2]}]
    assert list(values(text("\n".join(json.dumps(each, indent=2) for each in made)))) == made


def test_a_list_that_breaks_off_gives_what_came_before(piece):
    *found, broken = values(text('[{"a": 1}, {"b": 2}, {"c'))
    assert found == [{"a": 1}, {"b": 2}]
    assert isinstance(broken, Broken)
    *found, broken = values(text('[{"a": 1},\n'))
    assert found == [{"a": 1}]
    assert "ends in the middle" in broken.why


def test_the_line_of_a_mistake_is_said(piece):
    *_, broken = values(text('[{"a": 1},\n{"b": 2},\n\n{"c" 3}]'))
    assert "line 4" in broken.why


def test_what_is_nested_too_deeply_is_broken():
    assert "nested too deeply" in parsed("[" * 100_000).why
    (broken,) = values(text("[" * 100_000))
    assert "nested too deeply" in broken.why


def test_odd_values():
    assert parsed("1" * 5000) is None
    assert parsed('{"a": 1, "a": 2}') == {"a": 2}
    assert parsed("NaN") != parsed("NaN")
    assert isinstance(parsed("{"), Broken)


def test_a_value_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(json_values, "LONGEST", 1000)
    monkeypatch.setattr(json_values, "_PIECE", 100)
    endless = text('["' + "a" * 100_000)
    (broken,) = values(endless)
    assert isinstance(broken, Broken)
    assert endless.read(10) == "a" * 10
