import dataclasses

import pytest

from sources.web.fetched import Fetch, Fetched
from sources.web.network import Network


def test_what_a_server_does_not_say_is_unknown():
    found = Fetched(url="https://harbour.example/", content=b"")
    assert (found.content_type, found.charset, found.etag, found.last_modified) == (None,) * 4
    assert found.unchanged is False


def test_an_answer_is_not_changed_afterwards():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Fetched(url="https://harbour.example/", content=b"").unchanged = True


def test_the_network_takes_what_a_fetch_takes():
    import inspect

    asked, taken = inspect.signature(Fetch.__call__), inspect.signature(Network.__call__)
    assert {name: each.kind for name, each in asked.parameters.items()} == {
        name: each.kind for name, each in taken.parameters.items()
    }
