"""Where the shared material lies, and a demo library that tests may read."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings

from dashboard.cli import parallax

settings.register_profile("parallax", deadline=None)  # no test looks at a clock
settings.load_profile("parallax")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the five real pages; skip where it is absent."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the five real pages (../shared/seeds) are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def evaluation() -> Path:
    """Return the folder of annotated news; skip where it is absent."""
    folder = SHARED / "evaluation"
    if not folder.is_dir():
        pytest.skip("the annotated news (../shared/evaluation) is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def demo_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library filled with the demo pack and analysed, made once by the command itself. Nobody changes it."""
    library = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    done = CliRunner().invoke(parallax, ["demo", "--no-serve", "--library", str(library)])
    assert done.exit_code == 0, done.output
    return library
