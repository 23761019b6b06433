"""A person's own file of outlets: where it is looked for, and that everything that is read knows them."""

import json

import pytest

from sources.collect import collect
from sources.errors import InputError
from sources.library import Library
from sources.outlets import each_in_use, in_use, load_outlets, outlets_for, own_file

OWN = """
[outlets.harbour-post]
name = "The Harbour Post"
names = ["Harbour Post"]
domains = ["harbourpost.example"]
country = "GB"
language = "en"
kind = "local"
"""
TEXT = (
    "The harbour council voted on Tuesday to close the old ferry terminal, a decision that surprised many of the "
    "traders who work there. Mayor Ann Lowe said that the closure would save money for the schools of the town."
)


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    import platformdirs

    monkeypatch.delenv("PARALLAX_OUTLETS", raising=False)
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: str(tmp_path / "config"))
    for folder in ("config", "data"):
        (tmp_path / folder).mkdir()
    return tmp_path


def test_the_first_that_is_there_is_taken(places, monkeypatch):
    library = places / "data" / "library.sqlite"
    assert own_file(library) is None
    assert len(outlets_for(library)) == len(load_outlets())
    for place in (places / "config" / "outlets.toml", places / "data" / "outlets.toml"):
        place.write_text(OWN)
        assert own_file(library) == place
    assert own_file(None) == places / "config" / "outlets.toml"
    monkeypatch.setenv("PARALLAX_OUTLETS", str(places / "mine.toml"))
    assert own_file(library) == places / "mine.toml"
    assert own_file(library, given=places / "given.toml") == places / "given.toml"


def test_own_outlets_join_those_that_come_along(places):
    (places / "data" / "outlets.toml").write_text(OWN)
    found = outlets_for(places / "data" / "library.sqlite")
    assert found.by_domain("https://www.harbourpost.example/1").name == "The Harbour Post"
    assert len(found) == len(load_outlets()) + 1


def test_a_file_that_is_named_and_is_none_is_one_line(places, monkeypatch):
    with pytest.raises(InputError, match=r"none\.toml: cannot be read"):
        outlets_for(None, given=places / "none.toml")
    (places / "bad.toml").write_text("[outlets.x]\nname = 3\n")
    monkeypatch.setenv("PARALLAX_OUTLETS", str(places / "bad.toml"))
    with pytest.raises(InputError, match=r"bad\.toml: outlet x, field name") as caught:
        outlets_for(None)
    assert "\n" not in str(caught.value)


def test_those_in_use_are_what_readers_see(places):
    (places / "mine.toml").write_text(OWN)
    mine = outlets_for(None, given=places / "mine.toml")
    with in_use(mine):
        assert load_outlets() is mine
        assert outlets_for(None) is not mine
    assert load_outlets() is not mine

    def reading():
        yield load_outlets()
        yield load_outlets()

    for seen in each_in_use(mine, reading()):
        assert seen is mine
        assert load_outlets() is not mine  # between two things


@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_are_given_to_own_outlets(places, jobs):
    (places / "mine.toml").write_text(OWN)
    folder = places / "in"
    folder.mkdir()
    for number in range(3):
        row = {"title": f"T{number}", "text": f"{TEXT} Vote {number}.", "source": "harbour post"}
        (folder / f"{number}.json").write_text(json.dumps(row))
    outlets = outlets_for(None, given=places / "mine.toml")
    with Library(places / "data" / "library.sqlite") as library:
        list(collect([str(folder)], library, outlets=outlets, jobs=jobs))
        assert [article.outlet for article in library.articles()] == ["The Harbour Post"] * 3
