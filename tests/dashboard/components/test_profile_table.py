import math

from analysis.measures import ALL_MEASURES
from dashboard.components.profile_table import MANY_PARTS, is_rest, profile_table
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import HandMade, links, of_class, words

FRAMING = next(measure for measure in ALL_MEASURES if len(measure.values) >= MANY_PARTS)
FIRST, SECOND = FRAMING.values[:2]
REST = next(value for value in FRAMING.values if is_rest(value))


def test_parts_that_are_used_stand_largest_first_and_the_rest_last(results: HandMade) -> None:
    page = story_pages(results, "s-fire")[:1]
    scores = {(page[0].id, value.name, "body"): (0.0, 20) for value in FRAMING.values}
    scores |= {
        (page[0].id, FIRST.name, "body"): (0.1, 20),
        (page[0].id, SECOND.name, "body"): (0.2, 20),
        (page[0].id, REST.name, "body"): (0.7, 20),
    }
    made = profile_table(FRAMING, page, scores, voice="body")
    table = of_class(made, "frames")[0]
    assert [words(row.children[0]) for row in table.children[1].children] == [
        SECOND.label,
        FIRST.label,
        f"{REST.label}no word of any of these",
    ]
    assert [bar.style["width"] for bar in of_class(made, "bar-fill")] == ["100.0%", "50.0%"]
    assert f"/article/{page[0].id}?value={FIRST.name}&voice=body#counted" in links(made)
    assert "No words found for:" in words(made)


def test_nothing_to_count_is_no_zero_and_little_is_not_enough(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")[:2]
    scores = {
        (pages[0].id, FIRST.name, "body"): (0.5, 2),
        (pages[1].id, FIRST.name, "body"): (math.nan, 0),
    }
    row = of_class(profile_table(FRAMING, pages, scores, voice="body"), "frames")[0].children[1].children[0]
    assert [words(cell) for cell in row.children[1:]] == ["not enough evidence", "–"]


def test_every_part_says_what_it_means(results: HandMade) -> None:
    page = story_pages(results, "s-fire")[:1]
    made = profile_table(FRAMING, page, {(page[0].id, FIRST.name, "body"): (0.5, 20)}, voice="body")
    said = words(of_class(made, "fold")[0])
    assert said.startswith("What each means")
    assert all(value.meaning in said for value in FRAMING.values)
    row = of_class(made, "frames")[0].children[1].children[0]
    assert row.children[0].title == FIRST.meaning
