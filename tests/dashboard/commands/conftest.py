"""Running a command as a person would."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import parallax

TEXT = """The council of Oldmere voted on Tuesday to close the swimming pool in Mill Lane, which 40,000
people used last year.

“We have no choice, and nobody in this room is happy about it,” said Ada Quill, who leads the council. She said that the
roof would cost £2m to mend and that the money was needed for schools.

Critics called the plan a disgrace. The pool is expected to close in June, and the land may be sold to a builder.
"""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Return a function that runs `parallax WORDS...` on a library of this test's own."""
    library = str(tmp_path / "library.sqlite")
    return lambda *words, **more: CliRunner().invoke(parallax, ["--library", library, *map(str, words)], **more)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Return a small invented article as a text file."""
    file = tmp_path / "pool.txt"
    file.write_text("Oldmere pool to close\n\n" + TEXT, encoding="utf-8")
    return file
