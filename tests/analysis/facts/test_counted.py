"""Sentences that carry a fact's number in one clause, on invented pages."""

import pandas as pd
import pytest

from analysis.facts.claims import Aligned, align
from analysis.reading.articles import read
from analysis.tables import MEMBERS
from sources.article import Article, article_id

FIRST = "Fourteen people were injured when the ferry Marlow struck the stone pier at Dunsay on Tuesday morning."
OTHER = "At least 41 people were wounded as the ferry Marlow rammed the stone pier at Dunsay, witnesses said."
LONG = (
    "Norrgate Lines faces an early test of its costly contract with the islands, its shareholders and a doubtful bank,"
    " after its only vessel had an accident and 14 people were injured."
)


def page(name: str, text: str) -> Article:
    return Article(id=article_id(name, text), title=name, text=text, outlet=name, source="test", language="en")


def aligned(*pages: Article) -> Aligned:
    return align(read(pages), MEMBERS.frame((article.id, "event", "story", 0.5, "", article.id) for article in pages))


def about_the_injured(found: Aligned) -> pd.DataFrame:
    claims = found.claims[found.claims["text"].isin({FIRST, OTHER})]
    assert len(claims) == 1
    return found.claim_members[found.claim_members["claim"].isin(claims["claim"])].set_index("article")


def test_a_clause_with_the_same_number_joins_the_fact() -> None:
    long = page("c", LONG)
    found = aligned(page("a", FIRST), page("b", OTHER), long)
    members = about_the_injured(found)
    assert members.loc[long.id, "status"] == "differs"
    assert members.loc[long.id, "values"] == "fourteen; elsewhere 41"
    assert found.claims["articles"].tolist() == [3]
    assert found.claims["difference"].tolist() == ["people: fourteen against 41"]


@pytest.mark.parametrize(
    "text",
    [
        LONG.replace("14 people", "15 people"),
        LONG.replace("14 people were injured", "14 people were hired"),
        LONG.replace("14 people were injured", "14 goats were injured"),
        LONG.replace("14 people were injured.", "were 14 people injured?"),
    ],
)  # fmt: skip
def test_another_number_act_or_thing_and_a_question_do_not_join(text: str) -> None:
    long = page("c", text)
    assert long.id not in about_the_injured(aligned(page("a", FIRST), page("b", OTHER), long)).index


def test_small_numbers_need_the_noun() -> None:
    first, other = (text.replace("Fourteen", "Six").replace("At least 41", "Six") for text in (FIRST, OTHER))
    with_noun, without = (page("c", LONG.replace("14 people", words)) for words in ("six people", "six of them"))
    for long, joins in ((with_noun, True), (without, False)):
        found = aligned(page("a", first), page("b", other), long)
        assert (long.id in set(found.claim_members["article"])) is joins


def test_a_sentence_may_tell_another_fact_besides() -> None:
    rent = "Norrgate Lines faces an early test of its costly contract with the islands, its shareholders and a bank."
    long = page("c", LONG)
    found = aligned(page("a", FIRST), page("b", OTHER), long, page("d", rent))
    listed = found.claim_members[found.claim_members["article"] == long.id]
    assert len(listed) == 2
    assert listed["claim"].is_unique
    assert listed["sentence"].nunique() == 1


def test_who_joins_brings_nobody_along() -> None:
    long, bank = (
        page("c", LONG),
        page("d", "Norrgate Lines has a costly contract with the islands and a doubtful bank."),
    )
    found = aligned(page("a", FIRST), page("b", OTHER), long, bank)
    assert bank.id not in about_the_injured(found).index
