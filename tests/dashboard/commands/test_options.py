"""--library may stand before or after the command's name; the nearer one counts."""

from click.testing import CliRunner

from dashboard.cli import parallax


def test_before_and_after(tmp_path):
    runner = CliRunner()
    a, b = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    assert str(a) in runner.invoke(parallax, ["--library", str(a), "articles"]).output
    assert str(b) in runner.invoke(parallax, ["--library", str(a), "articles", "--library", str(b)]).output


def test_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_LIBRARY", str(tmp_path / "e.sqlite"))
    assert str(tmp_path / "e.sqlite") in CliRunner().invoke(parallax, ["articles"]).output
