import re

from dash import Dash

from dashboard.security import MOST_BYTES, policy


def test_headers_allow_scripts_from_files_only(app: Dash) -> None:
    headers = app.server.test_client().get("/").headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert re.search(r"'sha256-[^']+'", policy["script-src"])
    assert policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_large_requests_are_refused(app: Dash) -> None:
    answer = app.server.test_client().post(
        "/_dash-update-component", data=b"x" * (MOST_BYTES + 1), content_type="application/json"
    )
    assert answer.status_code == 413


def test_a_policy_without_hashes_is_whole() -> None:
    assert "script-src 'self';" in policy("")


def test_files_whose_address_changes_with_them_are_kept_for_long(app: Dash) -> None:
    client = app.server.test_client()
    with client.get("/assets/10_route.js?m=1") as kept, client.get("/assets/10_route.js") as asked:
        assert "immutable" in kept.headers["Cache-Control"]
        assert "immutable" not in asked.headers["Cache-Control"]
