"""Pages that wait: nothing that was given is lost, whatever is done with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from sources.article import Article, Removed, article_id
from sources.collect import collect
from sources.drafts import CORRECTED, Drafts
from sources.errors import BadDate, UnknownName
from sources.library import Library
from sources.outlets import load_outlets

TEXT = "The mill burned down on Tuesday.\n\nNobody was hurt."


def article(title: str, text: str = TEXT) -> Article:
    return Article(
        id=article_id(title, text),
        title=title,
        text=text,
        source="plain text: a.txt",
        removed=(Removed(text="Share this", rule="share buttons", at=0),),
    )


FIRE, FLOOD = article("Mill lost"), article("Flood in Elm", "The Elm rose by two metres.")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def test_what_is_collected_waits_and_is_no_article_yet(file: Path) -> None:
    with Drafts(file) as drafts:
        assert drafts.keep([FIRE, FLOOD, FIRE]) == (True, True, False)
        assert [draft.now for draft in drafts.drafts()] == [FIRE, FLOOD]
        assert drafts.count() == 0
        assert drafts.counted() == {"waiting": 2}


def test_kept_drafts_are_articles(file: Path) -> None:
    with Drafts(file) as drafts:
        drafts.keep([FIRE, FLOOD])
        act, left = drafts.accept([1, 2])
        assert left == ()
        assert [draft.state for draft in drafts.done(act)] == ["kept", "kept"]
        assert drafts.keep([FIRE]) == (False,)
    with Library(file) as library:
        assert list(library.articles()) == [FIRE, FLOOD]


def test_what_was_corrected_can_be_undone_and_is_known_again(file: Path) -> None:
    with Drafts(file) as drafts:
        drafts.keep([FIRE])
        made = drafts.correct(1, {"outlet": "The Elm Post", "title": "Mill burnt", "published": "2026-03-01"})
        assert (made.given, made.now.outlet, made.now.title) == (FIRE, "The Elm Post", "Mill burnt")
        drafts.accept([1])
        assert drafts.keep([FIRE]) == (False,)
    with Library(file) as library:
        kept = next(library.articles())
        assert (kept.title, kept.outlet) == ("Mill burnt", "The Elm Post")
        assert library.keep([FIRE]) == (False,)
        back, what = library.undo(kept.id)
        assert what.startswith(CORRECTED)
        assert "outlet" in what
        assert library.get(back) == FIRE


def test_cut_text_is_put_back_before_keeping(file: Path) -> None:
    with Drafts(file) as drafts:
        drafts.keep([FIRE])
        assert drafts.correct(1, {}, back=[1]).now.text.startswith("Share this\n\nThe mill")
        assert drafts.as_read(1).now == FIRE


def test_a_wrong_date_changes_nothing(file: Path) -> None:
    with Drafts(file) as drafts:
        drafts.keep([FIRE])
        with pytest.raises(BadDate):
            drafts.correct(1, {"outlet": "X", "published": "31 February 2026"})
        assert drafts.draft(1).now == FIRE


def test_thrown_pages_come_back_by_hand_and_when_they_are_given_again(file: Path) -> None:
    with Drafts(file) as drafts:
        drafts.keep([FIRE, FLOOD])
        act = drafts.throw([1, 2])
        assert drafts.drafts() == ()
        assert len(drafts.drafts("thrown")) == 2
        assert drafts.keep([FIRE]) == (True,)
        assert [draft.number for draft in drafts.drafts()] == [1]
        drafts.take_back(act)
        assert [draft.number for draft in drafts.drafts()] == [1, 2]


def test_what_was_kept_can_be_taken_back_and_kept_again(file: Path) -> None:
    with Drafts(file) as drafts:
        drafts.keep([FIRE, FLOOD])
        drafts.correct(1, {"outlet": "The Elm Post"})
        act, _ = drafts.accept([1, 2])
        drafts.take_back(act)
        assert drafts.count() == 0
        assert [draft.now.outlet for draft in drafts.drafts()] == ["The Elm Post", None]
        drafts.correct(1, {"title": "Mill burnt"})
        drafts.accept([1, 2])
        assert [(each.outlet, each.title) for each in drafts.articles()] == [
            ("The Elm Post", "Mill burnt"),
            (None, "Flood in Elm"),
        ]


def test_a_draft_whose_text_the_library_has_stays_one(file: Path) -> None:
    with Drafts(file) as drafts:
        drafts.keep([FIRE, FLOOD])
        with Library(file) as library:
            library.add(FIRE)
        act, left = drafts.accept([1, 2])
        assert [draft.number for draft in left] == [1]
        assert [draft.number for draft in drafts.done(act)] == [2]


def test_an_article_that_was_removed_waits_when_it_is_given_again(file: Path) -> None:
    with Library(file) as library:
        library.add(FIRE)
        library.remove(FIRE.id)
    with Drafts(file) as drafts:
        assert drafts.keep([FIRE]) == (True,)
        drafts.accept([1])
        assert drafts.ids() == (FIRE.id,)


def test_a_draft_that_was_kept_meanwhile_is_not_corrected(file: Path) -> None:
    with Drafts(file) as drafts:
        drafts.keep([FIRE])
        drafts.accept([1])
        with pytest.raises(UnknownName, match="kept meanwhile"):
            drafts.correct(1, {"outlet": "X"})
        with pytest.raises(UnknownName):
            drafts.draft(7)


def test_files_are_collected_into_drafts_again_and_again(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "pool.txt"
    page.write_text(
        "Oldmere pool to close\n\nThe council of Oldmere voted on Tuesday to close the swimming pool.\n" * 3
    )
    with Drafts(file) as drafts:
        for wanted in ("added", "duplicate"):
            (outcome,) = collect([str(page)], drafts, outlets=load_outlets(), again=True)
            assert outcome.status == wanted
        assert outcome.article is not None
        drafts.note(outcome.article.id, ["its encoding was guessed"])
        assert drafts.drafts()[0].notes == ("its encoding was guessed",)
        drafts.throw([1])
        (outcome,) = collect([str(page)], drafts, outlets=load_outlets(), again=True)
        assert outcome.status == "added"


def test_two_drafts_may_not_become_one_article(file: Path) -> None:
    twin = replace(article("Another mill"), outlet="B")
    with Drafts(file) as drafts:
        drafts.keep([FIRE, twin])
        drafts.correct(2, {"title": "Mill lost"})
        _, left = drafts.accept([1, 2])
        assert [draft.number for draft in left] == [2]
        assert drafts.count() == 1
