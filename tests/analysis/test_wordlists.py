"""The tab-separated lists and what stands in them."""

import tomllib
from importlib.resources import files

import pytest

from analysis.wordlists import column, rows

LISTS = (
    "abbreviations", "affiliations", "agency_names", "agency_signs", "body_words", "first_names", "grammar",
    "news_senses", "person_titles", "reporting_phrases", "reporting_verbs", "sentence_starters", "source_nouns",
)  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_whole_and_says_where_it_is_from(name):
    folder = files("analysis").joinpath("lexicons")
    about = tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    header = folder.joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()[0].split("\t")
    assert list(about["columns"]) == header
    assert about["licence"] == "Apache-2.0"
    assert about["title"]
    assert about["origin"]
    entries = rows(name)
    assert all(len(row) == len(header) for row in entries)
    assert len(set(entries)) == len(entries)
    assert all(row[0] == row[0].lower().strip() != "" for row in entries)


def test_every_reporting_verb_and_phrase_has_a_colour_that_is_explained():
    folder = files("analysis").joinpath("lexicons")
    colours = set(tomllib.loads(folder.joinpath("reporting_verbs.toml").read_text(encoding="utf-8"))["colours"])
    of_verbs = {
        row[2]: {other[5] for other in rows("reporting_verbs") if other[2] == row[2]} for row in rows("reporting_verbs")
    }
    assert all(len(found) == 1 for found in of_verbs.values())
    assert set().union(*of_verbs.values()) == colours
    assert column("reporting_phrases", 3) <= colours
    assert {verb: of_verbs[verb] for verb in ("say", "claim", "admit", "insist", "slam", "reveal", "fume", "hail")} == {
        "say": {"neutral"},
        "claim": {"doubting"},
        "admit": {"conceding"},
        "insist": {"insisting"},
        "slam": {"attacking"},
        "reveal": {"endorsing"},
        "fume": {"emotional"},
        "hail": {"praising"},
    }


def test_a_column_may_be_of_one_kind():
    assert "dr" in column("abbreviations", kind="title")
    assert "dr" not in column("abbreviations", kind="number")
    assert "the" in column("sentence_starters")


def test_a_list_that_is_none():
    with pytest.raises(FileNotFoundError):
        rows("no such list")
