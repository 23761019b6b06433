from dashboard.tabs import facts
from tests.dashboard.hand_made import HandMade, links, words
from tests.dashboard.tabs.conftest import Ask


def test_what_disagrees_comes_first(ask: Ask) -> None:
    parts = list(facts.TAB.draw(ask()))
    assert [part.name for part in parts] == ["differences", "facts"]
    assert "People: Ten or Twelve?" in words(parts[0].body)
    assert "not found in the text we hold" in words(parts[1].body)


def test_many_facts_are_shown_on_request(ask: Ask, monkeypatch) -> None:
    monkeypatch.setattr(facts, "MOST_FACTS", 1)
    some = facts.TAB.draw(ask("?tab=facts"))[-1].body
    assert "Show all 3 facts" in words(some)
    assert "/story/s-fire?tab=facts&facts=all" in links(some)
    every = facts.TAB.draw(ask("?tab=facts&facts=all"))[-1].body
    assert "Show all" not in words(every)
    assert "The mill burned down." in words(every)


def test_no_fact_is_said(ask: Ask, results: HandMade) -> None:
    results.frames["claims"] = results.frames["claims"].iloc[:0]
    assert "No fact was found" in words(facts.TAB.draw(ask())[0].body)


def test_pages_of_a_very_long_story_that_were_not_compared_are_said(ask: Ask, monkeypatch) -> None:
    assert "not compared" not in words(facts.TAB.draw(ask())[-1].body)
    monkeypatch.setattr("analysis.facts.bounded.MOST_PAGES", 2)
    asked = ask()
    assert len(asked.story.beyond) == len(asked.story.pages) - 2 > 0
    said = words(facts.TAB.draw(asked)[-1].body)
    assert "not compared; they may tell these facts too" in said
