"""Full names of a body, and which of them a surname stands for."""

import numpy as np
import pytest

from analysis.reading.full_names import FullNames, may_begin, without_s
from analysis.reading.laid_out import laid_out
from tests.benchmarks.invented import articles

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


ODD = (
    'Ann Lee and (Tom O’Neil-Smith) met J. Smith; Lee/Marsh Brown, McKay. "Bob" Lund, Robert “Bob” Lund’s X. Y. Zed',
    "Ana de la Cruz of Ohio\nAnn  Lee\u00a0Marsh de Vries al Amin.Lee Poe _Ann Lee 1Ann Lee",
    "",
    "Ann",
)


def test_trying_where_a_name_may_begin_finds_what_a_search_finds():
    for bodies in (ODD, [article.text for article in articles(30, seed=8)]):
        text = laid_out([("The Title Of", body) for body in bodies])
        places, past = may_begin(text), np.append(text.title_at[1:], len(text.text))
        for body, start, end in zip(bodies, text.text_at, past, strict=True):
            tried = FullNames(body, (places[(places >= start) & (places < end)] - start).tolist())
            searched = FullNames(body)
            assert tried.by_surname == searched.by_surname
            assert tried.genders == searched.genders
            assert tried.titled == searched.titled
