from pathlib import Path

from flask import Flask

from dashboard.collecting.desk import desk_of


def test_a_desk_knows_what_its_jobs_need(tmp_path: Path) -> None:
    own = tmp_path / "outlets.toml"
    desk = desk_of(tmp_path / "library.sqlite", own_outlets=own, allow_private=True)
    assert desk.task(follow=True) == {"outlets": str(own), "private": True, "follow": True}
    assert desk.jobs.folder == desk.guard.folder == tmp_path / "library.sqlite.work"


def test_whether_it_is_closed_depends_on_who_asks(tmp_path: Path) -> None:
    desk = desk_of(tmp_path / "library.sqlite")
    assert desk.closed() is None
    with Flask("x").test_request_context("/", environ_base={"REMOTE_ADDR": "10.0.0.9"}):
        assert "--others-write" in (desk.closed() or "")
