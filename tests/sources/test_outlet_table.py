import pytest

from sources.errors import InputError
from sources.outlet_table import host_of, parsed
from sources.outlets import load_outlets


def test_hosts_of_addresses() -> None:
    assert host_of("https://Ansel.Example:8080/ferry?x=1") == "ansel.example"
    assert host_of("ansel.example") == "ansel.example"
    assert host_of("") == ""


@pytest.mark.parametrize("text", ["this is no TOML", "[ansel]\nnames = 5\n"])
def test_what_is_no_table_of_outlets_is_refused_with_its_file(text: str) -> None:
    with pytest.raises(InputError, match=r"mine\.toml"):
        list(parsed(text, "mine.toml"))


def test_an_empty_table_has_no_outlets_and_the_packaged_one_has_many() -> None:
    assert list(parsed("", "mine.toml")) == []
    assert len(load_outlets()) >= 250
