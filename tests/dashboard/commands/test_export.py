"""Exports go where they are asked to go."""

import json

from click.testing import CliRunner

from dashboard.cli import parallax
from dashboard.exports.files import BadOutput
from sources.errors import UnknownName


def _export(library, *words):
    return CliRunner().invoke(parallax, ["export", "--library", str(library), *map(str, words)])


def test_json_to_standard_output(demo_library):
    assert len(json.loads(_export(demo_library).output)["articles"]) == 17


def test_one_story_only(demo_library):
    stories = json.loads(_export(demo_library).output)["stories"]
    alone = json.loads(_export(demo_library, "--story", stories[0]["story"]).output)
    assert len(alone["articles"]) == stories[0]["articles"]
    assert {row["story"] for row in alone["claims"]} == {stories[0]["story"]}


def test_an_unknown_story(demo_library):
    assert isinstance(_export(demo_library, "--story", "nope").exception, UnknownName)


def test_csv_needs_a_folder(demo_library):
    assert isinstance(_export(demo_library, "--format", "csv").exception, BadOutput)


def test_a_place_that_cannot_be_written(demo_library, tmp_path):
    file = tmp_path / "file"
    file.touch()
    assert isinstance(_export(demo_library, "-o", file / "x.json").exception, BadOutput)
