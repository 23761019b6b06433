import math

from analysis.portrayals import PORTRAYED
from dashboard.components.portrayed import portrayed
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, walk, words

WORDS = PORTRAYED.frame(
    [
        (WIRE.id, "Ann Lee", "narration", 0, 4, 0, "does", 0.3, "won", 10),
        (WIRE.id, "Ann Lee", "narration", 5, 9, 1, "about", 0.1, "fine", 30),
        (OTHER.id, "Lee", "narration", 0, 4, 0, "done to", -0.3, "blamed", 10),
    ]
)


def test_names_that_two_pages_tell_of_have_a_cell_for_each(results: HandMade) -> None:
    made = portrayed(results.table("portrayals"), WORDS, story_pages(results, "s-fire"))
    assert "Ann Lee" in words(made)
    assert "+0.403 mentions" in words(made)
    assert "−0.302 mentions" in words(made)
    assert "“blamed”done to −0.30" in words(made)
    places = [part.style["left"] for part in walk(made) if "left" in (getattr(part, "style", None) or {})]
    assert places == ["50%", "70.0%", "50%", "35.0%"]


def test_an_undecided_value_is_said_so(results: HandMade) -> None:
    rows = results.table("portrayals")
    made = portrayed(rows.assign(value=math.nan), WORDS, story_pages(results, "s-fire"))
    assert words(made).count("undecided") == 2
    assert "+0.40" not in words(made)


def test_a_name_on_one_page_or_mentioned_once_is_not_compared(results: HandMade) -> None:
    rows = results.table("portrayals")
    pages = story_pages(results, "s-fire")
    assert portrayed(rows[rows["article"] == WIRE.id], WORDS, pages) is None
    assert portrayed(rows.assign(n=[3, 1]), WORDS, pages) is None
    assert set(rows["article"]) == {WIRE.id, OTHER.id}
