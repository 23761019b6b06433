from dashboard.components.marked_column import marked_column, marked_words
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import OTHER, HandMade, links, of_class, words


def test_a_column_has_the_text_with_its_marks(results: HandMade) -> None:
    page = next(each for each in story_pages(results, "s-fire") if each.id == OTHER.id)  # type: ignore[arg-type]
    sentences = results.rows("sentences", article=OTHER.id)
    voices = results.rows("voices", article=OTHER.id)
    found = marked_words(results.evidence(OTHER.id), sentences=sentences, voices=voices)
    given = {"sentences": sentences, "voices": voices, "tells": {0: "1 2"}}
    made = marked_column(page, OTHER, found, leave=(), **given)  # type: ignore[arg-type]
    assert OTHER.text in words(made)
    assert "horrific blaze" in "".join(words(part) for part in of_class(made, "mk"))
    assert links(made) == [f"/article/{OTHER.id}"]
    assert len(of_class(made, "sentence")) == 1
    left = marked_column(page, OTHER, found, leave={"loaded", "sentiment"}, **given)  # type: ignore[arg-type]
    assert of_class(left, "mk") == []
