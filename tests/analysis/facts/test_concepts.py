from analysis import wordlists
from analysis.facts.concepts import find_ideas, find_places, ideas
from analysis.facts.stems import stem


def ideas_in(text: str) -> set[str]:
    return {idea for hit in find_ideas([stem(word) for word in text.lower().split()]) for idea in hit.ideas}


def test_near_synonyms_meet() -> None:
    for text in ("the plan was put on hold", "they froze the plan", "a suspension of the plan", "it halted the plan"):
        assert "stop" in ideas_in(text), text


def test_a_phrase_may_hold_other_words() -> None:
    assert "allow" in ideas_in("to lift the old ban")
    assert "allow" not in ideas_in("to lift the box and then after a while the ban")


def test_stopping_a_restriction_is_easing_it() -> None:
    assert "relax" in ideas_in("it suspended all restrictions")
    assert "relax" in ideas_in("it quietly stopped several tough measures")
    assert "relax" not in ideas_in("it imposed new restrictions")


def test_longest_phrase_wins() -> None:
    assert "trade" not in ideas_in("step down")
    assert "resign" in ideas_in("he stepped down")


def test_places_by_people_capital_and_short_form() -> None:
    for text in ("United States", "U.S. officials", "Washington said", "American firms", "White House aides"):
        assert [place for _, _, place in find_places(text.split())] == ["united states"], text
    assert find_places("tell us now".split()) == []


def test_the_list_is_in_order() -> None:
    names = [row[0] for row in wordlists.rows("concepts")]
    assert names == sorted(set(names))
    known = ideas()
    assert len(known) >= 150
    assert {idea.opposite for idea in known.values()} - {""} <= set(known)
    assert {idea.kind for idea in known.values()} == {"act", "thing", "role", "generic", "source", "silent"}
    for row in wordlists.rows("concepts"):
        words = row[3].split(", ")
        assert all(words), row[0]
        assert len(words) == len(set(words)), row[0]
        assert {word[1:] for phrase in words for word in phrase.split() if word.startswith("@")} <= set(known)


def test_no_form_names_two_places() -> None:
    forms = [form for row in wordlists.rows("places") for form in row[2].split(", ")]
    assert sorted(forms) == sorted(set(forms))
    assert len(wordlists.rows("places")) >= 120
