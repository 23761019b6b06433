from click.testing import CliRunner

from dashboard.cli import parallax


def test_an_outlet_is_shown_with_what_there_is_evidence_for(demo_library):
    done = CliRunner().invoke(parallax, ["outlet", "landwire", "--library", str(demo_library)])
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert lines[0] == "Landwire"
    for heading in ("Framing, on events", "Who gets to speak", "Which events it tells:", "Changes over time:"):
        assert sum(line.startswith(heading) for line in lines) == 1
    assert "holes, no choices" in done.output
    assert "not enough evidence" in done.output


def test_an_outlet_that_is_not_there_is_said(demo_library):
    done = CliRunner().invoke(parallax, ["outlet", "Nobody's Gazette", "--library", str(demo_library)])
    assert 'no page of an outlet "Nobody\'s Gazette" is in the last analysis; there are Landwire' in str(done.exception)
