from analysis.facts.fact_terms import tellings
from analysis.facts.telling import Telling
from analysis.reading.sentences import sentence_spans


def told(text: str) -> list[Telling]:
    spans = [(number, *span) for number, span in enumerate(sentence_spans(text))]
    return tellings("page", text, spans, ())[0]


def terms(text: str) -> set[str]:
    return set(told(text)[0].terms)


def test_words_of_saying_and_grammar_tell_nothing() -> None:
    assert terms("He said that it was so.") == set()


def test_names_places_ideas_and_amounts() -> None:
    found = terms("Odile Farrant told Chinese officials that 300 goats had been put on hold.")
    assert {"word:farrant", "place:china", "idea:stop", "number:number:300", "number:goats"} <= found
    assert "word:odile" not in found


def test_small_numbers_tell_something_only_with_what_they_count() -> None:
    assert not any(term.startswith("number") for term in terms("Two of them left."))
    assert "number:goat:3" in terms("The three goats left.")


def test_unnamed_sources_are_one_idea_however_many() -> None:
    assert terms("Two sources revealed it.") == {"idea:anonymous"}
    assert "idea:anonymous" in terms("It was so, according to people familiar with the matter.")


def test_who_is_kept_apart_from_what() -> None:
    (sentence,) = told("Mayor Odile Farrant opened the lock in Beijing.")
    assert {"word:farrant", "place:china"} <= sentence.who
    assert "idea:open" not in sentence.who
    assert "word:farrant>idea:open" in sentence.deeds


def test_questions_and_possibilities_are_marked() -> None:
    asked, supposed, plain = told("Will the lock open? The lock might open. The lock is open.")
    assert (asked.asks, supposed.supposes, plain.asks, plain.supposes) == (True, True, False, False)


def test_every_place_of_a_term_lies_in_its_sentence() -> None:
    text = "Odile Farrant opened the lock. The U.S. froze 40 exports of copper, and Farrant’s goats left in April."
    for sentence in told(text):
        assert sentence.at.keys() == sentence.terms.keys()
        for places in sentence.at.values():
            assert all(sentence.start <= place < sentence.end for place in places)
        for clause in sentence.clauses:
            assert clause <= sentence.terms.keys()
