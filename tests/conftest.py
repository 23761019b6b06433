"""Where the shared material lies, for the tests that need it."""

from pathlib import Path

import pytest

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
