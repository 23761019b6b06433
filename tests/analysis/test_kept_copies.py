"""A run keeps what it compared, and the next one looks for copies only where something new is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from analysis import kept_copies, kept_grouping
from analysis.results import Results
from analysis.run import analyse
from sources.article import Article, article_id
from sources.library import Library
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, ORCHID_SCIENCE
from tests.analysis.runs import copied
from tests.benchmarks.invented import originals

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LONG = originals()[0].text


def _article(text: str, outlet: str, **more: object) -> Article:
    known = {"title": None, "language": "en", "source": "x", "published": NOW, **more}
    return Article(id=article_id(None, text), text=text, outlet=outlet, **known)


FIRST = [
    _article(BRIDGE_AGENCY, "Kell Observer"),
    _article(BRIDGE_LOCAL, "Daily Loud", byline="Associated Press"),
    _article(ORCHID_SCIENCE, "Fern"),
    _article(BRIDGE_LOCAL + " So far.", "Fern", published=NOW + timedelta(hours=2)),
    _article(LONG, "Daily Loud"),
]
EARLIER = _article(BRIDGE_LOCAL + " It was so.", "Kell Observer", published=NOW - timedelta(days=1))
COPY = _article(LONG + "\n\nEnd.", "Fern", published=NOW + timedelta(days=1))


@pytest.fixture(autouse=True)
def of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what was compared be kept of few articles and added to, however much of it is new."""
    for module in (kept_copies, kept_grouping):
        monkeypatch.setattr(module, "FEWEST", 1)
        monkeypatch.setattr(module, "GROWN", 10.0)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("printed") / "l.sqlite"
    with Library(library) as opened:
        opened.add_many(FIRST)
    patch = pytest.MonkeyPatch()
    patch.setattr(kept_copies, "FEWEST", 1)
    analyse(library, now=NOW)
    patch.undo()
    return library


@pytest.fixture
def library(begun: Path, tmp_path: Path) -> Path:
    return copied(begun, tmp_path / "l.sqlite")


def _found(library: Path) -> list[pd.DataFrame]:
    results = Results.open(library)
    found = [results.table(name) for name in ("copies", "credits")]
    results.close()
    return found


def _as_anew(library: Path, monkeypatch: pytest.MonkeyPatch) -> list[pd.DataFrame]:
    """Analyse what is new, then all, and return what both found, which must be the same."""
    read: list[int] = []
    plain = kept_copies.find_copies

    def counted(articles: pd.DataFrame, **more: object) -> pd.DataFrame:
        read.append(len(articles))
        return plain(articles, **more)

    monkeypatch.setattr(kept_copies, "find_copies", counted)
    analyse(library, now=NOW + timedelta(hours=1))
    added = _found(library)
    analyse(library, now=NOW + timedelta(hours=2), anew=True)
    for one, other in zip(added, _found(library), strict=True):
        pd.testing.assert_frame_equal(one, other)
    assert read[0] < read[1], "only some pages were compared"
    return added


def test_a_new_copy_finds_its_long_original(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(library) as opened:
        opened.add(COPY)
    copies, _ = _as_anew(library, monkeypatch)
    assert dict(zip(copies["article"], copies["original"], strict=True))[COPY.id] == FIRST[4].id


def test_an_earlier_page_becomes_the_original_of_copies(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(library) as opened:
        opened.add(EARLIER)
    copies, credits = _as_anew(library, monkeypatch)
    assert set(copies.loc[copies["original"] == EARLIER.id, "article"]) == {FIRST[1].id, FIRST[3].id}
    assert set(credits["article"]) == {FIRST[1].id}, "what was the credited page's copy is another page's now"


def test_copies_of_a_page_that_is_gone_are_copies_no_more(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(library) as opened:
        opened.remove(FIRST[1].id)
    copies, credits = _as_anew(library, monkeypatch)
    assert copies.empty
    assert credits.empty


def test_a_corrected_byline_counts(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(library) as opened:
        opened.replace(FIRST[1].id, replace(FIRST[1], byline="Ann Lee"), what="byline")
    _, credits = _as_anew(library, monkeypatch)
    assert credits.empty


def test_what_was_kept_is_kept_on(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what was added to a run that was added to."""
    with Library(library) as opened:
        opened.add(_article(ORCHID_SCIENCE + " Yes.", "Daily Loud", published=NOW + timedelta(days=2)))
    analyse(library, now=NOW + timedelta(minutes=5))
    with Library(library) as opened:
        opened.remove(FIRST[0].id)
        opened.add(_article(ORCHID_SCIENCE + " No.", "Kell Observer", published=NOW + timedelta(days=3)))
    copies, _ = _as_anew(library, monkeypatch)
    assert (copies["original"] == FIRST[2].id).sum() == 2
