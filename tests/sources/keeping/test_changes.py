"""Changing an article keeps what it was; what is added again does not bring the old text back."""

from dataclasses import replace

import pytest

from sources.article import Article, article_id
from sources.errors import LibraryError, UnknownName
from sources.library import Library


def article(text: str, **more) -> Article:
    return Article(id=article_id(None, text), text=text, **more)


A, B, C = article("First text."), article("Second text."), article("Third text.")
CHANGED = article("First text, changed.", headings=((0, 5),))


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as opened:
        opened.add_many([A, B])
        yield opened


def test_a_changed_article_stands_where_the_old_one_stood(library):
    library.replace(A.id, CHANGED, what="put back 1 piece of text")
    assert list(library.articles()) == [CHANGED, B]
    assert (library.count(), library.ids()) == (2, (CHANGED.id, B.id))
    with pytest.raises(UnknownName):
        library.get(A.id)


def test_adding_the_old_text_again_leaves_the_change(library):
    library.replace(A.id, CHANGED, what="x")
    assert library.keep([A, CHANGED, C]) == (False, False, True)
    assert list(library.articles()) == [CHANGED, B, C]
    assert (library.standing(A.id), library.standing(CHANGED.id), library.standing(B.id)) == (
        CHANGED.id,
        CHANGED.id,
        B.id,
    )


def test_a_removed_article_stays_out_until_it_is_undone(library):
    library.remove(A.id)
    assert list(library.articles()) == [B]
    assert library.standing(A.id) is None
    assert library.add(A) is False
    library.add(C)
    assert library.undo(A.id[:8]) == (A.id, "removed")
    assert list(library.articles()) == [A, B, C]
    assert library.standing(A.id) == A.id


def test_changes_are_undone_one_by_one(library):
    corrected = replace(CHANGED, outlet="Harbour Post")
    library.replace(A.id, CHANGED, what="put back")
    library.replace(CHANGED.id, corrected, what="corrected outlet")
    library.remove(CHANGED.id)
    assert library.standing(A.id) is None
    assert library.undo(CHANGED.id) == (CHANGED.id, "removed")
    assert list(library.articles()) == [corrected, B]
    assert library.undo(CHANGED.id) == (CHANGED.id, "corrected outlet")
    assert list(library.articles()) == [CHANGED, B]
    assert library.undo(CHANGED.id) == (A.id, "put back")
    assert list(library.articles()) == [A, B]
    with pytest.raises(UnknownName, match="nothing to undo"):
        library.undo(A.id)


def test_results_made_before_a_change_still_find_their_text(library):
    library.replace(A.id, CHANGED, what="put back")
    library.remove(B.id)
    assert (library.version(A.id), library.version(B.id), library.version(CHANGED.id)) == (A, B, CHANGED)
    with pytest.raises(UnknownName):
        library.version("f" * 16)
    library.undo(CHANGED.id)
    assert library.version(A.id) == A


def test_two_articles_never_become_one(library):
    with pytest.raises(LibraryError, match=f"has this text already, as {B.id}"):
        library.replace(A.id, replace(B, outlet="X"), what="x")
    library.replace(A.id, CHANGED, what="x")
    library.remove(CHANGED.id)
    library.undo(CHANGED.id)
    library.undo(CHANGED.id)
    assert list(library.articles()) == [A, B]


def test_an_old_text_that_was_taken_by_another_article_is_told(library):
    library.replace(A.id, CHANGED, what="x")
    library.replace(B.id, A, what="y")
    with pytest.raises(LibraryError, match="has the old text again"):
        library.undo(CHANGED.id)
    assert list(library.articles()) == [CHANGED, A]


def test_what_is_not_there_is_told(library):
    for call in (
        lambda: library.replace("f" * 16, CHANGED, what="x"),
        lambda: library.remove("f" * 16),
        lambda: library.undo("f" * 16),
        lambda: library.undo(""),
        lambda: library.standing("f" * 16),
    ):
        with pytest.raises(UnknownName):
            call()


def test_an_ambiguous_beginning_changes_nothing(library):
    library.add_many([replace(C, id="aa" + "0" * 14), replace(C, id="aa" + "1" * 14)])
    library.remove("aa" + "0" * 14)
    library.remove("aa" + "1" * 14)
    with pytest.raises(UnknownName, match="several changed articles"):
        library.undo("aa")
    with pytest.raises(UnknownName):
        library.undo("")
    assert list(library.articles()) == [A, B]


def test_changes_survive_closing(library):
    library.replace(A.id, CHANGED, what="x")
    library.close()
    assert list(library.articles()) == [CHANGED, B]
    assert library.undo(CHANGED.id) == (A.id, "x")


def test_many_are_replaced_at_once_and_twins_stay_two(library):
    assert library.replace_all([(A.id, CHANGED), (B.id, CHANGED), (C.id, C)], what="x") == (True, False, False)
    assert list(library.articles()) == [CHANGED, B]
    assert library.undo(CHANGED.id) == (A.id, "x")


def test_an_id_of_before_is_told_what_it_became(library):
    library.replace(A.id, CHANGED, what="x")
    with pytest.raises(UnknownName, match=f"was changed since, and is {CHANGED.id} now"):
        library.get(A.id[:10])
