import pytest
from sqlalchemy import create_engine, inspect, text

from sources.article import Article, article_id
from sources.errors import InputError, UnknownName
from sources.keeping.groups import (
    KINDS,
    Membership,
    changes_of_groups,
    group_named,
    groups_of,
    import_groups,
    remove_group,
    set_group,
    undo_groups,
)
from sources.library import Library


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as opened:
        yield opened


def held(library):
    return {group.name: group.outlets for group in groups_of(library)}


def rating(outlet, value, date, by="Press Board"):
    return Membership(outlet=outlet, group=value, by=by, date=date, rating=True)


def test_no_group_comes_with_parallax(library):
    assert groups_of(library) == ()
    assert changes_of_groups(library) == ()
    with pytest.raises(UnknownName, match="there is no group 'left'; none was made yet"):
        group_named(library, "left")


def test_a_group_is_what_was_set_last_with_who_and_when(library):
    set_group(library, "  National  papers ", ["Post", "Courier", "Post"], by="Ann", date="2026-03-01", note="ours")
    assert held(library) == {"National papers": ("Courier", "Post")}
    (group,) = groups_of(library)
    assert group.members[0] == Membership(
        outlet="Courier", group="National papers", by="Ann", date="2026-03-01", note="ours"
    )
    set_group(library, "national papers", ["Post", "Echo"])
    assert held(library) == {"national papers": ("Echo", "Post")}
    set_group(library, "local", ["Echo"])
    assert held(library) == {"local": ("Echo",), "national papers": ("Echo", "Post")}, "an outlet may be in several"
    assert group_named(library, "NATIONAL PAPERS").outlets == ("Echo", "Post")


def test_files_are_laid_beside_what_there_is(library):
    set_group(library, "local", ["Echo", "Bugle"], by="Ann")
    kept = import_groups(
        library,
        [Membership(outlet="Echo", group="Local", by="Bo"), Membership(outlet="Post", group="owned by Lee")],
        origin="groups.csv",
    )
    assert (kept.number, kept.origin) == (2, "groups.csv")
    assert held(library) == {"Local": ("Bugle", "Echo"), "owned by Lee": ("Post",)}
    assert [member.by for member in group_named(library, "local").members] == ["Ann", "Bo"]


def test_of_ratings_by_one_source_the_latest_date_stands_whatever_came_first(library):
    import_groups(library, [rating("Post", "high", "2026-02-01"), rating("Echo", "high", "2026-02-01")], origin="a")
    import_groups(library, [rating("Post", "low", "2025-02-01"), rating("Post", "3 of 5", "2024-01-01", "Readers")],
                  origin="b")  # fmt: skip
    assert held(library) == {"Press Board: high": ("Echo", "Post"), "Readers: 3 of 5": ("Post",)}
    import_groups(library, [rating("Post", "middling", "2026-05-01")], origin="c")
    assert held(library)["Press Board: middling"] == ("Post",)
    assert held(library)["Press Board: high"] == ("Echo",)
    assert all(group.rating for group in groups_of(library))
    with pytest.raises(InputError, match="is a rating by somebody else"):
        set_group(library, "press board: high", ["Echo"])


def test_outlets_and_groups_are_taken_out(library):
    set_group(library, "local", ["Echo", "Bugle", "Post"])
    remove_group(library, "Local", outlets=["post"])
    assert held(library) == {"local": ("Bugle", "Echo")}
    with pytest.raises(UnknownName, match=r"'Post' is not in the group 'local'; in it are Bugle, Echo"):
        remove_group(library, "local", outlets=["Post"])
    remove_group(library, "local")
    assert held(library) == {}


def test_every_change_can_be_undone_and_nothing_is_lost(library):
    set_group(library, "local", ["Echo", "Bugle"])
    set_group(library, "local", ["Echo"])
    remove_group(library, "local")
    assert [change.kind for change in changes_of_groups(library)] == ["set", "set", "remove"]
    assert undo_groups(library).number == 3
    assert held(library) == {"local": ("Echo",)}
    assert undo_groups(library, 2).number == 2
    assert held(library) == {"local": ("Bugle", "Echo")}
    with pytest.raises(UnknownName, match="no change of groups has the number 2; there are 1"):
        undo_groups(library, 2)
    undo_groups(library)
    assert held(library) == {}
    assert [change.undone for change in changes_of_groups(library, undone=True)] == [True, True, True]
    with pytest.raises(UnknownName, match="no change of groups is left; no group was changed"):
        undo_groups(library)
    assert set_group(library, "local", ["Echo"]).number == 4, "a number is never given again"
    assert {change.kind for change in changes_of_groups(library, undone=True)} <= set(KINDS)


@pytest.mark.parametrize(
    ("name", "outlets", "date", "message"),
    [
        (" - ", ["Echo"], None, "a group must have a name with a word in it"),
        ("local", [], None, "the group 'local' has no outlet"),
        ("local", ["Echo"], "1 May 2026", "'1 May 2026' is no date; write it like 2026-01-31"),
    ],
    ids=["no name", "no outlet", "no date"],
)
def test_what_is_no_group_is_said_and_not_kept(library, name, outlets, date, message):
    with pytest.raises(InputError, match=message):
        set_group(library, name, outlets, date=date)
    with pytest.raises(InputError, match=r"x\.csv: holds no outlet"):
        import_groups(library, [], origin="x.csv")
    assert changes_of_groups(library, undone=True) == ()


def test_a_library_of_the_schema_before_is_read_and_brought_up_when_a_group_is_made(tmp_path):
    file = tmp_path / "library.sqlite"
    article = Article(id=article_id(None, "One day."), text="One day.", source="test")
    with Library(file) as library:
        library.add(article)
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE group_changes"))
        connection.execute(text("UPDATE parallax SET value = '3' WHERE name = 'schema'"))
    with Library(file) as old:
        assert groups_of(old) == ()
        assert "group_changes" not in inspect(engine).get_table_names(), "looking changes nothing"
        set_group(old, "local", ["Echo"])
        assert held(old) == {"local": ("Echo",)}
        assert old.ids() == (article.id,)
    engine.dispose()
