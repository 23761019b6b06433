"""Only what belongs to the story asked for, and all of it."""

from analysis.results import Results
from dashboard.exports.tables import table_rows


def test_a_story_takes_only_its_own(demo_library):
    results = Results.open(demo_library)
    story = results.table("stories")["story"].iloc[0]
    ids = set(results.rows("members", story=story)["article"])
    tables = dict(table_rows(results, story=story))
    assert {row["id"] for row in tables["articles"]} == ids
    for name in ("sentences", "voices", "scores", "evidence", "members", "copies", "claim_members"):
        assert {row["article"] for row in tables[name]} <= ids, name
    assert {row["article"] for row in tables["scores"]} == ids
