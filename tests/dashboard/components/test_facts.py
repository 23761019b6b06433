from dataclasses import replace

from dashboard.components.facts import _with_value, differences, emphasised, facts_grid
from dashboard.story_facts import Told, story_facts
from dashboard.story_pages import by_id, story_pages
from tests.dashboard.hand_made import COPY, OTHER, WIRE, HandMade, links, of_class, words

TEXTS = {article.id: article for article in (WIRE, OTHER, COPY)}


def test_a_difference_shows_each_value_with_its_pages(results: HandMade) -> None:
    pages = by_id(story_pages(results, "s-fire"))
    made = differences(story_facts(results, "s-fire", texts=TEXTS), pages)
    assert len(of_class(made, "difference")) == 1
    rows = of_class(made, "value-row")
    assert [words(of_class(row, "value-said")) for row in rows] == ["Ten", "Twelve"]
    assert "Reuters" in words(rows[0])
    assert "(copied text)" in words(rows[0])
    assert "outlet not named on the page" in words(rows[1])
    assert [words(part) for part in of_class(made, "differing-value")] == ["Ten", "Ten", "Twelve"]
    assert f"/article/{OTHER.id}?sentence=0#s0" in links(made)


def test_cells_say_reported_attributed_differs_or_not_held(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    facts = story_facts(results, "s-fire", texts=TEXTS)
    made = facts_grid(facts, pages, shortened={OTHER.id: "summary"})
    rows = made.children.children[1].children
    cells = [[words(cell) for cell in row.children[1:]] for row in rows]
    assert cells[0][0].startswith("≠ Ten")
    assert cells[1][2].startswith("● reported")
    assert cells[2][0].startswith("❝ attributed to Ann Lee")
    assert cells[2][2] == "not found in the text we hold: only a summary of it is here"
    assert [row.className for row in rows] == ["differing", "", ""]


def test_values_are_set_off_as_whole_words_only() -> None:
    made = emphasised("At 14 the 140 men of 14", "14")
    assert words(made) == "At 14 the 140 men of 14"
    assert [words(part) for part in of_class(made, "differing-value")] == ["14", "14"]
    assert emphasised("a.b", None) == ["a.b"]
    assert words(of_class(emphasised("cost €1.8m (net)", "€1.8m"), "differing-value")) == "€1.8m"


def test_a_value_that_is_not_in_the_sentence_is_shown_with_its_neighbour_or_said_to_be_elsewhere() -> None:
    told = Told(
        article="a",
        sentence=1,
        status="differs",
        speaker=None,
        values="Ann Lee",
        before="Ann Lee came.",
        text="She let go.",
        after="All was well.",
        reason="",
    )
    assert words(_with_value(told)) == "Ann Lee came. She let go."
    alone = replace(told, before="Nobody came.")
    assert words(_with_value(alone)) == "She let go.Ann Lee stands elsewhere in this page."


def test_a_row_says_how_many_tell_it_how_it_is_worded_and_where_it_stands(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    rows = facts_grid(story_facts(results, "s-fire", texts=TEXTS), pages).children.children[1].children
    told, _, quoted = (words(row.children[0]) for row in rows)
    assert "told by 2 independent reports, partly in other words" in told
    assert told.endswith("first in A, B, C")
    assert "told by 1 independent report, in nearly the same words" in quoted
    assert quoted.endswith("only quoted in A, B · not found in C")


def test_words_of_one_report_alone_are_marked_and_values_are_set_off(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    row = facts_grid(story_facts(results, "s-fire", texts=TEXTS), pages).children.children[1].children[0]
    assert [words(part) for part in of_class(row.children[3], "differing-value")] == ["Twelve"]
    assert of_class(row.children[3], "own-word")


def test_the_sentence_that_comes_nearest_may_tell_it_and_is_a_link(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    fact = replace(story_facts(results, "s-fire", texts=TEXTS)[2], nearest={OTHER.id: (1, "It was <awful>.")})
    made = facts_grid([fact], pages)
    cell = made.children.children[1].children[0].children[3]
    assert words(cell) == "? perhaps told hereIt was <awful>."
    assert words(made.children.children[1].children[0].children[0]).endswith("perhaps in C")
    whole = facts_grid([fact], pages, shortened={OTHER.id: "cut"})
    assert words(of_class(whole, "absent")) == "? perhaps told hereits text breaks offIt was <awful>."
    assert f"/article/{OTHER.id}?sentence=1#s1" in links(made)
