"""Which pages of a very long story are compared."""

import random

from analysis.facts.bounded import MOST_PAGES, compared
from analysis.facts.claims import align
from analysis.reading.articles import read
from analysis.tables import MEMBERS
from tests.benchmarks.invented import articles


def test_a_story_of_ordinary_size_is_compared_whole() -> None:
    ids = [f"p{number:04}" for number in range(MOST_PAGES)]
    assert compared(reversed(ids), report=dict(zip(ids, ids, strict=True)), outlets={}) == ids


def test_independent_reports_come_before_copies_and_outlets_take_turns() -> None:
    ids = [f"p{number:02}" for number in range(12)]
    report = {article: "p00" if number < 6 else article for number, article in enumerate(ids)}
    outlets = {article: "The Dunsay Post" if number < 10 else "Brume Herald" for number, article in enumerate(ids)}
    outlets["p11"] = None
    found = compared(ids, report=report, outlets=outlets, most=4)
    assert found == ["p00", "p06", "p10", "p11"]  # one of six copies, and each outlet before a third of the Post's
    turned = random.Random(3).sample(ids, len(ids))
    assert compared(turned, report=report, outlets=outlets, most=4) == found
    assert compared(ids, report=report, outlets=outlets, most=7) == [*ids[:1], *ids[6:]]


def test_pages_beyond_the_limit_have_no_facts_and_are_not_said_to_miss_any(monkeypatch) -> None:
    monkeypatch.setattr("analysis.facts.bounded.MOST_PAGES", 6)
    pages = articles(10, seed=5)
    members = MEMBERS.frame((page.id, "event", "story", 0.5, "", page.id) for page in pages)
    outlets = {page.id: page.outlet for page in pages}
    found = align(read(pages), members, outlets=outlets)
    held = set(compared(outlets, report={i: i for i in outlets}, outlets=outlets))
    assert len(held) == 6
    assert not found.claim_members.empty
    assert set(found.claim_members["article"]) | set(found.absences["article"]) <= held
