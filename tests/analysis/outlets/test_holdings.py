import pandas as pd

from analysis.outlets.holdings import holdings
from analysis.tables import ARTICLES, CREDITS, HOLDINGS, MEMBERS
from tests.analysis.outlets.invented import frames


def test_pages_own_reports_and_events_of_each_outlet():
    _, members, articles, credits, _ = frames(
        [
            ("b1", "Birch", "e1", 0.0),
            ("a1", "Amber", "e1", 0.0),
            ("a2", "Amber", "e2", 0.0),
            ("c1", "Cedar", "e1", 0.0),
            ("x", None, "e1", 0.0),
        ]
    )
    members.loc[members["article"] == "c1", "report"] = "b1"
    made = holdings(members, articles, credits).set_index("outlet")
    assert made[["pages", "own", "events", "shared"]].to_numpy().tolist() == [[2, 2, 2, 1], [1, 1, 1, 1], [1, 0, 0, 0]]
    assert made.index.tolist() == ["Amber", "Birch", "Cedar"]
    assert (made.loc["Amber", "last"] - made.loc["Amber", "first"]) == pd.Timedelta(days=1)


def test_no_page_of_a_known_outlet_gives_no_row():
    assert holdings(MEMBERS.empty(), ARTICLES.empty(), CREDITS.empty()).equals(HOLDINGS.empty())
    _, members, articles, credits, _ = frames([("x", None, "e1", 0.0)])
    assert holdings(members, articles, credits).empty
