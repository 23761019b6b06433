from analysis.facts.fact_terms import tellings
from analysis.facts.surroundings import placed, with_offices
from analysis.facts.telling import Telling
from analysis.reading.sentences import sentence_spans


def page(text: str, headings: tuple[tuple[int, int], ...] = ()) -> tuple[list[Telling], list[dict[str, float]]]:
    spans = [(number, *span) for number, span in enumerate(sentence_spans(text, headings))]
    return placed(*tellings("page", text, spans, headings))


def test_a_sentence_that_names_nobody_goes_on_with_the_subject_before() -> None:
    (first, second), _ = page("Farrant opened the lock. Then it was shut again by hand.")
    assert "word:farrant" in second.terms
    assert "word:farrant" in second.inherited
    assert not first.inherited


def test_a_sentence_that_names_its_own_subject_inherits_none() -> None:
    (_, second), _ = page("Farrant opened the lock. Brume shut it again by hand.")
    assert "word:farrant" not in second.terms


def test_what_takes_up_a_word_of_the_heading_stands_for_it() -> None:
    text = "Harbour board turns to copper\n\nThe clerks were told to sell copper instead.\n\nSnow fell on the hill."
    (echo, other), _ = page(text, ((0, 29),))
    assert "word:harbour" in echo.free
    assert "word:harbour" not in other.terms


def test_surroundings_fade() -> None:
    _, around = page("Copper sank. Tin sank too. Zinc sank as well. Goats bleated.")
    assert around[3]["word:zinc"] > around[3]["word:tin"] > around[3]["word:copper"] > 0


def test_the_holder_of_an_office_is_known_in_every_sentence() -> None:
    told, _ = page("President Farrant opened the lock. Later Farrant shut the lock. The clerk left.")
    first, second, third = with_offices(told)
    assert "idea:presidency" in first.terms
    assert "idea:presidency" in second.terms
    assert "idea:presidency>idea:close" in second.deeds
    assert "idea:presidency" not in third.terms.keys() - third.inherited
