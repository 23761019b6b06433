import tomllib
from importlib import resources

from dashboard.country_names import _names, country
from sources.iso import COUNTRIES


def test_codes_become_names_and_unknown_ones_stay() -> None:
    assert country("GB") == "United Kingdom"
    assert country("AQ") == "AQ"


def test_every_code_is_one_of_the_standard_and_no_name_stands_twice() -> None:
    assert set(_names()) <= COUNTRIES
    assert len(set(_names().values())) == len(_names())


def test_every_country_of_a_known_outlet_has_a_name() -> None:
    table = tomllib.loads(resources.files("sources").joinpath("outlets.toml").read_text("utf-8"))
    codes = {outlet["country"] for outlet in table["outlets"].values() if "country" in outlet}
    assert codes
    assert codes <= set(_names())
