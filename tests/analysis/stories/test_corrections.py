import pytest

from analysis.stories.corrections import bonds_of
from analysis.stories.grouping import group
from analysis.tables import COPIES, CREDITS
from sources.keeping.event_changes import EventChange
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, TOLD, articles, undated

NONE = (COPIES.empty(), CREDITS.empty())
BRIDGE, ORCHID, STRIKE = ("a1", "b2", "c3"), ("d4", "e5"), ("f6",)


def change(kind, *sides, title=None):
    return EventChange(kind=kind, event="event-x", sides=tuple(map(tuple, sides)), title=title)


def events(*changes, frame=None, copies=None):
    frame = articles(*TOLD) if frame is None else frame
    members = group(frame, NONE[0] if copies is None else copies, NONE[1], changes=changes).members
    return {frozenset(rows["article"]) for _, rows in members.groupby("event")}


def sets(*groups):
    return {frozenset(one) for one in groups}


def test_without_changes_the_machine_decides():
    assert events() == sets(BRIDGE, ORCHID, STRIKE)
    assert bonds_of([]).together == {}


@pytest.mark.parametrize("dates", [articles, lambda *rows: undated(articles(*rows))], ids=["dated", "undated"])
def test_events_that_a_person_merges_are_one_however_unlike(dates):
    merged = change("merge", BRIDGE, STRIKE)
    assert events(merged, frame=dates(*TOLD)) == sets(BRIDGE + STRIKE, ORCHID)


def test_what_a_person_takes_out_stays_out_however_alike():
    assert events(change("split", ("b2",), ("a1", "c3"))) == sets(("a1", "c3"), ("b2",), ORCHID, STRIKE)


def test_a_moved_article_stands_where_it_was_put():
    assert events(change("move", ("c3",), ORCHID, ("a1", "b2"))) == sets(("a1", "b2"), (*ORCHID, "c3"), STRIKE)


def test_a_later_change_wins_over_an_earlier_one():
    split = change("split", ("b2",), ("a1", "c3"))
    assert events(split, change("merge", ("a1", "c3"), ("b2",))) == events()
    assert events(split, change("move", ("b2",), ORCHID, ())) == sets(("a1", "c3"), (*ORCHID, "b2"), STRIKE)
    assert events(change("merge", BRIDGE, STRIKE), change("split", STRIKE, BRIDGE)) == events()
    moved = change("move", ("c3",), ORCHID, ("a1", "b2"))
    assert events(moved, change("move", ("c3",), ("a1", "b2"), ORCHID)) == events()


def test_new_articles_join_what_people_made():
    new = ("g7", "Other", "Lorries wait at Ostby tunnel", BRIDGE_LOCAL + " More.", "2026-03-03T12:00:00+00:00")
    found = events(change("split", ("a1",), ("b2", "c3")), frame=articles(*TOLD, new))
    assert frozenset({"b2", "c3", "g7"}) in found
    assert frozenset({"a1"}) in found


def test_parts_that_were_split_are_not_pulled_together_by_a_new_article():
    new = ("g7", "Other", "Bridge: all we know", f"{BRIDGE_AGENCY} {BRIDGE_LOCAL}", "2026-03-03T12:00:00+00:00")
    found = events(change("split", ("a1",), ("b2", "c3")), frame=articles(*TOLD, new))
    assert not any({"a1", "b2"} <= event for event in found)


def test_a_person_wins_over_a_copy():
    copy = ("g7", "Other", "Lorries stopped", BRIDGE_AGENCY, "2026-03-02T12:00:00+00:00")
    copies = COPIES.frame([("g7", "a1", 1.0, True)])
    frame = articles(*TOLD, copy)
    assert frozenset({*BRIDGE, "g7"}) in events(frame=frame, copies=copies)
    assert frozenset({"g7"}) in events(change("split", ("g7",), BRIDGE), frame=frame, copies=copies)


def test_an_event_that_a_person_named_keeps_its_title_as_it_grows():
    named = change("rename", BRIDGE, title="The bridge")
    new = ("g7", "Other", "Lorries wait at Ostby tunnel", BRIDGE_LOCAL + " More.", "2026-03-03T12:00:00+00:00")
    found = group(articles(*TOLD, new), *NONE, changes=[named, change("rename", ("zz",), title="Gone")])
    titled = found.events[found.events["title"] == "The bridge"]
    assert titled["articles"].tolist() == [4]
    assert "The bridge" in found.stories["title"].tolist(), "a story of one event is called as that"
    again = group(articles(*TOLD), *NONE, changes=[named, change("rename", BRIDGE, title="Hangers")])
    assert "Hangers" in again.events["title"].tolist()


def test_members_say_that_a_person_placed_them_and_are_on_no_border():
    members = group(articles(*TOLD), *NONE, changes=[change("merge", BRIDGE, STRIKE)]).members.set_index("article")
    assert members.loc[[*BRIDGE, *STRIKE], "note"].str.startswith("placed by a person").all()
    assert not members.loc[[*BRIDGE, *STRIKE], "borderline"].any()
    assert members.loc["d4", "note"] != "placed by a person"


def test_articles_that_are_gone_are_passed_over():
    assert events(change("merge", ("a1", "gone"), ("f6", "lost"))) == sets((*BRIDGE, "f6"), ORCHID)
    assert events(change("split", ("gone",), BRIDGE)) == events()
    assert events(change("split", (), BRIDGE), change("move", (), ORCHID, ())) == events()
