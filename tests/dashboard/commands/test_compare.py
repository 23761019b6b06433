import pytest
from click.testing import CliRunner

from dashboard.cli import parallax


@pytest.fixture
def compare(demo_library):
    return lambda *words: CliRunner().invoke(parallax, ["compare", *words, "--library", str(demo_library)])


def test_two_outlets_are_compared_on_shared_events(compare):
    done = compare("landwire", "quarterday", "--words")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Landwire and Quarterday share 3 events told in reports of their own.\n")
    assert "Words of narration, from 3 events" in done.output
    assert "no word is clearly one's own" in done.output, "three events are too few"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("Landwire", "Landwire"), "Landwire is compared with itself; name two outlets"),
        (("Landwire", "Quartreday"), "no page of an outlet 'Quartreday' is in the last analysis; there are Quarterday"),
    ],
    ids=["itself", "unknown"],
)
def test_what_cannot_be_compared_is_said(compare, names, message):
    assert message in str(compare(*names).exception)
