"""The index finds the articles that a look at every text finds, whatever is typed."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.searching import full_text
from analysis.searching.full_text import FullText, file_of, write
from analysis.searching.sought import folded, pattern, sought

TEXTS = (
    ("a1", "Ferry strikes pier", "Fourteen were hurt when the ferry struck the pier. Nobody died."),
    ("a2", None, "The pier was built in 1902; a ferry calls there. “Don’t go,” said Ana Müller."),
    ("a3", "Vote on wind lease", "The council voted. Voters said that votes had been counted twice."),
    ("a4", "Étude", "Le café de Genève: naïve, coöperate, Straße, 12,500 people."),
    ("a5", "日本", "東京で会議があった。 The summit ended."),
)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    made = tmp_path_factory.mktemp("run") / "run-1.duckdb"
    assert write(file_of(made), TEXTS) == len(TEXTS)
    return made


def _ids(index, typed):
    return [index.articles[number] for number in index.having(sought(typed))]


def _looked(typed):
    patterns = [made for one in sought(typed) if (made := pattern(one)) is not None]
    held = [(article, folded(title or ""), folded(text)) for article, title, text in TEXTS]
    return [a for a, *parts in held if patterns and all(any(p.search(part) for part in parts) for p in patterns)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ferry", ["a1", "a2"]),
        ("ferry pier", ["a1", "a2"]),
        ('"ferry strikes"', ["a1"]),
        ('"struck the pier" hurt', ["a1"]),
        ('"pier struck"', []),
        ("vote", ["a3"]),
        ("vot*", ["a3"]),
        ("ferr", []),
        ("don't", ["a2"]),
        ("muller", ["a2"]),
        ("GENEVE", ["a4"]),
        ("12,500", ["a4"]),
        ("日本", ["a5"]),
        ("nothing-such", []),
        ("", []),
    ],
    ids=str,
)
def test_words_phrases_and_beginnings(run, typed, found):
    index = FullText.of(run)
    assert _ids(index, typed) == found == _looked(typed)


@pytest.mark.parametrize(
    "typed",
    ['" OR "', "ferry NOT pier", "title:ferry", "NEAR(ferry pier)", "ferry AND (", "^ferry", "-ferry", "{a} : b",
     "x'; DROP TABLE articles; --", '""""', "*", "***", "a" * 5000, "\x00ferry", "\ud800", "ferry + pier"],
    ids=ascii,
)  # fmt: skip
def test_hostile_input_is_words(run, typed):
    index = FullText.of(run)
    assert _ids(index, typed) == _looked(typed)
    assert _ids(index, "ferry") == ["a1", "a2"]


@given(typed=st.text(alphabet=st.sampled_from('ferypi "*’-().:^NOTéü日1 '), max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_as_by_looking_at_every_text(run, typed):
    index = FullText.of(run)
    assert _ids(index, typed) == _looked(typed)


def test_what_stands_already_is_taken_over(tmp_path):
    first, second = tmp_path / "run-1.duckdb", tmp_path / "run-2.duckdb"
    write(file_of(first), TEXTS)
    more = [*TEXTS[1:], ("a6", "Ferry again", "It sails.")]
    assert write(file_of(second), more, before=file_of(first)) == 1
    assert _ids(FullText.of(second), "ferry") == ["a2", "a6"]
    assert _ids(FullText.of(second), "fourteen") == []
    assert _ids(FullText.of(first), "ferry") == ["a1", "a2"], "the file before is as it was"


def test_an_index_of_which_little_holds_is_made_anew(tmp_path):
    first, second = tmp_path / "run-1.duckdb", tmp_path / "run-2.duckdb"
    write(file_of(first), TEXTS)
    assert write(file_of(second), TEXTS[:2], before=file_of(first)) == 2
    assert len(FullText.of(second).articles) == 3


@pytest.mark.parametrize("damage", ["none", "other version", "no database", "cut"])
def test_an_index_that_cannot_be_read_is_made_anew(tmp_path, damage):
    first, second = tmp_path / "run-1.duckdb", tmp_path / "run-2.duckdb"
    write(file_of(first), TEXTS)
    held = file_of(first)
    if damage == "none":
        held.unlink()
    elif damage == "other version":
        with closing(sqlite3.connect(held)) as connection:
            connection.execute("PRAGMA user_version = 99")
    else:
        held.write_bytes(b"nonsense" * 900 if damage == "no database" else held.read_bytes()[:5000])
    assert FullText.of(first) is None or damage == "cut"
    assert write(file_of(second), TEXTS, before=held) == len(TEXTS)
    assert _ids(FullText.of(second), "ferry") == ["a1", "a2"]


def test_a_python_that_cannot_search_has_no_index(run, monkeypatch):
    monkeypatch.setattr(full_text, "can_search", lambda: False)
    assert FullText.of(run) is None
