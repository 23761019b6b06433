"""The last run is read as it was written, and evidence is made anew by the function that made the scores."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from analysis.outlets.cells import chosen
from analysis.outlets.pair_tables import COVERAGE
from analysis.results import Results
from analysis.store import results_folder, write_run
from analysis.tables import ALL_TABLES, CELLS, CREDITS
from sources.errors import NoResults, UnknownName


def test_results_of_another_version_are_refused(tmp_path):
    library = tmp_path / "l.sqlite"
    older = {table.name: table.empty() for table in ALL_TABLES if table is not CREDITS}
    write_run(results_folder(library), older, info={}, now=datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(NoResults, match=r"another version.*run `parallax analyse` again"):
        Results.open(library)
    complete = {**older, CREDITS.name: CREDITS.empty()}
    write_run(results_folder(library), complete, info={"run": 2}, now=datetime(2026, 1, 2, tzinfo=UTC))
    assert Results.open(library).info == {"run": 2}


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


def test_cells_come_as_they_were_written(results):
    every = results.table("cells")
    voice = every["voice"].iloc[0]
    read = results.cells("sentiment", voice=voice)
    wanted = results.rows("cells", measure="sentiment", voice=voice)
    assert len(wanted) > 3
    pd.testing.assert_frame_equal(CELLS.shaped(read), wanted)
    assert isinstance(read["event"].dtype, pd.CategoricalDtype)
    assert results.cells("sentiment", voice="no such").empty
    days = sorted(wanted["day"].dropna().unique())
    for first, last in ((days[0], days[0]), (None, days[-1]), (days[-1], None), (days[0], days[-1])):
        bounds = {"first": first and first.date(), "last": last and last.date()}
        some = results.cells("sentiment", voice=voice, **bounds)
        pd.testing.assert_frame_equal(some.reset_index(drop=True), chosen(read, **bounds).reset_index(drop=True))
    assert every[["measure", "voice"]].drop_duplicates().shape[0] == (
        (every[["measure", "voice"]] != every[["measure", "voice"]].shift()).any(axis=1).sum()
    ), "each measure and voice is one block"


def test_cells_of_outlets_and_of_all_around_one(results):
    every = results.table("cells")
    outlet = every["outlet"].iloc[0]
    other = every.loc[every["outlet"] != outlet, "outlet"].iloc[0]
    kept = every[every["outlet"].isin([outlet, other])].reset_index(drop=True)
    pd.testing.assert_frame_equal(CELLS.shaped(results.cells_of([outlet, other])), kept)
    told = set(every.loc[every["outlet"] == outlet, "event"])
    around = every[every["event"].isin(told)].reset_index(drop=True)
    pd.testing.assert_frame_equal(CELLS.shaped(results.cells_around(outlet)), around)
    assert results.cells_of([]).empty
    assert results.cells_of(["no such outlet"]).empty
    assert results.cells_around("no such outlet").empty


def test_told_says_which_outlet_has_a_cell_on_which_event(results):
    every = results.table("cells")[["outlet", "event"]].drop_duplicates()
    told = results.told().astype("str").sort_values(["outlet", "event"]).to_numpy().tolist()
    assert told == every.sort_values(["outlet", "event"]).to_numpy().tolist()


def test_coverage_counts_the_pages_of_each_outlet_event_and_day(results):
    pages = results.table("members").merge(results.table("articles"), left_on="article", right_on="id")
    pages = pages.dropna(subset=["outlet"]).assign(day=pages["published"].dt.normalize())
    wanted = pages.groupby(["outlet", "event", "story", "day"], dropna=False).size().rename("pages").reset_index()
    made = results.coverage()
    assert len(made) > 5
    assert list(made.columns) == COVERAGE.names
    pd.testing.assert_frame_equal(made, COVERAGE.shaped(wanted))


def test_a_run_without_cells_has_none(tmp_path):
    library = tmp_path / "l.sqlite"
    empty = {table.name: table.empty() for table in ALL_TABLES}
    write_run(results_folder(library), empty, info={}, now=datetime(2026, 1, 1, tzinfo=UTC))
    assert Results.open(library).cells("sentiment", voice="narration").equals(CELLS.empty())
    assert Results.open(library).cells_of(["Amber"]).equals(CELLS.empty())
