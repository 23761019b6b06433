"""The last run is read as it was written, and evidence is made anew by the function that made the scores."""

import pytest

from analysis.results import Results
from analysis.tables import ALL_TABLES
from sources.errors import NoResults, UnknownName


@pytest.fixture(scope="module")
def results(demo_library):
    return Results.open(demo_library)


def test_tables_have_their_shape(results):
    for table in ALL_TABLES:
        if table.name not in {"evidence", "articles"}:
            assert list(results.table(table.name).columns) == table.names
    assert "text" not in results.table("articles").columns


def test_rows_by_value_and_by_list(results):
    members = results.table("members")
    story = members["story"].iloc[0]
    assert set(results.rows("members", story=story)["story"]) == {story}
    two = list(members["article"].iloc[:2])
    assert sorted(results.rows("members", article=two)["article"]) == sorted(two)
    assert results.rows("members", article=[]).empty


def test_names_are_checked(results):
    with pytest.raises(UnknownName, match="stories"):
        results.table("articles; DROP TABLE articles")
    with pytest.raises(UnknownName, match="no column"):
        results.rows("members", nothing=1)
    with pytest.raises(UnknownName, match="parallax stories"):
        results.check_story("x' OR 1=1")


def test_evidence_gives_the_scores(results):
    article = results.table("articles")["id"].iloc[0]
    evidence = results.evidence(article)
    scores = results.rows("scores", article=article)
    loaded = scores[(scores["measure"] == "loaded") & (scores["voice"] == "narration")].iloc[0]
    hits = evidence[(evidence["measure"] == "loaded") & (evidence["voice"] == "narration")]
    assert loaded["value"] == pytest.approx(hits["weight"].sum())


def test_no_results(tmp_path):
    with pytest.raises(NoResults):
        Results.open(tmp_path / "none.sqlite")
