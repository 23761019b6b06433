"""The list of stories names the pages of each."""

from click.testing import CliRunner

from dashboard.cli import parallax
from sources.errors import NoResults


def test_before_any_analysis(run, saved):
    run("add", saved)
    assert isinstance(run("stories").exception, NoResults)


def test_the_demo_has_three(demo_library):
    done = CliRunner().invoke(parallax, ["stories", "--library", str(demo_library)])
    assert done.output.count("held together by") == 3
    assert "6 pages, 5 independent reports" in done.output


def test_a_page_alone_is_counted_and_listed_on_demand(run, saved):
    run("add", saved)
    run("analyse")
    assert "1 pages stand alone" in run("stories").output
    assert "Oldmere pool to close" in run("stories", "--all").output
