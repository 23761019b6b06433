"""Corrections of a small library that was analysed once."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from analysis.run import analyse
from dashboard.collecting.corrections import CORRECT
from dashboard.collecting.desk import Desk
from sources.article import Article, article_id
from sources.keeping.event_changes import changes_of_events
from sources.library import Library

Post = Callable[..., TestResponse]
TEXTS = (
    "The ferry Marenka struck the pier at Hollay on Tuesday and fourteen people were hurt, the harbour master said.",
    "Fourteen people were hurt when the ferry Marenka struck the pier at Hollay on Tuesday, the harbour master said.",
    "The council of Estwold approved eleven wind turbines on the common by one vote after a long debate on Friday.",
)


def _article(number: int) -> Article:
    title, text = f"Page {number}", TEXTS[number]
    published = datetime(2026, 3 + 2 * (number // 2), 2 + number, tzinfo=UTC)
    return Article(
        id=article_id(title, text), title=title, text=text, outlet=f"Paper {number}", language="en", published=published
    )


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("analysed") / "library.sqlite"
    with Library(made) as library:
        for number in range(len(TEXTS)):
            library.add(_article(number))
    analyse(made, now=datetime(2026, 6, 9, tzinfo=UTC))
    return made


@pytest.fixture
def library(analysed: Path, tmp_path: Path) -> Path:
    shutil.copytree(analysed.parent, tmp_path / "copy")
    return tmp_path / "copy" / "library.sqlite"


def _event_of(library: Path, number: int) -> str:
    from analysis.results import Results

    results = Results.open(library)
    found = str(results.rows("members", article=_article(number).id)["event"].iloc[0])
    results.close()
    return found


def test_particulars_are_corrected_and_taken_back(post: Post, library: Path, desk: Desk) -> None:
    first = _article(0)
    fields = {"do": "particulars", "article": first.id, "outlet": "Reuters", "was-outlet": "Paper 0"}
    answer = post(CORRECT, fields)
    assert answer.get_json()["to"] == f"/correct?article={first.id}"
    assert answer.get_json()["said"] == "corrected outlet; analysing anew"
    assert desk.jobs.now() is not None
    with Library(library) as opened:
        assert opened.get(first.id).outlet == "Reuters"
    post(CORRECT, {"do": "undo-article", "article": first.id})
    with Library(library) as opened:
        assert opened.get(first.id).outlet == "Paper 0"


def test_what_was_not_changed_and_dates_that_are_none_are_said(post: Post) -> None:
    same = {"do": "particulars", "article": _article(0).id, "outlet": "Paper 0", "was-outlet": "Paper 0"}
    assert "Nothing was changed" in post(CORRECT, same).get_json()["wrong"]
    wrong = {"do": "particulars", "article": _article(0).id, "published": "soon", "was-published": ""}
    assert "is no date that can be read" in post(CORRECT, wrong).get_json()["wrong"]


def test_events_are_merged_renamed_split_and_moved_and_each_is_undone(post: Post, library: Path) -> None:
    ferry, wind = _event_of(library, 0), _event_of(library, 2)
    assert post(CORRECT, {"do": "merge", "event": ferry, "to": wind}).status_code == 200
    assert post(CORRECT, {"do": "rename", "event": wind, "title": "Wind"}).status_code == 200
    moved = post(CORRECT, {"do": "move", "article": _article(0).id, "to": wind})
    assert moved.get_json()["to"] == f"/correct?article={_article(0).id}"
    split = post(CORRECT, {"do": "split", "article": _article(1).id})
    assert ("to" in split.get_json()) == (_event_of(library, 0) == _event_of(library, 1))
    with Library(library) as opened:
        kinds = [change.kind for change in changes_of_events(opened)]
    assert kinds[:3] == ["merge", "rename", "move"]
    assert post(CORRECT, {"do": "undo-event", "number": "1"}).status_code == 200
    with Library(library) as opened:
        assert [change.kind for change in changes_of_events(opened)] == kinds[1:]


@pytest.mark.parametrize(
    "fields",
    [
        {"do": "nothing"},
        {},
        {"do": "merge", "event": "e", "to": ""},
        {"do": "move", "article": "x", "to": "e"},
        {"do": "undo-event", "number": "99"},
        {"do": "particulars", "article": "nothing", "outlet": "x"},
    ],
    ids=["unknown", "empty", "no-other", "no-article", "no-change", "no-page"],
)
def test_what_cannot_be_done_is_said(post: Post, fields: dict[str, str]) -> None:
    answer = post(CORRECT, fields).get_json()
    assert answer["wrong"]
    assert "to" not in answer


def test_a_page_of_another_site_changes_nothing(post: Post, library: Path) -> None:
    fields = {"do": "particulars", "article": _article(0).id, "outlet": "Evil", "was-outlet": ""}
    assert post(CORRECT, fields, Origin="https://evil.example").status_code == 403
    assert post(CORRECT, fields, **{"X-Parallax-Token": "guessed"}).status_code == 403
    with Library(library) as opened:
        assert opened.get(_article(0).id).outlet == "Paper 0"
