"""Forms arrive, are checked, and lead on."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.collecting import routes
from dashboard.collecting.desk import Desk
from dashboard.collecting.given import inputs_in
from dashboard.collecting.routes import ARTICLES, DRAFTS, GIVE, JOB, NAMES, as_typed
from sources.article import Article, Removed, article_id
from sources.drafts import Drafts
from sources.library import Library

Post = Callable[..., TestResponse]

FORM = {"Content-Type": "multipart/form-data; boundary=xyz"}


def article(title: str) -> Article:
    text = f"{title}: nobody was hurt."
    cut = (Removed(text="Share this", rule="share buttons", at=0),)
    return Article(id=article_id(title, text), title=title, text=text, source="a", removed=cut)


@pytest.fixture
def two(library: Path) -> Path:
    with Drafts(library) as drafts:
        drafts.keep([article("Mill lost"), article("Flood in Elm")])
    return library


def test_what_is_given_is_put_down_and_read(post: Post, desk: Desk) -> None:
    fields = {
        "text": "Some words",
        "addresses": "a.example/x",
        "files": [(io.BytesIO(b"<p>a"), "../a.html"), (io.BytesIO(b""), "")],
    }
    answer = post(GIVE, fields)
    job = desk.jobs.now()
    assert job is not None
    assert (answer.status_code, answer.get_json()["to"]) == (200, f"/collect?job={job.id}")
    names = [each if isinstance(each, str) else each.origin for each in inputs_in(desk.jobs.folder, job.task)]
    assert names[1:] == ["a.html", "https://a.example/x"]
    assert names[0].startswith("text pasted on ")
    again = post(GIVE, {"text": "More"})
    assert "at work" in again.get_json()["wrong"]


def test_nothing_given_is_said(post: Post) -> None:
    answer = post(GIVE, {"text": " "})
    assert "first" in answer.get_json()["wrong"]


def test_too_much_is_said(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "2 MB" in post(GIVE, _file(b"x" * 2_000_001, field="text"), **FORM).get_json()["wrong"]
    monkeypatch.setattr(routes, "MOST_FILES", -3_000_000)
    answer = post(GIVE, _file(b"x" * 1_500_000), **FORM)
    assert answer.status_code == 413
    assert "too much" in answer.get_json()["wrong"]


def test_a_file_larger_than_other_requests_may_be_is_taken(post: Post) -> None:
    assert post(GIVE, _file(b"x" * 9_000_000), **FORM).status_code == 200


def _file(content: bytes, *, field: str = "") -> bytes:
    """Return a form of one large field: the client of the tests would leave a file of its own behind."""
    named = f'name="{field}"' if field else 'name="files"; filename="a.txt"'
    head = f"--xyz\r\nContent-Disposition: form-data; {named}\r\n\r\n"
    return head.encode() + content + b"\r\n--xyz--\r\n"


@pytest.mark.parametrize("address", [GIVE, DRAFTS, JOB, ARTICLES])
def test_other_sites_and_old_pages_are_refused(post: Post, client: FlaskClient, address: str) -> None:
    assert post(address, {"do": "stop"}, Origin="https://evil.example").status_code == 403
    assert client.post(address, data={"do": "stop"}).status_code == 403
    assert client.post(address, data={"do": "stop", "token": "guessed"}).status_code == 403


def test_without_script_a_form_leads_back(client: FlaskClient, desk: Desk, two: Path) -> None:
    fields = {"token": desk.guard.token, "do": "throw", "draft": "1"}
    answer = client.post(DRAFTS, data=fields, headers={"Origin": "http://localhost"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/collect?act=1")
    wrong = client.post(DRAFTS, data={**fields, "do": "fly"}, headers={"Origin": "http://localhost"})
    assert (wrong.status_code, wrong.mimetype) == (400, "text/plain")


def test_drafts_are_kept_and_analysed_and_taken_back(post: Post, desk: Desk, two: Path) -> None:
    answer = post(DRAFTS, {"do": "keep", "all": "1"}).get_json()
    job = desk.jobs.now()
    assert job is not None
    assert job.kind == "analyse"
    assert answer == {"to": f"/collect?act=1&job={job.id}", "said": "2 pages kept"}
    with Library(two) as library:
        assert library.count() == 2
    post(DRAFTS, {"do": "take-back", "act": "1"})
    with Drafts(two) as drafts:
        assert (drafts.count(), len(drafts.drafts())) == (0, 2)


def test_a_draft_is_corrected_and_the_next_one_shown(post: Post, two: Path) -> None:
    fields = {"do": "save", "draft": "1", "outlet": "reuters.com", "title": "Mill lost", "published": "2026-03-01",
              "byline": "", "url": "", "back": "1", "next": "1"}  # fmt: skip
    assert post(DRAFTS, fields).get_json()["to"] == "/collect?draft=2"
    with Drafts(two) as drafts:
        now = drafts.draft(1).now
    assert (now.outlet, as_typed(now, "published"), now.text[:10]) == ("Reuters", "2026-03-01", "Share this")
    assert dict(now.found) == {"outlet": "given by you", "published": "given by you",
                               "text": "1 of its cut pieces put back by you"}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("published", "soon", "no date"), ("url", "x", "no address"), ("back", "9", "names nothing")],
)
def test_what_is_wrong_with_a_field_is_said(post: Post, two: Path, field: str, value: str, said: str) -> None:
    answer = post(DRAFTS, {"do": "save", "draft": "1", field: value})
    assert said in answer.get_json()["wrong"]


def test_many_drafts_get_one_outlet(post: Post, two: Path) -> None:
    assert post(DRAFTS, {"do": "outlet", "draft": ["1", "2", "x", "9" * 30], "outlet": "Elm Post"}).status_code == 200
    with Drafts(two) as drafts:
        assert [draft.now.outlet for draft in drafts.drafts()] == ["Elm Post", "Elm Post"]
    assert "wrong" in post(DRAFTS, {"do": "outlet", "outlet": "Elm Post"}).get_json()


def test_articles_get_an_outlet_and_a_date(post: Post, library: Path) -> None:
    one, other = article("Mill lost"), article("Flood in Elm")
    with Library(library) as opened:
        opened.add_many([one, other])
    assert post(ARTICLES, {"do": "outlet", "article": [one.id, other.id], "outlet": "elm post"}).status_code == 200
    assert post(ARTICLES, {"do": "dates", f"date-{one.id}": "2026-03-01", f"date-{other.id}": ""}).status_code == 200
    with Library(library) as opened:
        assert [(each.outlet, as_typed(each, "published")) for each in opened.articles()] == [
            ("elm post", "2026-03-01"),
            ("elm post", ""),
        ]
    post(ARTICLES, {"do": "undo", "article": [one.id]})
    with Library(library) as opened:
        assert opened.get(one.id).published is None
    assert "wrong" in post(ARTICLES, {"do": "outlet", "article": [one.id], "outlet": " "}).get_json()
    assert "wrong" in post(ARTICLES, {"do": "dates"}).get_json()


def test_work_is_started_stopped_and_told(post: Post, client: FlaskClient, desk: Desk) -> None:
    assert client.get(JOB).get_json() == {"id": "", "state": "none"}
    assert "wrong" in post(JOB, {"do": "again"}).get_json()
    started = post(JOB, {"do": "demo"}).get_json()["to"].removeprefix("/collect?job=")
    told = client.get(JOB).get_json()
    assert (told["id"], told["state"], told["open"], told["share"]) == (started, "starting", True, None)
    post(JOB, {"do": "stop"})
    assert desk.jobs.asked_to_stop
    assert "wrong" in post(JOB, {"do": "fly"}).get_json()


def test_names_of_outlets_are_suggested(client: FlaskClient, library: Path) -> None:
    from dataclasses import replace

    with Library(library) as opened:
        opened.add(replace(article("Mill lost"), outlet="The Elm Post"))
    names = client.get(NAMES).get_json()
    assert {"The Elm Post", "Reuters"} <= set(names)
    assert names == sorted(names, key=str.casefold)


def test_a_server_to_be_read_writes_nothing(library: Path, desk: Desk) -> None:
    from dashboard.app import create_app

    client = create_app(library, read_only=True).server.test_client()
    answer = client.post(GIVE, data={"text": "x"}, headers={"X-Parallax-Token": desk.guard.token})
    assert (answer.status_code, "--read-only" in answer.get_json()["wrong"]) == (403, True)
    assert not library.exists()
