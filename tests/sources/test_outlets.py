from pathlib import Path

import pytest

from sources.errors import InputError, UnknownName
from sources.outlets import KINDS, Outlets, Rating, folded, host_of, load_outlets

GOOD = """
[outlets.harbour-post]
name = "Harbour Post"
names = ["The Harbour Post", "HP"]
domains = ["harbourpost.example"]
country = "GB"
language = "en"
kind = "local"
feeds = ["https://harbourpost.example/rss"]
ratings = [{value = "high", by = "Somebody", date = "2026-01-31"}]
"""


@pytest.fixture
def load(tmp_path):
    def loaded(text: str) -> Outlets:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return load_outlets(path)

    return loaded


def test_the_packaged_list_is_wide_and_holds_no_ratings():
    outlets = load_outlets()
    real = [outlet for outlet in outlets if outlet.country != "XX"]  # the demo's papers are of no country
    assert len(real) >= 800
    assert len({outlet.country for outlet in real}) >= 150
    assert sum(outlet.kind == "agency" for outlet in real) >= 100
    assert {outlet.kind for outlet in outlets} >= {"agency", "broadsheet", "tabloid", "broadcaster", "business"}
    assert not [outlet.key for outlet in outlets if outlet.ratings]
    assert load_outlets() is outlets


def test_every_domain_and_every_name_belongs_to_one_outlet():
    outlets = load_outlets()
    domains = [domain for outlet in outlets for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    names = [name for outlet in outlets for name in {folded(name) for name in outlet.names}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "text",
    [
        *("The Nation", "The Herald", "The Citizen", "The Observer", "Foreign Policy", "World", "Today", "People"),
        *("Mint", "Quartz", "Reason", "Focus", "Stuff", "Variety"),
        *("MENA", "Spa", "App", "NaN", "Tap", "Map", "Uni", "Petra", "CP"),
    ],
)
def test_a_word_that_means_something_else_or_a_name_of_many_is_no_outlet(text):
    assert load_outlets().by_name(text) is None


def test_every_packaged_outlet_is_found_by_its_own_names_and_domains():
    outlets = load_outlets()
    for outlet in outlets:
        assert outlets.by_key(outlet.key) is outlet
        assert {outlets.by_name(name) for name in outlet.names} == {outlet}
        assert outlet.domains
        for domain in outlet.domains:
            assert outlets.by_domain(f"https://www.{domain}/world/story.html?x=1") is outlet
        assert outlet.name == outlet.names[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the associated press", "Associated Press"),
        ("AP", "Associated Press"),
        (" Associated   Press. ", "Associated Press"),
        ("GUARDIAN", "The Guardian"),
        ("Barron’s", "Barron's"),
        ("El País", "El País"),
        ("(Reuters)", "Reuters"),
    ],
)
def test_a_name_is_found_in_any_dress(text, name):
    found = load_outlets().by_name(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", "the", "Nobody's Gazette", "Reuters reporters"])
def test_a_name_that_is_not_listed_is_none(text):
    assert load_outlets().by_name(text) is None


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.bbc.co.uk/news/1", "bbc"),
        ("bbc.co.uk", "bbc"),
        ("NEWS.BBC.CO.UK", "bbc"),
        ("http://user:pw@bbc.com:8080/x", "bbc"),
        ("https://amp.theguardian.com./world", "guardian"),
        ("https://timesofindia.indiatimes.com/a", "times-of-india"),
        ("https://economictimes.indiatimes.com/a", "economic-times"),
        ("https://asia.nikkei.com/a", "nikkei-asia"),
    ],
)
def test_an_address_leads_to_its_outlet(address, key):
    found = load_outlets().by_domain(address)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "address", ["co.uk", "https://www.co.uk/", "com", "notbbc.co.uk", "indiatimes.com", "bbc.co.uk.example", "", "//["]
)
def test_an_address_of_nobody_is_none(address):
    assert load_outlets().by_domain(address) is None


def test_the_longest_domain_wins(load):
    outlets = load(
        GOOD
        + """
[outlets.harbour-sport]
name = "Harbour Sport"
domains = ["sport.harbourpost.example"]
country = "GB"
language = "en"
kind = "specialist"
"""
    )
    assert [outlets.by_domain(host).key for host in ("a.sport.harbourpost.example", "x.harbourpost.example")] == [
        "harbour-sport",
        "harbour-post",
    ]


def test_a_file_of_ones_own_adds_an_outlet(load):
    outlet = load(GOOD).by_key("harbour-post")
    assert outlet.names == ("Harbour Post", "The Harbour Post", "HP")
    assert outlet.ratings == (Rating(value="high", by="Somebody", date="2026-01-31"),)
    assert outlet.owner is None
    assert len(load(GOOD)) == len(load_outlets()) + 1


def test_a_file_of_ones_own_replaces_an_outlet_by_key(load):
    outlets = load(GOOD.replace("outlets.harbour-post", "outlets.bbc"))
    assert outlets.by_key("bbc").name == "Harbour Post"
    assert outlets.by_name("BBC News") is None
    assert len(outlets) == len(load_outlets())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('country = "GB"', 'country = "UK"', ("country", "'UK'", "ISO 3166-1")),
        ('country = "GB"', "", ("country", "is missing")),
        ('language = "en"', 'language = "eng"', ("language", "'eng'", "ISO 639-1")),
        ('kind = "local"', 'kind = "blog"', ("kind", "'blog'", "agency, broadsheet")),
        ('kind = "local"', 'kind = "local"\nbias = "left"', ("bias", "no such field", "domains")),
        ('name = "Harbour Post"', 'name = ""', ("name", "''")),
        ('"HP"]', '"HP", "HP"]', ("names", "'HP'", "twice")),
        ('"HP"]', '"Reuters"]', ("names", "'Reuters'", "also in reuters", "sources/outlets.toml")),
        ('"HP"]', '"the guardian"]', ("names", "also in guardian")),
        ('["harbourpost.example"]', '["bbc.com"]', ("domains", "'bbc.com'", "also in bbc")),
        ('["harbourpost.example"]', '["www.harbourpost.example"]', ("domains", "without www.")),
        ('["harbourpost.example"]', '["https://harbourpost.example/"]', ("domains", "no bare host name")),
        ('["harbourpost.example"]', '["Harbourpost.example"]', ("domains", "no bare host name")),
        ('["harbourpost.example"]', '["co.uk"]', ("domains", "'co.uk'", "many outlets share")),
        ('["harbourpost.example"]', '"harbourpost.example"', ("domains", "no list")),
        ('["https://harbourpost.example/rss"]', '["harbourpost.example/rss"]', ("feeds", "https://")),
        ('date = "2026-01-31"', 'date = "January"', ("ratings", "'January'")),
        (', date = "2026-01-31"', "", ("ratings", "value, by and date")),
        ("outlets.harbour-post", "outlets.Harbour_Post", ("Harbour_Post", "key")),
        ("[outlets.harbour-post]", "[harbour-post]", ("harbour-post", "[outlets.KEY]")),
        ("[outlets.harbour-post]", "[outlets", ("is not TOML",)),
    ],
)
def test_a_table_that_is_not_well_formed_is_refused_in_one_line(load, old, new, words):
    assert GOOD.count(old) == 1
    with pytest.raises(InputError) as caught:
        load(GOOD.replace(old, new))
    message = str(caught.value)
    assert "mine.toml" in message
    assert "\n" not in message
    for word in words:
        assert word in message


def test_a_file_that_is_missing_or_not_utf8_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"absent\.toml: cannot be read"):
        load_outlets(tmp_path / "absent.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes('[outlets.a]\nname = "Caf\xe9"'.encode("latin-1"))
    with pytest.raises(InputError, match="is not UTF-8"):
        load_outlets(path)


def test_an_unknown_key_names_those_near_it():
    with pytest.raises(UnknownName, match="reuters"):
        load_outlets().by_key("reuter")


def test_every_kind_is_explained_in_the_list_itself():
    text = Path(__file__).parents[2].joinpath("sources", "outlets.toml").read_text(encoding="utf-8")
    for kind in KINDS:
        assert kind in text.split("\n[outlets.", 1)[0]


def test_names_are_compared_without_dress():
    assert folded(" The  Daily “Star” ") == "daily “star"
    assert host_of("https://WWW.Example.org:443/a") == "www.example.org"
