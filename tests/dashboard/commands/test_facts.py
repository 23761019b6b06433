"""The grid of facts in the terminal."""

from click.testing import CliRunner, Result

from analysis.results import Results
from dashboard.cli import parallax
from sources.errors import UnknownName


def _facts(library: object, *words: str) -> Result:
    return CliRunner().invoke(parallax, ["facts", "--library", str(library), *words])


def test_each_page_of_an_event_has_its_cell(demo_library):
    results = Results.open(demo_library)
    claims = results.table("claims")
    differing = claims[claims["differs"]].iloc[0]
    members = results.table("members")
    event = members.loc[members["story"] == differing["story"], "event"].iloc[0]
    done = _facts(demo_library, event, "--most", "40")
    assert done.exit_code == 0
    for said in (
        "own voice, lead",
        "attributed to",
        "not found in the text we hold",
        f"DIFFERS: {differing['difference']}",
    ):
        assert said in done.output
    only = _facts(demo_library, event, "--differing").output
    assert only.count("DIFFERS") == only.count("independent report") > 0


def test_the_beginning_of_an_id_is_enough_where_it_is_one_event(demo_library):
    event = Results.open(demo_library).table("events")["event"].iloc[0]
    assert _facts(demo_library, event[:12], "--most", "1").output.count("independent report") == 1
    assert isinstance(_facts(demo_library, "event").exception, UnknownName)
    assert isinstance(_facts(demo_library, "nope").exception, UnknownName)
