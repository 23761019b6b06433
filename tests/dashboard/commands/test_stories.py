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
    pages = dict(line.split(maxsplit=1) for line in done.output.splitlines() if line.startswith("    "))
    again = [line.rsplit("(same report as ", 1)[1].rstrip(")") for line in pages.values() if "(same report as " in line]
    assert len(again) == 2
    assert all(pages[article].startswith("Landwire:") for article in again)


def test_a_page_alone_is_counted_and_listed_on_demand(run, saved):
    run("add", saved)
    run("analyse")
    assert "1 page stands alone" in run("stories").output
    assert "Oldmere pool to close" in run("stories", "--all").output
