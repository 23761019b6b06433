"""Marks that are taken out and put back through the forms."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.collecting.desk import Desk
from dashboard.collecting.mark_corrections import MARK
from sources.article import Article, article_id
from sources.keeping.taken_out import marks_taken_out
from sources.library import Library

Post = Callable[..., TestResponse]
TEXT = "The council slammed the plan."
ARTICLE = Article(id=article_id("T", TEXT), title="T", text=TEXT, language="en")


@pytest.fixture(autouse=True)
def kept(library: Path) -> None:
    with Library(library) as opened:
        opened.add(ARTICLE)


def out(library: Path) -> list[str]:
    with Library(library) as opened:
        return [each.words for each in marks_taken_out(opened)]


def test_a_mark_is_taken_out_and_put_back_and_no_analysis_is_begun(post: Post, library: Path, desk: Desk) -> None:
    fields = {"article": ARTICLE.id, "mark": "loaded|text|12|19", "do": "out", "back": "?measure=loaded&n=7&x=1"}
    answer = post(MARK, fields).get_json()
    assert answer == {"to": f"/article/{ARTICLE.id}?measure=loaded", "said": "“slammed” is taken out"}
    assert out(library) == ["slammed"]
    answer = post(MARK, {"article": ARTICLE.id, "number": "1", "do": "back"}).get_json()
    assert answer == {"to": f"/article/{ARTICLE.id}", "said": "“slammed” counts again"}
    assert out(library) == []
    assert desk.jobs.now() is None


@pytest.mark.parametrize(
    "mark",
    ["", "loaded", "loaded|text|12", "nothing|text|12|19", "loaded|margin|12|19", "loaded|text|-1|4",
     "loaded|text|0|999", "loaded|text|²|19", "loaded|text|12|12", "loaded|text|12|19|20"],
    ids=["empty", "short", "no-end", "value", "place", "sign", "far", "figure", "nothing", "long"],
)  # fmt: skip
def test_what_names_no_mark_is_said(post: Post, library: Path, mark: str) -> None:
    answer = post(MARK, {"article": ARTICLE.id, "mark": mark, "do": "out"})
    assert answer.get_json()["wrong"]
    assert out(library) == []


def test_unknown_articles_numbers_and_deeds_are_said(post: Post, library: Path) -> None:
    mark = {"mark": "loaded|text|12|19"}
    assert "wrong" in post(MARK, {"article": "f" * 16, **mark, "do": "out"}).get_json()
    assert "wrong" in post(MARK, {"article": ARTICLE.id, **mark, "do": "burn"}).get_json()
    assert "No mark was named" in post(MARK, {"article": ARTICLE.id, "number": "x", "do": "back"}).get_json()["wrong"]
    assert "no mark is out" in post(MARK, {"article": ARTICLE.id, "number": "4", "do": "back"}).get_json()["wrong"]
    assert out(library) == []


@pytest.mark.parametrize(
    "headers",
    [{"X-Parallax-Token": "guessed"}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["token", "origin", "site"],
)
def test_nobody_else_writes(post: Post, library: Path, headers: dict[str, str]) -> None:
    fields = {"article": ARTICLE.id, "mark": "loaded|text|12|19", "do": "out"}
    assert post(MARK, fields, **headers).status_code == 403
    assert out(library) == []


def test_another_name_of_this_machine_is_answered_by_nobody(client: FlaskClient, library: Path) -> None:
    answer = client.post(MARK, data={"do": "out"}, headers={"Host": "evil.example"})
    assert answer.status_code == 421
    assert out(library) == []
