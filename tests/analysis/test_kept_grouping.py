"""A run keeps its grouping, and the next one adds to it what is new, changed or corrected."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from analysis import kept_grouping
from analysis.kept_grouping import before_of, known_of
from analysis.last_run import last_run
from analysis.mending import rename_event
from analysis.results import Results
from analysis.run import analyse, articles_frame
from analysis.stories import regrouping
from analysis.stories.grouping import group_all
from analysis.tables import COPIES, CREDITS
from sources.article import Article, article_id
from sources.keeping.event_changes import changes_of_events, undo_change
from sources.library import Library
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, BRIDGE_OPINION, ORCHID_SCIENCE
from tests.analysis.runs import copied

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def _article(text: str, outlet: str, **more: object) -> Article:
    known = {"title": None, "language": "en", "source": "x", "published": NOW, **more}
    return Article(id=article_id(None, text), text=text, outlet=outlet, **known)


FIRST = [
    _article(BRIDGE_AGENCY, "Kell Observer"),
    _article(BRIDGE_LOCAL, "Daily Loud"),
    _article(ORCHID_SCIENCE, "Fern"),
]
NEXT = _article(BRIDGE_OPINION, "Fern")


@pytest.fixture(autouse=True)
def of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a grouping of few articles be kept and added to, however much of it is new."""
    monkeypatch.setattr(kept_grouping, "FEWEST", 1)
    monkeypatch.setattr(kept_grouping, "GROWN", 10.0)
    monkeypatch.setattr(regrouping, "MOST", 1.0)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("kept") / "l.sqlite"
    with Library(library) as opened:
        opened.add_many(FIRST)
    patch = pytest.MonkeyPatch()
    patch.setattr(kept_grouping, "FEWEST", 1)
    analyse(library, now=NOW)
    patch.undo()
    return library


@pytest.fixture
def library(begun: Path, tmp_path: Path) -> Path:
    return copied(begun, tmp_path / "l.sqlite")


def _analysed(library: Path, *, anew: bool = False) -> set[str]:
    """Analyse, and return the steps that were told."""
    told: set[str] = set()
    analyse(library, now=NOW + timedelta(hours=1), progress=lambda what, *_: told.add(what), anew=anew)
    return told


def _groups(library: Path) -> set[frozenset[str]]:
    results = Results.open(library)
    members = results.table("members")
    results.close()
    return {frozenset(rows["article"]) for _, rows in members.groupby("event")}


def test_it_is_read_as_it_was_written(library: Path) -> None:
    with Library(library) as opened:
        articles = list(opened.articles())
    found = kept_grouping.kept_grouping(last_run(library))
    assert found is not None
    _, kept = group_all(articles_frame(articles), COPIES.empty(), CREDITS.empty(), now=NOW)
    assert found.known == known_of(articles)
    assert found.grown == 0
    assert found.kept.articles.tolist() == kept.articles.tolist()
    made, was = found.kept.made, kept.made
    names = [[one.seen.vocabulary.stemmed([key])[0] for key in one.keys.tolist()] for one in (made, was)]
    assert sorted(names[0]) == sorted(names[1])
    order = [np.argsort(np.array(each)) for each in names]
    one, other = made.matrix.toarray()[:, order[0]], was.matrix.toarray()[:, order[1]]
    np.testing.assert_allclose(one, other, atol=1e-6)
    np.testing.assert_allclose(made.held, was.held)
    assert made.seen.articles == was.seen.articles
    assert made.seen.documents.sum() == was.seen.documents.sum()
    told = [sorted(one.seen.vocabulary.name(key) for key in one.keys.tolist()) for one in (made, was)]
    assert told[0] == told[1]


def test_a_new_article_is_added_to_its_event(library: Path) -> None:
    with Library(library) as opened:
        opened.add(NEXT)
    assert "grouping what is new" in _analysed(library)
    grown = _groups(library)
    assert "grouping into stories" in _analysed(library, anew=True)
    assert grown == _groups(library) == {frozenset(one.id for one in (*FIRST[:2], NEXT)), frozenset({FIRST[2].id})}


def test_a_corrected_date_counts(library: Path) -> None:
    with Library(library) as opened:
        opened.replace(FIRST[1].id, replace(FIRST[1], published=NOW - timedelta(days=200)), what="date")
    assert "grouping what is new" in _analysed(library)
    assert _groups(library) == {frozenset({one.id}) for one in FIRST}


def test_a_removed_article_leaves(library: Path) -> None:
    with Library(library) as opened:
        opened.remove(FIRST[0].id)
    assert "grouping what is new" in _analysed(library)
    assert _groups(library) == {frozenset({one.id}) for one in FIRST[1:]}


def test_a_correction_counts_and_so_does_taking_it_back(library: Path) -> None:
    results = Results.open(library)
    event = results.table("events")["event"].iloc[0]
    was = results.table("events")["title"].iloc[0]
    rename_event(results, event, title="The bridge")
    results.close()
    titles = []
    for _ in range(2):
        assert "grouping what is new" in _analysed(library)
        results = Results.open(library)
        titles.append(results.rows("events", event=event)["title"].iloc[0])
        results.close()
        with Library(library) as opened:
            if changes_of_events(opened):
                undo_change(opened)
    assert titles == ["The bridge", was]


def test_all_are_grouped_anew_where_much_is_new_since(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_grouping, "GROWN", 0.3)
    with Library(library) as opened:
        opened.add(NEXT)
    assert "grouping what is new" in _analysed(library)
    found = kept_grouping.kept_grouping(last_run(library))
    assert found is not None
    assert found.grown == 1
    with Library(library) as opened:
        opened.remove(NEXT.id)
    assert "grouping into stories" in _analysed(library)


def test_few_articles_keep_no_grouping(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_grouping, "FEWEST", 4)
    assert "grouping into stories" in _analysed(library)
    assert kept_grouping.kept_grouping(last_run(library)) is None


def test_what_is_other_than_it_was_is_touched(library: Path) -> None:
    last = last_run(library)
    kept = kept_grouping.kept_grouping(last)
    assert kept is not None
    known = known_of([replace(FIRST[0], outlet="Another"), FIRST[2], NEXT])
    before, grown = before_of(last, kept, known=known, changes=())
    assert before.touched == {FIRST[0].id, FIRST[1].id}
    assert grown == 3
