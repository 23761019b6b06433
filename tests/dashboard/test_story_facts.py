from dashboard.story_facts import as_written, story_facts
from tests.dashboard.hand_made import COPY, OTHER, WIRE, HandMade

TEXTS = {article.id: article for article in (WIRE, OTHER, COPY)}


def test_what_differs_comes_first_and_then_what_most_pages_tell(results: HandMade) -> None:
    facts = story_facts(results, "s-fire", texts=TEXTS)
    assert [fact.id for fact in facts] == ["f1", "f2", "f3"]
    assert facts[0].difference == "people: Ten against Twelve"
    assert facts[1].difference == ""


def test_each_sentence_stands_with_its_neighbours(results: HandMade) -> None:
    told = story_facts(results, "s-fire", texts=TEXTS)[2].told[WIRE.id][0]
    assert told.text == "“It was awful,” said Ann Lee."
    assert told.before == "Ten people were hurt."
    assert told.after == "The mill burned down."
    assert (told.status, told.speaker, told.values) == ("attributed", "Ann Lee", None)


def test_values_that_disagree_are_grouped_the_most_told_first(results: HandMade) -> None:
    by_value = story_facts(results, "s-fire", texts=TEXTS)[0].by_value()
    assert {value: [row.article for row in rows] for value, rows in by_value.items()} == {
        "Ten": [WIRE.id, COPY.id],
        "Twelve": [OTHER.id],
    }
    assert list(by_value) == ["Ten", "Twelve"]


def test_articles_that_were_not_asked_for_are_left_out(results: HandMade) -> None:
    facts = story_facts(results, "s-fire", texts={OTHER.id: OTHER})
    assert {article for fact in facts for article in fact.told} == {OTHER.id}


def test_a_number_is_found_in_the_words_of_the_sentence() -> None:
    assert as_written("fourteen", "The ferry left 14 people hurt.") == "14"
    assert as_written("fourteen", "On Tuesday it failed, and 14 of them were hurt.") == "14"
    assert as_written("Fourteen", "Fourteen people were hurt.") == "Fourteen"
    assert as_written("fourteen", "The ferry left 41 people hurt.") == "fourteen"
    assert as_written("10 April / 41", "On 16 April 41 were hurt.") == "10 April / 41"
    assert as_written(None, "Nothing differs.") is None
