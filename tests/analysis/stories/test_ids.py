import numpy as np
import pandas as pd

from analysis.stories.ids import ids_of

ARTICLES = np.array(list("abcdef"), object)


def before(**event_of):
    return pd.DataFrame({"article": list(event_of), "event": list(event_of.values())})


def ids(labels, earlier=None):
    return ids_of(ARTICLES, np.array(labels), kind="event", before=earlier)


def test_a_new_group_is_called_by_its_smallest_article():
    assert ids([0, 0, 2, 2, 0, 5]) == ["event-a", "event-a", "event-c", "event-c", "event-a", "event-f"]


def test_a_group_keeps_its_id_when_a_smaller_article_joins():
    earlier = before(b="event-b", c="event-b", f="event-f")
    assert ids([0, 0, 0, 3, 4, 5], earlier) == ["event-b", "event-b", "event-b", "event-d", "event-e", "event-f"]


def test_of_two_parts_the_larger_keeps_the_id():
    earlier = before(a="event-a", b="event-a", c="event-a", d="event-d")
    assert ids([0, 1, 1, 3, 4, 4], earlier)[:4] == ["event-a-2", "event-a", "event-a", "event-d"]
    assert ids([0, 0, 2, 3, 4, 4], earlier)[:4] == ["event-a", "event-a", "event-c", "event-d"]


def test_of_two_that_become_one_the_larger_gives_the_id():
    earlier = before(a="event-a", b="event-b", c="event-b", d="event-d")
    assert set(ids([0, 0, 0, 3, 4, 5], earlier)[:3]) == {"event-b"}


def test_ids_differ_between_groups_whatever_was_before():
    rng = np.random.default_rng(4)
    for _ in range(200):
        labels = np.minimum.accumulate(rng.integers(0, 6, 6)[::-1])[::-1]
        labels = np.array([np.flatnonzero(labels == label)[0] for label in labels])
        earlier = before(**{article: f"event-{rng.choice(ARTICLES)}" for article in rng.choice(ARTICLES, 4)})
        made = ids(labels, earlier)
        assert len(set(zip(made, labels.tolist(), strict=True))) == len(set(made)) == len(set(labels.tolist()))
