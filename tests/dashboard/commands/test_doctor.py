"""Doctor says what is wrong and fails then."""

from pathlib import Path

import dashboard.checks
from dashboard.checks import Check, Wrong


def test_all_is_well(run, saved):
    run("add", saved)
    done = run("doctor")
    assert done.exit_code == 0, done.output
    assert "holds 1 article\n" in done.output
    assert "WRONG" not in done.output


def test_something_is_wrong(run, monkeypatch):
    def broken(_: Path) -> str:
        raise Wrong("the roof leaks; mend it")

    monkeypatch.setattr(dashboard.checks, "ALL_CHECKS", (Check("roof", broken), *dashboard.checks.ALL_CHECKS))
    done = run("doctor")
    assert done.exit_code == 1
    assert "WRONG roof: the roof leaks; mend it" in done.output
    assert "ok    Python" in done.output


def test_a_file_that_is_no_library(run, tmp_path):
    (tmp_path / "library.sqlite").write_text("not a database " * 100, encoding="utf-8")
    done = run("doctor")
    assert done.exit_code == 1
    assert "WRONG library" in done.output
