"""A run that takes over from the last one equals a run that does everything again, and does only what is new."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import analysis.run
from analysis.apart.events import frames as apart_frames
from analysis.mending import merge_events, move_articles, rename_event
from analysis.parts import OF_STORIES
from analysis.results import Results
from analysis.run import analyse
from sources.article import Article
from sources.keeping.event_changes import changes_of_events, undo_change
from sources.library import Library
from tests.analysis.runs import check_same, copied, taken_over

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)

Steps = list[tuple[str, int, int]]


def _articles(library: Path) -> list[Article]:
    with Library(library) as opened:
        return list(opened.articles())


@pytest.fixture(scope="module")
def begun(demo_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that holds all but two articles of the demo pack, analysed. Nobody changes it."""
    library = tmp_path_factory.mktemp("begun") / "l.sqlite"
    with Library(library) as opened:
        opened.add_many(_articles(demo_library)[:-2])
    analyse(library, now=NOW)
    return library


@pytest.fixture
def library(begun: Path, tmp_path: Path) -> Path:
    return copied(begun, tmp_path / "l.sqlite")


def _nothing(library: Path, demo: Path) -> None: ...


def _add(library: Path, demo: Path) -> None:
    with Library(library) as opened:
        opened.add_many(_articles(demo)[-2:])


def _add_another_language(library: Path, demo: Path) -> None:
    with Library(library) as opened:
        opened.add(Article(id="00000000000000de", text="Der Rat von Kell tagt.", language="de", source="x"))


def _remove(library: Path, demo: Path) -> None:
    with Library(library) as opened:
        opened.remove(_articles(demo)[1].id)


def _correct_outlet(library: Path, demo: Path) -> None:
    one = _articles(demo)[0]
    with Library(library) as opened:
        opened.replace(one.id, replace(one, outlet="The Other Gazette"), what="outlet")


def _correct_date(library: Path, demo: Path) -> None:
    one = _articles(demo)[2]
    with Library(library) as opened:
        opened.replace(one.id, replace(one, published=NOW - timedelta(days=90)), what="date")


def _correct_headings(library: Path, demo: Path) -> None:
    one = _articles(demo)[3]
    end = one.text.index("\n\n")
    with Library(library) as opened:
        opened.replace(one.id, replace(one, headings=((0, end),)), what="headings")


def _correct_language(library: Path, demo: Path) -> None:
    one = _articles(demo)[4]
    with Library(library) as opened:
        opened.replace(one.id, replace(one, language="de"), what="language")


def _mend_an_event(library: Path, demo: Path) -> None:
    results = Results.open(library)
    events = results.table("events")["event"].tolist()
    merge_events(results, events[:2])
    rename_event(results, events[-1], title="What happened")
    results.close()


def _move_an_article(library: Path, demo: Path) -> None:
    results = Results.open(library)
    members = results.table("members")
    first = members.iloc[0]
    move_articles(results, [first["article"]], to=members.loc[members["event"] != first["event"], "event"].iloc[0])
    results.close()


def _undo_the_first(library: Path, demo: Path) -> None:
    with Library(library) as opened:
        undo_change(opened, changes_of_events(opened)[0].number)


Change = Callable[[Path, Path], None]
ROUNDS: tuple[tuple[Change, ...], ...] = (
    (_add, _remove, _correct_outlet),
    (_mend_an_event, _add_another_language, _correct_headings),
    (_move_an_article, _correct_date, _undo_the_first),
    (_correct_language,),
)


def test_it_equals_a_run_that_does_all_again(library: Path, demo_library: Path, tmp_path: Path) -> None:
    for number, changes in enumerate(ROUNDS):
        for change in changes:
            change(library, demo_library)
        other = copied(library, tmp_path / str(number) / "l.sqlite")
        analyse(library, now=LATER + timedelta(hours=number), jobs=1 + number % 2)
        analyse(other, now=LATER + timedelta(hours=number), anew=True)
        assert taken_over(library)["articles"] > 0
        assert taken_over(other) == {"articles": 0, "stories": 0}
        check_same(library, other)


def test_every_table_of_comparisons_is_taken_over() -> None:
    of_stories = {"claims", "claim_members", "absences", *apart_frames([])}
    assert {table.name for table in OF_STORIES} == of_stories


def test_only_what_is_new_is_scored_and_only_stories_that_changed_are_compared(
    library: Path, demo_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored: list[str] = []
    compared: list[set[str]] = []
    score, compare = analysis.run.read_and_score, analysis.run._compare
    monkeypatch.setattr(
        analysis.run, "read_and_score", lambda some: (scored.extend(one.id for one in some), score(some))[1]
    )
    monkeypatch.setattr(
        analysis.run, "_compare", lambda task: (compared.append({one.id for one in task[0]}), compare(task))[1]
    )
    new = [one.id for one in _articles(demo_library)[-2:]]
    told: Steps = []
    _add(library, demo_library)
    analyse(library, now=LATER, progress=lambda *step: told.append(step))
    assert scored == new
    assert compared
    assert all(not each.isdisjoint(new) for each in compared)
    names = {name for name, _, _ in told}
    assert f"scoring 2 new articles; {len(_articles(library)) - 2} taken over" in names
    stories = taken_over(library)["stories"]
    assert stories > 0
    assert (
        f"comparing {len(compared)} new {'story' if len(compared) == 1 else 'stories'}; {stories} taken over" in names
    )
    scored.clear()
    compared.clear()
    analyse(library, now=LATER + timedelta(hours=1))
    assert (scored, compared) == ([], [])
