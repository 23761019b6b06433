from analysis.apart.events import apart, frames
from analysis.tables import ALL_TABLES, CREDITS
from tests.analysis.apart.invented import ANGRY, CALM, batch_of, members_of
from tests.analysis.invented import (
    BRIDGE_AGENCY,
    BRIDGE_LOCAL,
    BRIDGE_OPINION,
    ORCHID_SCIENCE,
    ORCHID_TABLOID,
    STRIKE,
    articles,
)

SAID = "“We are robbed,” said Ada Zorvik. "
LOUD = " ".join((SAID, ORCHID_TABLOID, BRIDGE_LOCAL, BRIDGE_OPINION, ANGRY * 9))
QUIET = " ".join((SAID, ORCHID_SCIENCE, BRIDGE_AGENCY, STRIKE, CALM * 9))
ROWS = (("a", "Loud", LOUD), ("b", "Calm", QUIET), ("c", "Loud", LOUD))


def made(members):
    frame = articles(*((article, outlet, None, text, None) for article, outlet, text in ROWS))
    return apart(batch_of(*ROWS), members, frame, CREDITS.empty())


def test_every_table_has_its_columns_and_knows_its_event():
    tables = frames([made(members_of(*ROWS[:2]))])
    shapes = {table.name: table for table in ALL_TABLES}
    for name, frame in tables.items():
        assert list(frame.columns) == shapes[name].names
        assert set(zip(frame["event"], frame["story"], strict=True)) == {("event-a", "story-a")}, name
    assert len(tables["apart"]) == 1


def test_events_are_compared_apart():
    two = members_of(*ROWS[:1]), members_of(ROWS[1], event="event-b")
    assert all(frame.empty for frame in frames(map(made, two)).values())


def test_stories_are_joined():
    parts = [made(members_of(*ROWS[:2])), made(members_of(*ROWS[1:], event="event-b", story="story-b"))]
    assert frames(parts)["apart"]["story"].tolist() == ["story-a", "story-b"]
    assert all(frame.empty for frame in frames([]).values())
