"""The story of the benchmark of pages is what it says. No test here looks at a clock."""

from pathlib import Path

import pytest
from dash import Dash

from analysis.results import Results
from dashboard.app import create_app
from tests.benchmarks.pages import addresses, asked, fill, marks, plain_of


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pages") / "library.sqlite"
    fill(made, size=3, words=300)
    return made


@pytest.fixture
def app(library: Path) -> Dash:
    return create_app(library)


def test_all_articles_tell_one_story(library: Path) -> None:
    results = Results.open(library)
    assert results.table("stories")["articles"].tolist() == [3]
    results.close()


def test_a_page_is_drawn_and_then_remembered(library: Path, app: Dash) -> None:
    story = addresses(library)["story"]
    _, drawn = asked(app, story)
    assert len(drawn) < len(plain_of(drawn)) / 3
    assert b"The texts, marked" in plain_of(drawn)
    assert marks(plain_of(drawn)) > 30
    _, again = asked(app, story)
    assert again == drawn


def test_every_page_has_an_address(library: Path, app: Dash) -> None:
    for name, address in addresses(library).items():
        _, sent = asked(app, address)
        assert b"Not found" not in plain_of(sent), name


def test_an_answer_that_is_none_is_said(app: Dash) -> None:
    app.server.config["MAX_CONTENT_LENGTH"] = 1
    with pytest.raises(RuntimeError, match="413"):
        asked(app, "/")
