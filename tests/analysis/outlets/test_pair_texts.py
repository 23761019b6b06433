from analysis.outlets.pair_texts import read_reports, shared_reports
from analysis.results import Results
from analysis.stories.reports import own_reports


def test_the_own_reports_of_two_outlets_on_shared_events_are_read_again(demo_library):
    results = Results.open(demo_library)
    members, articles = results.table("members"), results.table("articles")
    own = own_reports(members, results.table("credits"))
    told = members[members["article"].isin(own)].merge(articles, left_on="article", right_on="id")
    pairs = told.merge(told, on="event")
    pairs = pairs[pairs["outlet_x"] < pairs["outlet_y"]]
    first, second = pairs.groupby(["outlet_x", "outlet_y"]).size().idxmax()
    wanted = pairs[(pairs["outlet_x"] == first) & (pairs["outlet_y"] == second)]
    reports = shared_reports(results, first, second)
    assert set(reports["event"]) == set(wanted["event"])
    assert set(reports["article"]) == {*wanted["article_x"], *wanted["article_y"]}
    batch, kept = read_reports(results, reports, most=1)
    assert kept["event"].nunique() == 1
    assert batch.texts["article"].tolist() == kept["article"].tolist()
    days = results.table("events").set_index("event")["first"]
    assert days[kept["event"].iloc[0]] == days[reports["event"]].max()
    assert shared_reports(results, first, "no such outlet").empty
    results.close()
