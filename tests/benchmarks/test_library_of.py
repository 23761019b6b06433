"""The large library of the benchmarks is a library whose results belong together. No test here looks at a clock."""

from pathlib import Path

import pytest
from dash import Dash

from analysis.results import Results
from dashboard.app import create_app
from dashboard.pages import stories
from sources.library import Library
from tests.benchmarks.answers import late, questions, timed
from tests.benchmarks.library_of import LONG, make
from tests.benchmarks.pages import asked, plain_of


@pytest.fixture(scope="module")
def library(demo_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("large") / "library.sqlite"
    make(made, 20 * (LONG + 2), analysed=demo_library)
    return made


@pytest.fixture
def app(library: Path, monkeypatch: pytest.MonkeyPatch) -> Dash:
    monkeypatch.setattr(stories, "MOST_PREPARED", 0)  # nothing is read beside what is asked
    return create_app(library)


def test_its_tables_belong_together(library: Path) -> None:
    results = Results.open(library)
    pages = results.table("articles")
    members, events, told = (results.table(name) for name in ("members", "events", "stories"))
    ids = set(pages["id"])
    with Library(library) as opened:
        assert list(opened.ids()) == pages["id"].tolist()
    assert len(ids) == len(pages) == 20 * (LONG + 2) == told["articles"].sum() == events["articles"].sum()
    for name in ("scores", "sentences", "voices", "portrayals", "copies", "claim_members", "absences", "credits"):
        assert set(results.table(name)["article"]) <= ids, name
    assert set(members["report"]) <= ids
    assert set(members["article"]) == ids
    for name in ("members", "apart", "quoted", "namings"):
        assert set(results.table(name)["event"]) <= set(events["event"]), name
    assert set(results.table("claims")["story"]) <= set(told["story"])
    assert set(members["event"]) == set(events["event"])
    assert set(results.table("holdings")["outlet"]) == set(pages["outlet"])
    results.close()


def test_some_stories_are_long_and_some_pages_stand_alone(library: Path) -> None:
    results = Results.open(library)
    told = results.table("stories").set_index("story")
    assert (told["articles"] == 1).sum() == 3 * (LONG + 2)
    events = results.table("events").groupby("story").size()
    assert events.max() == 2
    results.close()


def test_every_question_is_answered(library: Path, app: Dash) -> None:
    results = Results.open(library)
    wanted = questions(results, times=2)
    results.close()
    assert {len(some) for some in wanted.values()} == {2}
    for name in ("stories", "stories: phrase", "story: beside", "article: a number", "correct"):
        _, sent = asked(app, wanted[name][0])
        assert b"Not found" not in plain_of(sent), name


def test_figures_are_of_all_answers(app: Dash) -> None:
    wall, work, most = timed(app, ["/", "/?page=2"])
    assert len(wall) == len(work) == 2
    assert most > 500
    assert late(range(1, 101)) == 96
