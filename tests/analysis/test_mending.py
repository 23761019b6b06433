import pytest

from analysis.mending import merge_events, move_articles, rename_event, split_event
from analysis.results import Results
from analysis.run import analyse
from sources.errors import InputError, UnknownName
from sources.keeping.event_changes import changes_of_events
from sources.library import Library
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, ORCHID_SCIENCE
from tests.analysis.test_run import NOW, _article, _filled


@pytest.fixture
def results(tmp_path):
    library = _filled(tmp_path / "l.sqlite", [_article(text) for text in (BRIDGE_AGENCY, BRIDGE_LOCAL, ORCHID_SCIENCE)])
    analyse(library, now=NOW)
    opened = Results.open(library)
    yield opened
    opened.close()


def test_each_change_is_kept_with_the_articles_that_were_seen(results):
    members = results.table("members")
    two, one = (rows["article"].tolist() for _, rows in members.groupby("event", sort=False))
    big, small = members["event"].unique()
    made = [
        merge_events(results, [big, small, big]),
        split_event(results, [two[0]]),
        move_articles(results, [two[1]], to=small),
        rename_event(results, small, title=" A\nflower "),
    ]
    assert [change.sides for change in made] == [
        (tuple(two), tuple(one)),
        ((two[0],), (two[1],)),
        ((two[1],), tuple(one), (two[0],)),
        (tuple(one),),
    ]
    assert made[3].title == "A flower"
    with Library(results.library) as library:
        assert changes_of_events(library) == tuple(made)


def test_nothing_is_kept_of_what_cannot_be_done(results):
    with pytest.raises(InputError):
        split_event(results, [])
    with pytest.raises(UnknownName):
        move_articles(results, ["zzzz"], to="event-x")
    with pytest.raises(UnknownName):
        rename_event(results, "event-x", title="A")
    with Library(results.library) as library:
        assert changes_of_events(library) == ()
