"""Marks that a person took out, on the Article page."""

import math
from pathlib import Path

import pytest

from dashboard.components.marks_out import mark_form, marks_listed
from dashboard.pages.article import PAGE
from sources.keeping.taken_out import TakenOut, put_back_mark, take_out
from sources.library import Library
from tests.dashboard.hand_made import OTHER, HandMade, of_class, view, walk, words


@pytest.fixture
def taken(results: HandMade, tmp_path: Path) -> Path:
    """Take the loaded mark out of the second article."""
    results.library = tmp_path / "library.sqlite"
    with Library(results.library) as library:
        library.add(OTHER)
        take_out(library, OTHER.id, value="loaded", place="text", start=29, end=43)
    return results.library


def test_a_mark_that_is_out_is_struck_and_says_so(results: HandMade, taken: Path) -> None:
    body = view(PAGE, results, "?measure=loaded&measure=sentiment", article=OTHER.id).body
    struck = [part for part in walk(of_class(body, "text")) if type(part).__name__ == "S"]
    assert [words(part) for part in struck] == [" blaze"]
    assert "taken out by you" in vars(struck[0])["data-notes"]
    assert '"out": 1' in vars(struck[0])["data-notes"]
    both = [part for part in of_class(of_class(body, "text"), "mk") if words(part) == "horrific"]
    assert both, "the mark of another measure on one of its words stays"
    assert "mk-1" not in str(both[0].className).split()
    assert words(of_class(both, "out-1")) == "horrific", "struck as long as the measure is switched on"
    assert "Taken out by you: 1 mark" in words(body)
    assert "horrific blaze" in words(of_class(body, "marks-out"))


def test_the_value_as_counted_stays_and_what_it_would_be_stands_beside_it(results: HandMade, taken: Path) -> None:
    scores = results.frames["scores"]
    row = scores[(scores["article"] == OTHER.id) & (scores["measure"] == "loaded") & (scores["voice"] == "narration")]
    assert not math.isnan(row["value"].iloc[0])
    before = words(of_class(view(PAGE, HandMade(), article=OTHER.id).body, "panel-value"))
    body = view(PAGE, results, article=OTHER.id).body
    (said,) = of_class(of_class(body, "panel-value"), "without")
    assert words(said) == "with your corrections: not enough evidence (1 mark taken out by you)"
    assert words(of_class(body, "panel-value")).replace(words(said), "") == before
    opened = view(PAGE, results, "?value=loaded&voice=narration", article=OTHER.id).body
    assert "With your corrections: not enough evidence (1 mark taken out by you)." in words(of_class(opened, "counted"))


def test_a_mark_that_is_put_back_leaves_no_trace_on_the_page(results: HandMade, taken: Path) -> None:
    with Library(taken) as library:
        put_back_mark(library)
    body = view(PAGE, results, article=OTHER.id).body
    assert not of_class(body, "without")
    assert not of_class(body, "marks-out")
    assert "taken out" not in words(body)


def test_those_who_may_not_write_have_no_form(app: object) -> None:
    out = [TakenOut(article="a" * 16, value="loaded", place="title", start=0, end=3, words="Hot", number=3)]
    closed, opened = marks_listed("a" * 16, out, token=None), marks_listed("a" * 16, out, token="t")
    assert "Hot" in words(closed)
    assert "in the headline" in words(closed)
    assert not of_class(closed, "form")
    assert len(of_class(opened, "form")) == 1
    assert of_class(mark_form("a" * 16, "t"), "form-mark")
    assert marks_listed("a" * 16, [], token="t") is None
