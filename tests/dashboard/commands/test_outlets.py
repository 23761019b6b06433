from click.testing import CliRunner

from dashboard.cli import parallax


def test_the_outlets_are_listed_with_what_is_held_of_them(demo_library):
    lines = CliRunner().invoke(parallax, ["outlets", "--library", str(demo_library)]).output.splitlines()
    assert lines[0] == "Landwire  3 pages, 17 March – 4 June 2026"
    assert lines[1] == (
        "    3 events in reports of its own, 3 of them told by others too: not enough evidence. It has a value on 3 "
        "events that others tell as well; 5 are needed."
    )
    assert len(lines) == 10


def test_a_library_whose_pages_name_no_outlet_says_so(run, saved):
    run("add", saved)
    run("analyse")
    assert run("outlets").output.startswith("no page in the library names its outlet")


def test_without_an_analysis_the_next_step_is_said(run):
    assert "run `parallax analyse`" in str(run("outlets").exception)
