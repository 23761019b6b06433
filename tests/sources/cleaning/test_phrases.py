import csv
import re
import tomllib
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.clean import RULES
from sources.cleaning.phrases import cut_by, folded, phrase_rules, promotional_words, rules_with_phrases

FOLDER = files("sources") / "cleaning"


@cache
def rows() -> list[dict[str, str]]:
    with (FOLDER / "phrases.tsv").open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_row_is_well_formed_and_stands_once() -> None:
    names = {rule.name for rule in RULES}
    for row in rows():
        assert row["rule"] in names
        assert row["where"] in ("whole", "start", "within", "end")
        assert int(row["words"]) > 0
        assert row["phrase"] == row["phrase"].strip() != ""
    keys = [(row["rule"], row["where"], row["phrase"].casefold()) for row in rows()]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


def test_every_phrase_takes_the_line_it_describes() -> None:
    for row in rows():
        line = row["phrase"].replace("#", "12")
        if row["where"] != "whole":
            line = line.replace("*", "something")
        assert cut_by(row["rule"], line), row


@pytest.mark.parametrize("name", ["phrases", "promotional", "body_weights"])
def test_tables_say_where_they_are_from(name: str) -> None:
    about = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    header = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[0].split("\t")
    assert set(about["columns"]) == set(header)
    assert about["title"]
    assert about["origin"]
    assert about["licence"] == "Apache-2.0"


@pytest.mark.parametrize(
    ("rule", "line", "taken"),
    [
        ("advertising", "ADVERTISEMENT", True),
        ("advertising", "Advertisement:", True),
        ("advertising", "Advertisements for the ferry were printed on cups.", False),
        ("page furniture", "7 min read", True),
        ("page furniture", "Home", True),
        ("page furniture", "Homeward", False),
        ("related stories", "READ MORE: Ten walks", True),
        ("related stories", "Reading more became her habit", False),
        ("photo credit", "A ferry in the harbour. Getty Images", True),
        ("photo credit", "The pictures were sold to Getty Images.", False),
        ("call to act", "“Subscribe to our newsletter,” said the poster on the wall", False),
        ("call to act", "Don’t miss out on our offers", True),
    ],
)
def test_word_boundaries_limits_and_quotations(rule: str, line: str, taken: bool) -> None:
    assert cut_by(rule, line) is taken


def test_folding() -> None:
    assert folded("» Don’t MISS 1,200 more …") == "don't miss # more"


def test_words_of_praise_are_lower_case_words() -> None:
    assert all(word == word.lower().strip() and " " not in word for word in promotional_words())
    assert rules_with_phrases()


def slowly(rule: str, line: str) -> bool:
    """Return what `cut_by` returns, phrase by phrase, from the table's words alone."""
    plain = " ".join(line.replace("’", "'").casefold().split())
    for row in rows():
        if row["rule"] != rule:
            continue
        phrase = row["phrase"].replace("’", "'").casefold()
        if row["where"] == "whole":
            if len(line) <= 60 and folded(line) == folded(phrase):
                return True
            continue
        form = "".join({"#": r"\d[\d.,]*", "*": r"\S+", " ": r"\s+"}.get(mark, re.escape(mark)) for mark in phrase)
        form = (r"\b" if phrase[0].isalnum() else "") + form + (r"\b" if phrase[-1].isalnum() else "")
        ahead = {"start": r"\A[^\w\"“”‘«]{0,3}", "within": "", "end": ""}[row["where"]]
        behind = r"[\s)\]|©*]*\Z" if row["where"] == "end" else ""
        quoted = row["where"] == "within" and re.search('[“”"«»]', line)
        if line.count(" ") < int(row["words"]) and not quoted and re.search(ahead + form + behind, plain):
            return True
    return False


PARTS = st.sampled_from(
    [
        *(row["phrase"].replace("#", "1,200").replace("*", "one") for row in rows()),
        "“",
        "said Lee",
        "-",
        "on the pier",
        ".",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=3).map(" ".join))
def test_the_table_in_one_pass_equals_phrase_by_phrase(line: str) -> None:
    assert phrase_rules(line) == {rule for rule in rules_with_phrases() if slowly(rule, line)}
