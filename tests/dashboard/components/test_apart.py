from analysis.tables import APART, rows
from dashboard.components.apart import apart_said, apart_shortly, how_far
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import HandMade, of_class, walk, words


def test_the_number_stands_with_its_interval_and_what_it_means(results: HandMade) -> None:
    row = next(rows(results.table("apart")))
    made = how_far(row, results.table("apart_parts"), story_pages(results, "s-fire"))
    assert "C, outlet not named" in words(made)
    assert apart_said(row) == apart_shortly(row) == "0.31 (0.12 to 0.50)"
    assert "the same 31 % less often than two words of one of them. 2 outlets, 2 reports." in words(made)
    assert [words(bar) for bar in walk(made) if type(bar).__name__ == "Td"] == [
        "+0.21", "140 words", "+0.10", "100 words", "+0.40", "Reuters: 5 times; elsewhere 1", "−0.09", "234 uses",
    ]  # fmt: skip
    assert len(of_class(made, "bar-less")) == 1


def test_an_interval_with_0_in_it_says_no_difference(results: HandMade) -> None:
    row = next(rows(APART.frame([("e", "s", 3, 4, 900, 0.05, -0.1, 0.2, True)])))
    assert apart_shortly(row) == "no clear difference"
    assert "no more than one text would differ from itself" in words(how_far(row, results.table("apart_parts")))


def test_too_few_words_are_said(results: HandMade) -> None:
    none = float("nan")
    row = next(rows(APART.frame([("e", "s", 1, 1, 120, none, none, none, False)])))
    assert apart_said(row) == "not enough evidence"
    assert "here 1 outlet has as many" in words(how_far(row, results.table("apart_parts").iloc[:0]))
