"""The demo fills a library of its own and uses it again."""

from click.testing import CliRunner

from analysis.store import current_run
from dashboard.cli import parallax


def test_a_second_call_computes_nothing_again(demo_library):
    before = current_run(demo_library)
    done = CliRunner().invoke(parallax, ["demo", "--no-serve", "--library", str(demo_library)])
    assert done.exit_code == 0
    assert "(17 pages, 0 new)" in done.output
    assert current_run(demo_library) == before


def test_it_never_touches_the_default_library(tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_LIBRARY", str(tmp_path / "mine.sqlite"))
    done = CliRunner().invoke(parallax, ["demo", "--no-serve"])
    assert done.exit_code == 0, done.output
    assert not (tmp_path / "mine.sqlite").exists()
    assert (tmp_path / "demo.sqlite").exists()
