"""A page whose headline, outlet and text are scripts shows them as text, wherever it is shown."""

import json

import pytest
from click.testing import CliRunner

from dashboard.cli import parallax

SCRIPT = "<script>alert('headline')</script>"
TEXT = (
    "The harbour council voted on Tuesday to close the old ferry terminal <img src=x onerror=alert(1)>, a decision "
    "that surprised many of the traders who work there, as {0} of them said. Mayor Ann Lowe said it would save money."
)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scripts")
    for number in (10, 20):
        row = {
            "title": f"{SCRIPT} {number}",
            "outlet": f"{SCRIPT} Post {number}",
            "author": SCRIPT,
            "text": "\n\n".join(TEXT.format(number + more) for more in range(3)),
        }
        (folder / f"{number}.json").write_text(json.dumps(row))
    return folder, folder / "library.sqlite"


def run(library, *words):
    done = CliRunner().invoke(parallax, ["--library", str(library), *map(str, words)])
    assert done.exit_code == 0, done.output
    return done.output


def test_it_is_text_everywhere(library):
    folder, file = library
    assert f"{SCRIPT} 10" in run(file, "add", folder)
    assert f"{SCRIPT} 10" in run(file, "articles")
    run(file, "analyse")
    report = run(file, "export", "--format", "html")
    assert "alert(&#39;headline&#39;)" in report or "alert('headline')" in report
    for markup in ("<script>alert", "<img src=x"):
        assert markup not in report
