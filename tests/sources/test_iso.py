import pytest

from sources.iso import COUNTRIES, LANGUAGES


def test_the_countries_are_those_that_the_time_zone_database_knows():
    pytz = pytest.importorskip("pytz")
    assert COUNTRIES - {"XK", "XX"} == set(pytz.country_names)


def test_the_languages_are_among_those_that_unicode_names():
    locale = pytest.importorskip("babel").Locale("en")
    named = {code for code in locale.languages if len(code) == 2}
    assert named >= LANGUAGES
    assert named - LANGUAGES <= {"sh"}  # withdrawn
