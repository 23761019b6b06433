import numpy as np
import pytest
from scipy import stats

from analysis.outlets.groups import compare_groups, events_of_groups
from analysis.outlets.pairs import head_to_head
from sources.errors import InputError, UnknownName
from sources.keeping.groups import Group, Membership
from tests.analysis.outlets.invented import cells_of, grid


def group(name, *outlets):
    return Group(name=name, members=tuple(Membership(outlet=outlet, group=name) for outlet in sorted(outlets)))


def numbered(name, *numbers):
    return group(name, *(f"outlet {n:03}" for n in numbers))


def test_on_an_event_each_outlet_counts_once_and_groups_are_then_compared_as_outlets_are():
    values = np.random.default_rng(1).normal(size=(5, 30)) + np.arange(30) % 7
    values[0, :4] = np.nan
    values[2:, 20:22] = np.nan
    (row,) = compare_groups(grid(values), numbered("local", 0, 1), numbered("national", 2, 3, 4)).to_dict("records")
    both = [n for n in range(30) if n not in (20, 21)]
    here, there = np.nanmean(values[:2, both], axis=0), np.nanmean(values[2:, both], axis=0)
    test = stats.ttest_rel(here, there)
    assert row["events"] == 28
    assert (row["difference"], row["p"]) == pytest.approx((np.mean(here - there), test.pvalue))
    assert row["higher"] == (here > there).sum()


def test_a_group_is_set_against_all_others_where_no_second_is_named():
    values = np.random.default_rng(2).normal(size=(4, 12))
    one = compare_groups(grid(values), numbered("local", 0, 1))
    assert one.equals(compare_groups(grid(values), numbered("local", 0, 1), numbered("rest", 2, 3)))


def test_a_difference_that_one_outlet_makes_alone_names_it():
    rng = np.random.default_rng(3)
    values = rng.normal(size=(6, 40))
    values[1] += 6.0
    (row,) = compare_groups(grid(values), numbered("local", 0, 1, 2), numbered("national", 3, 4, 5)).to_dict("records")
    assert row["different"]
    assert row["rests_on"] == "outlet 001"
    values[[0, 2]] += 6.0
    (row,) = compare_groups(grid(values), numbered("local", 0, 1, 2), numbered("national", 3, 4, 5)).to_dict("records")
    assert row["different"]
    assert row["rests_on"] != row["rests_on"] or row["rests_on"] is None


def test_the_events_behind_a_difference_of_groups():
    cells = cells_of([("A", "e1", 1.0), ("B", "e1", 3.0), ("C", "e1", 5.0), ("D", "e1", 6.0), ("A", "e2", 1.0)])
    made = events_of_groups(cells, group("one", "A", "B"), group("two", "C", "D"), measure="sentiment",
                            voice="narration")  # fmt: skip
    assert made[["event", "first", "second", "difference"]].values.tolist() == [["e1", 2.0, 5.5, -3.5]]


@pytest.mark.parametrize(
    ("first", "second", "error", "message"),
    [
        (group("one", "A", "B"), group("two", "B", "C"), InputError, "B is in 'one' and in 'two': an outlet cannot"),
        (group("one", "A"), group("two", "B", "C"), InputError,
         "of the group 'one' only A can be compared, it has no other outlet: one outlet is no group"),
        (group("one", "A", "X"), group("two", "B", "C"), InputError,
         "only A can be compared, the others have no report of their own"),
        (group("one", "X", "Y"), None, UnknownName,
         r"of the group 'one' \(X, Y\) no outlet has a report of its own that can be compared; there are A, B, C, D"),
        (group("one", "A", "B", "C", "D"), None, InputError, "every outlet that can be compared is in 'one'"),
        (group("one", "A", "B"), group("two", "C", "D"), InputError,
         "the group 'one' and the group 'two' have told no event both"),
    ],
    ids=["in both", "one outlet", "one that is held", "none held", "no others", "nothing shared"],
)  # fmt: skip
def test_what_cannot_be_compared_is_said_in_a_sentence(first, second, error, message):
    cells = cells_of([("A", "e1", 1.0), ("B", "e1", 3.0), ("C", "e2", 5.0), ("D", "e2", 6.0)])
    with pytest.raises(error, match=message):
        compare_groups(cells, first, second)


def test_of_groups_drawn_by_lot_hardly_any_differ():
    rng = np.random.default_rng(4)
    called = 0
    for _ in range(200):
        values = rng.lognormal(size=(6, 20)) + rng.normal(scale=2.0, size=20)
        values[rng.random((6, 20)) < 0.3] = np.nan
        called += compare_groups(grid(values), numbered("a", 0, 1, 2), numbered("b", 3, 4, 5))["different"].any()
    assert called <= 16


def test_two_outlets_alone_compare_alike_as_groups_of_the_same_reports():
    values = np.random.default_rng(5).normal(size=(2, 20))
    doubled = grid(np.vstack((values[0], values[0], values[1], values[1])))
    one = compare_groups(doubled, numbered("a", 0, 1), numbered("b", 2, 3))
    other = head_to_head(grid(values), "outlet 000", "outlet 001")
    assert one[["difference", "low", "high", "p"]].to_numpy() == pytest.approx(
        other[["difference", "low", "high", "p"]].to_numpy()
    )
