import pandas as pd

from analysis.portraying.across import joined_across
from analysis.tables import MEMBERS, PORTRAYALS


def _joined(*named, stories=None):
    """Return the entities, given as (article, name), when all articles are of one story."""
    frame = PORTRAYALS.frame([(name, article, "narration", 0.1, 2, 0.1, name) for article, name in named])
    articles = sorted({article for article, _ in named})
    members = MEMBERS.frame([(a, "e", (stories or {}).get(a, "s"), 0.5, "", a) for a in articles])
    made = joined_across(frame, members)
    assert made["named"].tolist() == [name for _, name in named]
    assert made["entity"].dtype == frame["entity"].dtype
    return made["entity"].tolist()


def test_a_surname_is_the_full_name_that_another_page_has():
    assert _joined(("a", "Tom Marsh"), ("b", "Marsh"), ("b", "Selby")) == ["Tom Marsh", "Tom Marsh", "Selby"]
    assert (
        _joined(("a", "Tom J. Marsh"), ("b", "Tom Marsh"), ("c", "TOM MARSH"), ("d", "Tom Marsh")) == ["Tom Marsh"] * 4
    )


def test_wife_and_husband_are_not_joined():
    names = (("a", "Ana Marsh"), ("a", "Tom Marsh"), ("b", "Marsh"))
    assert _joined(*names) == ["Ana Marsh", "Tom Marsh", "Marsh"]


def test_pages_of_another_story_do_not_name_anybody():
    assert _joined(("a", "Tom Marsh"), ("b", "Marsh"), stories={"b": "t"}) == ["Tom Marsh", "Marsh"]


def test_a_page_that_has_both_forms_keeps_both():
    assert _joined(("a", "Tom Marsh"), ("a", "Marsh"), ("b", "Tom Marsh")) == ["Tom Marsh", "Marsh", "Tom Marsh"]


def test_nothing_stays_nothing():
    assert joined_across(PORTRAYALS.empty(), MEMBERS.empty()).equals(PORTRAYALS.empty())
    assert isinstance(joined_across(PORTRAYALS.empty(), MEMBERS.empty()), pd.DataFrame)
