from dashboard.components.outlet_profile import facts, in_short, ratings
from sources.outlet import Outlet, Rating
from tests.dashboard.hand_made import words

OUTLET = Outlet(key="x", name="X", names=("X",), domains=("x.example",), country="GB", language="en", kind="tabloid",
                owner="X Ltd", ratings=(Rating(value="mixed", by="Y", date="2026-01-31"),))  # fmt: skip


def test_facts_are_said_and_nothing_is_made_up() -> None:
    assert facts(OUTLET) == ["tabloid: general newspaper in popular style", "country: United Kingdom", "owner: X Ltd"]
    assert facts(None) == []


def test_ratings_by_others_stand_with_their_source() -> None:
    assert "mixed (Y, 2026-01-31)" in words(ratings(OUTLET))
    assert ratings(None) is None


def test_an_outlet_in_short_is_kind_country_and_owner() -> None:
    assert in_short(OUTLET) == "tabloid · United Kingdom · X Ltd"
    assert in_short(None) == "not in the list of known outlets"
