import pytest

from sources.outlets import load_outlets
from sources.readers.databases.database_fields import (
    Dated,
    byline_of,
    dated,
    length_note,
    like_date,
    moment_in,
    outlet_of,
    section_of,
    without_body,
)


@pytest.mark.parametrize(
    ("text", "moment", "day_only"),
    [
        ("9 January 1993", "1993-01-09 00:00:00+00:00", True),
        ("9 Januar 1993", "1993-01-09 00:00:00+00:00", True),
        ("3 de marzo de 2024", "2024-03-03 00:00:00+00:00", True),
        ("1 août 2021", "2021-08-01 00:00:00+00:00", True),
        ("12 maart 2020 09:15 UTC", "2020-03-12 09:15:00+00:00", False),
        ("March 4, 2024 Monday 11:04 PM GMT", "2024-03-04 23:04:00+00:00", False),
        ("March 4, 2024 Monday 11:04 PM", "2024-03-04 00:00:00+00:00", True),
    ],
)
def test_dates(text, moment, day_only):
    found = moment_in(text)
    assert found is not None
    assert (str(found[0]), found[1]) == (moment, day_only)
    assert like_date(text)
    ((field, where),) = dated(text, form="date line").found
    assert (field, "the day only" in where) == ("published", day_only)


@pytest.mark.parametrize("text", ["The March of 2024 was long", "Ferry sinks", "", "In 2024 the pier was closed again"])
def test_no_dates(text):
    assert moment_in(text) is None


def test_a_date_without_a_day_is_told():
    assert like_date("Spring, March 2024")
    assert "names no day" in dated("March 2024", form="field").notes[0]
    assert "a day that is none" in dated("February 31, 2024", form="field").notes[0]
    assert dated(None, form="field") == dated("", form="field") == Dated()


@pytest.mark.parametrize(
    ("printed", "outlet"),
    [
        ("The Times (London)", "The Times"),
        ("The Guardian(London)", "The Guardian"),
        ("The New York Times - International Edition", "The New York Times"),
        ("The New York Times, Late Edition", "The New York Times"),
        ("The Washington Post (Online)", "The Washington Post"),
        ("The Daily Telegraph (Australia)", "The Daily Telegraph (Australia)"),
        ("The Times (Somewhere)", "The Times (Somewhere)"),
        ("Harbour Gazette (Kelby)", "Harbour Gazette (Kelby)"),
        ("Harbour Gazette - Online", "Harbour Gazette"),
        ("Guardian.com", "Guardian.com"),
        ("Reuters News", "Reuters"),
        ("Kelby News", "Kelby News"),
    ],
)
def test_outlets(printed, outlet):
    assert outlet_of(printed) == outlet


def test_a_listed_name_is_never_shortened():
    for listed in load_outlets():
        for name in listed.names:
            known = load_outlets().by_name(outlet_of(name))
            assert known is not None
            assert known.key == listed.key


@pytest.mark.parametrize(
    ("printed", "byline"),
    [
        ("By Ann Lee and Bo Ek", "Ann Lee, Bo Ek"),
        ("ANN LEE; Staff Writer", "ANN LEE"),
        ("Ann Lee, Political Editor", "Ann Lee"),
        ("Von Anna Berg", "Anna Berg"),
        ("Staff", "Staff"),
        ("", None),
        (" ; ", None),
    ],
)
def test_bylines(printed, byline):
    assert byline_of(printed) == byline


@pytest.mark.parametrize(
    ("printed", "section"),
    [
        ("NEWS; Pg. 3", "NEWS"),
        ("Section A; Column 0; Foreign Desk; Pg. 1", "Foreign Desk"),
        ("Pg. 12", None),
        ("SPORT", "SPORT"),
        ("MONEY;; COVER STORY", "MONEY"),
        ("POLITIK; S. 6", "POLITIK"),
        ("", None),
    ],
)
def test_sections(printed, section):
    assert section_of(printed) == section


@pytest.mark.parametrize(
    ("printed", "words", "told"),
    [
        ("1,204 words", 300, True),
        ("1204 Wörter", 300, True),
        ("1.204 Wörter", 300, True),
        ("1204 words", 1100, False),
        ("40 words", 15, False),
        ("", 10, False),
        ("no number", 10, False),
    ],
)
def test_lengths(printed, words, told):
    note = length_note(printed, ["word " * words])
    assert (note is not None) is told
    if note:
        assert "1,204 words" in note


def test_a_refusal_says_which_article():
    assert "'Ferry sinks'" in str(without_body("o", "Ferry sinks").error)
    assert without_body("o", None).error.slug == "no-article"
