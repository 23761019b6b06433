"""Articles added to a grouping stand where grouping all would put them, and what they do not touch stays."""

import numpy as np
import pandas as pd
import pytest

from analysis.stories import regrouping
from analysis.stories.copies import find_copies
from analysis.stories.grouped import Grouped
from analysis.stories.grouping import group_all
from analysis.stories.regrouping import Before, regroup
from analysis.tables import COPIES, CREDITS, EVENTS, MEMBERS, STORIES
from sources.keeping.event_changes import MERGE, RENAME, SPLIT, EventChange
from tests.benchmarks.grouping import planted, scored

NONE = (COPIES.empty(), CREDITS.empty())
NEW = 12


@pytest.fixture(scope="module")
def pool() -> tuple[pd.DataFrame, list[str], np.ndarray]:
    """Return invented articles, the event of each, and which of them come later: the newest and some others."""
    frame, gold = planted(400, seed=4)
    order = np.argsort(frame["published"].to_numpy())
    late = np.zeros(len(frame), bool)
    late[order[-NEW // 2 :]] = True
    late[np.random.default_rng(1).choice(len(frame), NEW // 2, replace=False)] = True
    return frame, gold, late


@pytest.fixture(scope="module")
def begun(pool) -> Before:
    frame, _, late = pool
    return Before(*group_all(frame[~late], *NONE), ())


@pytest.fixture(autouse=True)
def never_all(monkeypatch) -> None:
    """Let no share of touched articles be so large that all are grouped anew."""
    monkeypatch.setattr(regrouping, "MOST", 1.0)


def _events(grouped: Grouped, frame: pd.DataFrame) -> list[str]:
    found: list[str] = grouped.members.set_index("article").loc[frame["id"], "event"].tolist()
    return found


def test_new_articles_stand_where_grouping_all_puts_them(pool, begun):
    frame, gold, _ = pool
    grown, kept = regroup(frame, *NONE, before=begun)
    whole, _ = group_all(frame, *NONE, before=begun.grouped.members)
    events = _events(grown, frame)
    assert scored(events, _events(whole, frame)) > 0.97
    assert scored(events, gold) > scored(_events(whole, frame), gold) - 0.01
    assert scored(grown.members["story"].tolist(), whole.members.set_index("article").loc[
        grown.members["article"], "story"].tolist()) > 0.97  # fmt: skip
    assert kept.articles.tolist() == sorted(frame["id"])
    assert kept.made.matrix.shape[0] == len(frame)
    _is_sound(grown, frame)


def _is_sound(grouped: Grouped, frame: pd.DataFrame) -> None:
    """Fail unless the tables tell of the same groups, in the order of grouping all."""
    stories, events, members = grouped
    assert sorted(members["article"]) == sorted(frame["id"])
    assert stories["story"].is_unique
    assert events["event"].is_unique
    sizes = members.groupby("event").size()
    assert dict(zip(events["event"], events["articles"], strict=True)) == sizes.to_dict()
    assert dict(zip(stories["story"], stories["articles"], strict=True)) == members.groupby("story").size().to_dict()
    assert members.drop_duplicates("event").set_index("event")["story"].to_dict() == dict(
        zip(events["event"], events["story"], strict=True)
    )
    assert stories["articles"].is_monotonic_decreasing
    assert list(dict.fromkeys(events["story"])) == stories["story"].tolist()
    assert list(dict.fromkeys(members["event"])) == events["event"].tolist()
    alone = members["event"].map(sizes) == 1
    assert (members["event_similarity"].isna() == alone).all()
    for table, made in ((STORIES, stories), (EVENTS, events), (MEMBERS, members)):
        pd.testing.assert_frame_equal(made, table.shaped(made))


def test_what_is_not_touched_stays_to_the_letter(pool, begun):
    frame, _, late = pool
    grown, _ = regroup(frame, *NONE, before=begun)
    was, now = (each.members.set_index("article") for each in (begun.grouped, grown))
    new = set(frame.loc[late, "id"])
    touched = set(now.loc[list(new), "story"]) | set(was["story"]) - set(now["story"])
    rest = [article for article in was.index if now.loc[article, "story"] not in touched]
    assert len(rest) > len(was) / 4
    same = now.loc[rest, "event"] == was.loc[rest, "event"]
    assert same.mean() > 0.97
    stay = [article for article in rest if was.loc[article, "story"] == now.loc[article, "story"]]
    assert len(stay) > 0.95 * len(rest)


def test_nothing_new_changes_nothing(pool, begun):
    frame, _, late = pool
    grown, _ = regroup(frame[~late], *NONE, before=begun)
    for one, other in zip(grown, begun.grouped, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_one_by_one(pool, begun):
    frame, gold, late = pool
    before = begun
    for row in np.flatnonzero(late)[:4]:
        ids = {*before.kept.articles.tolist(), frame["id"].iloc[row]}
        before = Before(*regroup(frame[frame["id"].isin(ids)], *NONE, before=before), ())
    some = frame[frame["id"].isin(set(before.kept.articles.tolist()))]
    _is_sound(before.grouped, some)
    of = [gold[row] for row in some.index]
    assert scored(_events(before.grouped, some), of) > 0.95


def test_an_article_that_is_gone_leaves_its_event(pool, begun):
    frame, _, late = pool
    event = begun.grouped.events["event"].iloc[0]
    members = begun.grouped.members
    lost = members.loc[members["event"] == event, "article"].iloc[0]
    left = frame[~late & (frame["id"] != lost)]
    grown, kept = regroup(left, *NONE, before=begun._replace(touched={lost}))
    assert lost not in kept.articles.tolist()
    _is_sound(grown, left)
    assert grown.members.set_index("article")["event"].value_counts()[event] == (members["event"] == event).sum() - 1


def test_a_changed_date_takes_an_article_out_of_its_event(pool, begun):
    frame, _, late = pool
    members = begun.grouped.members
    moved = members.loc[members["event"] == begun.grouped.events["event"].iloc[0], "article"].iloc[0]
    held = frame[~late].copy()
    held.loc[held["id"] == moved, "published"] -= pd.Timedelta(days=200)
    grown, _ = regroup(held, *NONE, before=begun._replace(touched={moved}))
    assert (grown.members["event"] == grown.members.set_index("article").loc[moved, "event"]).sum() == 1
    _is_sound(grown, held)


def test_corrections_stand(pool, begun):
    frame, _, late = pool
    held = frame[~late]
    members = begun.grouped.members
    one, other, third = begun.grouped.events["event"].iloc[[0, 5, 9]]
    sides = tuple(tuple(members.loc[members["event"] == event, "article"]) for event in (one, other))
    out, rest = sides[0][:1], sides[0][1:]
    named = tuple(members.loc[members["event"] == third, "article"])
    merge = EventChange(kind=MERGE, event=one, sides=sides, number=1)
    split = EventChange(kind=SPLIT, event=one, sides=(out, rest), number=2)
    rename = EventChange(kind=RENAME, event=third, sides=(named,), title="So it is called", number=3)
    touched = {article for side in (*sides, named) for article in side}
    before = begun._replace(touched=touched)
    grown, kept = regroup(held, *NONE, before=before, changes=[merge, split, rename])
    of = grown.members.set_index("article")["event"]
    assert of[list(rest)].nunique() == 1
    assert of[rest[0]] == of[sides[1][0]] != of[out[0]]
    assert (grown.events["title"] == "So it is called").sum() == 1
    _is_sound(grown, held)
    back, _ = regroup(held, *NONE, before=Before(grown, kept, touched))
    assert scored(_events(back, held), _events(begun.grouped, held)) > 0.97
    assert "So it is called" not in set(back.events["title"])


def test_a_print_of_a_known_text_stands_with_it(pool, begun):
    frame, _, late = pool
    printed = frame[~late].iloc[[7]].assign(id="ffffffffffffffff", outlet="Another outlet")
    held = pd.concat([frame[~late], printed], ignore_index=True)
    grown, _ = regroup(held, find_copies(held), CREDITS.empty(), before=begun)
    of = grown.members.set_index("article")
    original = frame[~late].iloc[7]["id"]
    assert of.loc["ffffffffffffffff", ["event", "report"]].tolist() == of.loc[original, ["event", "report"]].tolist()
    _is_sound(grown, held)


def test_much_that_is_new_groups_all(pool, begun, monkeypatch):
    frame, _, _ = pool
    monkeypatch.setattr(regrouping, "MOST", 0.0)
    grown, _ = regroup(frame, *NONE, before=begun)
    whole, _ = group_all(frame, *NONE, before=begun.grouped.members)
    for one, other in zip(grown, whole, strict=True):
        pd.testing.assert_frame_equal(one, other)
