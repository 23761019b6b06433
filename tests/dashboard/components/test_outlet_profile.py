from dashboard.components.outlet_profile import facts, profile, ratings
from sources.outlet import Outlet, Rating
from tests.dashboard.hand_made import HandMade, of_class, words

OUTLET = Outlet(key="x", name="X", names=("X",), domains=("x.example",), country="GB", language="en", kind="tabloid",
                owner="X Ltd", ratings=(Rating(value="mixed", by="Y", date="2026-01-31"),))  # fmt: skip


def test_facts_are_said_and_nothing_is_made_up() -> None:
    assert facts(OUTLET) == ["tabloid: general newspaper in popular style", "country: United Kingdom", "owner: X Ltd"]
    assert facts(None) == []


def test_ratings_by_others_stand_with_their_source() -> None:
    assert "mixed (Y, 2026-01-31)" in words(ratings(OUTLET))
    assert ratings(None) is None


def test_a_difference_has_its_interval_and_events(results: HandMade) -> None:
    rows = results.rows("profiles", outlet="Reuters")
    row = of_class(profile("Reuters", rows, None), "grid")[0].children[1].children[0]
    assert [words(cell) for cell in row.children][1:] == ["outlet’s own words", "+0.10", "+0.02 to +0.20", "6", ""]


def test_too_few_events_are_not_enough_evidence(results: HandMade) -> None:
    made = profile("BBC", results.rows("profiles", outlet="BBC"), None)
    assert "Not enough evidence. It meets other outlets on 1 event here" in words(made)
    none = profile("BBC", results.rows("profiles", outlet="nobody"), None)
    assert "It meets no other outlet here" in words(none)
