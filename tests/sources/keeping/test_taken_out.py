import sqlite3

import pytest

from sources.article import Article, article_id
from sources.errors import InputError, UnknownName
from sources.keeping.schema import SCHEMA
from sources.keeping.taken_out import marks_taken_out, put_back_mark, take_out, taken_out_of
from sources.library import Library

TEXT = "The council slammed the plan. It slammed the mayor too."


def article(text=TEXT, **more):
    title = "Council slams plan"
    return Article(id=article_id(title, text, **more), title=title, text=text, language="en", source="test", **more)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as opened:
        opened.add_many([article(), article("Two days.")])
        yield opened


def out(library, start=12, end=19, *, place="text", value="loaded", which=None):
    return take_out(library, which or library.ids()[0], value=value, place=place, start=start, end=end)


def test_a_mark_comes_back_as_it_was_kept_and_once(library):
    first, title = out(library), out(library, 8, 13, place="title")
    assert (first.number, first.words) == (1, "slammed")
    assert (title.number, title.words) == (2, "slams")
    assert out(library) == first
    with Library(library.shown) as again:
        assert marks_taken_out(again) == (first, title)
        assert taken_out_of(again, article()) == (first, title)
        assert taken_out_of(again, article("Two days.")) == ()


def test_it_is_put_back_and_its_number_is_never_given_again(library):
    out(library)
    out(library, 33, 40)
    assert put_back_mark(library).number == 2
    assert put_back_mark(library, 1).number == 1
    assert [each.undone for each in marks_taken_out(library, undone=True)] == [True, True]
    with pytest.raises(UnknownName, match="no mark is out"):
        put_back_mark(library)
    assert out(library).number == 3
    with pytest.raises(UnknownName, match="no mark that is out has the number 9; there are 3"):
        put_back_mark(library, 9)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-4, 2), (50, 900)], ids=str)
def test_places_without_words_are_refused(library, start, end):
    with pytest.raises(InputError, match="has no words from"):
        out(library, start, end)


def test_an_article_that_is_not_there_and_a_place_that_is_none_are_refused(library):
    with pytest.raises(UnknownName):
        out(library, which="0" * 16)
    with pytest.raises(InputError):
        out(library, place="margin")
    assert marks_taken_out(library) == ()


def test_a_mark_follows_an_article_that_is_corrected_as_long_as_its_words_stand_there(library):
    before = library.get(library.ids()[0])
    out(library, 33, 40)
    after = article("The council slammed the plan. It slammed the mayor and left.")
    library.replace(before.id, after, what="corrected text")
    assert [each.words for each in taken_out_of(library, after)] == ["slammed"]
    moved = article("So it was. The council slammed the plan. It slammed the mayor and left.")
    library.replace(after.id, moved, what="corrected text")
    assert taken_out_of(library, moved) == ()
    assert [each.words for each in taken_out_of(library, before)] == ["slammed"], "old results still show it"
    assert len(marks_taken_out(library)) == 1, "it is kept"


def test_a_library_of_the_schema_before_is_read_and_brought_up_to_date(tmp_path):
    path = tmp_path / "library.sqlite"
    with Library(path) as made:
        made.add(article())
    raw = sqlite3.connect(path)
    raw.executescript("DROP TABLE taken_out; UPDATE parallax SET value = '5' WHERE name = 'schema'")
    raw.close()
    with Library(path) as old:
        assert marks_taken_out(old) == ()
        assert taken_out_of(old, article()) == ()
        assert out(old).number == 1
        assert [each.id for each in old.articles()] == [article().id]
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT value FROM parallax WHERE name = 'schema'").fetchone() == (str(SCHEMA),)
    raw.close()
    with Library(tmp_path / "none.sqlite") as none:
        assert marks_taken_out(none) == ()
    assert not (tmp_path / "none.sqlite").exists()
