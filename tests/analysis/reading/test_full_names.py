"""Full names of a body, and which of them a surname stands for."""

import pytest

from analysis.reading.full_names import FullNames, without_s

TEXT = (
    "Mr. Otto Lund met Greta Holm in May. Robert “Bob” Cole came too. Later Otto Lund’s sister, Mrs. Ida Lund, spoke. "
    "The Harbour Authority and NORTH PIER said nothing. Mr Poe left."
)


@pytest.mark.parametrize(
    ("name", "place", "gender", "expected"),
    [
        ("Holm", 60, "", "Greta Holm"),
        ("Cole", 60, "", "Robert “Bob” Cole"),
        ("Lund", 30, "", "Otto Lund"),
        ("Lund", 150, "", "Ida Lund"),
        ("Lund", 150, "he", "Otto Lund"),
        ("Lund", 30, "she", "Ida Lund"),
        ("Authority", 200, "", "Authority"),
        ("Poe", 200, "", "Poe"),
        ("Ida Lund", 0, "", "Ida Lund"),
    ],
)
def test_whom_a_surname_stands_for(name, place, gender, expected):
    assert FullNames(TEXT).full_name(name, place, gender) == expected


def test_who_goes_with_he_and_with_she():
    names = FullNames(TEXT)
    assert {name: names.genders[name] for name in ("otto lund", "greta holm", "ida lund", "poe")} == {
        "otto lund": "he",
        "greta holm": "she",
        "ida lund": "she",
        "poe": "he",
    }
    assert names.titled == {"poe": "Poe"}


def test_full_names_are_known_in_lower_case():
    names = FullNames(TEXT)
    assert names.is_full_name("greta holm")
    assert not names.is_full_name("holm")
    assert not names.is_full_name("harbour authority")


def test_without_s():
    assert [without_s(name) for name in ("Lund’s", "Lund's", "Lund")] == ["Lund"] * 3
