"""What people decide about events is kept and wins."""

import re

import pytest

from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, ORCHID_SCIENCE, ORCHID_TABLOID


@pytest.fixture
def told(run, tmp_path):
    for name, text in (("a", BRIDGE_AGENCY), ("b", BRIDGE_LOCAL), ("c", ORCHID_SCIENCE), ("d", ORCHID_TABLOID)):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"Title {name}\n\n{text}\n", encoding="utf-8")
        run("add", file)
    assert run("analyse").exit_code == 0
    return run


def listed(run):
    """Return {event: [article, ...]} as `event list` prints it."""
    found = {}
    for line in run("event", "list", "--all").output.splitlines():
        if line.startswith("event-"):
            pages = found.setdefault(line.split()[0], [])
        elif re.match(r"    [0-9a-f]{16} ", line):
            pages.append(line.split()[0])
    return found


def test_events_are_listed_with_reasons(told):
    output = told("event", "list").output
    assert output.count("2 pages:") == 2
    assert "names Ostby" in output or "Ostby" in output
    assert "it has no date: grouped by its text alone" in output


def test_merge_wins_over_the_machine_in_every_run_and_can_be_undone(told):
    before = listed(told)
    assert sorted(map(len, before.values())) == [2, 2]
    assert "change 1: 2 events will be one; next: parallax analyse" in told("event", "merge", *before).output
    for _ in range(2):
        told("analyse")
        assert sorted(map(len, listed(told).values())) == [4]
    assert "change 1: merge (" in told("event", "list").output
    assert "undone: change 1 (merge of event-" in told("event", "undo").output
    told("analyse")
    assert sorted(map(sorted, listed(told).values())) == sorted(map(sorted, before.values()))
    assert "- undone" in told("event", "list").output


def test_split_move_and_rename(told):
    before = listed(told)
    one, other = sorted(before)
    article = before[one][0]
    assert "will stand apart" in told("event", "split", article[:10]).output
    told("analyse")
    assert sorted(map(len, listed(told).values())) == [1, 1, 2]
    assert f"{article} will stand in {other}" in told("event", "move", article, "--to", other).output
    told("event", "rename", other, "  The  flower ")
    told("analyse")
    after = listed(told)
    assert sorted(after[other]) == sorted([*before[other], article])
    assert f"{other}  3 pages: The flower" in told("event", "list").output
    for number in ("3", "1", "2"):
        assert f"undone: change {number}" in told("event", "undo", number).output
    told("analyse")
    assert sorted(map(sorted, listed(told).values())) == sorted(map(sorted, before.values()))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["merge", "event-x", "event-y"], "there is no event 'event-x'; there are event-"),
        (["merge", "event-x"], "one event alone cannot be merged"),
        (["split", "zzzz"], "no article has an id that begins with 'zzzz'"),
        (["rename", "event-x", " "], "a title must have a word"),
        (["undo"], "no event was changed"),
        (["undo", "7"], "no change of events has the number 7"),
    ],
    ids=["merge unknown", "merge one", "split unknown", "no title", "nothing to undo", "unknown number"],
)
def test_what_cannot_be_done_is_said(told, words, message):
    done = told("event", *words)
    assert done.exit_code != 0
    assert message in str(done.exception)


def test_articles_of_two_events_or_all_of_one_are_no_split(told):
    one, other = listed(told).values()
    assert "of several events" in str(told("event", "split", one[0], other[0]).exception)
    assert "these are all articles of event-" in str(told("event", "split", *one).exception)
    event = next(iter(listed(told)))
    assert f"is in {event} already" in str(told("event", "move", listed(told)[event][0], "--to", event).exception)
