"""Which sentence shows a value that differs, and that a difference is told once; invented pages."""

import pytest

from analysis.facts.claims import Aligned, align
from analysis.reading.articles import read
from analysis.tables import MEMBERS
from sources.article import Article, article_id
from tests.analysis.facts.planted import FAMILIES, Outcome, events, outcome


def page(name: str, text: str) -> Article:
    return Article(id=article_id(name, text), title=name, text=text, outlet=name, source="test", language="en")


def aligned(*pages: Article) -> Aligned:
    return align(read(pages), MEMBERS.frame((article.id, "event", "story", 0.5, "", article.id) for article in pages))


def texts(found: Aligned, pages: tuple[Article, ...], status: str) -> set[str]:
    spans = read(pages).sentences.set_index(["article", "sentence"])
    known = {article.id: article.text for article in pages}
    rows = found.claim_members[found.claim_members["status"] == status]
    keys = zip(rows["article"], rows["sentence"], strict=True)
    return {known[a][spans.loc[(a, s), "start"] : spans.loc[(a, s), "end"]] for a, s in keys}


def test_the_sentence_that_holds_the_name_shows_it() -> None:
    told = "The captain dropped the anchor of the ferry Marlow in the last seconds and saved all on board."
    named = "Captain Ines Tolland has sailed for 22 years."
    other = "Captain Irene Tolland dropped the anchor of the ferry Marlow in the last seconds and saved all on board."
    pages = (page("a", f"{told} {named}"), page("b", other))
    found = aligned(*pages)
    assert found.claims["difference"].tolist() == ["name: Ines Tolland against Irene Tolland"]
    assert texts(found, pages, "differs") == {named, other}
    assert texts(found, pages, "reported") == {told}


def test_a_name_without_its_office_counts_where_the_value_is_known() -> None:
    lines = [
        "Captain Ines Tolland dropped the anchor of the ferry Marlow in the last seconds.",
        "Captain Irene Tolland dropped the anchor of the ferry Marlow in the last seconds.",
        "Seasoned seafarer Ines Tolland dropped the anchor of the ferry Marlow in the last seconds.",
    ]
    pages = tuple(page(name, line) for name, line in zip("abc", lines, strict=True))
    found = aligned(*pages)
    assert texts(found, pages, "differs") == set(lines)
    assert found.claims["difference"].tolist() == ["name: Ines Tolland against Irene Tolland"]


def test_one_difference_is_told_once() -> None:
    one = (
        "Captain Ines Tolland dropped the anchor of the ferry Marlow in the last seconds."
        " Captain Ines Tolland later thanked the bakers of Dunsay for their warm bread and tea."
    )
    pages = (page("a", one), page("b", one.replace("Ines", "Irene").replace("warm", "fresh")))
    found = aligned(*pages)
    assert len(found.claims) == 2
    assert found.claims["differs"].sum() == 1
    assert (found.claim_members["status"] == "differs").sum() == 2


LEAST_FOUND = {"number": 6, "date": 4, "place": 5, "name": 4, "negation": 5, "who": 2}
"""Contradictions found, of 8, 6, 5, 5, 6 and 4."""


@pytest.fixture(scope="module")
def tried() -> Outcome:
    return outcome(events())


@pytest.mark.parametrize("family", FAMILIES)
def test_planted_contradictions_are_found(tried: Outcome, family: str) -> None:
    assert tried.found[family] >= LEAST_FOUND[family], tried


def test_nothing_is_pointed_out_that_was_not_planted(tried: Outcome) -> None:
    assert tried.wrong == ()


@pytest.mark.parametrize(
    ("named", "events", "told"),
    [
        ("", ("one", "two"), []),
        ("", ("one", "one"), ["firefighters: 30 against 60; hours: four against nine"]),
        (" in Dunsay", ("one", "two"), ["firefighters: 30 against 60; hours: four against nine"]),
    ],
    ids=["two events", "one event", "two events of one place"],
)
def test_pages_of_two_events_disagree_only_on_what_they_name(named, events, told) -> None:
    pages = (
        page("a", f"Crews were called late. About 60 firefighters fought the blaze{named} for nine hours."),
        page("b", f"A shop burnt down. Some 30 firefighters fought the blaze{named} for four hours."),
    )
    rows = ((p.id, event, "story", 0.5, "", p.id) for p, event in zip(pages, events, strict=True))
    found = align(read(pages), MEMBERS.frame(rows))
    assert len(found.claims) == 1
    assert found.claims["difference"].dropna().tolist() == told
