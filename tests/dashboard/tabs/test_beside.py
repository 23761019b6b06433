from pathlib import Path

import pytest

from dashboard.tabs.beside import TAB
from sources.keeping.taken_out import put_back_mark, take_out
from sources.library import Library
from tests.dashboard.hand_made import COPY, OTHER, WIRE, HandMade, links, of_class, walk, words
from tests.dashboard.tabs.conftest import Ask


def test_headlines_scores_and_marked_texts_stand_in_columns(ask: Ask) -> None:
    parts = {part.name: part.body for part in TAB.draw(ask())}
    assert list(parts) == ["beside", "texts", "measures"]
    for name in ("beside", "texts"):
        assert len(of_class(parts[name], "column")) == 2
    said = words(parts["measures"])
    assert "not enough evidence" in said
    assert "More measures" in said
    assert "horrific" in words(of_class(parts["texts"], "mk"))


def test_only_the_pages_that_are_chosen_are_shown(ask: Ask) -> None:
    body = [part.body for part in TAB.draw(ask(f"?show={COPY.id}"))]
    columns = of_class(body, "columns")
    assert len(of_class(columns, "column")) == 2  # once beside each other, once as marked text
    assert f"/article/{COPY.id}" in links(columns)
    assert f"/article/{OTHER.id}" not in links(columns)


def test_sentences_know_which_facts_they_tell(ask: Ask) -> None:
    asked = ask(f"?show={WIRE.id}&show={OTHER.id}")
    texts = next(part.body for part in TAB.draw(asked) if part.name == "texts")
    steps = of_class(texts, "steps")[0].children
    assert [words(step) for step in steps] == [
        "Ten people were hurt.", "The mill burned down.", "“It was awful,” said Ann Lee."
    ]  # fmt: skip
    told = [
        [(vars(part)["data-facts"], words(part)) for part in walk(column) if "data-facts" in vars(part)]
        for column in of_class(texts, "column")
    ]
    assert told == [
        [("1", "Ten people were hurt."), ("3", "“It was awful,” said Ann Lee."), ("2", "The mill burned down.")],
        [("1", "Twelve people were hurt in a horrific blaze."), ("2", "The mill burned down.")],
    ]


def test_what_was_drawn_is_kept_with_the_story(ask: Ask) -> None:
    asked = ask()
    once, again = (next(part.body for part in TAB.draw(asked) if part.name == "texts") for _ in range(2))
    assert of_class(once, "column")[0] is of_class(again, "column")[0]


def test_a_number_of_a_fact_that_is_not_there_is_none(ask: Ask) -> None:
    for asked in ("0", "4", "99999", "x", "-1"):
        texts = next(part.body for part in TAB.draw(ask(f"?fact={asked}")) if part.name == "texts")
        assert "3 facts are told by two pages or more." in words(texts)
    texts = next(part.body for part in TAB.draw(ask("?fact=2")) if part.name == "texts")
    assert "Fact 2 of 3: The mill burned down." in words(texts)


def test_a_mark_that_a_person_took_out_is_struck_here_too(
    ask: Ask, results: HandMade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "library", tmp_path / "library.sqlite")
    asked = ask(f"?show={WIRE.id}&show={OTHER.id}")

    def drawn() -> tuple[list[str], str, str]:
        parts = {part.name: part.body for part in TAB.draw(asked)}
        struck = [words(part) for part in walk(parts["texts"]) if type(part).__name__ == "S"]
        count = next(words(each) for each in of_class(parts["texts"], "chip") if "Loaded" in words(each))
        return struck, count, words(of_class(parts["measures"], "without"))

    with Library(results.library) as library:
        library.add(OTHER)
        before = drawn()
        assert before[0] == []
        assert before[2] == ""
        take_out(library, OTHER.id, value="loaded", place="text", start=29, end=37)
        struck, count, without = drawn()
        assert struck == ["horrific"]
        assert count != before[1]
        assert "1 mark taken out by you" in without
        put_back_mark(library)
    assert drawn() == before
