import pytest
from sqlalchemy import create_engine, text

from sources.article import Article, article_id
from sources.errors import UnknownName
from sources.keeping.event_changes import KINDS, EventChange, changes_of_events, keep_change, undo_change
from sources.library import Library


def article(words):
    return Article(id=article_id(None, words), outlet=None, title=None, text=words, url=None, published=None,
                   byline=None, section=None, language="en", source="test")  # fmt: skip


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as opened:
        opened.add_many([article("One day."), article("Two days."), article("Three days.")])
        yield opened


def a_change(ids, **more):
    return EventChange(**{"kind": "merge", "event": "event-a", "sides": ((ids[0],), (ids[1], ids[2])), **more})


def test_changes_come_back_as_they_were_kept_and_in_order(library):
    ids = library.ids()
    kept = [keep_change(library, a_change(ids, kind=kind, title="Café “A”")) for kind in KINDS]
    assert [change.number for change in kept] == [1, 2, 3, 4]
    assert changes_of_events(library) == tuple(kept)
    with Library(library.shown) as again:
        assert changes_of_events(again) == tuple(kept)


def test_a_library_without_changes_or_without_a_file_has_none(tmp_path, library):
    assert changes_of_events(library) == ()
    with Library(tmp_path / "none.sqlite") as none:
        assert changes_of_events(none) == ()
    assert not (tmp_path / "none.sqlite").exists()


def test_the_last_is_undone_first_or_the_one_that_is_named(library):
    ids = library.ids()
    for _ in range(3):
        keep_change(library, a_change(ids))
    assert undo_change(library).number == 3
    assert undo_change(library, 1).number == 1
    assert [change.number for change in changes_of_events(library)] == [2]
    assert [change.undone for change in changes_of_events(library, undone=True)] == [True, False, True]
    with pytest.raises(UnknownName, match="no change of events has the number 1; there are 2"):
        undo_change(library, 1)
    undo_change(library)
    with pytest.raises(UnknownName, match="no event was changed"):
        undo_change(library)
    assert keep_change(library, a_change(ids)).number == 4, "a number is never given again"


def test_articles_that_were_changed_or_removed_since_are_followed(library):
    first, second, third = library.ids()
    keep_change(library, a_change([first, second, third]))
    new = article("One fine day.")
    library.replace(first, new, what="corrected")
    library.remove(second)
    (change,) = changes_of_events(library)
    assert change.sides == ((new.id,), (third,))
    library.undo(second)
    assert changes_of_events(library)[0].sides == ((new.id,), (second, third))


def test_a_library_of_the_schema_before_is_read_and_brought_up_when_events_are_changed(tmp_path, library):
    first = library.ids()[0]
    library.replace(first, article("Another day."), what="corrected")
    library.close()
    engine = create_engine(f"sqlite:///{tmp_path / 'library.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE event_changes"))
        connection.execute(text("UPDATE parallax SET value = '2' WHERE name = 'schema'"))
    engine.dispose()
    with Library(tmp_path / "library.sqlite") as old:
        assert changes_of_events(old) == ()
        assert old.standing(first) == article("Another day.").id, "what schema 2 has is read"
        assert keep_change(old, a_change(old.ids())).number == 1
        assert len(changes_of_events(old)) == 1
        assert old.swept() == 0, "what was swept is no other than before"
