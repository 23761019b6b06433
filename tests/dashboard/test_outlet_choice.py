from datetime import date

import pytest

from dashboard.outlet_choice import Choice, read_choice
from dashboard.page import Query

PAIRS = {("loaded", "narration"), ("loaded", "headline"), ("sentiment", "headline")}


def _read(search: str) -> Choice:
    return read_choice(Query.read(search), pairs=PAIRS, groups=["local"])


def test_nothing_asked_is_the_first_value_in_its_first_voice() -> None:
    assert _read("") == Choice(value="sentiment", voice="headline")


def test_an_address_says_again_what_it_asked_for() -> None:
    choice = _read(
        "?value=loaded&voice=headline&order=name&q=ferry++storm&first=2026-01-02&last=2026-02-01&group=local"
    )
    assert choice.refused == ()
    assert dict(choice.pairs()) == {
        "value": "loaded",
        "voice": "headline",
        "order": "name",
        "q": "ferry storm",
        "first": "2026-01-02",
        "last": "2026-02-01",
        "group": "local",
    }
    assert choice.told == "stories with “ferry storm”, events from 2 January 2026 to 1 February 2026, the group “local”"
    assert choice.of_all() == Choice(value="loaded", voice="headline", order="name")


@pytest.mark.parametrize(
    "search",
    ["?value=nothing", "?value=loaded&voice=body", "?first=yesterday", "?first=2026-02-01&last=2026-01-01", "?group=x"],
)
def test_what_cannot_be_had_is_said_and_left_out(search: str) -> None:
    choice = _read(search)
    assert len(choice.refused) == 1
    assert not choice.filtered


def test_an_open_end_is_said() -> None:
    assert Choice(value="loaded", voice="narration", first=date(2026, 1, 2)).told == "events from 2 January 2026 on"
    assert Choice(value="loaded", voice="narration", last=date(2026, 1, 2)).told == "events until 2 January 2026"


def test_a_library_without_values_asks_for_none() -> None:
    assert read_choice(Query.read(""), pairs=set()).value == ""
