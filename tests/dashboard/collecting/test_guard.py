"""Who may write: this server's own pages, opened here."""

from pathlib import Path

import pytest
from flask import Flask

from dashboard.app import create_app
from dashboard.collecting.guard import Guard, host_of


@pytest.fixture
def guard(tmp_path: Path) -> Guard:
    return Guard(folder=tmp_path / "work", hosts=("class.example.org",))


def _asked(guard: Guard, *, token: str | None = None, **more: object) -> str | None:
    given = {"base_url": "http://127.0.0.1:8052", "environ_base": {"REMOTE_ADDR": "127.0.0.1"}, **more}
    with Flask("x").test_request_context("/collect/give", method="POST", **given) as context:  # type: ignore[arg-type]
        return guard.refused(context.request, guard.token if token is None else token)


def test_our_own_page_may_write(guard: Guard) -> None:
    assert _asked(guard, headers={"Origin": "http://127.0.0.1:8052", "Sec-Fetch-Site": "same-origin"}) is None
    assert _asked(guard, headers={"Referer": "http://127.0.0.1:8052/collect"}) is None
    assert _asked(guard) is None  # no browser, but it knows the token


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Referer": "https://evil.example/http://127.0.0.1:8052/"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:8052"},
    ],
    ids=["origin", "null", "port", "referer", "cross-site", "same-site"],
)
def test_pages_of_other_sites_may_not(guard: Guard, headers: dict[str, str]) -> None:
    assert "another site" in (_asked(guard, headers=headers) or "")


@pytest.mark.parametrize("token", ["", "x", "ä"])
def test_without_the_token_nothing_is_written(guard: Guard, token: str) -> None:
    assert "another time" in (_asked(guard, token=token) or "")


def test_the_token_is_the_same_for_all_workers_and_nobody_elses(guard: Guard) -> None:
    assert Guard(folder=guard.folder).token == guard.token
    assert len(guard.token) > 30
    assert (guard.folder / "secret").stat().st_mode & 0o077 == 0


def test_others_write_only_where_they_may(guard: Guard, tmp_path: Path) -> None:
    away = {"environ_base": {"REMOTE_ADDR": "192.168.1.7"}}
    assert "--others-write" in (_asked(guard, **away) or "")
    assert "--others-write" in (_asked(guard, headers={"X-Forwarded-For": "1.2.3.4"}) or "")
    assert _asked(Guard(folder=tmp_path / "w", others=True), **away) is None
    assert _asked(guard, environ_base={"REMOTE_ADDR": "::ffff:127.0.0.1"}) is None
    assert "--read-only" in (_asked(Guard(folder=tmp_path / "w", read_only=True, others=True)) or "")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8052", 200),
        ("127.0.0.1", 200),
        ("[::1]:8052", 200),
        ("192.168.1.5:8052", 200),
        ("class.example.org", 200),
        ("CLASS.example.org.:80", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
    ],
)
def test_only_our_own_names_are_answered(tmp_path: Path, host: str, status: int) -> None:
    client = create_app(tmp_path / "library.sqlite", hosts=("class.example.org",)).server.test_client()
    for path in ("/", "/collect/job", "/assets/40_collect.js"):
        with client.get(path, headers={"Host": host}) as answer:
            assert answer.status_code == status


def test_hosts_in_lower_case_without_port() -> None:
    assert [host_of(each) for each in ("A.b:80", "[::1]:8", "::1", "")] == ["a.b", "::1", "::1", ""]
