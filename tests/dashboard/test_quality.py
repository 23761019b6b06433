from datetime import UTC, date, datetime
from typing import Any, cast

import pandas as pd

from dashboard.quality import days_of, quality
from tests.dashboard.hand_made import GERMAN, OTHER, HandMade


def _pages(*rows: tuple[str | None, datetime | None]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "outlet": [outlet for outlet, _ in rows],
            "published": pd.Series([at for _, at in rows], dtype="datetime64[us, UTC]"),
        }
    )


def _on(day: int) -> datetime:
    return datetime(2026, 3, day, 12, tzinfo=UTC)


def test_what_is_missing_is_counted(results: HandMade) -> None:
    found = quality(cast(Any, results))
    assert [(each.name, each.articles) for each in found.nameless] == [("", (OTHER.id,))]
    assert {OTHER.id, GERMAN.id} == set(found.undated)
    assert found.unscored == (("de", 1),)
    assert found.unlisted == ()


def test_holes_are_days_on_which_only_others_have_pages() -> None:
    days = days_of(
        _pages(("A", _on(1)), ("A", _on(2)), ("B", _on(4)), ("A", _on(9)), ("A", _on(9)), ("A", None), (None, _on(5)))
    )
    a, b = days
    assert (a.outlet, a.pages, a.days, a.of, a.none_from, a.none_to) == (
        "A",
        4,
        3,
        4,
        date(2026, 3, 4),
        date(2026, 3, 4),
    )
    assert (b.outlet, b.days, b.none_from, b.none_to) == ("B", 1, date(2026, 3, 1), date(2026, 3, 2))
    assert days_of(_pages(("A", None))) == ()
