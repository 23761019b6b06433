"""Outlets and people with other names of the same shape."""

from analysis.evaluation.rewritten.renaming import other_outlets, renamed, two_people
from analysis.words.syllables import syllables
from sources.article import Article

NEWS = Article(
    id="a",
    title="Mary Dunmore leaves the Kell council",
    text="Mary Dunmore told the Daily Rouser that she would go. Dunmore blamed Anna Sell. The Landwire News Agency and "
    "CNN asked Sell, who said nothing. Dunmoreland is a farm.",
)


def test_whole_words_are_renamed_and_nothing_else():
    changed = renamed(NEWS, {"Dunmore": "Marlin"})
    assert changed.title == "Mary Marlin leaves the Kell council"
    assert changed.text.count("Marlin") == 2
    assert "Dunmoreland" in changed.text


def test_outlets_become_others_of_the_same_shape():
    names = other_outlets(NEWS)
    assert {"Daily Rouser", "Landwire News Agency", "CNN"} <= set(names)
    for name, other in names.items():
        assert other != name
        assert other not in NEWS.text
        assert [syllables(word.lower()) for word in name.split()] == [syllables(word.lower()) for word in other.split()]


def test_two_people_of_one_pronoun_exchange_names():
    people = two_people(NEWS)
    assert people is not None
    assert set(people.first) == {"Mary", "Dunmore", "Anna", "Sell"}
    assert {people.between[name] for name in people.first.values()} == set(people.second.values())
    assert {**people.first} == {name: people.between[new] for name, new in people.second.items()}
    counts = {len({syllables(new.lower()) for new in people.first.values()})}
    assert counts == {1}, "the invented names sound alike, or readability would change"


def test_one_person_is_too_few():
    assert two_people(Article(id="a", text="Mary Dunmore left. Mary Dunmore smiled.")) is None
