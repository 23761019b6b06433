"""The five real pages: what an editor wants to see side by side comes up as the same fact."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.facts.claims import Aligned, align
from analysis.reading.articles import read
from analysis.tables import MEMBERS
from sources.article import Article
from sources.clean import settle
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.plain_text import READER

_PAIRS = 4


def _articles(seeds: Path) -> dict[str, Article]:
    outlets = load_outlets()
    names = json.loads((seeds / "expected.json").read_text(encoding="utf-8"))["articles"]
    found: dict[str, Article] = {}
    for name in names:
        (page,) = READER.read((seeds / name).read_bytes(), name)
        assert isinstance(page, Page)
        found[name[:3]] = settle(page, outlets=outlets)
    return found


class _Facts:
    """The facts of the five pages and where each sentence of the gold lies."""

    def __init__(self, seeds: Path) -> None:
        self.articles = _articles(seeds)
        self.batch = read(list(self.articles.values()))
        ids = [article.id for article in self.articles.values()]
        members = MEMBERS.frame((each, "event", "story", 0.5, "", each) for each in ids)
        self.found: Aligned = align(self.batch, members)

    def claims_with(self, page: str, words: str) -> set[str]:
        article = self.articles[page]
        rows = self.batch.sentences
        rows = rows[rows["article"] == article.id]
        inside = [words in article.text[start:end] for start, end in zip(rows["start"], rows["end"], strict=True)]
        assert any(inside), f"{words!r} is in no sentence of page {page}"
        numbers = set(rows.loc[inside, "sentence"])
        listed = self.found.claim_members
        return set(listed.loc[(listed["article"] == article.id) & listed["sentence"].isin(numbers), "claim"])


@pytest.fixture(scope="module")
def facts(seeds: Path) -> _Facts:
    return _Facts(seeds)


@pytest.fixture(scope="module")
def gold(seeds: Path) -> list[dict]:
    pairs = json.loads((seeds / "expected.json").read_text(encoding="utf-8"))["must_be_seen_side_by_side"]
    assert len(pairs) == _PAIRS
    return pairs


@pytest.mark.parametrize("number", range(_PAIRS))
def test_the_pair_is_one_fact(facts: _Facts, gold: list[dict], number: int) -> None:
    pair = gold[number]
    assert facts.claims_with(*pair["a"]) & facts.claims_with(*pair["b"]), pair["what"]


def test_the_month_that_disagrees_is_pointed_out_with_both_values(facts: _Facts, gold: list[dict]) -> None:
    pair = next(pair for pair in gold if "disagrees" in pair["what"])
    both = facts.claims_with(*pair["a"]) & facts.claims_with(*pair["b"])
    claims = facts.found.claims
    differing = claims[claims["claim"].isin(both) & claims["differs"]]
    assert len(differing) == 1
    assert {"March", "April"} <= set(differing["difference"].iloc[0].replace(":", "").split())
    rows = facts.found.claim_members
    marked = rows[rows["claim"].isin(differing["claim"]) & (rows["status"] == "differs")]
    assert set(marked["values"]) == {"March; elsewhere April", "April; elsewhere March"}


def test_nothing_else_is_said_to_disagree(facts: _Facts) -> None:
    assert facts.found.claims["differs"].sum() == 1


def test_the_order_of_the_pages_changes_nothing(facts: _Facts) -> None:
    turned = list(facts.articles.values())[::-1]
    members = MEMBERS.frame((article.id, "event", "story", 0.5, "", article.id) for article in turned)
    again = align(read(turned), members)
    pd.testing.assert_frame_equal(again.claims, facts.found.claims)
    pd.testing.assert_frame_equal(again.claim_members, facts.found.claim_members)
