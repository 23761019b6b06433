from dataclasses import replace

import pytest

from sources.article import Article, article_id, id_with
from sources.drafts import Drafts
from sources.keeping.prints import publisher
from sources.keeping.restoring import corrected
from sources.library import Library

TEXT = "The ferry struck the pier at Selby on Monday.\n\nNobody was hurt."


def _print(outlet, *, url=None, title="Ferry strikes pier", text=TEXT):
    return Article(id=article_id(title, text), title=title, text=text, outlet=outlet, url=url)


def test_each_outlets_print_of_one_text_is_kept_once(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    pair = [_print("Selby Post"), _print("Hull Echo")]
    assert library.keep(pair) == (True, True)
    assert library.keep(pair) == (False, False)
    assert library.keep([_print("Hull Echo"), _print("Leeds Star")]) == (False, True)
    assert [article.outlet for article in library.articles()] == ["Selby Post", "Hull Echo", "Leeds Star"]
    assert len({article.id for article in library.articles()}) == 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Selby Post", None), ("selby post", None)),
        (("Selby Post", None), (None, None)),
        ((None, None), ("Selby Post", "https://post.example/a")),
        (("Selby Post", "https://post.example/a"), ("Selby Post", "https://m.post.example/a")),
        ((None, "https://www.post.example/a"), (None, "https://post.example/b")),
    ],
    ids=["case", "unknown again", "unknown before", "mobile pages", "two addresses of a site"],
)
def test_what_may_be_the_same_page_is_kept_once(tmp_path, first, second):
    library = Library(tmp_path / "library.sqlite")
    assert library.keep([_print(first[0], url=first[1]), _print(second[0], url=second[1])]) == (True, False)


def test_without_outlets_the_sites_tell(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    pages = [_print(None, url="https://post.example/a"), _print(None, url="https://echo.example/b")]
    assert library.keep(pages) == (True, True)
    assert publisher(None, None).differs(publisher("Selby Post", "https://post.example")) is False


def test_a_print_stays_one_when_it_is_corrected_and_changes_can_be_undone(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    library.keep([_print("Selby Post"), _print("Hull Echo")])
    first, second = library.articles()
    for article in (first, second):
        library.replace(article.id, corrected(article, {"title": "Ferry hits pier"}), what="title")
    now = list(library.articles())
    assert [article.title for article in now] == ["Ferry hits pier"] * 2
    assert len({first.id, second.id, *(article.id for article in now)}) == 4
    assert library.keep([_print("Selby Post"), _print("Hull Echo")]) == (False, False)
    for article in now:
        library.undo(article.id)
    assert [article.id for article in library.articles()] == [first.id, second.id]


def test_another_outlet_does_not_change_an_id():
    article = _print("Selby Post")
    assert corrected(article, {"outlet": "Hull Echo"}).id == article.id
    own = replace(article, id="0123456789abcdef")
    assert corrected(own, {"outlet": "Hull Echo"}).id == own.id
    assert id_with(own, title=own.title, text="It rained.") != article_id(own.title, "It rained.")


def test_a_removed_print_is_not_new_and_the_other_is(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    library.keep([_print("Selby Post")])
    library.remove(_print("Selby Post").id)
    assert library.keep([_print("Selby Post"), _print("Hull Echo")]) == (False, True)


def test_drafts_keep_prints_apart_too(tmp_path):
    drafts = Drafts(tmp_path / "library.sqlite")
    assert drafts.keep([_print("Selby Post")]) == (True,)
    assert drafts.keep([_print("Hull Echo"), _print("Selby Post")]) == (True, False)
    waiting = drafts.drafts()
    assert [draft.given.outlet for draft in waiting] == ["Selby Post", "Hull Echo"]
    _, left = drafts.accept([draft.number for draft in waiting])
    assert left == ()
    assert [article.outlet for article in drafts.articles()] == ["Selby Post", "Hull Echo"]
    assert drafts.keep([_print("Hull Echo")]) == (False,)
