from dashboard.components.portrayed import portrayed
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, walk, words


def test_names_that_two_pages_tell_of_are_drawn_with_a_mark_for_each(results: HandMade) -> None:
    made = portrayed(results.table("portrayals"), story_pages(results, "s-fire"))
    graph = next(part for part in walk(made) if type(part).__name__ == "Graph")
    drawn = {trace.name: (list(trace.y), list(trace.x)) for trace in graph.figure.data}
    assert drawn == {"A Reuters": (["Ann Lee"], [0.4]), "C outlet not named on the page": (["Ann Lee"], [-0.3])}
    assert "Ann Lee+0.40 (3 sentences)not enough evidence−0.30 (2 sentences)" in words(made)


def test_a_name_on_one_page_or_in_one_sentence_is_not_compared(results: HandMade) -> None:
    rows = results.table("portrayals")
    pages = story_pages(results, "s-fire")
    assert portrayed(rows[rows["article"] == WIRE.id], pages) is None
    assert portrayed(rows.assign(n=[3, 1]), pages) is None
    assert set(rows["article"]) == {WIRE.id, OTHER.id}
