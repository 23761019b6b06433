"""Groups are defined, taken over from files, compared and undone from the command line."""

import shutil

import pytest
from click.testing import CliRunner

from dashboard.cli import parallax


@pytest.fixture
def demo(demo_library, tmp_path):
    """Return a function that runs a command on a copy of the demo library."""
    copy = tmp_path / "demo.sqlite"
    shutil.copy(demo_library, copy)
    shutil.copytree(f"{demo_library}.results", f"{copy}.results")
    return lambda *words: CliRunner().invoke(parallax, ["--library", str(copy), *map(str, words)])


def test_a_group_is_set_listed_changed_and_undone(demo):
    done = demo(
        "group", "set", "national", "daily rouser", "Quarterday", "Far Echo", "--by", "Ann", "--date", "2026-03-01"
    )
    assert done.output == (
        "change 1: the group national is The Daily Rouser, Quarterday, Far Echo\n"
        "the last analysis has no page of Far Echo\n"
    )
    listed = demo("group", "list").output
    assert "national\n    Far Echo  (Ann, 2026-03-01)\n    Quarterday  (Ann, 2026-03-01)\n" in listed
    assert "change 1: set: national (The Daily Rouser and 2 more)" in listed
    assert demo("group", "remove", "national", "Far Echo").output == "change 2: taken out of national: Far Echo\n"
    assert "in national (Ann, 2026-03-01)" in demo("outlets").output
    assert demo("group", "undo").output == "undone: change 2 (remove of national)\n"
    assert demo("group", "undo", "1").output == "undone: change 1 (set of national)\n"
    assert "no group is defined" in demo("group", "list").output
    assert "change 1: set: national (The Daily Rouser and 2 more) - undone" in demo("group", "list").output


def test_ratings_are_taken_over_and_shown_with_source_and_date(demo, tmp_path):
    file = tmp_path / "ratings.csv"
    file.write_text("outlet,rating,source,date\nLandwire,4 of 5,Press Board,2025-11-30\n", encoding="utf-8")
    assert demo("group", "import", file).output == "change 1: 1 rows of ratings taken over: Press Board: 4 of 5\n"
    assert "Press Board: 4 of 5  (a rating by others: shown, in no score)" in demo("group", "list").output
    assert "    rated by Press Board: 4 of 5 (2025-11-30)" in demo("outlets").output


def test_two_groups_are_compared(demo):
    demo("group", "set", "one", "Landwire", "Quarterday")
    demo("group", "set", "two", "The Daily Rouser", "The Lanternhill Review")
    lines = demo("group", "compare", "one", "two").output.splitlines()
    assert lines[0] == "one: Landwire, Quarterday"
    assert lines[2] == "one and two share 3 events told in reports of their own."
    assert lines[-1].startswith("not enough evidence for ")
    assert "all other outlets share 3 events" in demo("group", "compare", "one").output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["compare", "one"], "there is no group 'one'; none was made yet"),
        (["set", " ", "Landwire"], "a group must have a name"),
        (["set", "one", "Landwire", "--date", "May"], "'May' is no date"),
        (["remove", "one"], "there is no group 'one'"),
        (["undo"], "no group was changed"),
        (["import", "none.csv"], "none.csv: cannot be read"),
    ],
    ids=["compare", "name", "date", "remove", "undo", "import"],
)
def test_what_cannot_be_done_is_said(demo, words, message):
    done = demo("group", *words)
    assert done.exit_code != 0
    assert message in str(done.exception)


def test_a_group_of_one_outlet_is_no_group(demo):
    demo("group", "set", "one", "Landwire")
    done = demo("group", "compare", "one")
    assert "of the group 'one' only Landwire can be compared, it has no other outlet" in str(done.exception)
