import pytest

from analysis.facts.differences import Difference, differences, page_of
from analysis.facts.fact_terms import tellings
from analysis.facts.telling import Telling
from analysis.reading.sentences import sentence_spans


def told(name: str, text: str) -> list[Telling]:
    spans = [(number, *span) for number, span in enumerate(sentence_spans(text))]
    return tellings(name, text, spans, ())[0]


def compared(one: str, other: str, *, similarity: float = 0.3) -> list[Difference]:
    """Compare the first sentences of two pages."""
    a, b = told("a", one), told("b", other)
    pages = {"a": page_of(one, a), "b": page_of(other, b)}
    return differences(a[0], b[0], pages, similarity=similarity)


def words(found: list[Difference]) -> list[tuple[str, str, str]]:
    return [(d.what, d.first.words, d.second.words) for d in found]


def test_amounts_of_the_same_thing() -> None:
    found = compared("Fourteen people were killed in the fire.", "The fire killed 41 people.")
    assert words(found) == [("people", "fourteen", "41")]


def test_amounts_of_other_things_are_not_compared() -> None:
    assert compared("Fourteen people were killed in the fire.", "The fire burnt 41 barns.") == []


def test_a_page_that_has_both_values_does_not_disagree() -> None:
    one = "Fourteen people were killed in the fire. In 1911, 41 people were killed in a fire there."
    assert compared(one, "The fire killed 41 people.") == []


def test_single_dates_of_sentences_much_alike() -> None:
    one, other = "The sample was taken from the tank on 16 April.", "The sample was taken on 10 April from the tank."
    assert words(compared(one, other, similarity=0.8)) == [("date", "16 April", "10 April")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The vote on copper was held in April.", "The vote on copper will be held in June."),
        ("The ban on copper began on 2 May.", "The ban on copper lasts until 9 May."),
        ("The poll has a margin of error of 3.1%.", "The poll has a margin of error of 3.5%."),
        ("Former Vice President Joe Brume spoke.", "Vice President Joseph Brume spoke."),
    ],
)
def test_what_may_differ(one: str, other: str) -> None:
    assert compared(one, other, similarity=0.8) == []


def test_two_holders_of_one_office() -> None:
    one, other = "Prime Minister Odile Farrant signed it.", "It was signed by Prime Minister Hector Brume."
    assert words(compared(one, other)) == [("name", "Odile Farrant", "Hector Brume")]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The strike would cost $5 million a day.", "The strike had cost $30 million.", False),
        ("The strike would cost $5 million a day.", "The strike would cost $30 million a week.", False),
        ("The strike would cost $5 million a day.", "The strike would cost $7 million daily.", True),
        ("The strike cost $5 million a day later.", "The strike cost $7 million.", True),
    ],
    ids=["rate and sum", "day and week", "two rates", "no rate"],
)
def test_an_amount_for_a_span_of_time_is_compared_with_its_like(one: str, other: str, differ: bool) -> None:
    assert bool(compared(one, other, similarity=0.8)) is differ
